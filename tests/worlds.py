"""Data that the tests of one file share: made once, and taken back after the last of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def shared_world(django_db_blocker) -> Iterator[None]:
    """For a fixture of the scope "module" that asks for ``django_db_setup``. Each test's own changes lie within."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
