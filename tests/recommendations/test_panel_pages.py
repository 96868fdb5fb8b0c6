"""The pages on which democratic services record what became of a recommendation."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.access import Role
from recommendations.models import Closure
from recommendations.report.closures import is_closed
from tests.factories.recommendations import (
    RecommendationFactory,
    ReportFactory,
    ThemeFactory,
    published,
)
from tests.page import Page, open_page
from tests.recommendations.work import all_done, officer, resolved

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


def at(name, row) -> str:
    return reverse(f"recommendations:{name}", args=[row.pk])


def day(name, on: date) -> dict[str, str]:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def errors(response) -> list[str]:
    return Page(response.content).texts(".govuk-error-summary li")


def test_statutory_last_day_stands_on_the_page_of_the_response(clerk):
    report = ReportFactory(response_kind="statutory", received_on=date(2015, 12, 10))
    one = RecommendationFactory(theme=ThemeFactory(report=report))

    assert "By law a response was due by the end of 9 February 2016" in " ".join(
        open_page(clerk, at("response_record", one)).texts("main p")
    )
    clerk.post(
        at("response_record", one),
        {"response": "accepted", "responded_by": "The Cabinet", "version": 1} | day("on", date(2016, 2, 8)),
    )
    one.refresh_from_db()
    assert (one.response, one.response_on) == ("accepted", date(2016, 2, 8))


def test_local_response_has_no_statutory_day(clerk):
    page = open_page(clerk, at("response_record", RecommendationFactory()))

    assert "By law" not in " ".join(page.texts("main p"))


def test_rejection_without_a_reason_comes_back_with_all_that_was_typed(clerk):
    one = RecommendationFactory()
    typed = {"response": "rejected", "responded_by": "The Cabinet", "version": 1} | day(
        "on", date(2016, 2, 8)
    )

    response = clerk.post(at("response_record", one), typed)

    assert errors(response) == ["Say why the recommendation was rejected."]
    assert [box.get("value") for box in Page(response.content).all("[name=responded_by]")] == ["The Cabinet"]


def test_later_day_is_recorded_and_the_first_stays_in_sight(clerk):
    one = RecommendationFactory(due_rule="date", due_on=date(2016, 6, 30))
    typed = {"reason": "Longer.", "agreed_by": "The panel", "version": 1}
    days = day("due_on", date(2016, 9, 30)) | day("agreed_on", date(2016, 6, 1))

    clerk.post(at("due_revise", one), typed | days)

    said = " ".join(open_page(clerk, at("due_revise", one)).texts("main"))
    assert "It is due by the end of 30 September 2016, 92 days later than first set." in said
    assert "30 September 2016, agreed by The panel on 1 June 2016: Longer." in said


def test_round_is_recorded_once(clerk):
    one = RecommendationFactory(due_rule="recurring", every_months=6, due_on=date(2016, 6, 30))
    typed = {"due_on": "2016-06-30", "version": 1} | day("met_on", date(2016, 7, 4))
    assert [box.get("value") for box in open_page(clerk, at("round_record", one)).all("[name=due_on]")] == [
        "2016-06-30"
    ]

    clerk.post(at("round_record", one), typed)
    again = clerk.post(at("round_record", one), typed)

    assert (again.status_code, one.rounds.count()) == (409, 1)


def test_event_is_recorded(clerk):
    one = RecommendationFactory(due_rule="event", awaited_event="a new intake of members")
    assert "It waits for a new intake of members." in open_page(clerk, at("event_record", one)).texts(
        "main p"
    )

    clerk.post(at("event_record", one), {"version": 1} | day("on", date(2017, 5, 4)))

    one.refresh_from_db()
    assert one.event_on == date(2017, 5, 4)


@pytest.fixture
def done():
    one = RecommendationFactory()
    all_done(one, officer())
    one.refresh_from_db()
    return one


def closing(one, resolution, **typed) -> dict:
    given = {"resolution": resolution.pk, "outcome": "implemented", "impact": "none_claimed"}
    return given | {"version": one.version} | typed


def test_closing_offers_only_resolutions_that_name_it_and_accept_it_as_done(clerk, done):
    words = f"recommendation {done.number} be accepted as done"
    resolved(effects=["note"], text=f"recommendation {done.number} be noted")
    resolved(is_carried=False)
    resolved(text=f"recommendation {done.number + 1} be accepted as done")
    resolved(text="the report be accepted as done")
    resolved(date(2018, 9, 19), text=words)

    page = open_page(clerk, at("recommendation_close", done))

    assert page.texts("select[name=resolution] option")[1:] == [f"19 September 2018, minute 108: {words}"]
    assert "A published update of 28 February 2017 says that all of it is done." in page.texts("main p")


@pytest.mark.parametrize(("effects", "is_helped"), [(["note"], True), (["close"], False)])
def test_page_says_where_to_mark_a_resolution_while_there_is_none_to_choose(clerk, done, effects, is_helped):
    resolved(effects=effects)

    said = " ".join(open_page(clerk, at("recommendation_close", done)).texts(".govuk-inset-text"))

    assert (f"No resolution that names recommendation {done.number} is marked" in said) is is_helped


def test_close_form_names_what_got_worse_and_by_how_much(clerk, done):
    figures = [
        {"label": "Children placed", "value": value, "unit": "children", "polarity": "lower", "as_at": on}
        for value, on in ((1254, date(2016, 4, 30)), (1294, date(2016, 10, 31)))
    ]
    published(done, figures=figures, impact="improved", as_at=date(2017, 3, 31))

    page = open_page(clerk, at("recommendation_close", done))

    assert page.texts("[aria-label='What got worse'] li") == [
        "Children placed: 1,254 children (30 April 2016), 1,294 children (31 October 2016)."
    ]
    assert "although the newest update says “improved”" in " ".join(page.texts("main p"))


def test_reopening_offers_resolutions_that_name_it_but_not_the_one_that_closed_it(clerk, done):
    clerk.post(at("recommendation_close", done), closing(done, resolved()))
    resolved(date(2019, 1, 29), effects=["elect"], text="Ms Marsh be elected chairman")

    page = open_page(clerk, at("recommendation_reopen", done))
    assert page.texts("select[name=resolution] option")[1:] == []
    assert page.texts(".govuk-inset-text")[0].startswith(
        f"No resolution names recommendation {done.number} but"
    )

    words = f"recommendation {done.number} be taken up again"
    resolved(date(2019, 1, 29), effects=[], text=words)
    page = open_page(clerk, at("recommendation_reopen", done))
    assert page.texts("select[name=resolution] option")[1:] == [f"29 January 2019, minute 106: {words}"]
    assert page.texts(".govuk-inset-text") == []


def test_recommendation_is_closed_and_taken_up_again(clerk, done):
    response = clerk.post(at("recommendation_close", done), closing(done, resolved()))
    assert (response.status_code, is_closed(done)) == (302, True)
    done.refresh_from_db()
    later = resolved(date(2019, 1, 29), effects=[])
    typed = {
        "resolution": later.pk,
        "reason": "It came apart.",
        "limbs": [done.limbs.get(letter="a").pk],
        "version": done.version,
    }

    clerk.post(at("recommendation_reopen", done), typed | day("due_on", date(2019, 6, 30)))

    assert not is_closed(done)
    assert done.limbs.get(letter="a").status == "not_started"


def test_closing_without_a_claim_is_refused_in_words(clerk):
    one = RecommendationFactory()

    response = clerk.post(at("recommendation_close", one), closing(one, resolved()))

    assert errors(response) == ["Not every part is done, so it cannot be closed as implemented."]
    assert not Closure.objects.exists()


def test_second_officer_is_told(clerk, done):
    typed = closing(done, resolved())
    clerk.post(at("recommendation_close", done), typed)

    response = clerk.post(at("recommendation_close", done), typed)

    assert response.status_code == 409
    assert Closure.objects.count() == 1


def test_anybody_signed_in_follows_and_stops(client_as, done):
    reader = client_as(Role.PANEL_MEMBER)

    reader.post(at("recommendation_follow", done))
    reader.post(at("recommendation_follow", done))
    assert [one.user for one in done.followers.all()] == [reader.user]

    reader.post(at("recommendation_follow", done), {"stop": "1"})
    assert done.followers.count() == 0


@pytest.mark.parametrize(
    "name",
    [
        "response_record",
        "due_revise",
        "round_record",
        "event_record",
        "recommendation_close",
        "recommendation_reopen",
    ],
)
@pytest.mark.parametrize("role", [Role.REPORT_OWNER, Role.PANEL_MEMBER, Role.ADMINISTRATOR])
def test_others_are_refused_every_page(client_as, done, name, role):
    assert client_as(role).get(at(name, done)).status_code == 403


def test_resolutions_cost_the_same_queries_for_one_and_three(clerk, done, django_assert_num_queries):
    resolved()
    with CaptureQueriesContext(connection) as found:
        clerk.get(at("recommendation_close", done))
    for on in (date(2018, 9, 19), date(2018, 7, 19)):
        resolved(on)

    with django_assert_num_queries(len(found)):
        clerk.get(at("recommendation_close", done))
