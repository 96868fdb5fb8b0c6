"""What is due at a meeting and not on its agenda yet; each can be added by one click."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from meetings.date_words import plain_date
from meetings.models import (
    AgendaItem,
    ItemOutcome,
    ItemSource,
    Meeting,
    MeetingState,
    PaperState,
    ProgrammeEntry,
    ProgrammeState,
    Recurrence,
    Undertaking,
)
from meetings.report.agenda_occasion import (
    business,
    minutes_to_approve,
    occasion_of,
    purpose_of,
    with_all,
)
from meetings.report.undertakings import NOT_HELD, due_for
from meetings.standing_order import StandingItem, StandingKey

LONGEST_TITLE = 250
CARRIED_OVER = (ItemOutcome.DEFERRED, ItemOutcome.NOT_REACHED)
NOT_TAKEN = {
    MeetingState.INQUORATE: "not taken for want of a quorum",
    MeetingState.POSTPONED: "on the agenda of the meeting put off",
    MeetingState.CANCELLED: "on the agenda of the meeting cancelled",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`key` names it in a form; `fields` are those of the item that it becomes."""

    key: str
    title: str
    why: str
    fields: dict[str, Any] = field(default_factory=dict)
    undertakings: tuple[Undertaking, ...] = ()
    minutes_of: tuple[Meeting, ...] = ()


def suggestions_for(meeting: Meeting) -> list[Suggestion]:
    """In the order in which an officer thinks of them: standing business, programme, promises, what was put off."""
    return [
        *_standing(meeting),
        *_from_programme(meeting),
        *_from_undertakings(meeting),
        *_carried_over(meeting),
    ]


def standing_suggestion(line: StandingItem, meeting: Meeting, *, why: str = "") -> Suggestion:
    minutes = tuple(minutes_to_approve(meeting)) if line.key == StandingKey.MINUTES else ()
    fields = {
        "purpose": purpose_of(line, meeting),
        "standing_key": line.key.value,
        "source": ItemSource.STANDING,
        "paper_state": _paper_of(line),
    }
    key = f"standing-{line.key}-{line.title}" if line.key == StandingKey.ELECTION else f"standing-{line.key}"
    return Suggestion(key, line.title, why, fields, minutes_of=minutes)


def _paper_of(line: StandingItem) -> str:
    if line.key == StandingKey.MINUTES:
        return PaperState.ATTACHED
    return PaperState.VERBAL if line.is_verbal else PaperState.NONE


def _standing(meeting: Meeting) -> Iterator[Suggestion]:
    items = AgendaItem.objects.listed().filter(meeting=meeting).exclude(standing_key="")
    there = {_same(key, title) for key, title in items.values_list("standing_key", "title")}
    occasion = occasion_of(meeting)
    due_now = business(meeting, occasion)
    for line in business(meeting, with_all(occasion)):
        if _same(line.key, line.title) not in there:
            why = "Standing business" if line in due_now else "At any meeting"
            yield standing_suggestion(line, meeting, why=why)


def _same(key: str, title: str) -> tuple[str, str]:
    """Two offices can be filled at one meeting; of everything else there is one line."""
    return key, title if key == StandingKey.ELECTION else ""


def _from_programme(meeting: Meeting) -> Iterator[Suggestion]:
    over = (ProgrammeState.DROPPED, ProgrammeState.CONSIDERED)
    every = Q(recurrence=Recurrence.EVERY_MEETING) & ~Q(state__in=over)
    entries = ProgrammeEntry.objects.filter(
        Q(meeting=meeting, state=ProgrammeState.SCHEDULED) | every, body=meeting.body
    ).select_related("owner")
    there = set(AgendaItem.objects.listed().filter(meeting=meeting).values_list("programme_entry", flat=True))
    for entry in entries:
        if entry.pk not in there:
            fields = {
                "purpose": entry.purpose,
                "lead": entry.owner.title if entry.owner else "",
                "source": ItemSource.PROGRAMME,
                "programme_entry": entry,
            }
            why = "Forward work programme"
            if entry.recurrence == Recurrence.EVERY_MEETING:
                why = "Forward work programme, at every meeting"
            yield Suggestion(f"programme-{entry.pk}", entry.title, why, fields)


def _from_undertakings(meeting: Meeting) -> Iterator[Suggestion]:
    there = set(
        AgendaItem.undertakings.through.objects.filter(
            agendaitem__meeting=meeting, agendaitem__withdrawn_at=None
        ).values_list("undertaking", flat=True)
    )
    for one in due_for(meeting):
        if one.undertaking.pk not in there:
            yield _promised(one.undertaking, one.when)


def _promised(one: Undertaking, when: str) -> Suggestion:
    """What was promised in an exempt minute is not for the title of a public line."""
    made_on = plain_date(one.item.meeting.on)
    title = f"Undertaking of {made_on}" if one.is_exempt else one.what[:LONGEST_TITLE]
    fields = {
        "purpose": f"To receive what was promised at the meeting held on {made_on}",
        "lead": one.owner.title,
        "source": ItemSource.UNDERTAKING,
    }
    why = f"Undertaking of {made_on}. {when}"
    return Suggestion(f"undertaking-{one.pk}", title, why, fields, undertakings=(one,))


def _carried_over(meeting: Meeting) -> Iterator[Suggestion]:
    """Put off, not reached, or on the agenda of a meeting that was not held; not carried over before.

    What was put off to a meeting that was then called off is for any meeting after it.
    """
    put_off = AgendaItem.objects.listed().filter(
        Q(outcome__in=CARRIED_OVER) | Q(outcome="", meeting__state__in=NOT_HELD),
        Q(deferred_to=None) | Q(deferred_to=meeting) | Q(deferred_to__state__in=NOT_HELD),
        Q(meeting__on__lt=meeting.on) | Q(meeting__moved_to=meeting),
        meeting__body=meeting.body,
        kind="item",
    )
    carried = AgendaItem.objects.listed().filter(rolled_from__isnull=False).values("rolled_from")
    there = {
        _same(key, title)
        for key, title in AgendaItem.objects.listed()
        .filter(meeting=meeting)
        .exclude(standing_key="")
        .values_list("standing_key", "title")
    }
    uncarried = put_off.exclude(pk__in=carried).select_related("meeting", "programme_entry")
    for item in uncarried.prefetch_related("undertakings"):
        if _same(item.standing_key, item.title) in there or _comes_by_itself(item.programme_entry, meeting):
            continue
        outcome = (item.get_outcome_display() if item.outcome else NOT_TAKEN[item.meeting.state]).lower()
        copied = ("purpose", "lead", "access", "paragraphs", "exempt_reason", "public_interest")
        fields = {name: getattr(item, name) for name in (*copied, "private_title", "private_purpose")}
        fields |= {"source": ItemSource.ROLLED, "rolled_from": item, "standing_key": item.standing_key}
        yield Suggestion(
            f"rolled-{item.pk}",
            item.title,
            f"{outcome.capitalize()} on {plain_date(item.meeting.on)}",
            fields | {"programme_entry": item.programme_entry},
            undertakings=tuple(item.undertakings.all()),
        )


def _comes_by_itself(entry: ProgrammeEntry | None, meeting: Meeting) -> bool:
    """What the work programme suggests for this meeting anyway."""
    if entry is None:
        return False
    is_scheduled = (entry.meeting_id, entry.state) == (meeting.pk, ProgrammeState.SCHEDULED)
    return is_scheduled or entry.recurrence == Recurrence.EVERY_MEETING
