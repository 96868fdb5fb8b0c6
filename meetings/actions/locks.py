"""Officers who work on one thing take turns, and whatever cannot be done is said in words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import pghistory
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Model

from people.models import User

LOCK_NOT_AVAILABLE = "55P03"
BUSY = "Somebody else is working on this at this moment. Wait a minute and try again."
# Rules that the database keeps by itself, whose own message is written for people
SPOKEN = {
    "seat_taken",
    "one_seat_each",
    "office_taken",
    "councillor_in_office",
    "member_in_office",
    "frozen_when_approved",
}

Row = TypeVar("Row", bound=Model)


class Refused(Exception):
    """What cannot be done now. ``str()`` is the sentence for the officer."""


class ChangedMeanwhile(Refused):
    """Somebody else saved since the page was loaded. ``theirs`` is the row as it stands."""

    def __init__(self, theirs: Model) -> None:
        self.theirs = theirs
        super().__init__("Somebody else changed this since the page was loaded.")


def take_turn(row: Row, *, version: int | None = None) -> Row:
    """The row as it stands, kept from others until the transaction ends.

    With ``version``, the one that the officer saw: raises ChangedMeanwhile when it is another by now.
    """
    kept = type(row)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=row.pk)
    if version is not None and kept.version != version:
        raise ChangedMeanwhile(kept)
    return kept


def differs(row: Model, words: Mapping[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in words.items())


def changed(row: Row, words: Mapping[str, Any], *, version: int) -> bool:
    """Puts the words into a row whose turn was taken, as its next version; whoever calls saves it.

    False when it says the same already, as when one form was sent twice. Raises ChangedMeanwhile.
    """
    if not differs(row, words):
        return False
    if row.version != version:
        raise ChangedMeanwhile(row)
    for name, value in words.items():
        setattr(row, name, value)
    row.version += 1
    return True


@contextmanager
def said_plainly() -> Iterator[None]:
    """Around a transaction: a row that others hold for too long, and what the database itself refuses."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
            raise
        raise Refused(BUSY) from None
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if getattr(diagnosis, "constraint_name", None) not in SPOKEN:
            raise
        raise Refused(diagnosis.message_primary) from None


@contextmanager
def one_change(by: User) -> Iterator[None]:
    """One transaction that the history knows by whom it is; what the database refuses is said in words."""
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        yield
