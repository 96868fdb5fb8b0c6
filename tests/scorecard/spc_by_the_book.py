"""The rules of control charts once more, word by word in exact fractions, to hold the real ones against.

It looks at every window of months afresh and shares no code with `scorecard.spc_signals` and `spc_limits`.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from scorecard.rag import Polarity
from scorecard.spc import Assurance

Values = Sequence[Decimal | None]
Found = list[set[str]]

SHIFT = TREND = 7
THREE_SIGMA = Fraction(266, 100)


def parts_of(values: Values, rebases: Sequence[int]) -> list[Values]:
    """`rebases` are places in the series that start a new part."""
    edges = [0, *sorted({place for place in rebases if 0 < place < len(values)}), len(values)]
    return [values[start:end] for start, end in pairwise(edges)]


def limits(values: Values) -> tuple[Fraction, Fraction, Fraction] | None:
    """Lower limit, mean and upper limit."""
    figures = [Fraction(value) for value in values if value is not None]
    ranges = [abs(Fraction(b) - Fraction(a)) for a, b in pairwise(values) if a is not None and b is not None]
    if not ranges:
        return None
    mean, reach = sum(figures) / len(figures), THREE_SIGMA * sum(ranges) / len(ranges)
    return mean - reach, mean, mean + reach


def signals(values: Values) -> Found:
    found: Found = [set() for _ in values]
    lines = limits(values)
    if lines is None:
        return found
    lower, mean, upper = lines
    _outside(values, found, lower, upper)
    _shifts(values, found, mean)
    _trends(values, found)
    _two_of_three(values, found, mean, (upper - mean) * 2 / 3)
    return found


def _outside(values: Values, found: Found, lower: Fraction, upper: Fraction) -> None:
    for value, here in zip(values, found, strict=True):
        if value is not None and Fraction(value) > upper:
            here.add("outside_high")
        if value is not None and Fraction(value) < lower:
            here.add("outside_low")


def _shifts(values: Values, found: Found, mean: Fraction) -> None:
    for start in range(len(values) - SHIFT + 1):
        window = values[start : start + SHIFT]
        if None in window:
            continue
        if all(Fraction(value) > mean for value in window):
            _flag(found, range(start, start + SHIFT), "shift_high")
        if all(Fraction(value) < mean for value in window):
            _flag(found, range(start, start + SHIFT), "shift_low")


def _trends(values: Values, found: Found) -> None:
    for start in range(len(values) - TREND + 1):
        window = values[start : start + TREND]
        if None in window:
            continue
        if all(before < after for before, after in pairwise(window)):
            _flag(found, range(start, start + TREND), "trend_up")
        if all(before > after for before, after in pairwise(window)):
            _flag(found, range(start, start + TREND), "trend_down")


def _two_of_three(values: Values, found: Found, mean: Fraction, two_sigma: Fraction) -> None:
    for start in range(len(values) - 2):
        window = values[start : start + 3]
        if None in window:
            continue
        away = [Fraction(value) - mean for value in window]
        for sign, name in ((1, "two_of_three_high"), (-1, "two_of_three_low")):
            far = [start + place for place, distance in enumerate(away) if sign * distance > two_sigma]
            if all(sign * distance > 0 for distance in away) and len(far) >= 2:
                _flag(found, far, name)


def _flag(found: Found, places: Sequence[int], name: str) -> None:
    for place in places:
        found[place].add(name)


def assurance(values: Values, polarity: Polarity, target: Decimal, tolerance: Decimal) -> Assurance | None:
    """Of the part that these values are."""
    lines = limits(values)
    if lines is None or polarity == Polarity.NONE:
        return None
    lower, _, upper = lines
    aim, slack = Fraction(target), Fraction(tolerance)
    tests = {
        Polarity.HIGHER_IS_BETTER: (aim <= lower, aim >= upper),
        Polarity.LOWER_IS_BETTER: (aim >= upper, aim <= lower),
        Polarity.TARGET_IS_BEST: (
            aim - slack <= lower and upper <= aim + slack,
            lower >= aim + slack or upper <= aim - slack,
        ),
    }
    passes, fails = tests[polarity]
    return Assurance.PASSES if passes else Assurance.FAILS if fails else Assurance.HIT_OR_MISS
