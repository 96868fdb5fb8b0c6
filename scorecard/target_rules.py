"""What a target and its floors must be to rate anything, in the words of the officer's form."""

from collections.abc import Iterator
from decimal import Decimal

from scorecard.published import Unit, line_in_words
from scorecard.rag import Polarity

ALONE = "Enter the target as well: a floor alone rates nothing"
NO_DIRECTION = "Say first which way is good for this indicator: without that a target rates nothing"
NEGATIVE = "Enter a tolerance of 0 or more"
NOT_A_PERCENTAGE = "Enter a percentage between 0 and 100"


def target_problems(
    *,
    polarity: Polarity,
    unit: Unit,
    target: Decimal | None,
    floor: Decimal | None = None,
    tolerance: Decimal | None = None,
    floor_low: Decimal | None = None,
    floor_high: Decimal | None = None,
) -> dict[str, str]:
    """A sentence for each number that does not fit, by its name; empty where all is well.

    These are the set-ups that `rate` cannot rate, see `Reason.INVALID_CONFIG`.
    """
    numbers = {"target": target, "floor": floor, "floor_low": floor_low, "floor_high": floor_high}
    if unit == Unit.PERCENT:
        outside = {
            name: NOT_A_PERCENTAGE
            for name, number in numbers.items()
            if number is not None and not 0 <= number <= 100
        }
        if outside:
            return outside
    if target is None:
        has_floor = any(number is not None for number in (floor, floor_low, floor_high))
        return {"target": ALONE} if has_floor else {}
    if polarity == Polarity.NONE:
        return {"target": NO_DIRECTION}
    if polarity == Polarity.TARGET_IS_BEST:
        return dict(_around(target, tolerance or Decimal(0), floor_low, floor_high, unit))
    return dict(_beyond(target, floor, polarity, unit))


def _beyond(
    target: Decimal, floor: Decimal | None, polarity: Polarity, unit: Unit
) -> Iterator[tuple[str, str]]:
    is_higher_better = polarity == Polarity.HIGHER_IS_BETTER
    if floor is None or floor == target or (floor < target) == is_higher_better:
        return
    side = "below" if is_higher_better else "above"
    target_words = line_in_words(target, unit=unit)
    yield "floor", f"{polarity.label}, so the floor must be at or {side} the target of {target_words}"


def _around(
    target: Decimal, tolerance: Decimal, low: Decimal | None, high: Decimal | None, unit: Unit
) -> Iterator[tuple[str, str]]:
    if tolerance < 0:
        yield "tolerance", NEGATIVE
        return
    least, most = (line_in_words(edge, unit=unit) for edge in (target - tolerance, target + tolerance))
    if low is not None and low > target - tolerance:
        yield "floor_low", f"The lower floor must be at or below {least}, the target less the tolerance"
    if high is not None and high < target + tolerance:
        yield "floor_high", f"The upper floor must be at or above {most}, the target plus the tolerance"
