"""What democratic services keep of the strategy: a measure and a day, what was reported, and that it was reviewed."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from recommendations.actions.strategy import change_outcome, record_review, report_outcome
from recommendations.models import Classification, StrategyReview
from recommendations.report.strategy import strategy_page
from tests.factories.meetings import MeetingFactory
from tests.factories.people import UserFactory
from tests.factories.recommendations import StrategyActionFactory, StrategyOutcomeFactory, published
from tests.factories.scorecard import IndicatorFactory
from tests.page import open_page
from tests.recommendations.work import officer

pytestmark = pytest.mark.django_db
ADDRESS = "/recommendations/strategy/"
JULY = date(2018, 7, 1)
CLASSES = frozenset(Classification)


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def told(**words):
    return {
        "kind": "progress",
        "reason": "",
        "as_at": date(2018, 8, 31),
        "precision": "month",
        "text": "Forty more carers were found.",
        "reported_on": date(2018, 11, 1),
        "reported_to": "The panel",
        "classification": "public",
    } | words


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def outcome():
    return StrategyOutcomeFactory(number=2, text="More carers", question__number=1)


@pytest.fixture
def rhythm(outcome):
    return StrategyActionFactory(outcome=outcome, text="It is reviewed", every_months=6)


def at(name: str, row) -> str:
    return reverse(f"recommendations:{name}", args=[row.pk])


def test_panel_adds_a_measure_a_start_and_a_day(clerk, outcome):
    indicator = IndicatorFactory(name="Number of carers")
    sent = {"version": "1", "baseline": " 900 carers ", "indicators": [indicator.pk]}

    response = clerk.post(at("outcome_edit", outcome), sent | day("due_on", date(2020, 3, 31)))

    assert response.url == f"{ADDRESS}#q1-2"
    assert open_page(clerk, ADDRESS).texts(".recommendations-outcome p")[:2] == [
        "Where it started: 900 carers. The panel wants to see it by 31 March 2020.",
        "Measured by: Number of carers",
    ]


def test_second_officer_is_told_and_loses_nothing(clerk, outcome):
    change_outcome(
        outcome, indicators=[], baseline="900 carers", due_on=None, version=1, by=officer(name="Toni")
    )
    response = clerk.post(at("outcome_edit", outcome), {"version": "1", "baseline": "950 carers"})

    assert response.status_code == 409
    page = open_page(clerk, at("outcome_edit", outcome))
    assert page.all("input[name=baseline]")[0].get("value") == "900 carers"
    assert b"950 carers" in response.content
    with pytest.raises(ChangedMeanwhile):
        change_outcome(outcome, indicators=[], baseline="", due_on=None, version=1, by=officer())


def test_what_was_reported_stands_beside_the_outcome_and_is_corrected_by_another(clerk, outcome):
    sent = told() | day("as_at", date(2018, 8, 31)) | day("reported_on", date(2018, 11, 1))
    for _ in range(2):  # a double click
        assert clerk.post(at("outcome_report", outcome), sent).url == f"{ADDRESS}#q1-2"
    first = outcome.updates.get()
    form = open_page(clerk, at("outcome_correct", first))
    assert form.texts("textarea[name=text]") == ["Forty more carers were found."]

    clerk.post(at("outcome_correct", first), sent | {"text": "Thirty more carers were found."})

    assert first.corrections.get().state == "published"
    (said,) = open_page(clerk, ADDRESS).texts(".recommendations-outcome p:not(.meetings-ways)")
    assert said.startswith("August 2018: Thirty more carers were found.")
    with pytest.raises(Refused, match="corrected already"):
        report_outcome(outcome, words=told(text="Twenty."), corrects=first, by=officer())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"as_at": date(2017, 12, 31)}, "the strategy had begun"),
        ({"as_at": date(2018, 1, 1)}, None),
        ({"as_at": timezone.localdate() + timedelta(days=40)}, "that has begun"),
        ({"reported_on": date(2018, 7, 31)}, "not before what it speaks of"),
        ({"reported_on": date(2018, 8, 1)}, None),
        ({"reported_on": timezone.localdate() + timedelta(days=1)}, "not after today"),
        ({"reported_on": timezone.localdate()}, None),
        ({"text": " "}, "Write what has been done"),
        ({"text": "", "kind": "nil"}, "Say why there is nothing"),
        ({"text": "", "kind": "nil", "reason": "The post was vacant."}, None),
    ],
)
def test_what_is_reported_has_its_day_and_its_words(outcome, words, said):
    with pytest.raises(Refused, match=said) if said else nullcontext():
        report_outcome(outcome, words=told(**words), by=officer())


@pytest.mark.parametrize(
    ("held_on", "due_on", "said"),
    [
        (JULY, JULY, None),
        (JULY, date(2018, 7, 2), "on which it was due"),
        (JULY, date(2023, 1, 1), "on which it was due"),  # the strategy ended before
        (date(2017, 12, 31), JULY, "not before the strategy began"),
        (timezone.localdate(), JULY, None),
        (timezone.localdate() + timedelta(days=1), JULY, "today or earlier"),
    ],
)
def test_review_is_one_of_those_that_were_due(rhythm, held_on, due_on, said):
    with pytest.raises(Refused, match=said) if said else nullcontext():
        record_review(rhythm, due_on=due_on, held_on=held_on, meeting=None, found="", by=officer())


def test_review_is_recorded_once(rhythm):
    review = {"due_on": JULY, "meeting": None, "found": "", "by": officer()}
    kept = record_review(rhythm, held_on=JULY, **review)

    with pytest.raises(Refused, match="recorded already"):
        record_review(rhythm, held_on=JULY, **review)
    with pytest.raises(IntegrityError), transaction.atomic():
        StrategyReview.objects.create(action=rhythm, due_on=JULY, held_on=kept.held_on)


def test_page_tells_which_reviews_were_held(clerk, rhythm):
    meeting = MeetingFactory(on=date(2018, 7, 19), state="held")
    sent = {"due_on": "2018-07-01", "meeting": meeting.pk, "found": "Two outcomes were added."}

    assert clerk.post(at("review_record", rhythm), sent | day("held_on", meeting.on)).url == ADDRESS

    page = open_page(clerk, ADDRESS)
    assert page.texts("main ul.govuk-list--bullet:not(.recommendations-outcome ul) li")[0] == (
        "Held on 19 July 2018, due by 1 July 2018, at the panel’s meetingTwo outcomes were added."
    )
    assert page.texts("p.govuk-body")[-1].startswith("It is reviewed: due 9 times while the strategy ran")
    assert "8 are not on record." in page.root.text_content()
    assert page.links("p.govuk-body a") == [at("review_record", rhythm)]


@pytest.mark.parametrize(
    ("today", "is_stale"),
    [
        (date(2018, 6, 30), False),  # 180 days after the strategy began
        (date(2018, 7, 1), True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),  # it has ended
    ],
)
def test_outcome_of_which_nothing_is_heard_is_stale_while_the_strategy_runs(outcome, today, is_stale):
    ((line,),) = [question.outcomes for question in strategy_page(today, CLASSES).questions]

    assert line.is_stale is is_stale


def test_newest_update_keeps_an_outcome_fresh(outcome):
    published(outcome=outcome, as_at=date(2018, 8, 31))

    for today, is_stale in ((date(2019, 2, 27), False), (date(2019, 2, 28), True)):
        ((line,),) = [question.outcomes for question in strategy_page(today, CLASSES).questions]
        assert line.is_stale is is_stale


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_only_democratic_services_keep_the_strategy(client_as, rhythm, role):
    user, outcome = UserFactory(roles=[role]), rhythm.outcome

    with pytest.raises(PermissionDenied):
        change_outcome(outcome, indicators=[], baseline="", due_on=None, version=1, by=user)
    with pytest.raises(PermissionDenied):
        report_outcome(outcome, words=told(), by=user)
    with pytest.raises(PermissionDenied):
        record_review(rhythm, due_on=JULY, held_on=JULY, meeting=None, found="", by=user)
    assert open_page(client_as(role), ADDRESS).texts(".meetings-ways") == ["On paper (PDF)"]
