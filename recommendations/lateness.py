"""How a promise stands on a given day: in time, due soon, overdue, met in time or late. Never a status."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

DUE_SOON_DAYS = 45
LONG_OVERDUE_DAYS = 60  # one cycle of a panel that meets six times a year


class Lateness(TextChoices):
    NO_DATE = "no_date", "No date"
    IN_TIME = "in_time", "In time"
    DUE_SOON = "due_soon", "Due soon"
    OVERDUE = "overdue", "Overdue"
    LONG_OVERDUE = "long_overdue", "Long overdue"
    MET = "met", "Met on time"
    MET_LATE = "met_late", "Met late"
    MET_UNDATED = "met_undated", "Met, date not recorded"


IS_OVERDUE = frozenset({Lateness.OVERDUE, Lateness.LONG_OVERDUE})


@dataclass(frozen=True, slots=True)
class Standing:
    """``days``: days late for what is overdue or met late; days left for what is due soon or in time; else 0."""

    lateness: Lateness
    days: int = 0

    @property
    def is_overdue(self) -> bool:
        return self.lateness in IS_OVERDUE


@dataclass(frozen=True, slots=True)
class DateRevision:
    """A later day, agreed by somebody for a reason. ``agreed_on``: when it was agreed."""

    due_on: date
    agreed_on: date


@dataclass(frozen=True, slots=True)
class Slippage:
    """``current``: the day that counts now. ``days``: how much later than first set. ``already_late``: for each
    revision, how many days overdue it was when the new day was agreed (0 when in time)."""

    original: date
    current: date
    days: int
    already_late: tuple[int, ...]


def standing(
    due_on: date | None, today: date, *, is_done: bool = False, done_on: date | None = None
) -> Standing:
    """Due on a day means by its end: overdue from the day after. What is done stops the clock on ``done_on``."""
    if is_done:
        return _met(due_on, done_on)
    if due_on is None:
        return Standing(Lateness.NO_DATE)
    days_late = (today - due_on).days
    if days_late > LONG_OVERDUE_DAYS:
        return Standing(Lateness.LONG_OVERDUE, days_late)
    if days_late > 0:
        return Standing(Lateness.OVERDUE, days_late)
    return Standing(Lateness.DUE_SOON if -days_late <= DUE_SOON_DAYS else Lateness.IN_TIME, -days_late)


def slippage(original: date, revisions: Sequence[DateRevision]) -> Slippage:
    """``revisions`` in the order in which they were agreed."""
    current, already_late = original, []
    for revision in revisions:
        already_late.append(max(0, (revision.agreed_on - current).days))
        current = revision.due_on
    return Slippage(original, current, (current - original).days, tuple(already_late))


def _met(due_on: date | None, done_on: date | None) -> Standing:
    if done_on is None:
        return Standing(Lateness.MET_UNDATED)
    days_late = (done_on - due_on).days if due_on else 0
    return Standing(Lateness.MET_LATE, days_late) if days_late > 0 else Standing(Lateness.MET)
