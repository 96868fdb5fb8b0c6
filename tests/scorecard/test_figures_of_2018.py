"""The rules against the panel's own scorecard of August 2018 and what its report said of June."""

from datetime import date

import pytest

from scorecard.counts import RatingCounts, TravelCounts, count_ratings, count_travel
from scorecard.published import exact_figure, published_figure
from scorecard.rag import Rag, is_met_by_rounding, rate
from scorecard.travel import Comparison, DirectionOfTravel, Observation, direction_of_travel
from tests.scorecard.published_2018 import ROWS

JUNE, JULY, AUGUST = date(2018, 6, 30), date(2018, 7, 31), date(2018, 8, 31)
LETTERS = {Rag.GREEN: "G", Rag.AMBER: "A", Rag.RED: "R", Rag.NOT_RATED: ""}
WITH_PARTS = [row for row in ROWS if row.numerator is not None and row.denominator is not None]


@pytest.mark.parametrize("row", WITH_PARTS, ids=lambda row: row.code)
def test_printed_figure_is_worked_out_again_from_its_parts(row):
    figure = published_figure(None, row.numerator, row.denominator, unit=row.unit, decimals=row.decimals)

    assert figure == row.august


def test_scorecard_of_august_2018_gives_parts_for_39_indicators():
    assert (len(ROWS), len(WITH_PARTS)) == (48, 39)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
@pytest.mark.parametrize("column", ["july", "august", "excluding_uasc"])
def test_rating_is_the_one_printed_in_2018(row, column):
    rating = rate(getattr(row, column), polarity=row.polarity, target=row.target, is_kpi=row.is_kpi).rating

    assert LETTERS[rating] == getattr(row, f"{column}_rating")


def test_august_2018_counts_13_green_and_11_amber():
    ratings = [
        rate(
            row.august,
            polarity=row.polarity,
            target=row.target,
            denominator=row.denominator,
            is_kpi=row.is_kpi,
        ).rating
        for row in ROWS
    ]

    assert count_ratings(ratings) == RatingCounts(green=13, amber=11, red=0, not_rated=24)


def test_one_rating_changed_since_june_2018():
    changed = [
        (row.code, rate(row.june, polarity=row.polarity, target=row.target).rating)
        for row in ROWS
        if row.june is not None
        and rate(row.june, polarity=row.polarity, target=row.target)
        != rate(row.august, polarity=row.polarity, target=row.target)
    ]

    assert changed == [("CIC29", Rag.GREEN)]


def test_no_rating_of_august_2018_is_met_by_rounding():
    kpis = [row for row in ROWS if row.is_kpi]
    exact = [exact_figure(None, row.numerator, row.denominator, unit=row.unit) for row in kpis]

    met = [
        is_met_by_rounding(row.august, figure, polarity=row.polarity, target=row.target)
        for row, figure in zip(kpis, exact, strict=True)
    ]

    assert met == [False] * 24


def directions_2018(rows, before, earlier, comparison):
    return {
        row.code: direction_of_travel(
            Observation(AUGUST, row.august, row.denominator),
            Observation(earlier, getattr(row, before)),
            comparison=comparison,
            polarity=row.polarity,
            data_period=row.data_period,
            unit=row.unit,
            decimals=row.decimals,
            target=row.target,
        ).direction
        for row in rows
    }


def test_july_to_august_2018_is_8_improved_13_worsened_and_3_unchanged():
    kpis = [row for row in ROWS if row.is_kpi]

    directions = directions_2018(kpis, "july", JULY, Comparison.PREVIOUS_MONTH)

    assert count_travel(directions.values()) == TravelCounts(8, 13, 3, not_judged=0)
    assert {code for code, direction in directions.items() if direction == DirectionOfTravel.STEADY} == {
        "CIC02",
        "CIC04",
        "CIC26",
    }


def test_june_to_august_2018_improves_7_of_11_ambers_and_july_disagrees_on_four():
    ambers = [row for row in ROWS if row.august_rating == "A"]

    on_june = directions_2018(ambers, "june", JUNE, Comparison.PREVIOUS_PANEL)
    on_july = directions_2018(ambers, "july", JULY, Comparison.PREVIOUS_MONTH)

    assert count_travel(on_june.values()) == TravelCounts(7, 4, 0, not_judged=0)
    assert {code for code in on_june if on_june[code] != on_july[code]} == {
        "CIC04",
        "CIC06",
        "CIC07",
        "CIC37",
    }
