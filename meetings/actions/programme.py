"""What becomes of the lines of the forward work programme. Every move is kept, with its reason."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pghistory
from django.db import transaction

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.models import (
    AgendaItem,
    Body,
    ItemOutcome,
    Meeting,
    ProgrammeEntry,
    ProgrammeMove,
    ProgrammeState,
    Recurrence,
)
from people.models import User

WAITING = (ProgrammeState.IDEA, ProgrammeState.SCHEDULED)
CLOSED = (ProgrammeState.CONSIDERED, ProgrammeState.DROPPED)
DETAILS = ("title", "purpose", "owner", "recurrence", "note")
LONGEST_REASON = 250
ON_AGENDA = (
    "This stands on the agenda of its meeting. Defer or withdraw the item there; the entry follows it."
)
OVER = "This was {} already. Take it up again first."
CALLED_OFF = "That meeting is called off. Choose one that is to be held."
NOT_OVER = "This is neither considered nor dropped, so there is nothing to take up again."


def add_entry(body: Body, *, meeting: Meeting | None = None, by: User, **details: Any) -> ProgrammeEntry:
    demand(by, Permission.MANAGE_MEETINGS)
    _refuse_called_off(meeting)
    state = ProgrammeState.SCHEDULED if meeting else ProgrammeState.IDEA
    entry = ProgrammeEntry(body=body, meeting=meeting, state=state, **details)
    with transaction.atomic(), pghistory.context(user=by.pk):
        entry.full_clean()
        entry.save()
    return entry


def change_entry(entry: ProgrammeEntry, *, version: int, by: User, **details: Any) -> bool:
    """False when nothing differs, as when one form was sent twice."""
    demand(by, Permission.MANAGE_MEETINGS)
    if unknown := details.keys() - set(DETAILS):
        raise TypeError(f"Not a detail of an entry: {unknown}")
    with one_change(by):
        kept = take_turn(entry)
        if all(getattr(kept, name) == value for name, value in details.items()):
            return False
        take_turn(kept, version=version)
        _change(kept, **details)
    return True


def move_entry(entry: ProgrammeEntry, *, to: Meeting | None, version: int, reason: str, by: User) -> bool:
    """To another meeting, or to none: then it is an idea again. False when it stands there already."""
    demand(by, Permission.MANAGE_MEETINGS)
    _refuse_called_off(to)
    with one_change(by):
        kept = take_turn(entry)
        _refuse_unless_waiting(kept)
        if kept.meeting == to:
            return False
        take_turn(kept, version=version)
        _move(kept, to=to, reason=reason, by=by)
    return True


def drop_entry(entry: ProgrammeEntry, *, version: int, reason: str, by: User) -> bool:
    """Off the programme, for a reason that stays with it. False when it was dropped already."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(entry)
        if kept.state == ProgrammeState.DROPPED:
            return False
        _refuse_unless_waiting(kept)
        take_turn(kept, version=version)
        _move(kept, to=None, reason=f"Dropped: {reason}", by=by, state=ProgrammeState.DROPPED)
    return True


def take_up_entry(entry: ProgrammeEntry, *, version: int, reason: str, by: User) -> bool:
    """Dropped or considered, it is an idea once more. False when it is one already."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(entry)
        if kept.state == ProgrammeState.IDEA:
            return False
        if kept.state not in CLOSED:
            raise Refused(NOT_OVER)
        take_turn(kept, version=version)
        _move(kept, to=None, reason=f"Taken up again: {reason}", by=by)
    return True


def put_on_agenda(entry: ProgrammeEntry, meeting: Meeting, *, by: User) -> None:
    """For whoever makes an item of it. An entry of another meeting moves to this one first; one that is considered or
    dropped stays so.
    """
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(entry)
        if kept.state in CLOSED or (kept.meeting, kept.state) == (meeting, ProgrammeState.ON_AGENDA):
            return
        if kept.meeting != meeting:
            _move(kept, to=meeting, reason="Put on the agenda", by=by)
        _change(kept, state=ProgrammeState.ON_AGENDA)


def take_off_agenda(entry: ProgrammeEntry, meeting: Meeting, *, by: User) -> None:
    """For whoever takes its last item off that agenda: it waits for the same meeting again."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(entry)
        stands = kept.items.listed().filter(meeting=meeting).exists()
        if kept.state == ProgrammeState.ON_AGENDA and kept.meeting == meeting and not stands:
            _change(kept, state=ProgrammeState.SCHEDULED)


def settle_entries(items: Iterable[AgendaItem], *, by: User) -> None:
    """Once a meeting is closed: what it took is considered, what it withdrew waits for no meeting. What was put off
    goes on with its item.
    """
    for item in items:
        entry = item.programme_entry
        if entry is None or (entry.meeting_id, entry.state) != (item.meeting_id, ProgrammeState.ON_AGENDA):
            continue
        if item.outcome == ItemOutcome.TAKEN:
            entry_considered(entry, by=by)
        elif item.outcome == ItemOutcome.WITHDRAWN:
            with one_change(by):
                _move(take_turn(entry), to=None, reason="Withdrawn at the meeting", by=by)


def entry_considered(entry: ProgrammeEntry, *, by: User) -> ProgrammeEntry | None:
    """The panel dealt with it. What recurs stands in the programme again; the new entry is given back.

    Done twice, it is done once.
    """
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(entry)
        if kept.state == ProgrammeState.CONSIDERED:
            return None
        if kept.meeting is None or kept.state == ProgrammeState.DROPPED:
            raise Refused("Choose the meeting that considered it first.")
        _change(kept, state=ProgrammeState.CONSIDERED)
        return _next_one(kept)


def carry_entries(meeting: Meeting, *, to: Meeting | None, reason: str, by: User) -> None:
    """With a meeting that is called off, inside its transaction: scheduled again elsewhere, or ideas once more."""
    waiting = meeting.programme.select_for_update(of=("self",)).exclude(state__in=CLOSED)
    for entry in waiting:
        _move(entry, to=to, reason=reason, by=by)


def bring_back_entries(meeting: Meeting, *, to: Meeting, reason: str, by: User) -> None:
    """Those that became ideas when the meeting was put off without a date, and were moved nowhere since."""
    ideas = ProgrammeEntry.objects.filter(state=ProgrammeState.IDEA, moves__moved_from=meeting)
    for pk in ideas.values_list("pk", flat=True).distinct():
        entry = ProgrammeEntry.objects.select_for_update(of=("self",)).get(pk=pk)
        newest = entry.moves.order_by("pk").last()
        if (newest.moved_from_id, newest.moved_to_id) == (meeting.pk, None):
            _move(entry, to=to, reason=reason, by=by)


def _next_one(entry: ProgrammeEntry) -> ProgrammeEntry | None:
    if entry.recurrence == Recurrence.ONCE or entry.meeting is None:
        return None
    following = entry.body.meetings.going_on().filter(on__gt=entry.meeting.on)
    if entry.recurrence == Recurrence.ANNUAL:
        following = following.filter(on__gte=_a_year_on(entry.meeting.on))
    meeting = following.first()
    new = ProgrammeEntry(
        body=entry.body,
        meeting=meeting,
        state=ProgrammeState.SCHEDULED if meeting else ProgrammeState.IDEA,
        **{name: getattr(entry, name) for name in DETAILS},
    )
    new.save()
    return new


def _a_year_on(day: date) -> date:
    """The first day of the same month a year later: an annual report may come a week earlier than last time."""
    return day.replace(year=day.year + 1, day=1)


def _refuse_called_off(meeting: Meeting | None) -> None:
    if meeting and meeting.is_called_off:
        raise Refused(CALLED_OFF)


def _refuse_unless_waiting(entry: ProgrammeEntry) -> None:
    if entry.state == ProgrammeState.ON_AGENDA:
        raise Refused(ON_AGENDA)
    if entry.state not in WAITING:
        raise Refused(OVER.format(entry.get_state_display().lower()))


def _move(
    entry: ProgrammeEntry, *, to: Meeting | None, reason: str, by: User, state: ProgrammeState | None = None
) -> None:
    ProgrammeMove.objects.create(
        entry=entry, moved_from=entry.meeting, moved_to=to, reason=reason[:LONGEST_REASON], by=by
    )
    usual = ProgrammeState.SCHEDULED if to else ProgrammeState.IDEA
    _change(entry, meeting=to, state=state or usual)


def _change(entry: ProgrammeEntry, **details: Any) -> None:
    for name, value in details.items():
        setattr(entry, name, value)
    entry.version += 1
    entry.full_clean()
    entry.save()
