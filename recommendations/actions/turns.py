"""One officer at a time changes what is recorded of one recommendation."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction

from core.access import Permission
from meetings.actions.locks import demand, said_plainly, take_turn
from people.models import User
from recommendations.models import Recommendation


@contextmanager
def in_turn(recommendation: Recommendation, *, version: int, by: User) -> Iterator[Recommendation]:
    """The row as it stands, saved with the next version at the end. ``version``: the one that the officer saw."""
    demand(by, Permission.CLOSE_RECOMMENDATIONS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        kept = take_turn(recommendation, version=version)
        yield kept
        kept.version += 1
        kept.save()
