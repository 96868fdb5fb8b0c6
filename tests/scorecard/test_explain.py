from decimal import Decimal as D

import pytest

from scorecard.explain import explain
from scorecard.published import Unit
from scorecard.rag import Polarity, Reason, rate

H, L, T, NONE = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST, Polarity.NONE
LIMITS = {"floor_low": D(40), "floor_high": D(60)}
SENTENCES = [
    (H, "98.9", {"target": D(98)}, "Green: 98.9% is at or above the target of 98%"),
    (H, "60", {"target": D(60), "floor_standard": D(45)}, "Green: 60.0% is at or above the target of 60%"),
    (
        H,
        "47.7",
        {"target": D(60), "floor_standard": D(45)},
        "Amber: 47.7% is below the target of 60% and at or above the floor of 45%",
    ),
    (
        H,
        "44.9",
        {"target": D(60), "floor_standard": D(45)},
        "Red: 44.9% is below the floor of 45% (the target is 60%)",
    ),
    (
        H,
        "47.7",
        {"target": D(60)},
        "Amber: 47.7% is below the target of 60%; no floor is set, so it cannot be red",
    ),
    (L, "9.5", {"target": D(10)}, "Green: 9.5% is at or below the target of 10%"),
    (
        L,
        "10.7",
        {"target": D(10), "floor_standard": D("12.5")},
        "Amber: 10.7% is above the target of 10% and at or below the floor of 12.5%",
    ),
    (
        L,
        "12.6",
        {"target": D(10), "floor_standard": D("12.5")},
        "Red: 12.6% is above the floor of 12.5% (the target is 10%)",
    ),
    (
        L,
        "10.7",
        {"target": D(10)},
        "Amber: 10.7% is above the target of 10%; no floor is set, so it cannot be red",
    ),
    (T, "50", {"target": D(50)}, "Green: 50.0% is exactly the target"),
    (
        T,
        "51",
        {"target": D(50), "tolerance": D(2)},
        "Green: 51.0% is within 2 points of the target of 50%",
    ),
    (
        T,
        "53",
        {"target": D(50), "tolerance": D(1)},
        "Amber: 53.0% is more than 1 point from the target of 50%; no floor is set, so it cannot be red",
    ),
    (
        T,
        "53",
        {"target": D(50)},
        "Amber: 53.0% is not the target of 50%; no floor is set, so it cannot be red",
    ),
    (
        T,
        "53",
        {"target": D(50), "tolerance": D(2), **LIMITS},
        "Amber: 53.0% is more than 2 points from the target of 50% but within the limits of 40% and 60%",
    ),
    (
        T,
        "53",
        {"target": D(50), "floor_low": D(40)},
        "Amber: 53.0% is not the target of 50% but at or above the lower limit of 40%",
    ),
    (
        T,
        "47",
        {"target": D(50), "floor_high": D(60)},
        "Amber: 47.0% is not the target of 50% but at or below the upper limit of 60%",
    ),
    (
        T,
        "39.9",
        {"target": D(50), **LIMITS},
        "Red: 39.9% is below the lower limit of 40% (the target is 50%)",
    ),
    (
        T,
        "60.1",
        {"target": D(50), **LIMITS},
        "Red: 60.1% is above the upper limit of 60% (the target is 50%)",
    ),
    (
        T,
        "60.1",
        {"target": D(50), "floor_high": D(60)},
        "Red: 60.1% is above the upper limit of 60% (the target is 50%)",
    ),
    (H, None, {"target": D(60)}, "Not rated: there is no figure"),
    (H, "47.7", {}, "Not rated: no target is set"),
    (
        H,
        "75",
        {"target": D(60), "denominator": D("4.5")},
        "Not rated: the denominator of 4.5 is below 5, too few to rate",
    ),
    (
        H,
        "75",
        {"target": D(60), "floor_standard": D(65)},
        "Not rated: the floor of 65% is above the target of 60%; the indicator's owner needs to mend this",
    ),
    (
        L,
        "75",
        {"target": D(60), "floor_standard": D(55)},
        "Not rated: the floor of 55% is below the target of 60%, but lower is better; "
        "the indicator's owner needs to mend this",
    ),
    (
        T,
        "75",
        {"target": D(60), "floor_low": D(65)},
        "Not rated: the limits and the tolerance do not fit around the target of 60%; "
        "the indicator's owner needs to mend this",
    ),
    (
        NONE,
        "75",
        {"target": D(60)},
        "Not rated: a target is set but not whether higher or lower is better; "
        "the indicator's owner needs to mend this",
    ),
]


@pytest.mark.parametrize(("polarity", "value", "lines", "sentence"), SENTENCES)
def test_colour_is_explained_by_the_lines_it_was_rated_against(polarity, value, lines, sentence):
    figure = None if value is None else D(value)
    rating = rate(figure, polarity=polarity, **lines)

    said = explain(rating, figure, unit=Unit.PERCENT, decimals=1, polarity=polarity, **lines)

    assert said == sentence


def test_activity_measure_says_that_it_is_for_information():
    rating = rate(D(1579), polarity=NONE, is_kpi=False)

    said = explain(rating, D(1579), unit=Unit.COUNT, decimals=0, polarity=NONE)

    assert said == "Not rated: an activity measure, shown for information"


@pytest.mark.parametrize(
    ("unit", "value", "target", "floor", "sentence"),
    [
        (
            Unit.DAYS,
            "121.7",
            "121.0",
            "130",
            "Amber: 121.7 days is above the target of 121 days and at or below the floor of 130 days",
        ),
        (
            Unit.CASES_PER_FTE,
            "16.6",
            "15",
            "18",
            "Amber: 16.6 cases per worker is above the target of 15 cases per worker "
            "and at or below the floor of 18 cases per worker",
        ),
        (
            Unit.COUNT,
            "1579",
            "1500",
            "1600",
            "Amber: 1,579.0 is above the target of 1,500 and at or below the floor of 1,600",
        ),
    ],
)
def test_every_number_in_the_sentence_carries_its_unit(unit, value, target, floor, sentence):
    lines = {"polarity": L, "target": D(target), "floor_standard": D(floor)}
    rating = rate(D(value), **lines)

    assert explain(rating, D(value), unit=unit, decimals=1, **lines) == sentence


def test_every_reason_is_explained_above():
    reached = {
        rate(value if value is None else D(value), polarity=polarity, **lines).reason
        for polarity, value, lines, _ in SENTENCES
    }

    assert reached | {Reason.ACTIVITY} == set(Reason)
