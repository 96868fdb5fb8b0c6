"""Whoever records one meeting takes turns with the others who do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.models import APPROVED, PUBLIC, AgendaItem, Meeting, MeetingMinutes, MeetingState
from people.models import Person, User
from people.print_names import name_of

CALLED_OFF = "This meeting is {}, so nothing is recorded of it."
MINUTES_STAND = "The minutes of this meeting are approved. What was wrong is put right by a new minute."
MINUTES_OUT = (
    "The minutes of this meeting are published as draft, and print what is recorded here. Have what is wrong "
    "corrected when the next meeting approves them, or withdraw them from publication first."
)
NOT_OPEN = "Open the meeting first: what became of its items is recorded from then on."
OWN_SECOND = "{} cannot second what they proposed themselves. Choose another member."
AT_ITEMS = (MeetingState.SITTING, MeetingState.ADJOURNED, MeetingState.HELD)


@contextmanager
def at_the_table(
    meeting: Meeting, *, by: User, is_minuted: bool = True, outlasts_minutes: bool = False
) -> Iterator[Meeting]:
    """One transaction in which nobody else changes this meeting; what cannot be done is said in words.

    ``is_minuted``: whether the minutes print it, so that it rests from their first publication on.
    ``outlasts_minutes``: what is done on the day's decisions even after the minutes were approved.
    """
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(meeting)
        why_not = why_it_rests(kept)
        still_open = set() if is_minuted else {MINUTES_OUT, *([MINUTES_STAND] if outlasts_minutes else [])}
        if why_not and why_not not in still_open:
            raise Refused(why_not)
        yield kept


def why_it_rests(meeting: Meeting) -> str:
    """Why nothing more is recorded of it; empty while it is."""
    if meeting.is_called_off:
        return CALLED_OFF.format(meeting.get_state_display().lower())
    minutes = MeetingMinutes.objects.filter(meeting=meeting).values_list("state", flat=True).first()
    if minutes in APPROVED:
        return MINUTES_STAND
    return MINUTES_OUT if minutes in PUBLIC else ""


@contextmanager
def at_the_item(
    item: AgendaItem, *, by: User, is_minuted: bool = True, outlasts_minutes: bool = False
) -> Iterator[AgendaItem]:
    """The same for one item of a meeting that was opened, closed or not."""
    rests = {"is_minuted": is_minuted, "outlasts_minutes": outlasts_minutes}
    with at_the_table(item.meeting, by=by, **rests) as kept:
        if kept.state not in AT_ITEMS:
            raise Refused(NOT_OPEN)
        locked = take_turn(item)
        locked.meeting = kept
        yield locked


def refuse_own_second(first: Person | None, second: Person | None) -> None:
    if first is not None and first == second:
        raise Refused(OWN_SECOND.format(name_of(first).formal))


def newest(rows: models.QuerySet) -> int:
    """Told to a page with a form that adds a row: what is the same and newer than this was sent twice."""
    return rows.aggregate(newest=models.Max("pk"))["newest"] or 0


def next_place(rows: models.QuerySet) -> int:
    return (rows.aggregate(last=models.Max("position"))["last"] or 0) + 1
