"""Responses, later days, rounds and events as they are recorded, and by when a thing is due then."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from recommendations.actions.dates import record_event, record_round, revise_due
from recommendations.actions.responses import record_response
from recommendations.models import Recommendation
from recommendations.report.due import due_now
from tests.factories.meetings import MeetingFactory
from tests.factories.people import UserFactory
from tests.factories.recommendations import (
    ADOPTED_ON,
    RecommendationFactory,
    closed,
    reopened,
)
from tests.recommendations.work import officer

pytestmark = pytest.mark.django_db
JUNE, AUTUMN = date(2016, 6, 30), date(2016, 9, 30)
TODAY = timezone.localdate()


@pytest.fixture
def clerk():
    return officer()


def due_in_june(**fields) -> Recommendation:
    return RecommendationFactory(**{"due_rule": "date", "due_on": JUNE} | fields)


def revised(recommendation, by, **how):
    how = {
        "due_on": AUTUMN,
        "reason": "The partner asked for longer.",
        "agreed_by": "The panel",
        "agreed_on": date(2016, 7, 10),
    } | how
    return revise_due(recommendation, **{"version": recommendation.version, "by": by} | how)


def responded(recommendation, by, **how):
    how = {"response": "accepted", "responded_by": "The cabinet", "on": date(2016, 2, 8)} | how
    return record_response(recommendation, **{"version": recommendation.version, "by": by} | how)


def due(recommendation, *meetings):
    return due_now(Recommendation.objects.get(pk=recommendation.pk), meetings)


def test_later_day_counts_and_the_first_stays(clerk):
    recommendation = due_in_june()

    revised(recommendation, clerk)

    now = due(recommendation)
    assert (now.on, now.slippage.original, now.slippage.days) == (AUTUMN, JUNE, 92)
    assert now.slippage.already_late == (10,)
    recommendation.refresh_from_db()
    assert (recommendation.due_on, recommendation.version) == (JUNE, 2)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"due_on": JUNE, "agreed_on": date(2016, 6, 1)}, "Enter a day after 30 June 2016"),
        ({"due_on": JUNE + timedelta(days=1), "agreed_on": date(2016, 6, 1)}, None),
        ({"reason": " "}, "Say why it needs longer"),
        ({"agreed_by": ""}, "Say who agreed"),
        ({"agreed_on": TODAY + timedelta(days=1), "due_on": TODAY + timedelta(days=9)}, "today or earlier"),
        ({"agreed_on": TODAY, "due_on": TODAY + timedelta(days=1)}, None),
        ({"agreed_on": AUTUMN}, "after the one on which it was agreed"),
    ],
)
def test_later_day_needs_its_grounds(clerk, how, said):
    with pytest.raises(Refused, match=said) if said else nullcontext():
        revised(due_in_june(), clerk, **how)


def test_next_revision_is_later_than_the_last(clerk):
    recommendation = due_in_june()
    revised(recommendation, clerk)
    recommendation.refresh_from_db()

    with pytest.raises(Refused, match="Enter a day after 30 September 2016"):
        revised(recommendation, clerk, due_on=AUTUMN)


def test_undated_recommendation_can_be_given_a_day(clerk):
    recommendation = RecommendationFactory()

    revised(recommendation, clerk)

    assert (due(recommendation).on, due(recommendation).slippage) == (AUTUMN, None)


def test_closed_recommendation_is_given_no_day(clerk):
    recommendation = due_in_june()
    closed(recommendation, on=date(2016, 7, 1))

    with pytest.raises(Refused, match="is closed"):
        revised(recommendation, clerk)


@pytest.mark.parametrize(
    ("fields", "meetings", "expected"),
    [
        ({}, [], (None, None)),
        ({"due_rule": "continuous"}, [], (None, None)),
        ({"due_rule": "date", "due_on": JUNE}, [JUNE], (JUNE, JUNE)),
        ({"due_rule": "date", "due_on": JUNE}, [date(2016, 7, 1)], (JUNE, date(2016, 7, 1))),
        (
            {"due_rule": "month", "due_on": JUNE, "due_precision": "month"},
            [date(2016, 6, 3), date(2016, 6, 20)],
            (date(2016, 6, 20), date(2016, 6, 20)),
        ),
        (
            {"due_rule": "month", "due_on": JUNE, "due_precision": "month"},
            [date(2017, 1, 20)],
            (JUNE, date(2017, 1, 20)),
        ),
        ({"due_rule": "month", "due_on": JUNE, "due_precision": "quarter"}, [date(2016, 6, 3)], (JUNE, None)),
        ({"due_rule": "relative", "due_on": date(2016, 6, 10)}, [], (date(2016, 6, 10), None)),
        ({"due_rule": "event", "due_on": JUNE}, [], (None, None)),
        ({"due_rule": "event", "due_on": JUNE, "event_on": JUNE}, [], (JUNE, None)),
        ({"due_rule": "recurring"}, [], (None, None)),
        ({"due_rule": "recurring", "every_months": 6}, [], (date(2016, 6, 10), None)),
        ({"due_rule": "recurring", "every_months": 6, "due_on": JUNE}, [], (JUNE, None)),
    ],
)
def test_every_rule_has_its_day_and_its_meeting(fields, meetings, expected):
    promise = due(RecommendationFactory(**fields), *meetings).promise

    assert (promise.due_on, promise.meeting_on) == expected


def test_named_meeting_that_moved_leaves_the_day(clerk):
    meeting = MeetingFactory(on=date(2016, 7, 5))
    recommendation = RecommendationFactory(due_rule="meeting", due_on=JUNE, due_meeting=meeting)

    promise = due(recommendation, date(2016, 7, 5)).promise

    assert (promise.due_on, promise.meeting_on) == (JUNE, date(2016, 7, 5))


def test_reopening_starts_a_new_day_and_forgets_earlier_revisions(clerk):
    recommendation = due_in_june()
    revised(recommendation, clerk)
    reopened(closed(recommendation, on=date(2016, 11, 1)), on=date(2017, 2, 1), due_on=date(2017, 6, 30))

    assert (due(recommendation).on, due(recommendation).slippage.original) == (
        date(2017, 6, 30),
        date(2017, 6, 30),
    )


@pytest.mark.parametrize(("met_on", "following"), [(JUNE, 12), (date(2016, 8, 9), 12), (None, 12)])
def test_round_met_late_does_not_move_the_rhythm(clerk, met_on, following):
    recommendation = RecommendationFactory(due_rule="recurring", every_months=6, due_on=JUNE)

    record_round(recommendation, due_on=JUNE, met_on=met_on, version=1, by=clerk)

    assert due(recommendation).on == date(2016, following, 30)


def test_day_agreed_for_a_round_says_nothing_of_the_next(clerk):
    recommendation = RecommendationFactory(due_rule="recurring", every_months=6, due_on=JUNE)
    revised(recommendation, clerk)
    recommendation.refresh_from_db()
    record_round(recommendation, due_on=JUNE, met_on=AUTUMN, version=2, by=clerk)

    assert due(recommendation).on == date(2016, 12, 30)


@pytest.mark.parametrize(
    ("fields", "how", "said"),
    [
        ({"due_rule": "none"}, {}, "does not come back"),
        ({"every_months": None, "due_on": None}, {}, "every how many months"),
        ({}, {"due_on": AUTUMN}, "recorded already"),
        ({}, {"met_on": TODAY + timedelta(days=1)}, "today or earlier"),
        ({}, {"met_on": TODAY}, None),
    ],
)
def test_round_is_the_next_one_and_was_met_by_today(clerk, fields, how, said):
    recommendation = RecommendationFactory(
        **{"due_rule": "recurring", "every_months": 6, "due_on": JUNE} | fields
    )

    with pytest.raises(Refused, match=said) if said else nullcontext():
        record_round(recommendation, **{"due_on": JUNE, "met_on": JUNE, "version": 1, "by": clerk} | how)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"on": ADOPTED_ON}, None),
        ({"on": ADOPTED_ON - timedelta(days=1)}, "not before the report was adopted"),
        ({"on": TODAY}, None),
        ({"on": TODAY + timedelta(days=1)}, "today or earlier"),
        ({"due_on": JUNE - timedelta(days=1)}, "cannot be due before"),
        ({"due_on": JUNE}, None),
    ],
)
def test_event_opens_what_waited_for_it(clerk, how, said):
    recommendation = RecommendationFactory(due_rule="event", awaited_event="a new intake")
    given = {"on": JUNE, "due_on": None} | how

    with pytest.raises(Refused, match=said) if said else nullcontext():
        kept = record_event(recommendation, version=1, by=clerk, **given)
        assert (kept.event_on, kept.due_on) == (given["on"], given["due_on"])


def test_what_waits_for_no_event_takes_none(clerk):
    with pytest.raises(Refused, match="does not wait"):
        record_event(RecommendationFactory(), on=JUNE, due_on=None, version=1, by=clerk)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({}, None),
        ({"response": "partly"}, "which part was not accepted"),
        ({"response": "partly", "reason": "Not part (b)."}, None),
        ({"response": "rejected", "reason": " "}, "Say why the recommendation was rejected"),
        ({"response": "rejected", "reason": "No money."}, None),
        ({"response": "awaiting"}, "Choose what the answer is"),
        ({"response": "accepted in principle"}, "Choose what the answer is"),
        ({"responded_by": " "}, "Say who responded"),
        ({"on": None}, "Enter the day of the response"),
        ({"on": ADOPTED_ON}, None),
        ({"on": ADOPTED_ON - timedelta(days=1)}, "Enter the day of the response"),
        ({"on": TODAY}, None),
        ({"on": TODAY + timedelta(days=1)}, "Enter the day of the response"),
    ],
)
def test_response_is_one_of_three_with_its_grounds(clerk, how, said):
    recommendation = RecommendationFactory()

    with pytest.raises(Refused, match=said) if said else nullcontext():
        kept = responded(recommendation, clerk, **how)
        assert kept.response == how.get("response", "accepted")


def test_response_can_be_decided_again(clerk):
    recommendation = responded(RecommendationFactory(), clerk, response="rejected", reason="No money.")

    assert responded(recommendation, clerk).response == "accepted"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_only_democratic_services_record_them(role):
    user, recommendation = UserFactory(roles=[role]), due_in_june()

    for step in (
        lambda: revised(recommendation, user),
        lambda: responded(recommendation, user),
        lambda: record_round(recommendation, due_on=JUNE, met_on=None, version=1, by=user),
        lambda: record_event(recommendation, on=JUNE, due_on=None, version=1, by=user),
    ):
        with pytest.raises(PermissionDenied):
            step()


def test_second_officer_is_told(clerk):
    recommendation = due_in_june()
    responded(recommendation, clerk)
    recommendation.version = 1

    with pytest.raises(ChangedMeanwhile):
        revised(recommendation, clerk)
