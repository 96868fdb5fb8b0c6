from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rag import Polarity, Rag, Rating, Reason, is_met_by_rounding, rate

H, L, T, NONE = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST, Polarity.NONE
GREEN, AMBER, RED, NOT_RATED = Rag.GREEN, Rag.AMBER, Rag.RED, Rag.NOT_RATED
BEST_LAST = [RED, AMBER, GREEN]
FIGURES = st.decimals(-1000, 1000, places=1)


@pytest.mark.parametrize(
    ("value", "rating", "reason"),
    [
        ("85.1", GREEN, Reason.TARGET_MET),
        ("85", GREEN, Reason.TARGET_MET),
        ("84.9", AMBER, Reason.FLOOR_MET),
        ("80", AMBER, Reason.FLOOR_MET),
        ("79.9", RED, Reason.BELOW_FLOOR),
        ("0", RED, Reason.BELOW_FLOOR),
        ("-1", RED, Reason.BELOW_FLOOR),
    ],
)
def test_higher_is_better_rates_against_target_then_floor(value, rating, reason):
    assert rate(D(value), polarity=H, target=D(85), floor_standard=D(80)) == (rating, reason)


@pytest.mark.parametrize(
    ("value", "rating", "reason"),
    [
        ("0", GREEN, Reason.TARGET_MET),
        ("9.9", GREEN, Reason.TARGET_MET),
        ("10", GREEN, Reason.TARGET_MET),
        ("10.1", AMBER, Reason.FLOOR_MET),
        ("12", AMBER, Reason.FLOOR_MET),
        ("12.1", RED, Reason.BELOW_FLOOR),
    ],
)
def test_lower_is_better_rates_against_target_then_ceiling(value, rating, reason):
    assert rate(D(value), polarity=L, target=D(10), floor_standard=D(12)) == (rating, reason)


@pytest.mark.parametrize(
    ("value", "low", "high", "rating", "reason"),
    [
        ("50", "40", "60", GREEN, Reason.TARGET_MET),
        ("48", "40", "60", GREEN, Reason.TARGET_MET),
        ("52", "40", "60", GREEN, Reason.TARGET_MET),
        ("47.9", "40", "60", AMBER, Reason.FLOOR_MET),
        ("52.1", "40", "60", AMBER, Reason.FLOOR_MET),
        ("40", "40", "60", AMBER, Reason.FLOOR_MET),
        ("60", "40", "60", AMBER, Reason.FLOOR_MET),
        ("39.9", "40", "60", RED, Reason.BELOW_FLOOR),
        ("60.1", "40", "60", RED, Reason.BELOW_FLOOR),
        ("999", "40", None, AMBER, Reason.FLOOR_MET),
        ("39.9", "40", None, RED, Reason.BELOW_FLOOR),
        ("0", None, "60", AMBER, Reason.FLOOR_MET),
        ("60.1", None, "60", RED, Reason.BELOW_FLOOR),
        ("47.9", None, None, AMBER, Reason.NO_FLOOR_SET),
        ("52.1", None, None, AMBER, Reason.NO_FLOOR_SET),
        ("48", "48", "52", GREEN, Reason.TARGET_MET),
        ("47.9", "48", "52", RED, Reason.BELOW_FLOOR),
    ],
)
def test_closest_to_target_rates_by_distance_then_limits(value, low, high, rating, reason):
    limits = {"floor_low": low and D(low), "floor_high": high and D(high)}

    assert rate(D(value), polarity=T, target=D(50), tolerance=D(2), **limits) == (rating, reason)


@pytest.mark.parametrize("tolerance", [None, D(0)])
@pytest.mark.parametrize(("value", "rating"), [("50", GREEN), ("50.1", AMBER), ("49.9", AMBER)])
def test_without_tolerance_only_the_target_itself_is_green(tolerance, value, rating):
    assert rate(D(value), polarity=T, target=D(50), tolerance=tolerance).rating == rating


@pytest.mark.parametrize(("polarity", "value"), [(H, "0"), (L, "9999")])
def test_missed_target_without_a_floor_is_amber_and_never_red(polarity, value):
    assert rate(D(value), polarity=polarity, target=D(50)) == (AMBER, Reason.NO_FLOOR_SET)


@pytest.mark.parametrize(
    ("polarity", "value", "rating"), [(H, "60", GREEN), (H, "59.9", RED), (L, "60", GREEN), (L, "60.1", RED)]
)
def test_floor_at_the_target_leaves_no_amber(polarity, value, rating):
    assert rate(D(value), polarity=polarity, target=D(60), floor_standard=D(60)).rating == rating


@pytest.mark.parametrize(
    ("polarity", "lines"),
    [
        (NONE, {}),
        (NONE, {"floor_standard": D(40)}),
        (H, {"floor_standard": D("50.1")}),
        (L, {"floor_standard": D("49.9")}),
        (T, {"floor_low": D("50.1")}),
        (T, {"floor_high": D("49.9")}),
        (T, {"floor_low": D("48.1"), "tolerance": D(2)}),
        (T, {"floor_high": D("51.9"), "tolerance": D(2)}),
        (T, {"floor_low": D(40), "floor_high": D("51.9"), "tolerance": D(2)}),
        (T, {"tolerance": D("-1")}),
    ],
)
@pytest.mark.parametrize("value", ["0", "50", "100"])
def test_lines_that_do_not_fit_together_rate_nothing(polarity, lines, value):
    rating = rate(D(value), polarity=polarity, target=D(50), **lines)

    assert rating == (NOT_RATED, Reason.INVALID_CONFIG)


@pytest.mark.parametrize("polarity", [H, L])
def test_limits_of_another_polarity_are_ignored(polarity):
    rating = rate(D(50), polarity=polarity, target=D(50), floor_low=D(99), floor_high=D(1), tolerance=D(-1))

    assert rating == (GREEN, Reason.TARGET_MET)


@pytest.mark.parametrize(
    ("denominator", "reason"),
    [
        ("0", Reason.SMALL_DENOMINATOR),
        ("4", Reason.SMALL_DENOMINATOR),
        ("4.9", Reason.SMALL_DENOMINATOR),
        ("5", Reason.TARGET_MET),
        ("5.0", Reason.TARGET_MET),
        (None, Reason.TARGET_MET),
    ],
)
def test_fewer_than_five_in_the_denominator_is_not_rated(denominator, reason):
    size = None if denominator is None else D(denominator)

    assert rate(D(90), polarity=H, target=D(85), denominator=size).reason == reason


@pytest.mark.parametrize("polarity", Polarity)
def test_nought_is_rated_and_a_missing_figure_is_not(polarity):
    assert rate(None, polarity=polarity, target=D(0)) == (NOT_RATED, Reason.NO_VALUE)
    assert rate(D(0), polarity=polarity, target=D(0)).reason != Reason.NO_VALUE


def test_floor_alone_rates_nothing():
    assert rate(D(1), polarity=H, floor_standard=D(40)) == (NOT_RATED, Reason.NO_TARGET)


def test_first_rule_that_applies_decides():
    faults = {"polarity": NONE, "denominator": D(1)}

    assert rate(None, is_kpi=False, **faults) == (NOT_RATED, Reason.ACTIVITY)
    assert rate(None, **faults) == (NOT_RATED, Reason.NO_VALUE)
    assert rate(D(1), **faults) == (NOT_RATED, Reason.SMALL_DENOMINATOR)
    assert rate(D(1), polarity=NONE) == (NOT_RATED, Reason.NO_TARGET)
    assert rate(D(1), polarity=NONE, target=D(1)) == (NOT_RATED, Reason.INVALID_CONFIG)
    assert rate(D(99), polarity=H, target=D(60), floor_standard=D(65)).reason == Reason.INVALID_CONFIG


def test_activity_measure_with_a_target_is_still_not_rated():
    assert rate(D(99), polarity=H, target=D(60), is_kpi=False) == (NOT_RATED, Reason.ACTIVITY)


def test_polarity_as_the_database_gives_it_is_understood():
    assert rate(D(1), polarity="L", target=D(2)).rating == GREEN
    assert rate(D(1), polarity="", target=D(2)).reason == Reason.INVALID_CONFIG


@given(FIGURES, FIGURES, FIGURES, FIGURES, st.sampled_from([H, L]))
def test_better_figure_never_rates_worse(one, other, line, another_line, polarity):
    better, worse = (max, min) if polarity == H else (min, max)
    lines = {"target": better(line, another_line), "floor_standard": worse(line, another_line)}

    good = rate(better(one, other), polarity=polarity, **lines).rating
    bad = rate(worse(one, other), polarity=polarity, **lines).rating

    assert BEST_LAST.index(good) >= BEST_LAST.index(bad)


@given(FIGURES, FIGURES, st.none() | FIGURES)
def test_lower_is_better_mirrors_higher_is_better(value, target, floor):
    mirrored = rate(-value, polarity=L, target=-target, floor_standard=None if floor is None else -floor)

    assert rate(value, polarity=H, target=target, floor_standard=floor) == mirrored


@given(FIGURES, FIGURES, st.none() | st.decimals(0, 50, places=1), st.none() | FIGURES, st.none() | FIGURES)
def test_closest_to_target_mirrors_itself(value, target, tolerance, low, high):
    mirrored = rate(
        -value,
        polarity=T,
        target=-target,
        tolerance=tolerance,
        floor_low=None if high is None else -high,
        floor_high=None if low is None else -low,
    )

    assert mirrored == rate(
        value, polarity=T, target=target, tolerance=tolerance, floor_low=low, floor_high=high
    )


@given(FIGURES, FIGURES, st.none() | FIGURES, st.sampled_from(Polarity))
def test_rating_is_red_only_by_the_floor(value, target, floor, polarity):
    rating = rate(value, polarity=polarity, target=target, floor_standard=floor)

    assert (rating.rating == RED) == (rating.reason == Reason.BELOW_FLOOR)
    assert rating.rating != RED or floor is not None


@pytest.mark.parametrize(
    ("polarity", "published", "exact", "lines", "is_met"),
    [
        (H, "85.0", "84.95", {"target": D(85)}, True),
        (H, "85.0", "85", {"target": D(85)}, False),
        (H, "85.0", "85.04", {"target": D(85)}, False),
        (H, "84.9", "84.94", {"target": D(85)}, False),
        (L, "10.0", "10.04", {"target": D(10)}, True),
        (L, "10.0", "9.96", {"target": D(10)}, False),
        (T, "52.0", "52.04", {"target": D(50), "tolerance": D(2)}, True),
        (T, "48.0", "47.96", {"target": D(50), "tolerance": D(2)}, True),
        (T, "52.0", "51.96", {"target": D(50), "tolerance": D(2)}, False),
        (T, "60.0", "60.04", {"target": D(50), "floor_high": D(60)}, True),
        (T, "40.0", "39.96", {"target": D(50), "floor_low": D(40)}, True),
        (H, "80.0", "79.95", {"target": D(85), "floor_standard": D(80)}, True),
        (H, "80.0", "80", {"target": D(85), "floor_standard": D(80)}, False),
        (H, "99.9", "99.96", {"target": D("99.95")}, False),  # the rule against a false 100 loses it
        (H, "85.0", "84.95", {"target": None}, False),
        (NONE, "85.0", "84.95", {"target": D(85)}, False),
    ],
)
def test_met_by_rounding_means_met_only_as_printed(polarity, published, exact, lines, is_met):
    assert is_met_by_rounding(D(published), D(exact), polarity=polarity, **lines) == is_met


def test_rating_unpacks_into_colour_and_reason():
    assert Rating(AMBER, Reason.FLOOR_MET) == (Rag.AMBER, Reason.FLOOR_MET)
