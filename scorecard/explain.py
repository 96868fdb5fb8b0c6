"""The sentence that stands beside a colour, so that nobody has to know what the colour means."""

from dataclasses import dataclass
from decimal import Decimal

from scorecard.published import Unit, figure_in_words, format_number, gap_in_words, line_in_words
from scorecard.rag import Polarity, Rag, Rating, Reason

SIDES = {
    Polarity.HIGHER_IS_BETTER: ("at or above", "below"),
    Polarity.LOWER_IS_BETTER: ("at or below", "above"),
}
WITHOUT_FLOOR = "no floor is set, so it cannot be red"


@dataclass(frozen=True, slots=True)
class Lines:
    """What a figure is rated against, as `rate` takes it."""

    unit: Unit
    polarity: Polarity
    target: Decimal | None = None
    floor_standard: Decimal | None = None
    tolerance: Decimal | None = None
    floor_low: Decimal | None = None
    floor_high: Decimal | None = None

    def say(self, line: Decimal | None) -> str:
        return "" if line is None else line_in_words(line, unit=self.unit)


def explain(
    rating: Rating,
    value: Decimal | None,
    *,
    unit: Unit,
    decimals: int,
    polarity: Polarity,
    target: Decimal | None = None,
    floor_standard: Decimal | None = None,
    tolerance: Decimal | None = None,
    floor_low: Decimal | None = None,
    floor_high: Decimal | None = None,
    denominator: Decimal | None = None,
) -> str:
    """Say why `rate` gave this rating, from the same published figure and lines; without a full stop.

    "Amber: 47.7% is below the target of 60% and at or above the floor of 45%"
    """
    lines = Lines(unit, polarity, target, floor_standard, tolerance, floor_low, floor_high)
    if rating.rating == Rag.NOT_RATED or value is None:
        return f"Not rated: {_why_not_rated(rating.reason, denominator, lines)}"
    clause = _by_distance if polarity == Polarity.TARGET_IS_BEST else _by_side
    figure = figure_in_words(value, unit=unit, decimals=decimals)
    return f"{rating.rating.label}: {figure} is {clause(rating.reason, value, lines)}"


def _why_not_rated(reason: Reason, denominator: Decimal | None, lines: Lines) -> str:
    if reason == Reason.ACTIVITY:
        return "an activity measure, shown for information"
    if reason == Reason.SMALL_DENOMINATOR and denominator is not None:
        return f"the denominator of {format_number(denominator)} is below 5, too few to rate"
    if reason == Reason.NO_TARGET:
        return "no target is set"
    if reason == Reason.INVALID_CONFIG:
        return f"{_fault(lines)}; the indicator's owner needs to mend this"
    return "there is no figure"


def _fault(lines: Lines) -> str:
    target, floor = lines.say(lines.target), lines.say(lines.floor_standard)
    if lines.polarity == Polarity.HIGHER_IS_BETTER:
        return f"the floor of {floor} is above the target of {target}"
    if lines.polarity == Polarity.LOWER_IS_BETTER:
        return f"the floor of {floor} is below the target of {target}, but lower is better"
    if lines.polarity == Polarity.TARGET_IS_BEST:
        return f"the limits and the tolerance do not fit around the target of {target}"
    return "a target is set but not whether higher or lower is better"


def _by_side(reason: Reason, value: Decimal, lines: Lines) -> str:
    met, missed = SIDES[lines.polarity]
    target, floor = lines.say(lines.target), lines.say(lines.floor_standard)
    if reason == Reason.TARGET_MET:
        return f"{met} the target of {target}"
    if reason == Reason.FLOOR_MET:
        return f"{missed} the target of {target} and {met} the floor of {floor}"
    if reason == Reason.BELOW_FLOOR:
        return f"{missed} the floor of {floor} (the target is {target})"
    return f"{missed} the target of {target}; {WITHOUT_FLOOR}"


def _by_distance(reason: Reason, value: Decimal, lines: Lines) -> str:
    target, tolerance = lines.say(lines.target), lines.tolerance
    margin = gap_in_words(tolerance, unit=lines.unit) if tolerance else ""
    if reason == Reason.TARGET_MET:
        return f"within {margin} of the target of {target}" if margin else "exactly the target"
    if reason == Reason.BELOW_FLOOR:
        return f"{_past_limit(value, lines)} (the target is {target})"
    missed = f"more than {margin} from the target of {target}" if margin else f"not the target of {target}"
    if reason == Reason.NO_FLOOR_SET:
        return f"{missed}; {WITHOUT_FLOOR}"
    return f"{missed} but {_inside_limits(lines)}"


def _past_limit(value: Decimal, lines: Lines) -> str:
    if lines.floor_low is not None and value < lines.floor_low:
        return f"below the lower limit of {lines.say(lines.floor_low)}"
    return f"above the upper limit of {lines.say(lines.floor_high)}"


def _inside_limits(lines: Lines) -> str:
    low, high = lines.say(lines.floor_low), lines.say(lines.floor_high)
    if low and high:
        return f"within the limits of {low} and {high}"
    return f"at or above the lower limit of {low}" if low else f"at or below the upper limit of {high}"
