"""Every series as it would be with the workbook applied, so that each month can be held against its own past."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from scorecard.imports.entries import Entry
from scorecard.imports.past import Past
from scorecard.imports.standing import (
    Held,
    Lines,
    Measure,
    Series,
    Standing,
    figure_of,
    rating_of,
)
from scorecard.models import Variant
from scorecard.periods import month_label, previous_month_end
from scorecard.rag import Rag


class Proposed(NamedTuple):
    """A figure as the workbook would have it, and the one that stands, if there is one.

    `figure` is as it would be published, `rating` as it would be rated.
    """

    entry: Entry
    measure: Measure
    series: Series
    month: date
    lines: Lines
    held: Held
    before: Held | None
    figure: Decimal | None
    rating: Rag

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
        self._figures: dict[tuple[Series, date], Decimal | None] = {}
        for one in proposed:
            self.series.setdefault(one.series, {})[one.month] = one.held
            self._figures[one.series, one.month] = one.figure
        self._past: dict[Series, Past] = {}
        self._ratings_before: dict[tuple[Series, date], Compared | None] = {}

    def held(self, series: Series, month: date) -> Held | None:
        return self.series.get(series, {}).get(month)

    def figure(self, measure: Measure, series: Series, month: date) -> Decimal | None:
        """As it would be published. Each is asked for by several checks and worked out once."""
        key = series, month
        if key not in self._figures:
            self._figures[key] = figure_of(measure, self.held(series, month))
        return self._figures[key]

    def past(self, one: Proposed) -> Past:
        if one.series not in self._past:
            breaks = self.standing.breaks.get(one.measure.id, [])
            figure = partial(self.figure, one.measure, one.series)
            self._past[one.series] = Past(one.measure.data_period, self.series[one.series], breaks, figure)
        return self._past[one.series]

    def rating_before(self, one: Proposed) -> Compared | None:
        """What the figure's rating is compared with: its own as it stands, or for a new figure last month's."""
        key = one.series, one.month
        if key not in self._ratings_before:
            self._ratings_before[key] = self._rating_before(one)
        return self._ratings_before[key]

    def _rating_before(self, one: Proposed) -> Compared | None:
        if one.before:
            return Compared(rating_of(one.measure, one.before, one.lines).rating, "as it stands")
        earlier = month_before(one.month)
        held = self.held(one.series, earlier)
        if held is None:
            return None
        lines = self.standing.lines_on(one.series, earlier)
        return Compared(rating_of(one.measure, held, lines).rating, f"in {month_label(earlier)}")


@cache
def month_before(month: date) -> date:
    """Its last day. Asked several times for each of thousands of rows."""
    return previous_month_end(month)


def subject(measure: Measure, variant: str) -> str:
    """CIC03, or CIC03 (excluding UASC)."""
    return measure.code if variant == Variant.ALL else f"{measure.code} (excluding UASC)"
