"""Invented series: a line drawn through a few chosen points, with a small wobble between them.

The wobble is worked out from the name of the line and the month alone. So every machine draws the same series,
and a line added later moves none of the others.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.fixtures import read_csv
from scorecard.demonstration import tables
from scorecard.periods import months_between, shift_months
from scorecard.published import round_half_up

SEED = "demonstration 2018"


@dataclass(frozen=True)
class Line:
    """The line keeps to its `waypoints` (by month end, earliest first); `wobble` is the most it strays elsewhere.

    The larger `smoothing`, the more months a wobble is averaged over. `decimals` None leaves it unrounded.
    """

    name: str
    waypoints: Mapping[date, Decimal]
    wobble: Decimal = Decimal(0)
    smoothing: int = 2
    decimals: int | None = None

    def at(self, month: date) -> Decimal:
        number = self.waypoints.get(month)
        if number is None:
            number = self._between(month) + self.wobble * self._stray(month)
        return number if self.decimals is None else round_half_up(number, self.decimals)

    def _between(self, month: date) -> Decimal:
        months = list(self.waypoints)
        place = bisect_right(months, month)
        if place in (0, len(months)):
            return self.waypoints[months[0 if place == 0 else -1]]
        before, after = months[place - 1], months[place]
        share = Decimal(months_between(before, month)) / months_between(before, after)
        return self.waypoints[before] + share * (self.waypoints[after] - self.waypoints[before])

    def _stray(self, month: date) -> Decimal:
        draws = [_draw(self.name, shift_months(month, -back)) for back in range(self.smoothing)]
        return sum(draws, Decimal(0)) / len(draws)


def _draw(name: str, month: date) -> Decimal:
    """Between -1 and 1, always the same for one name and month."""
    digest = hashlib.sha256(f"{SEED}/{name}/{month:%Y-%m}".encode()).digest()
    return Decimal(int.from_bytes(digest[:4])) / 2**31 - 1


def waypoints(row: Mapping[str, str]) -> dict[date, Decimal]:
    """From the columns of a data file that are headed by a month."""
    return {tables.month(name): Decimal(cell) for name, cell in row.items() if name.startswith("20") and cell}


def counted_lines() -> dict[str, Line]:
    """The invented numbers of children, reviews or workers that figures are shares of, by name."""
    return {
        row["name"]: Line(row["name"], waypoints(row), Decimal(row["wobble"]), decimals=int(row["decimals"]))
        for row in read_csv("illustrative-lines")
    }
