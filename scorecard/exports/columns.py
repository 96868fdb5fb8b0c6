"""The columns of every download, each with the one place its cells come from."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison

Cell = str | Decimal | None
YES = {True: "Yes", False: ""}
NOT_REPORTED = "Not reported"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in characters, for Excel. `is_published` cells carry the indicator's own decimal places."""

    heading: str
    cell: Callable[[Row], Cell]
    width: int = 12
    is_published: bool = False


def columns(scorecard: Scorecard) -> list[Column]:
    """Headings name the months they speak of."""
    return [
        Column("Code", lambda row: row.code, 8),
        Column("Indicator", lambda row: row.name, 60),
        Column("Section", lambda row: row.section, 26),
        Column("Key performance indicator", lambda row: YES[row.measure.is_kpi], 14),
        Column("Good is", lambda row: row.measure.polarity.label, 20),
        Column("Period covered", lambda row: row.measure.data_period.label, 20),
        Column("Unit", lambda row: row.measure.unit.label, 22),
        *_figures(scorecard),
        *_ratings(),
        *_travel(scorecard, Comparison.PREVIOUS_MONTH),
        *_travel(scorecard, Comparison.PREVIOUS_PANEL),
        *_context(),
        # The newest stand last: who reads this by the place of a column goes on reading the same
        *(_made_up(scorecard, name) for name in (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL)),
    ]


def _figures(scorecard: Scorecard) -> list[Column]:
    return [
        Column(f"Result {scorecard.month.label}", lambda row: row.now.figure, is_published=True),
        Column("Numerator", lambda row: row.now.numerator),
        Column("Denominator", lambda row: row.now.denominator),
        Column("Month's numerator", lambda row: row.now.month_numerator),
        Column("Month's denominator", lambda row: row.now.month_denominator),
        Column("Status", lambda row: _status(row.now), 16),
        Column("Provisional", lambda row: YES[row.now.is_provisional]),
        Column("Illustrative figure", lambda row: YES[row.now.is_illustrative]),
    ]


def _ratings() -> list[Column]:
    return [
        Column("Target", lambda row: row.now.lines.target),
        Column("Floor", lambda row: row.now.lines.floor_standard),
        Column("Illustrative floor", lambda row: YES[row.now.is_floor_illustrative]),
        Column("Rating", lambda row: row.now.rating.rating.label),
        Column("Why", lambda row: row.now.rating.reason.label, 34),
    ]


def _travel(scorecard: Scorecard, comparison: Comparison) -> list[Column]:
    against = _against(scorecard, comparison)
    return [
        Column(f"Result at {against}", lambda row: _earlier(row, comparison), 14, is_published=True),
        Column(f"Change on {against}", lambda row: row.travel[comparison].change, 14, is_published=True),
        Column(f"Direction on {against}", lambda row: row.travel[comparison].words, 34),
    ]


def _made_up(scorecard: Scorecard, comparison: Comparison) -> Column:
    heading = f"Illustrative result at {_against(scorecard, comparison)}"
    return Column(heading, lambda row: _is_earlier_illustrative(row, comparison), 14)


def _against(scorecard: Scorecard, comparison: Comparison) -> str:
    """ "previous panel report, June 2018"."""
    baseline = scorecard.months.baseline(comparison)
    return f"{comparison.label.lower()}, {baseline.label if baseline else 'no earlier month'}"


def _context() -> list[Column]:
    return [
        Column("Other population", lambda row: row.other.variant.label, 30),
        Column("Other population's result", lambda row: row.other.figure, is_published=True),
        Column("Other population's rating", lambda row: _other_rating(row), 14),
        Column("Benchmark", lambda row: row.benchmarks[0].value if row.benchmarks else None),
        Column("Benchmark area and period", lambda row: _benchmark(row), 34),
        Column("Note", lambda row: row.now.note, 40),
    ]


def _status(reading: Reading) -> str:
    return reading.status.label if reading.status else NOT_REPORTED


def _earlier(row: Row, comparison: Comparison) -> Decimal | None:
    earlier = row.earlier.get(comparison)
    return earlier.figure if earlier else None


def _is_earlier_illustrative(row: Row, comparison: Comparison) -> str:
    earlier = row.earlier.get(comparison)
    return YES[earlier is not None and earlier.figure is not None and earlier.is_illustrative]


def _other_rating(row: Row) -> str:
    return row.other.rating.rating.label if row.other.status else ""


def _benchmark(row: Row) -> str:
    if not row.benchmarks:
        return ""
    benchmark = row.benchmarks[0]
    return f"{benchmark.area}, {benchmark.period_label}" if benchmark.period_label else benchmark.area
