"""One officer at a time changes what is recorded of one recommendation."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.access import Permission, demand
from meetings.actions.locks import one_change, take_turn
from people.models import User
from recommendations.models import Recommendation


@contextmanager
def in_turn(recommendation: Recommendation, *, version: int, by: User) -> Iterator[Recommendation]:
    """The row as it stands, saved with the next version at the end. ``version``: the one that the officer saw."""
    demand(by, Permission.CLOSE_RECOMMENDATIONS)
    with one_change(by):
        kept = take_turn(recommendation, version=version)
        yield kept
        kept.version += 1
        kept.save()
