"""Whoever records one meeting takes turns with the others who do."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction

from core.access import Permission
from meetings.actions.locks import Refused, demand, said_plainly, take_turn
from meetings.models import Meeting
from people.models import User

CALLED_OFF = "This meeting is {}, so nothing is recorded of it."


@contextmanager
def at_the_table(meeting: Meeting, *, by: User) -> Iterator[Meeting]:
    """One transaction in which nobody else changes this meeting; what cannot be done is said in words."""
    demand(by, Permission.RECORD_MEETINGS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        kept = take_turn(meeting)
        if kept.is_called_off:
            raise Refused(CALLED_OFF.format(kept.get_state_display().lower()))
        yield kept
