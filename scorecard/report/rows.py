"""One line of the scorecard: an indicator's reading now, before, and for the other population."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.charts import sparkline
from scorecard.models import Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit, format_number, with_unit
from scorecard.rag import Polarity, Rag
from scorecard.report.comparing import compare
from scorecard.report.months import Month
from scorecard.report.query import IndicatorData, dated_lines, figure_parts, indicator_data
from scorecard.report.readings import DatedLines, Measure, Reading, lines_on, other_variant, read
from scorecard.travel import Comparison, Travel

KEPT = 2_000  # rows, some 10 kB each: a year of months for both populations


class BenchmarkText(NamedTuple):
    """What another area's figure was, in words. Never a colour."""

    area: str
    period_label: str
    value: Decimal
    text: str
    source_label: str
    excludes_uasc: bool
    note: str


class Frame(NamedTuple):
    """What rows are to show: a month, of whom, against what. `drawn` are keys of months, None for one missing."""

    chosen: Month
    variant: Variant
    comparisons: tuple[Comparison, ...]
    baselines: tuple[tuple[Comparison, Month], ...]
    drawn: tuple[int | None, ...]


class Source(NamedTuple):
    """What the readings of one indicator are made from: figures by key of the month and population, and lines."""

    measure: Measure
    figures: Mapping[tuple[str, str], list[str | None]]
    lines: Sequence[list[str | None]]

    def readings(self, months: Iterable[Month], variant: Variant) -> list[Reading]:
        lines = [dated_lines(texts) for texts in self.lines if texts[0] == variant]
        return [self._reading(month, variant, lines) for month in months]

    def _reading(self, month: Month, variant: Variant, lines: list[DatedLines]) -> Reading:
        texts = self.figures.get((str(month.pk), variant))
        parts = None if texts is None else figure_parts(texts)
        return read(self.measure, month, variant, parts, lines_on(month.ends_on, variant, lines))


class Row(NamedTuple):
    """`series` has a number or None for each of the last 24 months, for drawing only.

    The first `illustrative` of them are made up, or older than one that is. `searched` are code, name and definition
    in small letters.
    """

    code: str
    name: str
    section: str
    now: Reading
    earlier: Mapping[Comparison, Reading]
    travel: Mapping[Comparison, Travel]
    benchmarks: tuple[BenchmarkText, ...]
    series: tuple[float | None, ...]
    illustrative: int
    sparkline: str
    source: Source
    searched: str

    @property
    def measure(self) -> Measure:
        return self.now.measure

    @property
    def other(self) -> Reading:
        """The same month for the other population. Worked out when asked for: the page does not ask."""
        (reading,) = self.source.readings([self.now.month], other_variant(self.now.variant))
        return reading

    @property
    def told_other(self) -> Reading | None:
        """That reading where it says something: not of a name that says "(exc UASC)" already, with the same figure."""
        other = self.other
        says_so = "exc uasc" in self.name.lower() and other.figure == self.now.figure
        return None if other.figure is None or says_so else other

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
    def benchmark_figure(self) -> str:
        """ "70%", but days and rates without their unit, which stands beside our own figure."""
        shown = self.benchmark
        if not shown:
            return ""
        return shown.text if self.measure.unit == Unit.PERCENT else format_number(shown.value)

    def has_changed_rating(self, comparison: Comparison) -> bool:
        """Whether it had another colour then. Without a reading then, nobody can say that it changed."""
        before = self.earlier.get(comparison)
        return (
            before is not None
            and before.figure is not None
            and before.rating.rating != self.now.rating.rating
        )


@lru_cache(KEPT)
def build_row(text: str, frame: Frame) -> Row:
    """The same text always makes the same row, so a month that is read again is not worked out again.

    Nothing can go stale: whatever changes in the database changes the text.
    """
    data = indicator_data(text)
    measure = Measure(
        Unit(data.unit), data.decimals, Polarity(data.polarity), data.is_kpi, DataPeriod(data.data_period)
    )
    figures = {(texts[0], texts[1]): texts for texts in data.figures or ()}
    source = Source(measure, figures, data.lines or ())
    now, *before = source.readings([frame.chosen, *(month for _, month in frame.baselines)], frame.variant)
    earlier = {comparison: reading for (comparison, _), reading in zip(frame.baselines, before, strict=True)}
    breaks = [date.fromisoformat(day) for day in data.breaks or ()]
    series, illustrative = _series(data, frame), _illustrative(data, frame)
    return Row(
        code=data.code,
        name=data.name,
        section=data.section,
        now=now,
        earlier=earlier,
        travel=compare(now, earlier, breaks, frame.comparisons),
        benchmarks=tuple(_benchmark(texts, measure) for texts in data.benchmarks or ()),
        series=series,
        illustrative=illustrative,
        sparkline=_sparkline(series, now, illustrative),
        source=source,
        searched=f"{data.code} {data.name} {data.definition}".lower(),
    )


def _benchmark(row: list, measure: Measure) -> BenchmarkText:
    area, period_label, value, source_label, excludes_uasc, note = row
    number = Decimal(value)
    text = with_unit(format_number(number), measure.unit)
    return BenchmarkText(area, period_label, number, text, source_label, excludes_uasc == "true", note)


def _series(data: IndicatorData, frame: Frame) -> tuple[float | None, ...]:
    figures = dict(zip(data.series_months or (), data.series or (), strict=True))
    return tuple(figures.get(key) for key in frame.drawn)


def _illustrative(data: IndicatorData, frame: Frame) -> int:
    """How many places from the first to the latest month with an illustrative figure."""
    made_up = data.illustrative_months or ()
    return max((place for place, key in enumerate(frame.drawn, start=1) if key in made_up), default=0)


def _sparkline(series: Sequence[float | None], now: Reading, illustrative: int) -> str:
    target = now.lines.target if now.measure.is_kpi else None
    return sparkline(series, None if target is None else float(target), illustrative=illustrative)
