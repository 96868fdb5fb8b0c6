"""The four rules that tell a signal from noise, inside one part of a series.

Each rule looks upwards; a fall is a rise in the mirror. A month without a figure ends any run.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from django.db.models import TextChoices

from scorecard.spc_limits import Limits

# Comparisons are strict; this is the dust that dividing by the number of months may leave.
EPSILON = Decimal("1e-9")

Values = Sequence[Decimal | None]


class TwoOfThree(TextChoices):
    """Which points count as far out: all beyond two sigma, or only those that are still within the limits."""

    BEYOND = "beyond", "All beyond two sigma"
    BAND = "band", "Between two sigma and the limit"


class Signal(TextChoices):
    OUTSIDE_HIGH = "outside_high", "Above the upper limit"
    OUTSIDE_LOW = "outside_low", "Below the lower limit"
    SHIFT_HIGH = "shift_high", "In a run above the average"
    SHIFT_LOW = "shift_low", "In a run below the average"
    TREND_UP = "trend_up", "In a run of rises"
    TREND_DOWN = "trend_down", "In a run of falls"
    TWO_OF_THREE_HIGH = "two_of_three_high", "Two of three close to the upper limit"
    TWO_OF_THREE_LOW = "two_of_three_low", "Two of three close to the lower limit"


HIGH = frozenset({Signal.OUTSIDE_HIGH, Signal.SHIFT_HIGH, Signal.TREND_UP, Signal.TWO_OF_THREE_HIGH})


def is_above(number: Decimal, line: Decimal) -> bool:
    return number - line > EPSILON


def find_signals(
    values: Values, limits: Limits, *, shift: int, trend: int, two_of_three: TwoOfThree
) -> list[frozenset[Signal]]:
    """The signals on each month of the part, in order."""
    mirror = [None if value is None else -value for value in values]
    falling = limits.mirrored()
    places = {
        Signal.OUTSIDE_HIGH: _outside(values, limits),
        Signal.OUTSIDE_LOW: _outside(mirror, falling),
        Signal.SHIFT_HIGH: _shifted(values, limits, shift),
        Signal.SHIFT_LOW: _shifted(mirror, falling, shift),
        Signal.TREND_UP: _rising(values, trend),
        Signal.TREND_DOWN: _rising(mirror, trend),
        Signal.TWO_OF_THREE_HIGH: _two_of_three(values, limits, two_of_three),
        Signal.TWO_OF_THREE_LOW: _two_of_three(mirror, falling, two_of_three),
    }
    return [frozenset(signal for signal, at in places.items() if place in at) for place in range(len(values))]


def _above(values: Values, line: Decimal) -> list[bool]:
    return [value is not None and is_above(value, line) for value in values]


def _outside(values: Values, limits: Limits) -> set[int]:
    return {place for place, is_out in enumerate(_above(values, limits.upper)) if is_out}


def _shifted(values: Values, limits: Limits, length: int) -> set[int]:
    return {place for run in _runs(_above(values, limits.mean)) if len(run) >= length for place in run}


def _rising(values: Values, length: int) -> set[int]:
    """Points in a run of rises; the point that the first rise starts from belongs to it."""
    steps = [
        before is not None and after is not None and is_above(after, before)
        for before, after in pairwise(values)
    ]
    runs = (range(run.start, run.stop + 1) for run in _runs(steps))
    return {place for run in runs if len(run) >= length for place in run}


def _two_of_three(values: Values, limits: Limits, kind: TwoOfThree) -> set[int]:
    same_side, far = _above(values, limits.mean), _above(values, limits.upper_two_sigma)
    if kind == TwoOfThree.BAND:
        far = [is_far and not out for is_far, out in zip(far, _above(values, limits.upper), strict=True)]
    found: set[int] = set()
    for start in range(len(values) - 2):
        far_places = [place for place in range(start, start + 3) if far[place]]
        if all(same_side[start : start + 3]) and len(far_places) >= 2:
            found.update(far_places)
    return found


def _runs(flags: Sequence[bool]) -> Iterator[range]:
    """The stretches of True, as ranges of places."""
    start = 0
    for place, is_on in enumerate([*flags, False]):
        if not is_on:
            if place > start:
                yield range(start, place)
            start = place + 1
