"""The numbers of the first page are those of the register, whatever became of its recommendations."""

from dataclasses import asdict
from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings.models import MeetingState
from recommendations.closing import Outcome
from recommendations.due_dates import Precision
from recommendations.models import Recommendation
from recommendations.report.brief import brief_tally
from recommendations.report.counts import count, finding
from recommendations.report.standing import register
from recommendations.status import LimbStatus
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    DueRevisionFactory,
    DueRoundFactory,
    RecommendationFactory,
    closed,
    reopened,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PAST, AHEAD = TODAY - timedelta(days=400), TODAY + timedelta(days=400)


def due(on: date, **fields) -> Recommendation:
    return RecommendationFactory(**{"due_rule": "date", "due_on": on} | fields)


def one_of_each() -> None:
    RecommendationFactory()
    due(PAST)
    due(AHEAD)
    due(PAST, is_forced_slipped=True)
    done = due(PAST)
    done.limbs.update(status=LimbStatus.DONE, done_on=PAST)
    DueRevisionFactory(recommendation=due(PAST), due_on=AHEAD, agreed_on=PAST)
    rounds = due(PAST, due_rule="recurring", every_months=12)
    rounds.limbs.update(status=LimbStatus.DONE)
    DueRoundFactory(recommendation=rounds, due_on=PAST, met_on=PAST)
    RecommendationFactory(due_rule="recurring", every_months=6)
    cancelled = MeetingFactory(on=PAST, state=MeetingState.CANCELLED, reason="Snow")
    due(PAST, due_rule="meeting", due_meeting=cancelled)
    due(PAST, due_rule="month", due_precision=Precision.MONTH)
    due(PAST, due_rule="event", awaited_event="A vote")
    for outcome in (Outcome.IMPLEMENTED, Outcome.NOT_IMPLEMENTED, Outcome.REJECTED):
        closed(due(PAST), on=PAST, outcome=outcome)
    for day in (PAST, AHEAD):
        reopened(closed(due(PAST), on=PAST), on=PAST + timedelta(days=1), due_on=day)


def test_numbers_of_the_first_page_are_those_of_the_register():
    one_of_each()

    counts = count(register(Recommendation.objects.all(), TODAY))
    told = brief_tally(TODAY)

    assert asdict(told) == {name: value for name, value in asdict(counts).items() if name in asdict(told)}
    assert finding(told) == finding(counts)
    assert finding(told).startswith(
        f"2 of {counts.counted} recommendations are reported complete, 1 has slipped, 7 are"
    )


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(django_assert_num_queries, number):
    RecommendationFactory.create_batch(number)

    with django_assert_num_queries(6):
        brief_tally(TODAY)
