from datetime import date

import pytest

from scorecard.models import FigureStatus
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.comparing import travel
from scorecard.report.headline import against_floor, headline
from scorecard.report.months import Month
from scorecard.report.readings import Lines
from scorecard.travel import Comparison
from tests.scorecard.readings import AUGUST, JULY, decimal, not_uploaded, reading

DAYS = {"unit": Unit.DAYS, "polarity": Polarity.LOWER_IS_BETTER}


def told(now, before=None, last=None, breaks=()) -> str:
    return headline(now, travel(before, now, Comparison.PREVIOUS_MONTH, breaks), last)


def months(august, july, **how):
    return reading(august, month=AUGUST, **how), reading(july, month=JULY, **how)


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (
            *months("47.7", "48.6", target=60, floor=45),
            "47.7% in August 2018, amber: 12.3 points below the target of 60%. "
            "Down 0.9 points since July 2018, worsened.",
        ),
        (
            *months("95.9", "95.9"),
            "95.9% in August 2018, green: 5.9 points above the target of 90%. No change since July 2018.",
        ),
        (
            *months("90.0", "89.0"),
            "90.0% in August 2018, green: exactly the target of 90%. Up 1.0 points since July 2018, improved.",
        ),
        (
            *months(
                "121.7",
                "112",
                target=121,
                floor=150,
                measure=DAYS,
            ),
            "121.7 days in August 2018, amber: 0.7 days above the target of 121 days. "
            "Up 9.7 days since July 2018, worsened.",
        ),
        (
            *months(
                "1579",
                "1593",
                measure={"unit": Unit.COUNT, "decimals": 0, "is_kpi": False, "polarity": Polarity.NONE},
            ),
            "1,579 in August 2018. Down 14 since July 2018.",
        ),
        (
            *months("95.0", "95.0", target=None, floor=None),
            "95.0% in August 2018, not rated: no target is set. No change since July 2018.",
        ),
    ],
)
def test_headline_says_figure_rating_gap_and_movement(now, before, sentence):
    assert told(now, before) == sentence


def test_movement_that_cannot_be_told_says_why():
    assert told(reading("95.0")) == (
        "95.0% in August 2018, green: 5.0 points above the target of 90%. "
        "No figure for July 2018 to compare with."
    )


@pytest.mark.parametrize(
    ("now", "before", "breaks", "words"),
    [
        (
            reading("5.0", month=Month(4, date(2018, 4, 30)), measure={"data_period": DataPeriod.YTD}),
            reading("50.0", month=Month(3, date(2018, 3, 31)), measure={"data_period": DataPeriod.YTD}),
            (),
            "Not compared: the count has begun again since March 2018.",
        ),
        (
            *months("95.0", "94.0"),
            (date(2018, 8, 1),),
            "Not compared: the measure has changed since July 2018.",
        ),
    ],
)
def test_comparison_that_is_forbidden_says_why(now, before, breaks, words):
    assert told(now, before, breaks=breaks).endswith(f". {words}")


def test_missing_figure_is_told_with_the_latest_there_is():
    missing = reading(None, status=FigureStatus.NOT_AVAILABLE)

    assert told(missing) == "No figure for August 2018: not available."
    assert told(missing, last=reading("56.2", month=JULY)) == (
        "No figure for August 2018: not available. The latest figure is 56.2% in July 2018."
    )


def test_figure_that_never_came_is_not_reported():
    assert told(not_uploaded()) == "No figure for August 2018: not reported."


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (reading("47.7", target=60, floor=45), "2.7 points above the floor of 45%"),
        (reading("40.0", target=60, floor=45), "5.0 points below the floor of 45%"),
        (reading("121.7", target=121, floor=150, measure=DAYS), "28.3 days inside the floor of 150 days"),
        (reading("151", target=121, floor=150, measure=DAYS), "1.0 days above the floor of 150 days"),
        (reading("45.0", target=60, floor=45), "exactly the floor of 45%"),
        (reading("47.7", target=60, floor=None), ""),
        (reading(None, status=FigureStatus.NOT_DUE), ""),
        (reading("50.0", lines=Lines(decimal(50), None, None, decimal(40), decimal(60))), ""),
    ],
)
def test_distance_to_the_floor(now, words):
    assert against_floor(now) == words


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (True, False, "95.0% (illustrative) in August 2018, {}. Up 1.0 points since July 2018, improved."),
        (
            False,
            True,
            "95.0% in August 2018, {}. Up 1.0 points from the illustrative figure of July 2018, improved.",
        ),
        (True, True, "95.0% (illustrative) in August 2018, {}. Up 1.0 points since July 2018, improved."),
    ],
)
def test_illustrative_figures_are_named_in_the_finding(now, before, sentence):
    figures = reading("95.0", is_illustrative=now), reading("94.0", month=JULY, is_illustrative=before)

    assert told(*figures) == sentence.format("green: 5.0 points above the target of 90%")


def test_latest_figure_that_is_illustrative_says_so():
    last = reading("94.0", month=JULY, is_illustrative=True)

    assert told(not_uploaded(), None, last).endswith(
        "The latest figure is 94.0% (illustrative) in July 2018."
    )
