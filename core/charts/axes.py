"""The two scales: Decimals up the side, months along the foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from .figures import AxisRules
from .labels import text_width

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EMPTY_ABOVE_ZERO = 2  # the scale starts above 0 when two thirds of the height or more would show nothing
FLATTEST = Decimal(8)  # the scale never spans less than an eighth of its top: small noise must look small
FOOT = Decimal("1.05")  # .. and a broken scale starts below its lowest line, never on it


@dataclass(frozen=True, slots=True)
class ValueAxis:
    ticks: tuple[Decimal, ...]

    @property
    def is_broken(self) -> bool:
        return self.ticks[0] > 0

    def holds(self, value: Decimal) -> bool:
        return self.ticks[0] <= value <= self.ticks[-1]

    def share(self, value: Decimal) -> float:
        """How far up the axis: 0.0 at its foot, 1.0 at its top."""
        return float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]))


def value_axis(
    figures: Iterable[Decimal], lines: Iterable[Decimal], rules: AxisRules, most_ticks: int = 6
) -> ValueAxis:
    """A scale that holds every figure, and every line that lies between 0 and the ceiling.

    A limit below 0 or above 100% does not stretch it: the rules use the limit, the drawing stops at the edge.
    """
    figures = tuple(figures)
    drawn = [line for line in lines if line >= 0 and (rules.ceiling is None or line <= rules.ceiling)]
    values = [*figures, *drawn] or [Decimal(0)]
    lowest, highest = min(values), max(values)
    room = max(highest - lowest, highest / FLATTEST)
    if rules.may_break and highest > room and highest - room >= EMPTY_ABOVE_ZERO * room:
        lowest = highest - room * FOOT
    else:
        lowest, highest = min(lowest, Decimal(0)), max(highest, Decimal(0))
    if lowest == highest:
        highest = lowest + 1
    return ValueAxis(_ticks(lowest, highest, rules, most_ticks))


def _ticks(lowest: Decimal, highest: Decimal, rules: AxisRules, most_ticks: int) -> tuple[Decimal, ...]:
    step = _step((highest - lowest) / (most_ticks - 1), rules.whole_numbers)
    first = (lowest / step).to_integral_value(ROUND_FLOOR)
    last = (highest / step).to_integral_value(ROUND_CEILING)
    ticks = tuple(step * index for index in range(int(first), int(last) + 1))
    ceiling = rules.ceiling
    if ceiling is not None and highest <= ceiling < ticks[-1]:
        ticks = (*(tick for tick in ticks if tick < ceiling), Decimal(ceiling))
    return ticks


def _step(least: Decimal, whole_numbers: bool) -> Decimal:
    if whole_numbers:
        least = max(least, Decimal(1))
    power = Decimal(1).scaleb(least.adjusted())
    steps = (factor * power for factor in STEPS)
    return next(step for step in steps if step >= least and not (whole_numbers and step % 1))


def tick_text(tick: Decimal, suffix: str = "") -> str:
    return f"{tick.normalize():,f}{suffix}"


@dataclass(frozen=True, slots=True)
class MonthAxis:
    """Months as whole numbers from 0. One line a year: 0 is the first month of every year."""

    first: int
    count: int
    year_starts_in: int | None = None

    def place(self, day: date) -> int:
        if self.year_starts_in:
            return (day.month - self.year_starts_in) % 12
        return month_number(day) - self.first

    def share(self, place: int) -> float:
        """How far along the axis: 0.0 at its first month, 1.0 at its last."""
        return place / (self.count - 1) if self.count > 1 else 0.5

    def text(self, place: int) -> str:
        year, month = divmod(self.first + place, 12)
        return MONTHS[month] if self.year_starts_in else f"{MONTHS[month]} {year}"


def month_axis(days: Sequence[date], year_starts_in: int | None = None) -> MonthAxis:
    if year_starts_in:
        return MonthAxis(year_starts_in - 1, 12, year_starts_in)
    numbers = [month_number(day) for day in days]
    return MonthAxis(min(numbers), max(numbers) - min(numbers) + 1)


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def labelled_months(axis: MonthAxis, width: float, size: float) -> list[int]:
    """Every month, or every 2nd, 3rd, 6th, 12th .. with room for its name. The latest always has one."""
    room = text_width("Sep" if axis.year_starts_in else "Sep 2026", size) + size / 2
    apart = width / max(axis.count - 1, 1)
    every = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if step * apart >= room)
    if axis.year_starts_in:
        return list(range(0, axis.count, every))
    return list(range(axis.count - 1, -1, -every))[::-1]
