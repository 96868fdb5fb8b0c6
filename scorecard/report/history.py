"""The figures of one indicator month by month, for both populations."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from scorecard.models import Figure, FigureStatus, Indicator, Threshold, Variant
from scorecard.periods import (
    DataPeriod,
    month_ends,
    previous_month_end,
    same_month_last_year,
    shift_months,
)
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.comparing import travel
from scorecard.report.months import Month, Months
from scorecard.report.readings import DatedLines, FigureParts, Lines, Measure, Reading, lines_on, read
from scorecard.travel import Comparison, Travel

SHOWN = 36
READ = SHOWN + 12  # some figures are compared with the year before
STEPS = {
    DataPeriod.A: Comparison.PREVIOUS_YEAR,
    DataPeriod.YTD: Comparison.SAME_MONTH_LAST_YEAR,
    DataPeriod.AC_YTD: Comparison.SAME_MONTH_LAST_YEAR,
}


class History(NamedTuple):
    """Every month of one population up to the chosen one, earliest first; a month without a figure is there too.

    `every` reaches back further than what is shown, so that the first month shown can be compared. `parts` are
    the chosen month's figure as it was uploaded.
    """

    variant: Variant
    every: tuple[Reading, ...]
    parts: FigureParts | None

    @property
    def readings(self) -> tuple[Reading, ...]:
        return self.every[-SHOWN:]

    @property
    def now(self) -> Reading:
        return self.every[-1]

    @property
    def last_figure(self) -> Reading | None:
        return next((reading for reading in reversed(self.every) if reading.figure is not None), None)

    def on(self, day: date) -> Reading | None:
        return next((reading for reading in self.every if reading.month.ends_on == day), None)

    @property
    def step(self) -> Comparison:
        """What each month is held against. A count to date only grows from month to month: last year's tells more."""
        return STEPS.get(self.now.measure.data_period, Comparison.PREVIOUS_MONTH)

    def steps(self, break_dates: Sequence[date]) -> list[Travel]:
        """How each month shown moved, on the month or the year before."""
        comparison = self.step
        before = previous_month_end if comparison == Comparison.PREVIOUS_MONTH else same_month_last_year
        return [
            travel(self.on(before(reading.month.ends_on)), reading, comparison, break_dates)
            for reading in self.readings
        ]


def histories(
    indicator: Indicator, months: Months, thresholds: Iterable[Threshold]
) -> dict[Variant, History]:
    """Of both populations, in one query."""
    shown = _months(months)
    lines = [dated(threshold) for threshold in thresholds]
    measure = measure_of(indicator)
    figures = Figure.objects.between(shown[0].ends_on, shown[-1].ends_on).filter(indicator=indicator)
    parts = {(figure.period_id, figure.variant): parts_of(figure) for figure in figures}

    def reading(month: Month, variant: Variant) -> Reading:
        dated = lines_on(month.ends_on, variant, lines)
        return read(measure, month, variant, parts.get((month.pk, variant)), dated)

    return {
        variant: History(
            variant,
            tuple(reading(month, variant) for month in shown),
            parts.get((months.chosen.pk, variant)),
        )
        for variant in Variant
    }


def measure_of(indicator: Indicator) -> Measure:
    return Measure(
        Unit(indicator.unit),
        indicator.decimals,
        Polarity(indicator.polarity),
        indicator.is_kpi,
        DataPeriod(indicator.data_period),
    )


def _months(months: Months) -> list[Month]:
    """Every month since the first with figures, as far back as is read; one that nothing was uploaded for too."""
    known = {month.ends_on: month for month in months.every}
    first = max(min(known), shift_months(months.chosen.ends_on, 1 - READ))
    return [known.get(day) or Month(0, day) for day in month_ends(first, months.chosen.ends_on)]


def parts_of(figure: Figure) -> FigureParts:
    return FigureParts(
        figure.value,
        figure.numerator,
        figure.denominator,
        FigureStatus(figure.status),
        figure.is_provisional,
        figure.is_illustrative,
        figure.note,
        figure.revision,
        figure.month_numerator,
        figure.month_denominator,
    )


def dated(threshold: Threshold) -> DatedLines:
    return DatedLines(
        Variant(threshold.variant),
        threshold.valid_from,
        threshold.valid_to,
        threshold.is_floor_illustrative,
        Lines(
            threshold.target,
            threshold.floor,
            threshold.tolerance,
            threshold.floor_low,
            threshold.floor_high,
        ),
    )
