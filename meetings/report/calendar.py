"""The list of meetings: what is to come first, then what was, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from meetings.models import Meeting
from meetings.report.meeting_words import TAG_CLASSES, day_of, notice, time_and_place
from meetings.report.published import Published, what_is_published, with_what_is_published


@dataclass(frozen=True, slots=True)
class MeetingLine:
    meeting: Meeting
    day: str
    where: str
    notice: str
    tag_class: str
    published: list[Published]


@dataclass(frozen=True, slots=True)
class Calendar:
    upcoming: list[MeetingLine]
    past: list[tuple[int, list[MeetingLine]]]

    @property
    def next_one(self) -> MeetingLine | None:
        """The next that is held, so far as is known."""
        return next((line for line in self.upcoming if not line.meeting.is_called_off), None)


def public_calendar(today: date) -> Calendar:
    """Upcoming in order, today included; the past by calendar year, latest first."""
    meetings = Meeting.objects.open_to_public().select_related("moved_to")
    lines = [line_of(meeting) for meeting in with_what_is_published(meetings)]
    upcoming = [line for line in lines if line.meeting.on >= today]
    past = [line for line in reversed(lines) if line.meeting.on < today]
    return Calendar(upcoming, _by_year(past))


def line_of(meeting: Meeting, *, published: list[Published] | None = None) -> MeetingLine:
    """Of a meeting that came ``with_what_is_published``, unless that is given."""
    return MeetingLine(
        meeting,
        day_of(meeting),
        time_and_place(meeting),
        notice(meeting),
        TAG_CLASSES.get(meeting.state, ""),
        what_is_published(meeting) if published is None else published,
    )


def _by_year(lines: Iterable[MeetingLine]) -> list[tuple[int, list[MeetingLine]]]:
    return [(year, list(group)) for year, group in groupby(lines, lambda line: line.meeting.on.year)]
