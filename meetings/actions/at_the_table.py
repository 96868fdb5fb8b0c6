"""Whoever records one meeting takes turns with the others who do."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import models, transaction

from core.access import Permission
from meetings.actions.locks import Refused, demand, said_plainly, take_turn
from meetings.models import APPROVED, AgendaItem, Meeting, MeetingMinutes, MeetingState
from people.models import User

CALLED_OFF = "This meeting is {}, so nothing is recorded of it."
MINUTES_STAND = "The minutes of this meeting are approved. What was wrong is put right by a new minute."
NOT_OPEN = "Open the meeting first: what became of its items is recorded from then on."
AT_ITEMS = (MeetingState.SITTING, MeetingState.ADJOURNED, MeetingState.HELD)


@contextmanager
def at_the_table(meeting: Meeting, *, by: User) -> Iterator[Meeting]:
    """One transaction in which nobody else changes this meeting; what cannot be done is said in words."""
    demand(by, Permission.RECORD_MEETINGS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        kept = take_turn(meeting)
        if kept.is_called_off:
            raise Refused(CALLED_OFF.format(kept.get_state_display().lower()))
        if MeetingMinutes.objects.filter(meeting=kept, state__in=APPROVED).exists():
            raise Refused(MINUTES_STAND)
        yield kept


@contextmanager
def at_the_item(item: AgendaItem, *, by: User) -> Iterator[AgendaItem]:
    """The same for one item of a meeting that was opened, closed or not."""
    with at_the_table(item.meeting, by=by) as kept:
        if kept.state not in AT_ITEMS:
            raise Refused(NOT_OPEN)
        locked = take_turn(item)
        locked.meeting = kept
        yield locked


def newest(rows: models.QuerySet) -> int:
    """Told to a page with a form that adds a row: what is the same and newer than this was sent twice."""
    return rows.aggregate(newest=models.Max("pk"))["newest"] or 0


def next_place(rows: models.QuerySet) -> int:
    return (rows.aggregate(last=models.Max("position"))["last"] or 0) + 1
