"""One line of the scorecard: an indicator's reading now, before, and for the other population."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.charts import sparkline
from scorecard.models import Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit, format_number, with_unit
from scorecard.rag import Polarity, Rag
from scorecard.report.comparing import compare
from scorecard.report.months import Month, Months
from scorecard.report.query import IndicatorData, dated_lines, figure_parts
from scorecard.report.readings import Measure, Reading, lines_on, other_variant, read
from scorecard.travel import Comparison, Travel


class BenchmarkText(NamedTuple):
    """What another area's figure was, in words. Never a colour."""

    area: str
    period_label: str
    value: Decimal
    text: str
    source_label: str
    excludes_uasc: bool
    note: str


class Row(NamedTuple):
    """`series` has a number or None for each of the last 24 months, for drawing only.

    The first `illustrative` of them are made up, or older than one that is.
    """

    code: str
    name: str
    section: str
    measure: Measure
    now: Reading
    other: Reading
    earlier: Mapping[Comparison, Reading]
    travel: Mapping[Comparison, Travel]
    benchmarks: tuple[BenchmarkText, ...]
    series: list[float | None]
    illustrative: int

    @property
    def is_rated(self) -> bool:
        return self.now.rating.rating != Rag.NOT_RATED

    def remarks(self, *, are_all_illustrative: bool = False) -> str:
        """What stands under the name: the parts of the figure, what to know about it, why there is none."""
        now = self.now
        flags = [
            ("provisional", now.is_provisional),
            ("illustrative figure", now.is_illustrative and not are_all_illustrative),
            (now.note, now.figure is None),
        ]
        flagged = [word for word, applies in flags if applies]
        return ", ".join(filter(None, [now.parts, *now.cautions, *flagged]))

    @property
    def benchmark(self) -> BenchmarkText | None:
        return self.benchmarks[0] if self.benchmarks else None

    @property
    def sparkline(self) -> str:
        target = self.now.lines.target if self.measure.is_kpi else None
        return sparkline(
            self.series, None if target is None else float(target), illustrative=self.illustrative
        )

    def has_changed_rating(self, comparison: Comparison) -> bool:
        """Whether it had another colour then. Without a reading then, nobody can say that it changed."""
        before = self.earlier.get(comparison)
        return (
            before is not None
            and before.figure is not None
            and before.rating.rating != self.now.rating.rating
        )


def build_row(
    data: IndicatorData,
    months: Months,
    variant: Variant,
    *,
    drawn: Sequence[Month | None],
    comparisons: Iterable[Comparison],
) -> Row:
    measure = Measure(
        Unit(data.unit), data.decimals, Polarity(data.polarity), data.is_kpi, DataPeriod(data.data_period)
    )
    figures = {(int(texts[0]), texts[1]): figure_parts(texts) for texts in data.figures or ()}
    every_line = [dated_lines(texts) for texts in data.lines or ()]

    def reading(month: Month, population: Variant) -> Reading:
        lines = lines_on(month.ends_on, population, every_line)
        return read(measure, month, population, figures.get((month.pk, population)), lines)

    now = reading(months.chosen, variant)
    baselines = {name: month for name in comparisons if (month := months.baseline(name))}
    earlier = {name: reading(month, variant) for name, month in baselines.items()}
    return Row(
        code=data.code,
        name=data.name,
        section=data.section,
        measure=measure,
        now=now,
        other=reading(months.chosen, other_variant(variant)),
        earlier=earlier,
        travel=compare(now, earlier, data.breaks or (), comparisons),
        benchmarks=tuple(_benchmark(texts, measure) for texts in data.benchmarks or ()),
        series=_series(data, drawn),
        illustrative=_illustrative(data, drawn),
    )


def _benchmark(row: list, measure: Measure) -> BenchmarkText:
    area, period_label, value, source_label, excludes_uasc, note = row
    number = Decimal(value)
    text = with_unit(format_number(number), measure.unit)
    return BenchmarkText(area, period_label, number, text, source_label, excludes_uasc == "true", note)


def _series(data: IndicatorData, drawn: Sequence[Month | None]) -> list[float | None]:
    figures = dict(zip(data.series_months or (), data.series or (), strict=True))
    return [figures.get(month.pk) if month else None for month in drawn]


def _illustrative(data: IndicatorData, drawn: Sequence[Month | None]) -> int:
    """How many places from the first to the latest month with an illustrative figure."""
    made_up = set(data.illustrative_months or ())
    return max(
        (place for place, month in enumerate(drawn, start=1) if month and month.pk in made_up), default=0
    )
