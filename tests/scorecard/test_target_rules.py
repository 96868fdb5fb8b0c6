"""What a target and its floors must be, at each edge."""

from decimal import Decimal as D

import pytest

from scorecard.published import Unit
from scorecard.rag import Polarity, Reason, rate
from scorecard.target_rules import ALONE, NEGATIVE, NO_DIRECTION, NOT_A_PERCENTAGE, target_problems

H, L, T = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST


@pytest.mark.parametrize(
    ("polarity", "unit", "lines", "problems"),
    [
        (H, Unit.PERCENT, {"target": 60, "floor": 45}, {}),
        (H, Unit.PERCENT, {"target": 60, "floor": 60}, {}),
        (H, Unit.PERCENT, {"target": 60}, {}),
        (
            H,
            Unit.PERCENT,
            {"target": 60, "floor": D("60.1")},
            {"floor": "Higher is better, so the floor must be at or below the target of 60%"},
        ),
        (L, Unit.DAYS, {"target": 121, "floor": 121}, {}),
        (L, Unit.DAYS, {"target": 121, "floor": 140}, {}),
        (
            L,
            Unit.DAYS,
            {"target": 121, "floor": 120},
            {"floor": "Lower is better, so the floor must be at or above the target of 121 days"},
        ),
        (H, Unit.PERCENT, {"target": None, "floor": 45}, {"target": ALONE}),
        (T, Unit.PERCENT, {"target": None, "floor_high": 45}, {"target": ALONE}),
        (H, Unit.PERCENT, {"target": None}, {}),
        (Polarity.NONE, Unit.PERCENT, {"target": 60}, {"target": NO_DIRECTION}),
        (H, Unit.PERCENT, {"target": 100, "floor": 0}, {}),
        (
            H,
            Unit.PERCENT,
            {"target": D("100.1"), "floor": D("-0.1")},
            {"target": NOT_A_PERCENTAGE, "floor": NOT_A_PERCENTAGE},
        ),
        (H, Unit.COUNT, {"target": 420, "floor": 400}, {}),
        (T, Unit.COUNT, {"target": 50, "tolerance": 5, "floor_low": 45, "floor_high": 55}, {}),
        (T, Unit.COUNT, {"target": 50, "floor_low": 50}, {}),
        (T, Unit.COUNT, {"target": 50, "tolerance": -1}, {"tolerance": NEGATIVE}),
        (
            T,
            Unit.COUNT,
            {"target": 50, "tolerance": 5, "floor_low": 46, "floor_high": 54},
            {
                "floor_low": "The lower floor must be at or below 45, the target less the tolerance",
                "floor_high": "The upper floor must be at or above 55, the target plus the tolerance",
            },
        ),
    ],
)
def test_what_does_not_fit_is_said_at_its_number(polarity, unit, lines, problems):
    numbers = {name: None if number is None else D(number) for name, number in lines.items()}

    assert target_problems(polarity=polarity, unit=unit, **numbers) == problems


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("floor", [None, 40, 50, 60])
@pytest.mark.parametrize(("low", "high"), [(None, None), (44, 56), (45, 55), (46, 55), (45, 54)])
def test_what_is_accepted_can_be_rated(polarity, floor, low, high):
    """The form and the rating agree on which set-ups are faulty."""
    is_around = polarity == T
    lines = {"floor_low": low, "floor_high": high, "tolerance": 5} if is_around else {"floor": floor}
    lines = {name: None if number is None else D(number) for name, number in lines.items()}

    problems = target_problems(polarity=polarity, unit=Unit.COUNT, target=D(50), **lines)

    rating = rate(D(1), polarity=polarity, target=D(50), floor_standard=lines.pop("floor", None), **lines)
    assert (rating.reason == Reason.INVALID_CONFIG) == bool(problems)
