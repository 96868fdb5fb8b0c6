"""The one query behind the scorecard: for each indicator one text of JSON, with all that its row shows.

Written in SQL: building the same statement through the ORM takes as long as running it, 48 indicators x 24 months as
objects longer than the rest of the page. Each table is read once and grouped, so that 400 indicators cost no more
apiece than 48. A text that was read before need not be taken apart again, see `rows.build_row`.
`tests/scorecard/test_report_query.py` holds it to the models.
"""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from scorecard.models import FigureStatus, Variant
from scorecard.report.readings import DatedLines, FigureParts, Lines

# Every number is text within the JSON, so that each digit arrives; the series is for drawing only and may be floats.
SQL = """
SELECT json_build_array(
         i.code, i.name, s.name, i.is_kpi, i.polarity, i.data_period, i.unit, i.decimals,
         trim(concat_ws(' ', i.definition, i.numerator_label, i.denominator_label)),
         f.texts, t.texts, b.texts, k.days, d.months, d.figures, d.illustrative)::text
FROM scorecard_indicator i
JOIN scorecard_section s ON s.id = i.section_id
LEFT JOIN (
  SELECT indicator_id, array_agg(ARRAY[
           period_id::text, variant, value::text, numerator::text, denominator::text, status,
           is_provisional::text, is_illustrative::text, note, revision::text, month_numerator::text,
           month_denominator::text]) AS texts
  FROM scorecard_figure
  WHERE is_current AND period_id = ANY(%(months)s) GROUP BY indicator_id
) f ON f.indicator_id = i.id
LEFT JOIN (
  SELECT indicator_id, array_agg(ARRAY[
           variant, valid_from::text, valid_to::text, is_floor_illustrative::text, target::text, floor::text,
           tolerance::text, floor_low::text, floor_high::text]) AS texts
  FROM scorecard_threshold GROUP BY indicator_id
) t ON t.indicator_id = i.id
LEFT JOIN (
  SELECT indicator_id, array_agg(ARRAY[
           area, period_label, value::text, source_label, excludes_uasc::text, comparability_note]
         ORDER BY area_type, period_ends_on DESC, id) AS texts
  FROM scorecard_benchmark GROUP BY indicator_id
) b ON b.indicator_id = i.id
LEFT JOIN (
  SELECT k.indicator_id, array_agg(p.starts_on) AS days
  FROM scorecard_baselinebreak k JOIN scorecard_reportingperiod p ON p.id = k.from_period_id
  GROUP BY k.indicator_id
) k ON k.indicator_id = i.id
LEFT JOIN (
  SELECT indicator_id, array_agg(period_id) AS months,
         array_agg(coalesce(value, numerator / nullif(denominator, 0) * CASE unit
           WHEN 'percent' THEN 100 WHEN 'rate_per_10000' THEN 10000 ELSE 1 END)::float8) AS figures,
         array_agg(period_id) FILTER (WHERE is_illustrative) AS illustrative
  FROM scorecard_figure JOIN scorecard_indicator ON scorecard_indicator.id = indicator_id
  WHERE is_current AND variant = %(variant)s AND period_id = ANY(%(drawn)s) GROUP BY indicator_id
) d ON d.indicator_id = i.id
WHERE i.measured_until IS NULL OR i.measured_until >= %(on)s
ORDER BY s."order", i."order", i.code
"""


class IndicatorData(NamedTuple):
    """What one text says; None where there is nothing at all.

    `definition` has what is counted and out of what, too; it may be empty. The series: the keys of the months drawn
    that have a figure, the figures before rounding in the same order, and the keys of those months whose figure is
    illustrative. `breaks` are days like "2018-07-01".
    """

    code: str
    name: str
    section: str
    is_kpi: bool
    polarity: str
    data_period: str
    unit: str
    decimals: int
    definition: str
    figures: list[list[str | None]] | None
    lines: list[list[str | None]] | None
    benchmarks: list[list[str | None]] | None
    breaks: list[str] | None
    series_months: list[int] | None
    series: list[float | None] | None
    illustrative_months: list[int] | None


def indicator_texts(
    months: Iterable[int], *, drawn: Iterable[int | None], variant: Variant, on: date
) -> list[str]:
    """In the scorecard's order, every indicator with both populations' figures of `months`, which are keys.

    The series is of `variant` in the months `drawn`. Indicators retired before the day `on` are left out.
    """
    wanted = {
        "months": list(months),
        "drawn": [key for key in drawn if key is not None],
        "variant": variant,
        "on": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, wanted)
        return [text for (text,) in cursor.fetchall()]


def indicator_data(text: str) -> IndicatorData:
    return IndicatorData._make(json.loads(text))


def figure_parts(texts: list[str | None]) -> FigureParts:
    value, numerator, denominator, status, is_provisional, is_illustrative, note, revision, *month = texts[2:]
    return FigureParts(
        decimal(value),
        decimal(numerator),
        decimal(denominator),
        FigureStatus(status),
        is_provisional == "true",
        is_illustrative == "true",
        note,
        int(revision),
        *map(decimal, month),
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
