"""Reads what stands in two statements, written in SQL: through the ORM they take longer than the whole check."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.db import connection

from scorecard.imports.standing import MONTHS_BACK, Held, Lines, Measure, Series, Standing
from scorecard.periods import shift_months

INDICATORS = """
    SELECT i.id, i.code, i.name, i.is_kpi, i.polarity, i.data_period, i.unit, i.decimals,
        i.numerator_label, i.denominator_label, i.measured_until,
        ARRAY(SELECT ARRAY[t.variant, t.valid_from::text, t.valid_to::text, t.target::text, t.floor::text,
                           t.tolerance::text, t.floor_low::text, t.floor_high::text]
              FROM scorecard_threshold t WHERE t.indicator_id = i.id ORDER BY t.variant, t.valid_from),
        ARRAY(SELECT p.starts_on FROM scorecard_baselinebreak b
              JOIN scorecard_reportingperiod p ON p.id = b.from_period_id
              WHERE b.indicator_id = i.id ORDER BY p.starts_on)
    FROM scorecard_indicator i JOIN scorecard_section s ON s.id = i.section_id
    ORDER BY s."order", i."order", i.code
"""
FIGURES = """
    SELECT f.id, f.indicator_id, f.variant, p.ends_on, f.value, f.numerator, f.denominator, f.status,
        f.is_provisional, f.is_illustrative, f.note, f.month_numerator, f.month_denominator
    FROM scorecard_figure f JOIN scorecard_reportingperiod p ON p.id = f.period_id
    WHERE f.is_current AND p.ends_on BETWEEN %s AND %s
"""
# Always in the same order, so that two workbooks of many months wait for each other and never cross.
LOCK_MONTHS = """
    SELECT pg_advisory_xact_lock(hashtext('scorecard_reportingperiod'), month)
    FROM (SELECT unnest(%s::int[]) AS month OFFSET 0) AS months
"""


def load_standing(months: Collection[date]) -> Standing:
    """What a workbook for these months is checked against. `digest` changes when any of it does."""
    with connection.cursor() as cursor:
        cursor.execute(INDICATORS)
        indicators = cursor.fetchall()
        figures = []
        if months:
            cursor.execute(FIGURES, [shift_months(min(months), -MONTHS_BACK), max(months)])
            figures = cursor.fetchall()
    # A figure never changes, so that the ids of those that stand say it all.
    seen = (indicators, sorted(row[0] for row in figures))
    return Standing(
        measures={row[1]: Measure._make(row[:11]) for row in indicators},
        lines=_lines(indicators),
        figures=_by_month(figures),
        breaks={row[0]: row[12] for row in indicators if row[12]},
        digest=sha256(repr(seen).encode()).hexdigest(),
    )


def lock_months(months: Collection[date]) -> None:
    """Until the transaction ends nobody else gets past here with one of these months."""
    numbers = sorted(month.year * 12 + month.month for month in months)
    with connection.cursor() as cursor:
        cursor.execute(LOCK_MONTHS, [numbers])


def _lines(indicators: list[tuple]) -> dict[Series, list[Lines]]:
    lines: dict[Series, list[Lines]] = defaultdict(list)
    for row in indicators:
        for variant, valid_from, valid_to, *numbers in row[11]:
            until = date.fromisoformat(valid_to) if valid_to else None
            levels = (None if text is None else Decimal(text) for text in numbers)
            lines[row[0], variant].append(Lines(date.fromisoformat(valid_from), until, *levels))
    return lines


def _by_month(rows: list[tuple]) -> dict[Series, dict[date, Held]]:
    figures: dict[Series, dict[date, Held]] = defaultdict(dict)
    for row in rows:
        figures[row[1:3]][row[3]] = Held._make(row[4:])
    return figures
