"""The strategy as it is read: all of it, one service's part, and when it is looked at again."""

from datetime import date

import pytest

from core.access import Role
from recommendations.models import Classification, StrategyAction
from recommendations.report.strategy import strategy_page
from recommendations.updates import UpdateKind
from tests.factories.recommendations import (
    RecommendationFactory,
    ServiceFactory,
    StrategyActionFactory,
    StrategyFactory,
    StrategyOutcomeFactory,
    StrategyQuestionFactory,
    published,
)
from tests.factories.scorecard import IndicatorFactory
from tests.page import open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
ADDRESS = "/recommendations/strategy/"
PUBLIC = frozenset({Classification.PUBLIC})


def outcome(**fields):
    """The second of the strategy's first question, with one action of fostering."""
    made = StrategyOutcomeFactory(number=2, text="More carers", question__number=1, **fields)
    action = StrategyActionFactory(outcome=made, number=1, text="Find carers", by=date(2017, 10, 31))
    action.services.add(ServiceFactory(name="Fostering service"))
    return made


def test_whole_strategy_is_counted_and_shown(client):
    outcome(baseline="900 carers", due_on=date(2020, 3, 31))

    page = open_page(client, ADDRESS)

    assert page.texts(".govuk-body-l") == ["1 question, 1 outcome and 1 action of 1 service."]
    assert page.texts(".recommendations-outcome h3") == ["Q1-2 More carers"]
    assert page.texts(".recommendations-outcome li") == ["Find carers, by October 2017Fostering service"]
    assert page.texts(".recommendations-outcome p") == [
        "Where it started: 900 carers. The panel wants to see it by 31 March 2020."
    ]


def test_portal_without_a_strategy_says_so(client):
    page = open_page(client, ADDRESS)

    assert page.texts(".portal-empty h2") == ["No strategy is entered yet"]


def test_newest_strategy_is_shown():
    StrategyFactory(title="Old", starts_on=date(2014, 1, 1), ends_on=date(2017, 12, 31))
    StrategyFactory(title="New")

    assert strategy_page(date(2019, 1, 1), PUBLIC).strategy.title == "New"


def test_one_service_sees_its_own_actions(client):
    one = outcome()
    virtual_school = ServiceFactory(name="Virtual School")
    StrategyActionFactory(outcome=one, number=2, text="Train carers").services.add(virtual_school)
    other = StrategyOutcomeFactory(number=1, question__number=2, question__strategy=one.question.strategy)
    StrategyActionFactory(outcome=other, text="Nobody's")

    page = open_page(client, f"{ADDRESS}?service={virtual_school.pk}")

    assert page.texts(".govuk-body-l") == ["1 action for 1 outcome names Virtual School."]
    assert page.texts(".recommendations-outcome li") == ["Train carersVirtual School"]
    assert page.texts(".recommendations-services li") == ["Fostering service (1)", "Virtual School (1)"]


@pytest.mark.parametrize("service", ["", "0", "nonsense", "²", "9" * 30])
def test_address_changed_by_hand_shows_every_service(client, service):
    outcome()

    page = open_page(client, f"{ADDRESS}?service={service}")

    assert len(page.all(".recommendations-outcome li")) == 1


@pytest.mark.parametrize(
    ("today", "months", "next_on"),
    [
        (date(2018, 1, 1), 6, date(2018, 7, 1)),
        (date(2018, 7, 1), 6, date(2018, 7, 1)),  # due on its day
        (date(2018, 7, 2), 6, date(2019, 1, 1)),
        (date(2022, 7, 2), 6, None),
        (date(2019, 2, 1), 12, date(2020, 1, 1)),
    ],
)
def test_review_comes_back_from_the_first_day_on_while_the_strategy_runs(today, months, next_on):
    StrategyActionFactory(every_months=months)

    (rhythm,) = strategy_page(today, PUBLIC).rhythms

    assert (rhythm.next_on, len(rhythm.days)) == (next_on, {6: 9, 12: 4}[months])


def test_strategy_that_has_ended_tells_when_it_was_last_to_be_reviewed(client):
    StrategyActionFactory(text="It is reviewed", every_months=6)

    page = open_page(client, ADDRESS)

    told = "It is reviewed: due 9 times while the strategy ran, the last by 1 July 2022."
    assert f"{told} Of those that are over, 9 are not on record." in page.texts("p.govuk-body")


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (None, {"public"}),
        (Role.MEMBER, {"public", "members"}),
        (Role.REPORT_OWNER, {"public", "members"}),
        (Role.PANEL_MEMBER, {"public", "members", "exempt"}),
        (Role.DEMOCRATIC_SERVICES, {"public", "members", "exempt"}),
    ],
)
def test_update_on_an_outcome_is_read_by_whom_it_is_for(client, client_as, role, reads):
    strategy = StrategyFactory()
    for classification in Classification:
        about = StrategyOutcomeFactory(question__strategy=strategy)
        published(outcome=about, text=f"Words for {classification}.", classification=classification)
    reader = client_as(role) if role else client

    said = open_page(reader, ADDRESS).root.text_content()

    assert {one.value for one in Classification if f"Words for {one.value}." in said} == reads


def test_newest_update_on_an_outcome_is_shown(client):
    one = outcome()
    published(outcome=one, text="Newer.", as_at=date(2018, 8, 31))
    published(outcome=one, text="Older.", as_at=date(2018, 2, 28))

    page = open_page(client, ADDRESS)

    assert "August 2018: Newer." in page.texts(".recommendations-outcome p")
    assert page.texts(".recommendations-outcome .govuk-details__text") == ["February 2018: Older."]


def test_what_was_told_of_an_outcome_before_stays_in_its_history(client):
    one = outcome()
    wrong = published(outcome=one, text="900 carers.", as_at=date(2018, 2, 28))
    published(outcome=one, text="890 carers.", as_at=date(2018, 2, 28), supersedes=wrong)
    published(outcome=one, kind=UpdateKind.NIL, text="", reason="No count yet.", as_at=date(2018, 1, 31))

    page = open_page(client, ADDRESS)

    assert "February 2018: 890 carers." in page.texts(".recommendations-outcome p")
    assert page.texts(".recommendations-outcome .govuk-details__text") == [
        "February 2018: 900 carers. Corrected since.",
        "January 2018: Nothing to report: No count yet.",
    ]


def test_public_sees_that_there_is_an_exempt_update_and_none_of_its_words(client, client_as):
    one = outcome()
    wrong = published(outcome=one, text="A secret.", as_at=date(2018, 2, 28))
    published(
        outcome=one, text="Another.", classification="exempt", as_at=date(2018, 2, 28), supersedes=wrong
    )

    said, read = (
        open_page(who, ADDRESS).root.text_content() for who in (client, client_as(Role.PANEL_MEMBER))
    )

    assert "An update was given that is exempt." in said
    assert [words in said for words in ("A secret.", "Another.")] == [False, False]
    assert [words in read for words in ("A secret.", "Another.", "that is exempt")] == [True, True, False]


def test_indicator_of_an_outcome_is_for_whoever_reads_the_scorecard(client, client_as):
    one, indicator = outcome(), IndicatorFactory(name="Number of carers")
    one.indicators.add(indicator)

    assert open_page(client_as(Role.MEMBER), ADDRESS).texts(".recommendations-outcome p") == [
        "Measured by: Number of carers"
    ]
    assert open_page(client, ADDRESS).texts(".recommendations-outcome p") == []


def test_page_asks_as_often_for_three_outcomes_as_for_one(client, django_assert_num_queries):
    one = outcome()
    one.recommendations.add(RecommendationFactory())
    published(outcome=one)
    with django_assert_num_queries(10):
        client.get(ADDRESS)

    for _ in range(2):
        more = StrategyOutcomeFactory(question=StrategyQuestionFactory(strategy=one.question.strategy))
        StrategyActionFactory(outcome=more, every_months=6).services.add(ServiceFactory())
        more.recommendations.add(RecommendationFactory())
        published(outcome=more)
    with django_assert_num_queries(10):
        client.get(ADDRESS)


@pytest.mark.pdf
def test_strategy_is_printed_tagged(client):
    outcome()

    assert_accessible(client.get(f"{ADDRESS}print/").content)


def test_action_without_a_service_says_so(client):
    StrategyActionFactory(text="Care leavers have homes")

    page = open_page(client, ADDRESS)

    assert StrategyAction.objects.get().services.count() == 0
    assert page.texts(".recommendations-outcome li") == ["Care leavers have homesNo service is named"]
