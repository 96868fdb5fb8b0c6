"""Invented figures for the months that the council's papers do not give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.fixtures import read_csv
from scorecard.demonstration.lines import Line, counted_lines, waypoints
from scorecard.periods import DataPeriod, counts_from, month_end, month_ends
from scorecard.published import SCALES, Unit, published_figure, round_half_up

# A rolling year changes slowly: eleven of its months are last month's.
MONTHS_A_YEAR = 12
BEFORE_ALL = date(2000, 1, 31)
MONTHS_SMOOTHED = {DataPeriod.SS: 2, DataPeriod.R12M: 4}


class Parts(NamedTuple):
    result: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True)
class MonthAlone:
    """How the parts of each month alone are invented: about a twelfth of the year, at a level of its own.

    `share` strays about 1: a busy month counts more than a twelfth.
    """

    level: Line
    share: Line

    def parts(self, month: date, numerator: Decimal, denominator: Decimal) -> tuple[Decimal, Decimal]:
        whole = round_half_up(denominator / MONTHS_A_YEAR * self.share.at(month), 0)
        part = round_half_up(self.level.at(month) * whole / 100, 0)
        return min(part, whole, numerator), whole


@dataclass(frozen=True)
class Recipe:
    """How the figures of one indicator are invented: a level in display units, and lines to take it of.

    A numerator line takes the place of the level: every child in care, say, over the reviewing officers.
    """

    data_period: DataPeriod
    unit: Unit
    decimals: int
    level: Line
    numerator: Line | None
    denominator: Line | None
    numerator_decimals: int
    alone: MonthAlone | None = None

    def figure(self, month: date) -> Parts:
        months = self._months_counted(month)
        if self.denominator is None:
            counted = self.numerator or self.level
            return Parts(round_half_up(sum((counted.at(each) for each in months), Decimal(0)), 0))
        numerator = sum((self._numerator(each) for each in months), Decimal(0))
        denominator = sum((self.denominator.at(each) for each in months), Decimal(0))
        result = published_figure(None, numerator, denominator, unit=self.unit, decimals=self.decimals)
        return Parts(result, numerator, denominator)

    def _months_counted(self, month: date) -> list[date]:
        began_on = counts_from(month, self.data_period)
        return month_ends(month_end(began_on), month) if began_on else [month]

    def _numerator(self, month: date) -> Decimal:
        if self.numerator:
            return self.numerator.at(month)
        whole = self.denominator.at(month)
        part = self.level.at(month) * whole / SCALES.get(self.unit, Decimal(1))
        part = max(round_half_up(part, self.numerator_decimals), Decimal(0))
        return min(part, whole) if self.unit == Unit.PERCENT else part


def recipes() -> dict[str, Recipe]:
    """By indicator code."""
    indicators = {row["code"]: row for row in read_csv("indicators")}
    lines = counted_lines()
    alone = {row["code"]: _month_alone(row) for row in read_csv("illustrative-months")}
    return {
        row["code"]: _recipe(row, indicators[row["code"]], lines, alone.get(row["code"]))
        for row in read_csv("illustrative-history")
    }


def _month_alone(row: Mapping[str, str]) -> MonthAlone:
    code = row["code"]
    return MonthAlone(
        Line(f"{code} in the month", waypoints(row), Decimal(row["wobble"]), smoothing=1),
        Line(
            f"{code} share of the year", {BEFORE_ALL: Decimal(1)}, Decimal(row["share_wobble"]), smoothing=1
        ),
    )


def _recipe(
    row: Mapping[str, str],
    indicator: Mapping[str, str],
    lines: Mapping[str, Line],
    alone: MonthAlone | None,
) -> Recipe:
    data_period = DataPeriod(indicator["data_period"])
    return Recipe(
        data_period=data_period,
        unit=Unit(indicator["unit"]),
        decimals=int(indicator["decimals"]),
        level=Line(
            row["code"],
            waypoints(row),
            Decimal(row["wobble"] or 0),
            MONTHS_SMOOTHED.get(data_period, 1),
        ),
        numerator=lines.get(row["numerator"]),
        denominator=lines.get(row["denominator"]),
        numerator_decimals=int(row["numerator_decimals"]),
        alone=alone,
    )
