"""The Select Committee of 2015 as the papers tell it: what was asked, what was said in 2017, what came of it."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.test import override_settings

from meetings.demonstration import load_demonstration as load_meetings
from people.demonstration import load_accounts
from recommendations.demonstration import load_demonstration
from recommendations.demonstration.days import day
from recommendations.due_dates import Precision
from recommendations.lateness import Lateness
from recommendations.models import (
    FigureTold,
    Limb,
    LimbReport,
    Recommendation,
    Service,
    StrategyAction,
    StrategyOutcome,
    StrategyQuestion,
    Update,
)
from recommendations.report.standing import Row, register
from scorecard.demonstration.reference import load_reference_data
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 2, 28)


@pytest.fixture(scope="module", autouse=True)
def select_committee(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker), override_settings(DEMO=True):
        load_accounts(lambda said: None)
        load_meetings(lambda said: None)
        load_reference_data()
        load_demonstration(lambda said: None)
        yield


@pytest.fixture
def rows() -> dict[int, Row]:
    found = register(Recommendation.objects.all(), REPORTED)
    return {row.recommendation.number: row for row in found}


def numbers(rows: dict[int, Row], status: str) -> list[int]:
    return sorted(number for number, row in rows.items() if row.delivery == status)


def test_fifteen_recommendations_have_thirty_three_parts(rows):
    assert sorted(rows) == list(range(1, 16))
    assert Limb.objects.count() == 33


def test_roll_up_is_as_judged_in_february_2017(rows):
    assert {status: numbers(rows, status) for status in ("reported_complete", "on_track", "slipped")} == {
        "reported_complete": [2, 4, 7, 10, 12],
        "on_track": [1, 3, 5, 6, 9, 11, 13, 15],
        "slipped": [8, 14],
    }


def test_limbs_stand_as_judged(rows):
    assert Counter(Limb.objects.values_list("status", flat=True)) == {
        "done": 13,
        "on_track": 10,
        "not_started": 8,
        "slipped": 2,
    }
    of_2017 = LimbReport.objects.filter(update__as_at=REPORTED)
    assert Counter(of_2017.values_list("coverage", flat=True)) == {"evidenced": 15, "claimed": 10}


def test_eight_parts_were_left_unmentioned(rows):
    silent = {number: row.silent for number, row in rows.items() if row.silent}

    assert silent == {
        1: ("b",),
        3: ("c",),
        5: ("b",),
        6: ("b",),
        8: ("b",),
        9: ("b",),
        11: ("b",),
        15: ("c",),
    }


@pytest.mark.parametrize(("number", "days"), [(10, 105), (12, 204)])
def test_reports_to_the_panel_came_late(rows, number, days):
    standing = rows[number].standing

    assert (standing.lateness, standing.days) == (Lateness.MET_LATE, days)


def test_nothing_else_is_late(rows):
    others = {row.standing.lateness for number, row in rows.items() if number not in (10, 12)}

    assert others == {Lateness.NO_DATE, Lateness.MET_UNDATED}


def test_effect_is_told_apart_from_the_deed(rows):
    assert (rows[4].delivery, rows[4].effect) == ("reported_complete", "worse")
    assert Counter(row.effect for row in rows.values()) == {
        "too_early": 4,
        "none_claimed": 3,
        "improved": 5,
        "no_change": 2,
        "worse": 1,
    }


def test_children_placed_by_other_authorities_are_told_as_they_grew():
    told = FigureTold.objects.filter(indicator__code="CIC10").order_by("as_at")

    assert [(one.as_at, one.value, one.qualifier) for one in told] == [
        (date(2016, 4, 30), Decimal(1254), "exact"),
        (date(2016, 10, 31), Decimal(1294), "exact"),
        (date(2018, 7, 31), Decimal(1200), "more_than"),
        (date(2018, 8, 31), Decimal(1329), "exact"),
    ]


def test_update_of_november_2018_went_to_the_item_of_the_scorecard():
    update = Update.objects.get(as_at=date(2018, 8, 31))

    assert str(update.item) == "Performance scorecard for children in care"
    assert update.recommendation.current_update == update


def test_strategy_is_whole():
    models = (StrategyQuestion, StrategyOutcome, StrategyAction, Service)

    assert [model.objects.count() for model in models] == [10, 45, 85, 21]


def test_strategy_names_two_days_and_two_rhythms():
    dated = StrategyAction.objects.filter(by__isnull=False).order_by("by")
    coming_back = StrategyAction.objects.filter(every_months__isnull=False).order_by("every_months")

    assert [one.by for one in dated] == [date(2017, 9, 30), date(2017, 10, 31)]
    assert [(one.outcome.code, one.every_months) for one in coming_back] == [("Q10-1", 6), ("Q10-4", 12)]


def test_every_recommendation_is_tied_to_the_strategy_and_a_principle():
    loose = Recommendation.objects.filter(outcomes=None) | Recommendation.objects.filter(principles=None)

    assert not loose.exists()
    assert Recommendation.objects.filter(indicators__isnull=False).distinct().count() == 6


def test_post_outlives_whoever_holds_it():
    owner = Recommendation.objects.get(number=1).owner

    held = owner.holdings.values_list("user__name", "starts_on", "ends_on")
    assert list(held) == [
        ("Winifred Ashgrove", date(2014, 9, 1), date(2018, 5, 31)),
        ("Delphine Marchbank", date(2018, 6, 1), None),
    ]


def test_loading_again_adds_nothing():
    said = []

    load_demonstration(said.append)

    assert (said, Update.objects.count()) == (["Recommendations: there already."], 16)


@pytest.mark.parametrize(
    ("text", "on", "precision"),
    [
        ("2016", date(2016, 12, 31), Precision.YEAR),
        ("2015/16", date(2016, 3, 31), Precision.FINANCIAL_YEAR),
        ("2016-02", date(2016, 2, 29), Precision.MONTH),
        ("2018-08-31", date(2018, 8, 31), Precision.DAY),
    ],
)
def test_file_writes_days_as_precisely_as_they_are_known(text, on, precision):
    assert day(text) == (on, precision)
