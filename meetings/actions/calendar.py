"""What officers do with the panel's dates. Each change of a published detail makes calendar programs take it up."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, NamedTuple

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.actions.programme import bring_back_entries, carry_entries
from meetings.date_words import listed_date
from meetings.models import Body, Meeting, MeetingState
from people.models import User

OPEN_TO_CHANGE = (MeetingState.RESERVED, MeetingState.CONFIRMED)
# What calendar programs are told of; the number of times it changed is their SEQUENCE
PUBLISHED = ("on", "starts_at", "venue", "kind", "state", "reason", "moved_to_id", "note")
DETAILS = ("starts_at", "venue", "kind", "is_school_holiday", "note")
NOT_OPEN = "This meeting is {}, so it can no longer be changed here."
NO_NEW_DATE = "This meeting is put off already. Enter its new date."
SAME_DAY = "Choose another day: the meeting is on this day already."


class NewDate(NamedTuple):
    on: date
    is_school_holiday: bool = False


class Reserved(NamedTuple):
    """``there``: those that stood in the calendar already, as when one form was sent twice."""

    made: list[Meeting]
    there: list[Meeting]


def reserve_dates(
    body: Body, dates: Sequence[NewDate], *, starts_at: time | None, venue: str, by: User
) -> Reserved:
    """All of them or none. A day that was reserved with the same time and place is no second meeting."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        take_turn(body)
        taken = {m.on: m for m in body.meetings.going_on().filter(on__in=[one.on for one in dates])}
        others = [m for m in taken.values() if (m.starts_at, m.venue) != (starts_at, venue)]
        if others:
            raise Refused(f"There is a meeting on {listed_date(min(m.on for m in others))} already.")
        new = [
            Meeting(
                body=body, on=d.on, starts_at=starts_at, venue=venue, is_school_holiday=d.is_school_holiday
            )
            for d in dates
            if d.on not in taken
        ]
        for meeting in new:
            meeting.save()
    return Reserved(new, sorted(taken.values(), key=lambda meeting: meeting.on))


def confirm_meeting(meeting: Meeting, *, by: User) -> bool:
    """False when it was confirmed already."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(meeting)
        if kept.state == MeetingState.CONFIRMED:
            return False
        _refuse_unless_open(kept)
        _change(kept, state=MeetingState.CONFIRMED)
    return True


def change_meeting(meeting: Meeting, *, version: int, by: User, **details: Any) -> bool:
    """Time, place and what else is no other day. False when nothing differs, as when one form was sent twice."""
    demand(by, Permission.MANAGE_MEETINGS)
    if unknown := details.keys() - set(DETAILS):
        raise TypeError(f"Not a detail of a meeting: {unknown}")
    with one_change(by):
        kept = take_turn(meeting)
        if all(getattr(kept, name) == value for name, value in details.items()):
            return False
        take_turn(kept, version=version)
        _refuse_unless_open(kept)
        _change(kept, **details)
    return True


def postpone_meeting(
    meeting: Meeting, *, version: int, reason: str, to: date | None = None, by: User
) -> Meeting | None:
    """Put it off to a meeting on that day, a new one unless there is one. Its agenda stays readable.

    Put off without a date, it is given one by the same way later. Sent twice, it gives the same meeting again.
    """
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        body, kept = take_turn(meeting.body), take_turn(meeting)
        later = body.meetings.going_on().filter(on=to).first() if to else None
        if (kept.state, kept.reason, kept.moved_to) == (MeetingState.POSTPONED, reason, later) and (
            later or not to
        ):
            return later
        take_turn(kept, version=version)
        waits = awaits_a_date(kept)
        if not waits:
            _refuse_unless_open(kept)
        elif not to:
            raise Refused(NO_NEW_DATE)
        if to == kept.on:
            raise Refused(SAME_DAY)
        if to and not later:
            later = Meeting.objects.create(
                body=body, on=to, starts_at=kept.starts_at, venue=kept.venue, kind=kept.kind
            )
        _change(kept, state=MeetingState.POSTPONED, reason=reason, moved_to=later)
        why = f"The meeting was put off: {reason}"
        carry_entries(kept, to=later, reason=why, by=by)
        if waits and later:
            bring_back_entries(kept, to=later, reason=why, by=by)
    return later


def awaits_a_date(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.POSTPONED and meeting.moved_to_id is None


def cancel_meeting(meeting: Meeting, *, version: int, reason: str, by: User) -> bool:
    """Its papers stay. False when it was cancelled already for the same reason."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(meeting)
        if kept.state == MeetingState.CANCELLED and kept.reason == reason:
            return False
        take_turn(kept, version=version)
        _refuse_unless_open(kept)
        _change(kept, state=MeetingState.CANCELLED, reason=reason)
        carry_entries(kept, to=None, reason=f"The meeting was cancelled: {reason}", by=by)
    return True


def _refuse_unless_open(meeting: Meeting) -> None:
    if meeting.state not in OPEN_TO_CHANGE:
        raise Refused(NOT_OPEN.format(meeting.get_state_display().lower()))


def _change(meeting: Meeting, **details: Any) -> None:
    before = [getattr(meeting, name) for name in PUBLISHED]
    for name, value in details.items():
        setattr(meeting, name, value)
    meeting.version += 1
    meeting.sequence += before != [getattr(meeting, name) for name in PUBLISHED]
    meeting.full_clean()
    meeting.save()
