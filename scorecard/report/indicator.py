"""One indicator: its headline, its history and what it is measured against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.models import BaselineBreak, Benchmark, Figure, FigureStatus, Indicator, Threshold, Variant
from scorecard.periods import DataPeriod, month_ends, shift_months
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.comparing import compare
from scorecard.report.months import Months
from scorecard.report.readings import DatedLines, FigureParts, Lines, Measure, Reading, lines_on, read
from scorecard.travel import Comparison, Travel

HISTORY_MONTHS = 36


@dataclass(frozen=True, slots=True)
class History:
    """Every month of one population up to the chosen one, earliest first; a month without a figure is there too."""

    variant: Variant
    readings: tuple[Reading, ...]

    @property
    def now(self) -> Reading:
        return self.readings[-1]

    def on(self, day: date) -> Reading | None:
        return next((reading for reading in self.readings if reading.month.ends_on == day), None)


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """`other` is the other population's history, None where it has no figure at all."""

    indicator: Indicator
    measure: Measure
    months: Months
    history: History
    other: History | None
    travel: Mapping[Comparison, Travel]
    thresholds: Sequence[Threshold]
    benchmarks: Sequence[Benchmark]
    breaks: Sequence[BaselineBreak]

    @property
    def now(self) -> Reading:
        return self.history.now


def indicator_report(indicator: Indicator, months: Months, *, variant: Variant) -> IndicatorReport:
    measure = Measure(
        Unit(indicator.unit),
        indicator.decimals,
        Polarity(indicator.polarity),
        indicator.is_kpi,
        DataPeriod(indicator.data_period),
    )
    thresholds = list(indicator.thresholds.order_by("-valid_from"))
    breaks = list(indicator.breaks.select_related("from_period"))
    histories = _histories(indicator, measure, months, [_dated(threshold) for threshold in thresholds])
    chosen, other = histories[variant], histories[_other(variant)]
    return IndicatorReport(
        indicator=indicator,
        measure=measure,
        months=months,
        history=chosen,
        other=other if any(reading.status for reading in other.readings) else None,
        travel=compare(
            chosen.now, _earlier(chosen, months), [broke.from_period.starts_on for broke in breaks]
        ),
        thresholds=[threshold for threshold in thresholds if threshold.variant == variant],
        benchmarks=list(indicator.benchmarks.all()),
        breaks=breaks,
    )


def _other(variant: Variant) -> Variant:
    return Variant.EXC_UASC if variant == Variant.ALL else Variant.ALL


def _histories(
    indicator: Indicator, measure: Measure, months: Months, lines: list[DatedLines]
) -> dict[Variant, History]:
    last = months.chosen.ends_on
    first = shift_months(last, 1 - HISTORY_MONTHS)
    known = {month.ends_on: month for month in months.every}
    parts = {
        (figure.period_id, figure.variant): _parts(figure)
        for figure in Figure.objects.between(first, last).filter(indicator=indicator)
    }
    shown = [known[day] for day in month_ends(first, last) if day in known]

    def history(variant: Variant) -> History:
        return History(
            variant,
            tuple(
                read(
                    measure,
                    month,
                    variant,
                    parts.get((month.pk, variant)),
                    lines_on(month.ends_on, variant, lines),
                )
                for month in shown
            ),
        )

    return {variant: history(variant) for variant in Variant}


def _parts(figure: Figure) -> FigureParts:
    return FigureParts(
        figure.value,
        figure.numerator,
        figure.denominator,
        FigureStatus(figure.status),
        figure.is_provisional,
        figure.is_illustrative,
        figure.note,
        figure.revision,
    )


def _dated(threshold: Threshold) -> DatedLines:
    lines = Lines(
        threshold.target, threshold.floor, threshold.tolerance, threshold.floor_low, threshold.floor_high
    )
    return DatedLines(
        Variant(threshold.variant),
        threshold.valid_from,
        threshold.valid_to,
        threshold.is_floor_illustrative,
        lines,
    )


def _earlier(history: History, months: Months) -> dict[Comparison, Reading]:
    """The readings of the baselines; one older than the history is left out, and its comparison says so."""
    found = {comparison: history.on(month.ends_on) for comparison, month in months.baselines.items()}
    return {comparison: reading for comparison, reading in found.items() if reading}
