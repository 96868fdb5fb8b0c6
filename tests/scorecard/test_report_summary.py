from dataclasses import replace

import pytest

from scorecard.counts import TravelCounts
from scorecard.report.summary import Way, month_headline, ways
from scorecard.travel import Comparison, DirectionOfTravel
from tests.scorecard.readings import row, scorecard

GREEN, AMBER, RED = row("95.0"), row("85.0"), row("75.0")
NO_FLOOR, ACTIVITY = row("85.0", floor=None), row("85.0", measure={"is_kpi": False})


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No indicator is rated in August 2018"),
        ([ACTIVITY], "No indicator is rated in August 2018"),
        ([GREEN], "The one rated indicator met its target in August 2018"),
        (
            [AMBER],
            "The one rated indicator missed its target in August 2018, and none missed its floor standard",
        ),
        ([GREEN, GREEN, ACTIVITY], "Both rated indicators met their target in August 2018"),
        ([GREEN] * 3, "All three rated indicators met their target in August 2018"),
        (
            [AMBER] * 3,
            "None of the three rated indicators met its target in August 2018, "
            "and none missed its floor standard",
        ),
        (
            [GREEN, AMBER],
            "One of the two rated indicators met its target in August 2018, and none missed its floor standard",
        ),
        (
            [GREEN] * 13 + [AMBER] * 11 + [ACTIVITY],
            "13 of the 24 rated indicators met their target in August 2018, and none missed its floor standard",
        ),
        (
            [GREEN, GREEN, RED],
            "Two of the three rated indicators met their target in August 2018; one missed its floor standard",
        ),
        (
            [GREEN, AMBER, RED, RED],
            "One of the four rated indicators met its target in August 2018; two missed their floor standard",
        ),
        ([GREEN, GREEN, NO_FLOOR], "Two of the three rated indicators met their target in August 2018"),
    ],
)
def test_month_is_told_in_a_sentence(rows, sentence):
    assert month_headline(scorecard(*rows)) == sentence


IMPROVED = Way(DirectionOfTravel.IMPROVING, 8, "improved")
WORSENED = Way(DirectionOfTravel.WORSENING, 13, "worsened")
UNCHANGED = Way(DirectionOfTravel.STEADY, 3, "unchanged")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (TravelCounts(8, 13, 3, 0), [IMPROVED, WORSENED, UNCHANGED]),
        (
            TravelCounts(8, 13, 3, 1),
            [IMPROVED, WORSENED, UNCHANGED, Way(DirectionOfTravel.NONE, 1, "not compared")],
        ),
        (TravelCounts(0, 0, 0, 24), []),
        (TravelCounts(0, 0, 0, 0), []),
    ],
)
def test_ways_that_the_rated_went_are_counted_together(counts, expected):
    counted = replace(scorecard(), travel={Comparison.PREVIOUS_MONTH: counts})

    assert ways(counted, Comparison.PREVIOUS_MONTH) == expected


def test_without_a_baseline_no_ways_are_counted():
    assert ways(scorecard(), Comparison.PREVIOUS_MONTH) == []
