"""The forward work programme: what is to come before the panel, meeting by meeting, and where each line was moved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from core.csv_files import csv_file
from meetings.models import Body, Meeting, ProgrammeEntry, ProgrammeMove, ProgrammeState
from meetings.report.meeting_words import day_of

OVER = (ProgrammeState.CONSIDERED, ProgrammeState.DROPPED)
HEADINGS = ("Meeting", "Title", "What the panel is asked to do", "Post", "How often", "State", "Moves")


@dataclass(frozen=True, slots=True)
class ByMeeting:
    """``meeting`` is None for ideas that have none."""

    meeting: Meeting | None
    entries: list[ProgrammeEntry] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return day_of(self.meeting) if self.meeting else "Ideas without a meeting"


@dataclass(frozen=True, slots=True)
class Programme:
    """``to_come`` has every meeting to come, those with nothing on them too; ``over`` the latest first."""

    to_come: list[ByMeeting]
    ideas: ByMeeting
    earlier: list[ByMeeting]
    dropped: list[ProgrammeEntry]

    @property
    def is_empty(self) -> bool:
        return not (
            self.ideas.entries or self.earlier or self.dropped or any(m.entries for m in self.to_come)
        )


def entries_with_moves(body: Body) -> Iterable[ProgrammeEntry]:
    moves = ProgrammeMove.objects.select_related("moved_from", "moved_to", "by").order_by("at", "pk")
    return body.programme.select_related("meeting", "owner").prefetch_related(Prefetch("moves", moves))


def programme_of(body: Body, today: date) -> Programme:
    meetings = body.meetings.going_on().filter(on__gte=today)
    to_come = {meeting.pk: ByMeeting(meeting) for meeting in meetings}
    earlier: dict[int, ByMeeting] = {}
    ideas, dropped = ByMeeting(None), []
    for entry in entries_with_moves(body):
        if entry.state == ProgrammeState.DROPPED:
            dropped.append(entry)
        elif entry.meeting is None:
            ideas.entries.append(entry)
        else:
            place = to_come if entry.meeting_id in to_come else earlier
            place.setdefault(entry.meeting_id, ByMeeting(entry.meeting)).entries.append(entry)
    latest_first = sorted(earlier.values(), key=lambda one: one.meeting.on, reverse=True)
    return Programme(list(to_come.values()), ideas, latest_first, dropped)


def move_words(move: ProgrammeMove) -> str:
    """ "from Thursday 1 November 2018 to Wednesday 29 May 2019"."""
    if move.moved_from is None and move.moved_to is None:
        return ""
    came = f"from {day_of(move.moved_from)}" if move.moved_from else "from the ideas"
    return f"{came} to {day_of(move.moved_to)}" if move.moved_to else f"{came} to no meeting"


def programme_csv(body: Body) -> bytes:
    """Every line with all its moves, by meeting. Notes are the officers' own and stay out."""
    return csv_file(HEADINGS, (_row(entry) for entry in entries_with_moves(body)))


def _row(entry: ProgrammeEntry) -> tuple[str, ...]:
    return (
        entry.meeting.on.isoformat() if entry.meeting else "",
        entry.title,
        entry.purpose,
        entry.owner.title if entry.owner else "",
        entry.get_recurrence_display(),
        entry.get_state_display(),
        "; ".join(f"{move_words(move)} {move.reason}".strip() for move in entry.moves.all()),
    )
