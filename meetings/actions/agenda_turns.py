"""Whatever is done to an agenda keeps others from its meeting until it is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.access import Permission, demand
from meetings.actions.locks import one_change, take_turn
from meetings.models import Meeting
from people.models import User


@contextmanager
def turn(meeting_pk: int, *, by: User, permission: Permission) -> Iterator[Meeting]:
    """One transaction in which nobody else gets past here with this meeting."""
    demand(by, permission)
    with one_change(by):
        yield take_turn(Meeting(pk=meeting_pk))
