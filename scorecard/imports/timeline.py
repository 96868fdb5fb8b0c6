"""Every series as it would be with the workbook applied, so that each month can be held against its own past."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.imports.entries import Entry
from scorecard.imports.standing import (
    MONTHS_BACK,
    Held,
    Lines,
    Measure,
    Series,
    Standing,
    figure_of,
    rating_of,
)
from scorecard.models import FigureStatus, Variant
from scorecard.periods import month_label, previous_month_end, restart_between
from scorecard.rag import Rag

# Fewer changes than this from month to month say nothing about what is usual.
FEWEST_CHANGES = 6


class Proposed(NamedTuple):
    """A figure as the workbook would have it, and the one that stands, if there is one."""

    entry: Entry
    measure: Measure
    month: date
    lines: Lines
    held: Held
    before: Held | None

    @property
    def series(self) -> Series:
        return self.measure.id, self.entry.variant

    @property
    def is_unchanged(self) -> bool:
        return self.held == self.before

    @property
    def subject(self) -> str:
        return subject(self.measure, self.entry.variant)


class Compared(NamedTuple):
    """A rating and what it belongs to: "in July 2018", or "as it stands" of a figure that would be revised."""

    rating: Rag
    against: str


class Timeline:
    def __init__(self, standing: Standing, proposed: Iterable[Proposed]) -> None:
        self.standing = standing
        self.series = {series: dict(months) for series, months in standing.figures.items()}
        for one in proposed:
            self.series.setdefault(one.series, {})[one.month] = one.held
        self._changes: dict[Series, dict[int, Decimal]] = {}

    def held(self, series: Series, month: date) -> Held | None:
        return self.series.get(series, {}).get(month)

    def has_figure(self, series: Series, month: date) -> bool:
        held = self.held(series, month)
        return held is not None and held.status == FigureStatus.REPORTED

    def begins_again(self, measure: Measure, earlier: date, later: date) -> bool:
        """A year-to-date count that starts anew, or a measure that changed: the two months do not compare."""
        broke = any(earlier < day <= later for day in self.standing.breaks.get(measure.id, ()))
        return broke or restart_between(earlier, later, measure.data_period) is not None

    def usual_change(self, one: Proposed) -> Decimal | None:
        """The mean change from one month to the next in the two years before; None when too few are known."""
        if one.series not in self._changes:
            self._changes[one.series] = dict(self._monthly_changes(one))
        known = self._changes[one.series]
        now = _number(one.month)
        changes = [known[back] for back in range(now - MONTHS_BACK + 1, now) if back in known]
        return sum(changes) / len(changes) if len(changes) >= FEWEST_CHANGES else None

    def _monthly_changes(self, one: Proposed) -> Iterator[tuple[int, Decimal]]:
        before, before_on = None, date.min
        for month, held in sorted(self.series[one.series].items()):
            figure = figure_of(one.measure, held)
            is_next = _number(month) == _number(before_on) + 1
            if (
                is_next
                and None not in (figure, before)
                and not self.begins_again(one.measure, before_on, month)
            ):
                yield _number(month), abs(figure - before)
            before, before_on = figure, month

    def rating_before(self, one: Proposed) -> Compared | None:
        """What the figure's rating is compared with: its own as it stands, or for a new figure last month's."""
        if one.before:
            return Compared(rating_of(one.measure, one.before, one.lines).rating, "as it stands")
        earlier = previous_month_end(one.month)
        held = self.held(one.series, earlier)
        if held is None:
            return None
        lines = self.standing.lines_on(one.series, earlier)
        return Compared(rating_of(one.measure, held, lines).rating, f"in {month_label(earlier)}")


def subject(measure: Measure, variant: str) -> str:
    """CIC03, or CIC03 (excluding UASC)."""
    return measure.code if variant == Variant.ALL else f"{measure.code} (excluding UASC)"


def _number(month: date) -> int:
    """Months in a row have numbers in a row."""
    return month.year * 12 + month.month
