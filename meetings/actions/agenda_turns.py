"""Whatever is done to an agenda keeps others from its meeting until it is done."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction

from core.access import Permission
from meetings.actions.locks import demand, said_plainly
from meetings.models import Meeting
from people.models import User


@contextmanager
def turn(meeting_pk: int, *, by: User, permission: Permission) -> Iterator[Meeting]:
    """One transaction in which nobody else gets past here with this meeting."""
    demand(by, permission)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        yield (
            Meeting.objects.select_for_update(of=("self",), no_key=True)
            .select_related("body")
            .get(pk=meeting_pk)
        )
