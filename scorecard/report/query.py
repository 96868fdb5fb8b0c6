"""The one query behind the scorecard: a row for each indicator, with all that the row shows.

Written in SQL, with rows of text in arrays: building the same statement through the ORM takes as long as running
it, 48 indicators x 24 months as objects longer than the rest of the page. `tests/scorecard/test_report_query.py`
holds it to the models.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from scorecard.models import FigureStatus, Variant
from scorecard.report.months import Month
from scorecard.report.readings import DatedLines, FigureParts, Lines

# Every number leaves as text, so that each digit arrives; the series is for drawing only and may be floats.
SQL = """
SELECT i.code, i.name, s.name, i.is_kpi, i.polarity, i.data_period, i.unit, i.decimals,
  ARRAY(SELECT ARRAY[f.period_id::text, f.variant, f.value::text, f.numerator::text, f.denominator::text, f.status,
                     f.is_provisional::text, f.is_illustrative::text, f.note, f.revision::text]
        FROM scorecard_figure f
        WHERE f.indicator_id = i.id AND f.is_current AND f.period_id = ANY(%(months)s)),
  ARRAY(SELECT ARRAY[t.variant, t.valid_from::text, t.valid_to::text, t.is_floor_illustrative::text, t.target::text,
                     t.floor::text, t.tolerance::text, t.floor_low::text, t.floor_high::text]
        FROM scorecard_threshold t WHERE t.indicator_id = i.id),
  ARRAY(SELECT ARRAY[b.area, b.period_label, b.value::text, b.source_label, b.excludes_uasc::text,
                     b.comparability_note]
        FROM scorecard_benchmark b WHERE b.indicator_id = i.id
        ORDER BY b.area_type, b.period_ends_on DESC, b.id),
  ARRAY(SELECT p.starts_on FROM scorecard_baselinebreak k JOIN scorecard_reportingperiod p ON p.id = k.from_period_id
        WHERE k.indicator_id = i.id),
  ARRAY(SELECT ARRAY[f.period_id, coalesce(f.value, f.numerator / nullif(f.denominator, 0)
                       * CASE i.unit WHEN 'percent' THEN 100 WHEN 'rate_per_10000' THEN 10000 ELSE 1 END),
                     f.is_illustrative::int]::float8[]
        FROM scorecard_figure f
        WHERE f.indicator_id = i.id AND f.variant = %(variant)s AND f.is_current AND f.period_id = ANY(%(drawn)s))
FROM scorecard_indicator i JOIN scorecard_section s ON s.id = i.section_id
ORDER BY s."order", i."order", i.code
"""


class IndicatorData(NamedTuple):
    """One row of the query. `series` holds (key of the month, figure before rounding, 1 if illustrative)."""

    code: str
    name: str
    section: str
    is_kpi: bool
    polarity: str
    data_period: str
    unit: str
    decimals: int
    figures: list[list[str | None]]
    lines: list[list[str | None]]
    benchmarks: list[list[str | None]]
    breaks: list[date]
    series: list[list[float | None]]


def indicator_data(
    months: Iterable[Month], *, drawn: Iterable[Month], variant: Variant
) -> list[IndicatorData]:
    """In the scorecard's order, every indicator with both populations' figures of `months`.

    The series is of `variant` in the months `drawn`.
    """
    wanted = {
        "months": [month.pk for month in months],
        "drawn": [month.pk for month in drawn],
        "variant": variant,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, wanted)
        return [IndicatorData._make(row) for row in cursor.fetchall()]


def figure_parts(texts: list[str | None]) -> FigureParts:
    value, numerator, denominator, status, is_provisional, is_illustrative, note, revision = texts[2:]
    return FigureParts(
        decimal(value),
        decimal(numerator),
        decimal(denominator),
        FigureStatus(status),
        is_provisional == "true",
        is_illustrative == "true",
        note,
        int(revision),
    )


def dated_lines(texts: list[str | None]) -> DatedLines:
    variant, valid_from, valid_to, is_floor_illustrative, *lines = texts
    return DatedLines(
        Variant(variant),
        date.fromisoformat(valid_from),
        date.fromisoformat(valid_to) if valid_to else None,
        is_floor_illustrative == "true",
        Lines(*(decimal(text) for text in lines)),
    )


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
