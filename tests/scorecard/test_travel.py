from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit
from scorecard.rag import Polarity, Rag
from scorecard.travel import (
    Arrow,
    Comparison,
    DirectionOfTravel,
    Observation,
    TravelReason,
    direction_of_travel,
)

H, L, T, NONE = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST, Polarity.NONE
UP, DOWN, LEVEL = Arrow.UP, Arrow.DOWN, Arrow.LEVEL
IMPROVING, WORSENING, STEADY = (
    DirectionOfTravel.IMPROVING,
    DirectionOfTravel.WORSENING,
    DirectionOfTravel.STEADY,
)
JUNE, JULY, AUGUST = date(2018, 6, 30), date(2018, 7, 31), date(2018, 8, 31)
MONTH, PANEL = Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL
LAST_YEAR, YEAR = Comparison.SAME_MONTH_LAST_YEAR, Comparison.PREVIOUS_YEAR
FIGURES = st.decimals(-1000, 1000, places=1)
MIRRORED = {IMPROVING: WORSENING, WORSENING: IMPROVING, STEADY: STEADY}


def seen(period_end, figure, denominator=None):
    return Observation(period_end, figure if figure is None else D(figure), denominator and D(denominator))


def travel(current, previous, **changes):
    settings = {
        "comparison": MONTH,
        "polarity": H,
        "data_period": DataPeriod.SS,
        "unit": Unit.PERCENT,
        "decimals": 1,
    }
    return direction_of_travel(current, previous, **settings | changes)


def from_july(before, now, **changes):
    return travel(seen(AUGUST, now), seen(JULY, before), **changes)


@pytest.mark.parametrize(
    ("polarity", "before", "now", "arrow", "direction", "colour", "words"),
    [
        (H, "48.6", "47.7", DOWN, WORSENING, Rag.RED, "down 0.9 points, worsened"),
        (H, "84.6", "86.3", UP, IMPROVING, Rag.GREEN, "up 1.7 points, improved"),
        (H, "95.9", "95.9", LEVEL, STEADY, Rag.AMBER, "no change"),
        (L, "11.2", "10.7", DOWN, IMPROVING, Rag.GREEN, "down 0.5 points, improved"),
        (L, "10.7", "11.2", UP, WORSENING, Rag.RED, "up 0.5 points, worsened"),
        (L, "10.7", "10.7", LEVEL, STEADY, Rag.AMBER, "no change"),
        (NONE, "7.7", "8.0", UP, DirectionOfTravel.INCREASED, Rag.NOT_RATED, "up 0.3 points"),
        (NONE, "8.0", "7.7", DOWN, DirectionOfTravel.DECREASED, Rag.NOT_RATED, "down 0.3 points"),
        (NONE, "8.0", "8.0", LEVEL, STEADY, Rag.NOT_RATED, "no change"),
        (H, "-1.0", "0.0", UP, IMPROVING, Rag.GREEN, "up 1.0 points, improved"),
        (L, "0.0", "0.0", LEVEL, STEADY, Rag.AMBER, "no change"),
    ],
)
def test_arrow_follows_the_number_and_the_word_judges_it(
    polarity, before, now, arrow, direction, colour, words
):
    result = from_july(before, now, polarity=polarity)

    assert (result.arrow, result.direction, result.colour) == (arrow, direction, colour)
    assert result.change == D(now) - D(before)
    assert result.words == words
    assert result.reason is None


@pytest.mark.parametrize(
    ("before", "now", "arrow", "direction", "words"),
    [
        ("44", "48", UP, IMPROVING, "up 4.0 points, improved"),
        ("56", "51", DOWN, IMPROVING, "down 5.0 points, improved"),
        ("48", "53", UP, WORSENING, "up 5.0 points, worsened"),
        ("48", "52", UP, STEADY, "up 4.0 points, as far from the target"),
        ("48", "48", LEVEL, STEADY, "no change"),
        ("44", "50", UP, IMPROVING, "up 6.0 points, improved"),
    ],
)
def test_closest_to_target_is_judged_by_distance(before, now, arrow, direction, words):
    result = from_july(before, now, polarity=T, target=D(50))

    assert (result.arrow, result.direction, result.words) == (arrow, direction, words)


@pytest.mark.parametrize(
    ("now", "arrow", "words"),
    [("48", UP, "up 4.0 points, not judged without a target"), ("44", LEVEL, "no change")],
)
def test_closest_to_target_without_a_target_has_an_arrow_only(now, arrow, words):
    result = from_july("44", now, polarity=T)

    assert (result.arrow, result.words) == (arrow, words)
    assert (result.direction, result.colour) == (DirectionOfTravel.NONE, Rag.NOT_RATED)
    assert result.reason == TravelReason.NO_TARGET


@pytest.mark.parametrize(
    ("unit", "decimals", "before", "now", "words"),
    [
        (Unit.DAYS, 0, "112", "114", "up 2 days, worsened"),
        (Unit.DAYS, 0, "112", "113", "up 1 day, worsened"),
        (Unit.DAYS, 1, "112.0", "121.7", "up 9.7 days, worsened"),
        (Unit.COUNT, 0, "1593", "579", "down 1,014, improved"),
        (Unit.RATE_PER_10000, 1, "41.2", "40.5", "down 0.7 per 10,000, improved"),
        (Unit.SCORE, 1, "13.4", "13.1", "down 0.3, improved"),
        (Unit.CASES_PER_FTE, 1, "16.4", "16.6", "up 0.2 cases per worker, worsened"),
        (Unit.PERCENT, 0, "10", "11", "up 1 point, worsened"),
    ],
)
def test_change_is_told_in_the_indicators_own_unit(unit, decimals, before, now, words):
    assert from_july(before, now, polarity=L, unit=unit, decimals=decimals).words == words


NOTHING = seen(AUGUST, None)


@pytest.mark.parametrize(
    ("current", "previous", "comparison", "reason", "words"),
    [
        (None, seen(JULY, "1"), MONTH, TravelReason.NO_CURRENT, "no figure to compare"),
        (NOTHING, seen(JULY, "1"), MONTH, TravelReason.NO_CURRENT, "no figure to compare"),
        (None, None, MONTH, TravelReason.NO_CURRENT, "no figure to compare"),
        (
            seen(AUGUST, "1"),
            None,
            MONTH,
            TravelReason.NO_PREVIOUS,
            "no figure for July 2018 to compare with",
        ),
        (
            seen(AUGUST, "1"),
            seen(JULY, None),
            MONTH,
            TravelReason.NO_PREVIOUS,
            "no figure for July 2018 to compare with",
        ),
        (
            seen(AUGUST, "1"),
            None,
            LAST_YEAR,
            TravelReason.NO_PREVIOUS,
            "no figure for August 2017 to compare with",
        ),
        (
            seen(AUGUST, "1"),
            None,
            PANEL,
            TravelReason.NO_PREVIOUS,
            "no figure for an earlier month to compare with",
        ),
        (
            seen(AUGUST, "1"),
            seen(JUNE, "1"),
            MONTH,
            TravelReason.GAP_MONTH,
            "not compared: the last figure before is from June 2018",
        ),
        (
            seen(AUGUST, "1"),
            seen(date(2016, 8, 31), "1"),
            YEAR,
            TravelReason.GAP_MONTH,
            "not compared: the last figure before is from August 2016",
        ),
        (
            seen(AUGUST, "1", "4"),
            seen(JULY, "1", "5"),
            MONTH,
            TravelReason.SMALL_DENOMINATOR,
            "not compared: a denominator is below 5",
        ),
        (
            seen(AUGUST, "1", "5"),
            seen(JULY, "1", "4.9"),
            MONTH,
            TravelReason.SMALL_DENOMINATOR,
            "not compared: a denominator is below 5",
        ),
    ],
)
def test_without_a_fair_comparison_there_is_a_reason_and_no_arrow(
    current, previous, comparison, reason, words
):
    result = travel(current, previous, comparison=comparison)

    assert (result.reason, result.words) == (reason, words)
    assert (result.arrow, result.change) == (None, None)
    assert (result.direction, result.colour) == (DirectionOfTravel.NONE, Rag.NOT_RATED)


def test_nought_is_a_figure_to_compare_with():
    assert from_july("0", "1").arrow == UP
    assert from_july("1", "0").arrow == DOWN


@pytest.mark.parametrize("denominators", [("5", "5"), (None, "5"), ("5", None), (None, None)])
def test_five_in_the_denominator_or_none_at_all_is_compared(denominators):
    now, before = denominators

    assert travel(seen(AUGUST, "2", now), seen(JULY, "1", before)).arrow == UP


@pytest.mark.parametrize(
    ("comparison", "earlier", "is_compared"),
    [
        (MONTH, JULY, True),
        (MONTH, JUNE, False),
        (PANEL, JULY, True),
        (PANEL, date(2017, 1, 31), True),
        (LAST_YEAR, date(2017, 8, 31), True),
        (YEAR, date(2017, 8, 31), True),
        (YEAR, date(2017, 7, 31), False),
        (YEAR, JULY, False),
    ],
)
def test_month_and_year_comparisons_refuse_to_reach_past_a_gap(comparison, earlier, is_compared):
    result = travel(seen(AUGUST, "2"), seen(earlier, "1"), comparison=comparison)

    assert (result.arrow == UP) == is_compared
    assert (result.reason == TravelReason.GAP_MONTH) != is_compared


@pytest.mark.parametrize("earlier", [AUGUST, date(2018, 9, 30)])
def test_later_figure_is_refused_as_a_baseline(earlier):
    with pytest.raises(ValueError, match=f"before 2018-08-31, not from {earlier}"):
        travel(seen(AUGUST, "1"), seen(earlier, "1"), comparison=PANEL)


MARCH, APRIL, SEPTEMBER = date(2018, 3, 31), date(2018, 4, 30), date(2018, 9, 30)
CALENDAR = (date(2017, 12, 31), date(2018, 1, 31))


@pytest.mark.parametrize(
    ("data_period", "comparison", "earlier", "later", "reason"),
    [
        (DataPeriod.YTD, MONTH, MARCH, APRIL, TravelReason.PERIOD_RESET),
        (DataPeriod.YTD, PANEL, MARCH, AUGUST, TravelReason.PERIOD_RESET),
        (DataPeriod.YTD, MONTH, APRIL, date(2018, 5, 31), None),
        (DataPeriod.YTD, MONTH, AUGUST, SEPTEMBER, None),
        (DataPeriod.YTD, MONTH, *CALENDAR, None),
        (DataPeriod.YTD, LAST_YEAR, date(2017, 8, 31), AUGUST, None),
        (DataPeriod.YTD, YEAR, date(2017, 8, 31), AUGUST, TravelReason.PERIOD_RESET),
        (DataPeriod.AC_YTD, MONTH, AUGUST, SEPTEMBER, TravelReason.PERIOD_RESET),
        (DataPeriod.AC_YTD, MONTH, JULY, AUGUST, None),
        (DataPeriod.AC_YTD, MONTH, MARCH, APRIL, None),
        (DataPeriod.AC_YTD, MONTH, *CALENDAR, None),
        (DataPeriod.AC_YTD, LAST_YEAR, date(2017, 9, 30), SEPTEMBER, None),
        *((period, MONTH, MARCH, APRIL, None) for period in (DataPeriod.SS, DataPeriod.R12M, DataPeriod.M)),
        *(
            (period, MONTH, AUGUST, SEPTEMBER, None)
            for period in (DataPeriod.SS, DataPeriod.R12M, DataPeriod.M)
        ),
        (DataPeriod.A, YEAR, date(2017, 3, 31), MARCH, None),
    ],
)
def test_counts_that_began_again_are_not_compared(data_period, comparison, earlier, later, reason):
    result = travel(seen(later, "2"), seen(earlier, "1"), comparison=comparison, data_period=data_period)

    assert result.reason == reason
    assert (result.arrow is None) == (reason is not None)


def test_restarted_count_says_since_when():
    result = travel(seen(APRIL, "2"), seen(MARCH, "1"), data_period=DataPeriod.YTD)

    assert result.words == "not compared: the count has begun again since March 2018"


@pytest.mark.parametrize(
    ("broke_on", "is_compared"),
    [
        (JULY, True),  # both months already use the new measure
        (date(2018, 8, 1), False),
        (AUGUST, False),
        (date(2018, 9, 1), True),
        (date(2018, 9, 30), True),
    ],
)
def test_changed_measure_is_not_compared_with_the_old_one(broke_on, is_compared):
    result = travel(seen(AUGUST, "2"), seen(JULY, "1"), break_dates=[date(2010, 1, 31), broke_on])

    assert (result.arrow == UP) == is_compared
    assert (result.words == "not compared: the measure has changed since July 2018") != is_compared


def test_first_reason_that_applies_is_given():
    small_and_broken = {"break_dates": [AUGUST], "data_period": DataPeriod.AC_YTD}
    september = seen(SEPTEMBER, "2", "4")

    assert travel(seen(SEPTEMBER, None), None).reason == TravelReason.NO_CURRENT
    assert travel(september, seen(JULY, None), **small_and_broken).reason == TravelReason.NO_PREVIOUS
    assert travel(september, seen(JULY, "1"), **small_and_broken).reason == TravelReason.GAP_MONTH
    small_and_broken["break_dates"] = [SEPTEMBER]
    assert travel(september, seen(AUGUST, "1"), **small_and_broken).reason == TravelReason.PERIOD_RESET
    small_and_broken["data_period"] = DataPeriod.SS
    assert travel(september, seen(AUGUST, "1"), **small_and_broken).reason == TravelReason.BASELINE_BREAK
    small_and_broken["break_dates"] = []
    assert travel(september, seen(AUGUST, "1"), **small_and_broken).reason == TravelReason.SMALL_DENOMINATOR


@pytest.mark.parametrize(
    ("comparison", "earlier"), [(MONTH, JULY), (PANEL, JUNE), (LAST_YEAR, date(2017, 8, 31))]
)
def test_baseline_is_the_earlier_month(comparison, earlier):
    result = travel(seen(AUGUST, "2"), seen(earlier, "1"), comparison=comparison)

    assert (result.baseline_end, result.comparison) == (earlier, comparison)


@pytest.mark.parametrize(
    ("before", "now", "settings", "words"),
    [
        ("2", "1.8", {}, "down 0.2 points from an illustrative figure, worsened"),
        ("2", "2", {}, "no change from an illustrative figure"),
        ("2", "3", {"polarity": NONE}, "up 1.0 points from an illustrative figure"),
        (
            "2",
            "2.1",
            {"materiality": D(1)},
            "up 0.1 points from an illustrative figure, too little to count",
        ),
        (None, "2", {}, "no figure for July 2018 to compare with"),
        ("2", None, {}, "no figure to compare"),
    ],
)
def test_illustrative_earlier_figure_is_named_in_the_words(before, now, settings, words):
    illustrative = replace(seen(JULY, before), is_illustrative=True)
    told, plain = (travel(seen(AUGUST, now), one, **settings) for one in (illustrative, seen(JULY, before)))

    assert told.words == words
    assert replace(told, words=told.words_alone) == plain


def test_illustrative_figure_now_is_marked_itself_and_not_in_the_words():
    before, now = (replace(seen(*one), is_illustrative=True) for one in ((JULY, "2"), (AUGUST, "3")))

    assert travel(now, before).words == "up 1.0 points, improved"


@pytest.mark.parametrize(
    ("now", "arrow", "direction", "words"),
    [
        ("16.6", LEVEL, STEADY, "up 0.2 cases per worker, too little to count"),
        ("16.2", LEVEL, STEADY, "down 0.2 cases per worker, too little to count"),
        ("16.9", UP, WORSENING, "up 0.5 cases per worker, worsened"),
        ("15.9", DOWN, IMPROVING, "down 0.5 cases per worker, improved"),
        ("16.4", LEVEL, STEADY, "no change"),
    ],
)
def test_movement_below_materiality_leaves_the_arrow_level(now, arrow, direction, words):
    result = from_july("16.4", now, polarity=L, unit=Unit.CASES_PER_FTE, materiality=D("0.5"))

    assert (result.arrow, result.direction, result.words) == (arrow, direction, words)


@given(FIGURES, FIGURES, st.sampled_from([H, L, T]), FIGURES)
def test_going_back_is_judged_the_other_way(one, other, polarity, target):
    there = from_july(one, other, polarity=polarity, target=target)
    back = from_july(other, one, polarity=polarity, target=target)

    assert back.change == -there.change
    assert back.direction == MIRRORED[there.direction]
    assert {there.arrow, back.arrow} in ({UP, DOWN}, {LEVEL})


@given(FIGURES, FIGURES)
def test_lower_is_better_mirrors_higher_is_better(one, other):
    assert from_july(one, other, polarity=H).direction == from_july(-one, -other, polarity=L).direction


@given(FIGURES, FIGURES, st.sampled_from(Polarity))
def test_reader_can_add_the_change_to_the_earlier_figure(before, now, polarity):
    result = from_july(before, now, polarity=polarity, target=D(0))

    assert before + result.change == now


@given(st.integers(1, 60), st.sampled_from(Comparison), st.sampled_from(DataPeriod))
def test_arrow_and_reason_exclude_each_other(months, comparison, data_period):
    earlier = seen(shift_months(AUGUST, -months), "1")

    result = travel(seen(AUGUST, "2"), earlier, comparison=comparison, data_period=data_period)

    assert (result.arrow is None) == (result.reason is not None)
