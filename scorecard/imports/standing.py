"""What the portal holds already: indicators, their dated targets and floors, and the figures that stand."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.periods import DataPeriod
from scorecard.published import Unit, format_number, published_figure
from scorecard.rag import Polarity, Rating, rate

MONTHS_BACK = 24  # as far as a month is compared with its own past

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
    measured_until: date | None = None

    def counts_in(self, month: date) -> bool:
        """Not retired before it."""
        return self.measured_until is None or month <= self.measured_until


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
    month_numerator: Decimal | None = None
    month_denominator: Decimal | None = None

    @property
    def has_month(self) -> bool:
        return self.month_numerator is not None


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


def month_figure_of(measure: Measure, held: Held) -> Decimal | None:
    """Of the month alone. A count has no denominator: its numerator is the figure."""
    parts = held.month_numerator, held.month_denominator
    value = held.month_numerator if measure.unit == Unit.COUNT and held.month_denominator is None else None
    return published_figure(value, *parts, unit=measure.unit, decimals=measure.decimals)


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
