"""One line of the scorecard: an indicator's reading now, before, and for the other population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.models import Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit, format_number, with_unit
from scorecard.rag import Polarity, Rag
from scorecard.report.months import Month, Months
from scorecard.report.query import IndicatorData
from scorecard.report.readings import Measure, Reading, lines_on, read
from scorecard.travel import Comparison, Travel, direction_of_travel


@dataclass(frozen=True, slots=True)
class BenchmarkText:
    """What another area's figure was, in words. Never a colour."""

    area: str
    period_label: str
    value: Decimal
    text: str
    source_label: str
    excludes_uasc: bool
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """`series` has a number or None for each of the last 24 months, for drawing only."""

    code: str
    name: str
    section: str
    data_period: DataPeriod
    measure: Measure
    now: Reading
    other: Reading
    earlier: Mapping[Comparison, Reading]
    travel: Mapping[Comparison, Travel]
    benchmarks: tuple[BenchmarkText, ...]
    series: list[float | None]

    @property
    def is_rated(self) -> bool:
        return self.now.rating.rating != Rag.NOT_RATED

    def has_changed_rating(self, comparison: Comparison) -> bool:
        """Whether it had another colour then. Without a reading then, nobody can say that it changed."""
        before = self.earlier.get(comparison)
        return (
            before is not None
            and before.figure is not None
            and before.rating.rating != self.now.rating.rating
        )


def build_row(data: IndicatorData, months: Months, variant: Variant, drawn: Sequence[Month | None]) -> Row:
    measure = Measure(Unit(data.unit), data.decimals, Polarity(data.polarity), data.is_kpi)
    figures = {(row[0], row[1]): row for row in data.figures}

    def reading(month: Month, population: Variant) -> Reading:
        lines = lines_on(month.ends_on, population, data.lines)
        return read(measure, month, population, figures.get((str(month.pk), population)), lines)

    now = reading(months.chosen, variant)
    earlier = {comparison: reading(month, variant) for comparison, month in months.baselines.items()}
    return Row(
        code=data.code,
        name=data.name,
        section=data.section,
        data_period=DataPeriod(data.data_period),
        measure=measure,
        now=now,
        other=reading(months.chosen, _other(variant)),
        earlier=earlier,
        travel=_travel(data, measure, now, earlier),
        benchmarks=tuple(_benchmark(row, measure) for row in data.benchmarks),
        series=_series(data.series, drawn),
    )


def _other(variant: Variant) -> Variant:
    return Variant.EXC_UASC if variant == Variant.ALL else Variant.ALL


def _travel(
    data: IndicatorData, measure: Measure, now: Reading, earlier: Mapping[Comparison, Reading]
) -> dict[Comparison, Travel]:
    """Every named comparison, also those for which there is no earlier month: they say so."""
    return {
        comparison: direction_of_travel(
            now.observation,
            earlier[comparison].observation if comparison in earlier else None,
            comparison=comparison,
            polarity=measure.polarity,
            data_period=DataPeriod(data.data_period),
            unit=measure.unit,
            decimals=measure.decimals,
            target=now.lines.target,
            break_dates=data.breaks,
        )
        for comparison in (
            Comparison.PREVIOUS_MONTH,
            Comparison.PREVIOUS_PANEL,
            Comparison.SAME_MONTH_LAST_YEAR,
        )
    }


def _benchmark(row: list, measure: Measure) -> BenchmarkText:
    area, period_label, value, source_label, excludes_uasc, note = row
    number = Decimal(value)
    text = with_unit(format_number(number), measure.unit)
    return BenchmarkText(area, period_label, number, text, source_label, excludes_uasc == "true", note)


def _series(pairs: list[list[float | None]], drawn: Sequence[Month | None]) -> list[float | None]:
    values = dict(pairs)
    return [values.get(month.pk) if month else None for month in drawn]
