"""The scorecard as plain data: what the JSON holds. Figures are those that are published, no other."""

from decimal import Decimal
from typing import Any

from scorecard.report.months import Month
from scorecard.report.readings import Reading
from scorecard.report.rows import BenchmarkText, Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison, Travel

TRAVELS = (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL)
WAYS = ("improved", "worsened", "unchanged")


def as_data(scorecard: Scorecard) -> dict[str, Any]:
    """Period, summary and one object per indicator in the scorecard's order.

    Directions are counted over the rated indicators, against each baseline by name; None where there is no such
    baseline.
    """
    return {
        "period": scorecard.month.slug,
        "variant": str(scorecard.variant),
        "panel_meeting_on": _iso(scorecard.month),
        "baselines": {str(name): _slug(scorecard.months.baseline(name)) for name in TRAVELS},
        "summary": _summary(scorecard),
        "indicators": [_indicator(row) for row in scorecard.rows],
    }


def number(value: Decimal | None) -> int | float | None:
    """For JSON, which knows no Decimal: whole numbers whole, others by their shortest digits, so 98.9 is 98.9."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(month: Month) -> str | None:
    return month.meeting_on.isoformat() if month.meeting_on else None


def _slug(month: Month | None) -> str | None:
    return month.slug if month else None


def _summary(scorecard: Scorecard) -> dict[str, Any]:
    counts = scorecard.travel
    travels = {way: {str(name): getattr(counts.get(name), way, None) for name in TRAVELS} for way in WAYS}
    return scorecard.ratings._asdict() | travels


def _indicator(row: Row) -> dict[str, Any]:
    identity = {
        "code": row.code,
        "name": row.name,
        "section": row.section,
        "is_kpi": row.measure.is_kpi,
        "polarity": str(row.measure.polarity) or "none",
        "data_period": str(row.measure.data_period),
        "unit": str(row.measure.unit),
    }
    return identity | {
        **_reading(row.now),
        "travel": {str(name): _travel(row.travel[name], row.earlier.get(name)) for name in TRAVELS},
        "other_variant": _reading(row.other) if row.other.status else None,
        "benchmarks": [_benchmark(benchmark) for benchmark in row.benchmarks],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "variant": str(reading.variant),
        "value": number(reading.figure),
        "numerator": number(reading.numerator),
        "denominator": number(reading.denominator),
        "month_numerator": number(reading.month_numerator),
        "month_denominator": number(reading.month_denominator),
        "target": number(reading.lines.target),
        "floor": number(reading.lines.floor_standard),
        "floor_is_illustrative": reading.is_floor_illustrative,
        "rating": str(reading.rating.rating),
        "reason": str(reading.rating.reason),
        "status": str(reading.status) if reading.status else "not_reported",
        "is_provisional": reading.is_provisional,
        "is_illustrative": reading.is_illustrative,
        "note": reading.note,
    }


def _travel(travel: Travel, earlier: Reading | None) -> dict[str, Any]:
    return {
        "baseline": earlier.month.slug if earlier else None,
        "from_value": number(earlier.figure) if earlier else None,
        "from_is_illustrative": earlier.is_illustrative if earlier and earlier.figure is not None else None,
        "from_rating": str(earlier.rating.rating) if earlier and earlier.figure is not None else None,
        "arrow": str(travel.arrow) if travel.arrow else None,
        "change": number(travel.change),
        "judgement": str(travel.direction) if travel.arrow else None,
        "reason": str(travel.reason) if travel.reason else None,
        "words": travel.words,
    }


def _benchmark(benchmark: BenchmarkText) -> dict[str, Any]:
    return {
        "area": benchmark.area,
        "period": benchmark.period_label,
        "value": number(benchmark.value),
        "source": benchmark.source_label,
        "excludes_uasc": benchmark.excludes_uasc,
        "note": benchmark.note,
    }
