"""The order of updates, which one is current, whether a new one may stand, and when all has gone quiet."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from recommendations.due_dates import Precision, last_day
from recommendations.status import Coverage, LimbStatus

NIL_RETURNS_IN_A_ROW = 2


class UpdateKind(TextChoices):
    PROGRESS = "progress", "Progress"
    NIL = "nil", "Nothing to report"
    COMPLETION_CLAIM = "completion_claim", "All of it is done"
    RESPONSE = "response", "Response"
    CORRECTION = "correction", "Correction of an earlier update"


@dataclass(frozen=True, slots=True)
class UpdateFacts:
    """A published update as the rules see it. ``as_at``: any day of the period it speaks of.

    ``kind``: of a correction, the kind of what it puts right where the rule asks for it.
    """

    id: int
    kind: UpdateKind
    as_at: date
    precision: Precision
    reported_on: date
    is_superseded: bool = False

    @property
    def as_at_end(self) -> date:
        """The last day it can know of: a period that was not over when it was reported ends with that day."""
        return min(last_day(self.as_at, self.precision), max(self.reported_on, self.as_at_begin))

    @property
    def as_at_begin(self) -> date:
        return first_day(self.as_at, self.precision)


def newest_first(updates: Iterable[UpdateFacts]) -> list[UpdateFacts]:
    """By the end of what they speak of; entering an older one later never makes it the newest."""
    return sorted(updates, key=lambda one: (one.as_at_end, one.reported_on, one.id), reverse=True)


def current(updates: Iterable[UpdateFacts]) -> UpdateFacts | None:
    return next((one for one in newest_first(updates) if not one.is_superseded), None)


def faults(
    *,
    kind: UpdateKind,
    as_at: date,
    precision: Precision,
    adopted_on: date,
    today: date,
    said: Mapping[str, Coverage],
    limbs: Mapping[str, LimbStatus],
    reason: str,
) -> list[str]:
    """Why this update may not be sent in, in words; empty when it may.

    ``limbs``: every limb by its letter, as it would stand with this update; ``said``: what the update covers.
    """
    return [
        *_date_faults(as_at, precision, adopted_on, today),
        *_coverage_faults(kind, said, reason),
        *_completion_faults(kind, limbs),
    ]


def is_stale(
    updates: Iterable[UpdateFacts],
    *,
    today: date,
    adopted_on: date,
    after_days: int,
    is_open: bool = True,
    reopened_on: date | None = None,
) -> bool:
    """Quiet for more than so many days. Backdating an update gives it only the freshness of its own date."""
    if not is_open:
        return False
    newest = current(updates)
    spoken_on = newest.as_at_end if newest else adopted_on
    return (today - max(spoken_on, reopened_on or spoken_on)).days > after_days


def has_no_movement(updates: Iterable[UpdateFacts]) -> bool:
    """Two nil returns in a row: each alone is fresh, together they say that nothing moves."""
    standing = [one for one in newest_first(updates) if not one.is_superseded]
    newest = standing[:NIL_RETURNS_IN_A_ROW]
    return len(newest) == NIL_RETURNS_IN_A_ROW and all(one.kind == UpdateKind.NIL for one in newest)


def _date_faults(as_at: date, precision: Precision, adopted_on: date, today: date) -> Sequence[str]:
    # A month or year is in the future only as a whole: "February 2017" may be said on 10 February.
    if first_day(as_at, precision) > today:
        return ["The date it speaks of lies in the future."]
    if last_day(as_at, precision) < adopted_on:
        return ["The date it speaks of is before the recommendation was adopted."]
    return []


def _coverage_faults(kind: UpdateKind, said: Mapping[str, Coverage], reason: str) -> Sequence[str]:
    if kind == UpdateKind.NIL and not reason.strip():
        return ["Say why there is nothing to report."]
    named = any(coverage != Coverage.SILENT for coverage in said.values())
    if kind == UpdateKind.PROGRESS and not named:
        return ["Say which part it is about, or send in a return with nothing to report and the reason."]
    return []


def _completion_faults(kind: UpdateKind, limbs: Mapping[str, LimbStatus]) -> Sequence[str]:
    left = [letter for letter, status in limbs.items() if status != LimbStatus.DONE]
    if kind != UpdateKind.COMPLETION_CLAIM or not left:
        return []
    return [f"It cannot be reported complete: {_parts(left)} not done yet."]


def _parts(letters: Collection[str]) -> str:
    *head, tail = letters
    if not head:
        return f"part {tail} is"
    return f"parts {', '.join(head)} and {tail} are"


def first_day(day: date, precision: Precision) -> date:
    """The first day of the period in which ``day`` lies."""
    end = last_day(day, precision)
    if precision == Precision.DAY:
        return end
    months = {Precision.MONTH: 1, Precision.QUARTER: 3}.get(precision, 12)
    year, month_index = divmod(end.year * 12 + end.month - months, 12)
    return date(year, month_index + 1, 1)
