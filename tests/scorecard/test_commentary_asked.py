"""Which commentary a month needs, and of whom it is asked."""

from datetime import date

import pytest

from scorecard.models import Variant
from scorecard.report.commentary import baseline_choices, commentary_asked, commentary_tasks
from scorecard.report.scorecard import read_scorecard
from scorecard.travel import Comparison
from tests.factories.people import PostFactory, PostHoldingFactory, UserFactory
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.panel import TODAY, an_amber_indicator, an_owner, month
from tests.scorecard.readings import AUGUST, JULY, JUNE, SUMMER, row, scorecard


@pytest.mark.parametrize(
    ("august", "july", "june", "why"),
    [
        ("85.0", "85.0", "85.0", "It is amber"),
        ("75.0", "75.0", "75.0", "It is red"),
        ("85.0", "95.0", "95.0", "It is amber and was green in July 2018 and in June 2018"),
        ("85.0", "95.0", "75.0", "It is amber and was red in June 2018 and was green in July 2018"),
        ("95.0", "95.0", "85.0", "It is green and was amber in June 2018"),
        ("95.0", "85.0", "95.0", "It is green and was amber in July 2018"),
        (None, "95.0", "95.0", "It is not rated and was green in June 2018 and in July 2018"),
        ("85.0", None, None, "It is amber"),
    ],
)
def test_commentary_is_asked_of_what_misses_its_target_and_of_what_changed_its_colour(
    august, july, june, why
):
    (asked,) = commentary_asked(scorecard(row(august, july, june)))

    assert sorted(asked.why.split()) == sorted(why.split())


@pytest.mark.parametrize(
    ("figures", "measure"),
    [(("95.0", "96.0", "97.0"), {}), (("5.0", "95.0", "95.0"), {"is_kpi": False}), ((None, None, None), {})],
)
def test_no_commentary_is_asked_of_what_stayed_green_or_is_never_rated(figures, measure):
    assert commentary_asked(scorecard(row(*figures, measure=measure))) == ()


@pytest.mark.parametrize(("august", "wants_date"), [("85.0", True), ("75.0", True), ("95.0", False)])
def test_only_a_missed_target_wants_a_date(august, wants_date):
    (asked,) = commentary_asked(scorecard(row(august, "88.0", "88.0")))

    assert asked.wants_date == wants_date


def test_baselines_are_offered_by_name_with_the_panels_first():
    assert baseline_choices(SUMMER) == [
        ("previous_panel", "June 2018, the previous panel report"),
        ("previous_month", "July 2018, the month before"),
    ]


def test_a_month_that_is_both_baselines_is_offered_once():
    both = SUMMER._replace(
        baselines={Comparison.PREVIOUS_MONTH: JULY, Comparison.PREVIOUS_PANEL: JULY}, every=(AUGUST, JULY)
    )

    assert baseline_choices(both) == [("previous_panel", "July 2018, the previous panel report")]
    assert baseline_choices(both._replace(baselines={})) == []
    assert baseline_choices(both._replace(baselines={Comparison.PREVIOUS_MONTH: JUNE})) == [
        ("previous_month", "June 2018, the month before")
    ]


def tasks(today: date = TODAY):
    return commentary_tasks(read_scorecard(month(), variant=Variant.ALL), today=today)


@pytest.mark.django_db
def test_commentary_is_asked_of_whoever_holds_the_owners_post_on_the_day():
    post = an_amber_indicator()
    before, now = UserFactory(), UserFactory()
    PostHoldingFactory(post=post, user=before, starts_on=date(2018, 1, 1), ends_on=date(2018, 9, 30))
    PostHoldingFactory(post=post, user=now, starts_on=date(2018, 10, 1))

    on_days = {day: tasks(day)[0].holders for day in (date(2018, 9, 30), date(2018, 10, 1))}

    assert on_days == {date(2018, 9, 30): (before,), date(2018, 10, 1): (now,)}


@pytest.mark.django_db
def test_nobody_is_asked_who_left_or_where_no_post_answers():
    post = an_amber_indicator()
    an_owner(post, is_active=False)
    ThresholdFactory(indicator__code="CIC02")
    FigureFactory(indicator__code="CIC02", value=85)

    assert [(task.post, task.holders, task.state) for task in tasks()] == [
        (post, (), "Not begun"),
        (None, (), "Not begun"),
    ]


@pytest.mark.django_db
def test_tasks_of_a_month_take_as_many_queries_for_three_as_for_one(django_assert_num_queries):
    an_amber_indicator(post=PostFactory())
    shown = read_scorecard(month(), variant=Variant.ALL)
    with django_assert_num_queries(3):
        commentary_tasks(shown, today=TODAY)
    for code in ("CIC02", "CIC03"):
        an_owner(an_amber_indicator(code))
    shown = read_scorecard(month(), variant=Variant.ALL)

    with django_assert_num_queries(3):
        assert len(commentary_tasks(shown, today=TODAY)) == 3


@pytest.mark.django_db
def test_figures_without_unaccompanied_children_ask_for_nothing():
    indicator = IndicatorFactory(code="CIC01", owner=PostFactory())
    ThresholdFactory(indicator=indicator, variant=Variant.EXC_UASC)
    FigureFactory(indicator=indicator, variant=Variant.EXC_UASC, value=85)

    assert tasks() == []
