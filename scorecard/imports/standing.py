"""What the portal holds already: indicators, targets and the figures that stand, read in four queries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, NamedTuple

from django.db import connection

from scorecard.models import BaselineBreak, Figure, Indicator, Threshold
from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit, format_number, published_figure
from scorecard.rag import Polarity, Rating, rate

MONTHS_BACK = 24  # as far as a month is compared with its own past

# Always in the same order, so that two workbooks of many months wait for each other and never cross.
LOCK_MONTHS = """
    SELECT pg_advisory_xact_lock(hashtext('scorecard_reportingperiod'), month)
    FROM (SELECT unnest(%s::int[]) AS month OFFSET 0) AS months
"""

Series = tuple[int, str]  # indicator and variant


class Measure(NamedTuple):
    """What the check needs to know of one indicator."""

    id: int
    code: str
    name: str
    is_kpi: bool
    polarity: Polarity
    data_period: DataPeriod
    unit: Unit
    decimals: int
    numerator_label: str
    denominator_label: str


class Lines(NamedTuple):
    """The target and floor of an indicator and variant while they are valid."""

    valid_from: date
    valid_to: date | None
    target: Decimal | None
    floor: Decimal | None
    tolerance: Decimal | None
    floor_low: Decimal | None
    floor_high: Decimal | None


class Held(NamedTuple):
    """One figure, as it stands in the portal or as a row of the workbook would have it."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    is_provisional: bool = False
    is_illustrative: bool = False
    note: str = ""


NO_LINES = Lines(date.min, None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Standing:
    measures: dict[str, Measure]
    lines: dict[Series, list[Lines]]
    figures: dict[Series, dict[date, Held]]
    breaks: dict[int, list[date]]
    digest: str

    def lines_on(self, series: Series, day: date) -> Lines:
        for lines in self.lines.get(series, ()):
            if lines.valid_from <= day and (lines.valid_to is None or day <= lines.valid_to):
                return lines
        return NO_LINES


def load_standing(months: Collection[date]) -> Standing:
    """What a workbook for these months is checked against. `digest` changes when any of it does."""
    measures = list(Indicator.objects.values_list(*Measure._fields))
    lines = list(_lines())
    breaks = list(BaselineBreak.objects.order_by("id").values_list("indicator", "from_period__starts_on"))
    figures = list(_figures(months)) if months else []
    # A figure never changes, so that the ids of those that stand say it all.
    seen = (measures, lines, breaks, sorted(row[0] for row in figures))
    return Standing(
        measures={row[1]: Measure(*row) for row in measures},
        lines=_by_series(lines),
        figures=_by_month(figures),
        breaks=_by_indicator(breaks),
        digest=sha256(repr(seen).encode()).hexdigest(),
    )


def lock_months(months: Collection[date]) -> None:
    """Until the transaction ends nobody else gets past here with one of these months."""
    numbers = sorted(month.year * 12 + month.month for month in months)
    with connection.cursor() as cursor:
        cursor.execute(LOCK_MONTHS, [numbers])


def _lines() -> Any:
    by_start = Threshold.objects.order_by("indicator_id", "variant", "valid_from")
    return by_start.values_list("indicator_id", "variant", *Lines._fields)


def _figures(months: Collection[date]) -> Any:
    first = shift_months(min(months), -MONTHS_BACK)
    fields = ("pk", "indicator_id", "variant", "period__ends_on", *Held._fields)
    figures = Figure.objects.current().filter(period__ends_on__range=(first, max(months)))
    return figures.order_by().values_list(*fields)


def _by_series(rows: list[tuple]) -> dict[Series, list[Lines]]:
    lines: dict[Series, list[Lines]] = defaultdict(list)
    for indicator, variant, *fields in rows:
        lines[indicator, variant].append(Lines(*fields))
    return lines


def _by_month(rows: list[tuple]) -> dict[Series, dict[date, Held]]:
    figures: dict[Series, dict[date, Held]] = defaultdict(dict)
    for row in rows:
        figures[row[1:3]][row[3]] = Held._make(row[4:])
    return figures


def _by_indicator(rows: list[tuple[int, date]]) -> dict[int, list[date]]:
    breaks: dict[int, list[date]] = defaultdict(list)
    for indicator, broke_on in rows:
        breaks[indicator].append(broke_on)
    return breaks


def parts_in_words(measure: Measure, numerator: Decimal, denominator: Decimal) -> str:
    """1,513 of 1,530 children; 11,438 days over 94 of them."""
    joined_by = "of" if measure.unit == Unit.PERCENT else "over"
    return f"{format_number(numerator)} {joined_by} {format_number(denominator)}"


def figure_of(measure: Measure, held: Held | None) -> Decimal | None:
    """As it would be published."""
    if held is None:
        return None
    return published_figure(
        held.value, held.numerator, held.denominator, unit=measure.unit, decimals=measure.decimals
    )


def rating_of(measure: Measure, held: Held | None, lines: Lines) -> Rating:
    return rate(
        figure_of(measure, held),
        polarity=measure.polarity,
        target=lines.target,
        floor_standard=lines.floor,
        tolerance=lines.tolerance,
        floor_low=lines.floor_low,
        floor_high=lines.floor_high,
        denominator=held.denominator if held else None,
        is_kpi=measure.is_kpi,
    )
