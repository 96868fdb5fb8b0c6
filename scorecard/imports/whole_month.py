"""What only shows when a month is looked at as a whole: figures that are gone, totals that should be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.imports.findings import Finding, Rule, at
from scorecard.imports.layout import Column, plain
from scorecard.imports.standing import Held, Measure, Series
from scorecard.imports.timeline import Proposed, Timeline, subject
from scorecard.periods import DataPeriod, month_label, previous_month_end
from scorecard.published import Unit, format_number

NAMED_AT_MOST = 5


class Total(NamedTuple):
    """How many people one cell says there are in a population."""

    number: Decimal
    series: Series
    column: Column


class WholeMonth:
    """One month of the timeline, with the workbook's sound rows of it (at least one).

    What is missing can only be said when every row `is_understood`.
    """

    def __init__(self, month: date, rows: list[Proposed], timeline: Timeline, *, is_understood: bool) -> None:
        self.month, self.timeline, self.is_understood = month, timeline, is_understood
        self.rows = {one.series: one for one in rows}
        self.measures = {measure.id: measure for measure in timeline.standing.measures.values()}
        self.sheet = rows[0].entry.cells[Column.CODE].sheet

    def warnings(self) -> Iterator[Finding]:
        if any(not row.is_unchanged for row in self.rows.values()):
            if self.is_understood:
                yield from self._missing()
            for population, totals in self._totals().items():
                yield from self._odd_ones(population[1], totals)

    def _missing(self) -> Iterator[Finding]:
        """Key performance indicators that had a figure last month and would have none.

        Those without a row are one finding: a layout may have no column for a whole population.
        """
        then, now = month_label(previous_month_end(self.month)), month_label(self.month)
        gone = [series for series in sorted(self.timeline.series) if self._is_gone(series)]
        without_row = [series for series in gone if series not in self.rows]
        together = without_row if len(without_row) > 1 else []
        for series in gone:
            if series in together:
                continue
            message = f"{self._subject(series)} had a figure in {then} and would have none in {now}."
            yield self._at(series, Column.RESULT, Rule.MISSING, message)
        if together:
            named = ", ".join(map(self._subject, together))
            message = f"These had a figure in {then} and would have none in {now}: {named}."
            yield Finding(Rule.MISSING, message, self.sheet, found=f"no row for {len(together)} figures")

    def _is_gone(self, series: Series) -> bool:
        measure = self.measures[series[0]]
        if not (measure.is_kpi and measure.counts_in(self.month)):
            return False
        had, has = (self._has_figure(series, month) for month in (previous_month_end(self.month), self.month))
        return had and not has

    def _has_figure(self, series: Series, month: date) -> bool:
        """One that would be published: a numerator over a denominator of 0 gives none."""
        return self.timeline.figure(self.measures[series[0]], series, month) is not None

    def _totals(self) -> dict[tuple[str, str], list[Total]]:
        """By variant and population: snapshots whose denominators bear one name count the same people."""
        totals: dict[tuple[str, str], list[Total]] = defaultdict(list)
        snapshots = [m for m in self.measures.values() if m.data_period == DataPeriod.SS]
        populations = {plain(measure.denominator_label) for measure in snapshots} - {""}
        for series in sorted(self.timeline.series):
            measure, held = self.measures[series[0]], self.timeline.held(series, self.month)
            if held and measure.data_period == DataPeriod.SS:
                for label, number, column in _counted(measure, held):
                    if number is not None and plain(label) in populations:
                        totals[series[1], plain(label)].append(Total(number, series, column))
        return totals

    def _odd_ones(self, population: str, totals: list[Total]) -> Iterator[Finding]:
        usual, _ = Counter(total.number for total in totals).most_common(1)[0]
        agree = [self.measures[total.series[0]].code for total in totals if total.number == usual]
        for total in totals:
            if total.number != usual:
                message = (
                    f"{self._subject(total.series)} counts {format_number(total.number)} where {_some(agree)} "
                    f"count {format_number(usual)} ({population}). Check which is right."
                )
                yield self._at(total.series, total.column, Rule.POPULATION_TOTAL, message)

    def _subject(self, series: Series) -> str:
        return subject(self.measures[series[0]], series[1])

    def _at(self, series: Series, column: Column, rule: Rule, message: str) -> Finding:
        row = self.rows.get(series)
        if row is None:
            return Finding(rule, message, self.sheet, found="no row for it")
        return at(row.entry.cells[column], rule, message, column)


def _counted(measure: Measure, held: Held) -> Iterator[tuple[str, Decimal | None, Column]]:
    yield measure.denominator_label, held.denominator, Column.DENOMINATOR
    yield measure.numerator_label, held.numerator, Column.NUMERATOR
    if measure.unit == Unit.COUNT:
        yield measure.numerator_label, held.value, Column.RESULT


def _some(codes: list[str]) -> str:
    unique = sorted(set(codes))
    named = ", ".join(unique[:NAMED_AT_MOST])
    return named if len(unique) <= NAMED_AT_MOST else f"{named} and others"
