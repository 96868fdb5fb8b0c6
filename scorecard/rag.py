"""The colour of a figure, and why it has it.

Source: the panel's scorecard guidance. Meeting a line exactly counts as meeting it. Floors are optional:
without one a missed target is amber, never red, because red is defined by the floor.
"""

from decimal import Decimal
from typing import NamedTuple

from django.db.models import TextChoices

SMALLEST_DENOMINATOR = Decimal(5)
NOTHING = Decimal(0)


class Polarity(TextChoices):
    """Which way is good."""

    HIGHER_IS_BETTER = "H", "Higher is better"
    LOWER_IS_BETTER = "L", "Lower is better"
    TARGET_IS_BEST = "T", "Closest to target is best"
    NONE = "", "Neither way is better"


class Rag(TextChoices):
    GREEN = "green", "Green"
    AMBER = "amber", "Amber"
    RED = "red", "Red"
    NOT_RATED = "not_rated", "Not rated"


class Reason(TextChoices):
    TARGET_MET = "target_met", "Target met"
    FLOOR_MET = "floor_met", "Floor standard met, target missed"
    BELOW_FLOOR = "below_floor", "Floor standard missed"
    NO_FLOOR_SET = "no_floor_set", "Target missed, no floor standard set"
    ACTIVITY = "activity", "Activity measure"
    NO_VALUE = "no_value", "No figure"
    SMALL_DENOMINATOR = "small_denominator", "Denominator below 5"
    NO_TARGET = "no_target", "No target"
    INVALID_CONFIG = "invalid_config", "Target and floor do not fit together"


WORST_FIRST = (Rag.NOT_RATED, Rag.RED, Rag.AMBER, Rag.GREEN)


class Rating(NamedTuple):
    rating: Rag
    reason: Reason


def rate(
    value: Decimal | None,
    *,
    polarity: Polarity,
    target: Decimal | None = None,
    floor_standard: Decimal | None = None,
    tolerance: Decimal | None = None,
    floor_low: Decimal | None = None,
    floor_high: Decimal | None = None,
    denominator: Decimal | None = None,
    is_kpi: bool = True,
) -> Rating:
    """Rate one figure; the first rule that applies decides.

    `value` is the PUBLISHED figure, already rounded (see `published_figure`), so that anyone can work the
    colour out from the printed page: 84.95 prints as 85.0 and meets a target of 85. All in display units.
    `floor_standard` belongs to H and to L, where it is a ceiling; tolerance, low and high floor belong to T.
    """
    if not is_kpi:
        return Rating(Rag.NOT_RATED, Reason.ACTIVITY)
    if value is None:
        return Rating(Rag.NOT_RATED, Reason.NO_VALUE)
    if is_too_small(denominator):
        return Rating(Rag.NOT_RATED, Reason.SMALL_DENOMINATOR)
    if target is None:
        return Rating(Rag.NOT_RATED, Reason.NO_TARGET)
    if polarity == Polarity.TARGET_IS_BEST:
        return _rate_by_distance(value, target, tolerance or NOTHING, floor_low, floor_high)
    if polarity == Polarity.HIGHER_IS_BETTER:
        return _rate_by_height(value, target, floor_standard)
    if polarity == Polarity.LOWER_IS_BETTER:
        return _rate_by_height(-value, -target, None if floor_standard is None else -floor_standard)
    return Rating(Rag.NOT_RATED, Reason.INVALID_CONFIG)


def is_too_small(denominator: Decimal | None) -> bool:
    """Too few to rate or compare. Exactly 5 is enough; a count has no denominator and is never too small."""
    return denominator is not None and denominator < SMALLEST_DENOMINATOR


def _rate_by_height(value: Decimal, target: Decimal, floor: Decimal | None) -> Rating:
    if floor is not None and floor > target:
        return Rating(Rag.NOT_RATED, Reason.INVALID_CONFIG)
    if value >= target:
        return Rating(Rag.GREEN, Reason.TARGET_MET)
    if floor is None:
        return Rating(Rag.AMBER, Reason.NO_FLOOR_SET)
    return _amber_or_red(value >= floor)


def _rate_by_distance(
    value: Decimal, target: Decimal, tolerance: Decimal, low: Decimal | None, high: Decimal | None
) -> Rating:
    floors_fit = (low is None or low <= target - tolerance) and (high is None or high >= target + tolerance)
    if tolerance < 0 or not floors_fit:
        return Rating(Rag.NOT_RATED, Reason.INVALID_CONFIG)
    if abs(value - target) <= tolerance:
        return Rating(Rag.GREEN, Reason.TARGET_MET)
    if low is None and high is None:
        return Rating(Rag.AMBER, Reason.NO_FLOOR_SET)
    return _amber_or_red((low is None or value >= low) and (high is None or value <= high))


def _amber_or_red(is_floor_met: bool) -> Rating:
    return Rating(Rag.AMBER, Reason.FLOOR_MET) if is_floor_met else Rating(Rag.RED, Reason.BELOW_FLOOR)


def is_met_by_rounding(
    published: Decimal,
    exact: Decimal,
    *,
    polarity: Polarity,
    target: Decimal | None,
    floor_standard: Decimal | None = None,
    tolerance: Decimal | None = None,
    floor_low: Decimal | None = None,
    floor_high: Decimal | None = None,
) -> bool:
    """True when the figure reaches its target or floor only as printed, not as `exact_figure` has it."""
    as_printed, unrounded = (
        rate(
            value,
            polarity=polarity,
            target=target,
            floor_standard=floor_standard,
            tolerance=tolerance,
            floor_low=floor_low,
            floor_high=floor_high,
        ).rating
        for value in (published, exact)
    )
    return WORST_FIRST.index(as_printed) > WORST_FIRST.index(unrounded)
