"""Readings, rows and scorecards without a database: one percentage of August 2018, target 90, floor 80."""

from datetime import date
from decimal import Decimal
from typing import Any

from scorecard.counts import count_ratings
from scorecard.models import FigureStatus, Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.comparing import ALWAYS, compare
from scorecard.report.months import Month, Months
from scorecard.report.readings import DatedLines, FigureParts, Lines, Measure, Reading, read
from scorecard.report.rows import Row, Source
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison

JUNE = Month(6, date(2018, 6, 30), date(2018, 9, 19))
JULY = Month(7, date(2018, 7, 31))
AUGUST = Month(8, date(2018, 8, 31), date(2018, 11, 1))
SUMMER = Months(
    AUGUST, (AUGUST, JULY, JUNE), {Comparison.PREVIOUS_MONTH: JULY, Comparison.PREVIOUS_PANEL: JUNE}
)
PERCENT = Measure(Unit.PERCENT, 1, Polarity.HIGHER_IS_BETTER, True, DataPeriod.SS)


def decimal(value: str | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def parts(value: str | None, numerator: Any = None, denominator: Any = None, **fields: Any) -> FigureParts:
    given = {
        "status": FigureStatus.REPORTED,
        "is_provisional": False,
        "is_illustrative": False,
        "note": "",
        "revision": 1,
    }
    return FigureParts(decimal(value), decimal(numerator), decimal(denominator), **(given | fields))


def reading(
    value: str | None = "95.0",
    numerator: Any = None,
    denominator: Any = None,
    *,
    month: Month = AUGUST,
    variant: Variant = Variant.ALL,
    target: Any = 90,
    floor: Any = 80,
    is_floor_illustrative: bool = False,
    lines: Lines | None = None,
    measure: dict[str, Any] | None = None,
    **fields: Any,
) -> Reading:
    """`measure` has what differs from a percentage where higher is better."""
    lines = lines or Lines(decimal(target), decimal(floor))
    dated = DatedLines(variant, date(2018, 4, 1), None, is_floor_illustrative, lines)
    uploaded = parts(value, numerator, denominator, **fields)
    return read(PERCENT._replace(**(measure or {})), month, variant, uploaded, dated)


def not_uploaded(month: Month = AUGUST, **how: Any) -> Reading:
    uploaded = reading(month=month, **how)
    return read(uploaded.measure, month, uploaded.variant, None, uploaded.dated_lines)


def row(august: str | None, july: str | None = None, june: str | None = None, **how: Any) -> Row:
    """An indicator with the figures of three months; None for one that was not uploaded."""
    code, name = how.pop("code", "CIC01"), how.pop("name", "Reviews held on time")
    section, definition = how.pop("section", "Health"), how.pop("definition", "")
    now, month, panel = (
        not_uploaded(when, **how) if value is None else reading(value, month=when, **how)
        for value, when in ((august, AUGUST), (july, JULY), (june, JUNE))
    )
    earlier = {Comparison.PREVIOUS_MONTH: month, Comparison.PREVIOUS_PANEL: panel}
    return Row(
        code=code,
        name=name,
        section=section,
        now=now,
        earlier=earlier,
        travel=compare(now, earlier, (), ALWAYS),
        benchmarks=(),
        series=(),
        illustrative=0,
        sparkline="",
        source=Source(now.measure, {}, ()),
        searched=f"{code} {name} {definition}".lower(),
    )


def scorecard(*rows: Row, months: Months = SUMMER) -> Scorecard:
    return Scorecard(months, Variant.ALL, rows, count_ratings(row.now.rating.rating for row in rows), {})
