"""How recommendations stand on a day, and in which order a register tells them."""

from datetime import date, timedelta

import pytest

from recommendations.closing import ClosureState, Outcome
from recommendations.lateness import Lateness
from recommendations.models import DueRule, Recommendation
from recommendations.report.counts import count, finding
from recommendations.report.row_words import late_words, status
from recommendations.report.standing import Row, register
from recommendations.status import DeliveryStatus, Impact
from recommendations.updates import UpdateKind
from recommendations.worst_first import Place
from tests.factories.meetings import MeetingFactory, MeetingMinutesFactory
from tests.factories.recommendations import (
    DueRevisionFactory,
    DueRoundFactory,
    RecommendationFactory,
    ThemeFactory,
    closed,
    published,
    reopened,
)

pytestmark = pytest.mark.django_db
TODAY = date(2019, 6, 28)
FRESH = TODAY - timedelta(days=10)
LATER_MEETING = date(2019, 1, 29)


def row(recommendation, today=TODAY) -> Row:
    (found,) = register(Recommendation.objects.filter(pk=recommendation.pk), today)
    return found


def due(on: date, **fields):
    return RecommendationFactory(due_rule=DueRule.DATE, due_on=on, **fields)


def approve(closure, *, effects=("close",)) -> None:
    """As the minutes of its meeting were approved, at a later meeting."""
    resolution = closure.resolution
    resolution.effects = list(effects)
    resolution.save()
    MeetingMinutesFactory(
        meeting=resolution.item.meeting,
        state="approved",
        approved_at=MeetingFactory(on=LATER_MEETING),
        content="{}",
        content_sha256="44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    )


def test_worst_stands_first_and_of_equals_the_latest():
    theme = ThemeFactory()
    made = {
        "complete": RecommendationFactory(theme=theme, number=1, limbs="a"),
        "on track": RecommendationFactory(theme=theme, number=2),
        "stale": RecommendationFactory(theme=theme, number=3),
        "slipped": RecommendationFactory(theme=theme, number=4),
        "overdue": due(TODAY - timedelta(days=60), theme=theme, number=5),
        "long overdue": due(TODAY - timedelta(days=61), theme=theme, number=6),
        "longer overdue": due(TODAY - timedelta(days=400), theme=theme, number=7),
        "closed": RecommendationFactory(theme=theme, number=8, limbs="a"),
        "not started": RecommendationFactory(theme=theme, number=9),
    }
    for name in ("on track", "slipped"):
        published(made[name], says={"a": name.replace(" ", "_")}, as_at=FRESH)
    for name in ("complete", "closed"):
        published(made[name], says={"a": "done"}, as_at=FRESH)
    published(made["not started"], kind=UpdateKind.NIL, reason="It has to wait.", as_at=FRESH)
    closed(made["closed"], on=FRESH)

    names = {one.pk: name for name, one in made.items()}
    order = [names[one.recommendation.pk] for one in register(Recommendation.objects.all(), TODAY)]
    assert order == [
        "longer overdue",
        "long overdue",
        "overdue",
        "slipped",
        "stale",
        "not started",
        "on track",
        "complete",
        "closed",
    ]


@pytest.mark.parametrize(("days", "is_stale"), [(180, False), (181, True)])
def test_quiet_for_more_than_the_setting_is_stale(days, is_stale):
    one = RecommendationFactory()
    published(one, says={"a": "on_track"}, as_at=TODAY - timedelta(days=days), precision="day")

    assert row(one).is_stale is is_stale


@pytest.mark.parametrize(("days", "is_stale"), [(30, False), (31, True)])
def test_council_may_set_another_limit(settings, days, is_stale):
    settings.RECOMMENDATION_STALE_DAYS = 30
    one = RecommendationFactory(theme__report__presented_on=TODAY - timedelta(days=days))

    assert row(one).is_stale is is_stale


@pytest.mark.parametrize(
    ("response", "is_stale"), [("rejected", False), ("partly", True), ("accepted", True), ("awaiting", True)]
)
def test_what_was_rejected_is_never_stale(response, is_stale):
    one = RecommendationFactory(response=response, response_reason="No money.")

    assert row(one).is_stale is is_stale


@pytest.mark.parametrize(
    ("response", "is_overdue", "late", "said"),
    [
        ("accepted", True, "Overdue by 1 day", "Not started"),
        ("rejected", False, "", "Rejected, not closed yet"),
    ],
)
def test_nothing_of_what_was_rejected_is_late(response, is_overdue, late, said):
    one = row(due(TODAY - timedelta(days=1), response=response, response_reason="No money."))

    assert (one.standing.is_overdue, late_words(one), status(one).text) == (is_overdue, late, said)
    assert (count([one]).overdue, one.place == Place.OVERDUE) == (int(is_overdue), is_overdue)


def test_silent_are_the_parts_that_the_newest_update_leaves_out():
    one = RecommendationFactory(limbs="abc")
    published(one, says={"a": "done", "b": "on_track"}, as_at=date(2019, 1, 31))
    published(one, says={"b": "done"}, as_at=FRESH)

    assert (row(one).silent, row(one).limbs_done) == (("a", "c"), 2)


@pytest.mark.parametrize("kind", [UpdateKind.NIL, UpdateKind.RESPONSE])
def test_return_with_nothing_and_response_leave_no_part_unsaid(kind):
    one = RecommendationFactory()
    published(one, kind=kind, reason="Nothing new.", as_at=FRESH)

    assert row(one).silent == ()


@pytest.mark.parametrize(("kind", "silent"), [(UpdateKind.NIL, ()), (UpdateKind.PROGRESS, ("a", "b"))])
def test_correction_leaves_unsaid_what_it_corrects_would(kind, silent):
    one = RecommendationFactory()
    corrected = published(one, kind=kind, reason="Nothing new.", as_at=FRESH)
    for _ in range(2):
        corrected = published(one, kind=UpdateKind.CORRECTION, supersedes=corrected, as_at=FRESH)

    assert (row(one).told.kind, row(one).silent) == (kind, silent)


def test_two_returns_with_nothing_are_no_movement():
    one = RecommendationFactory()
    published(one, kind=UpdateKind.NIL, reason="Nothing.", as_at=date(2019, 1, 31))
    before = row(one).recommendation.has_no_movement
    published(one, kind=UpdateKind.NIL, reason="Nothing.", as_at=FRESH)

    assert (before, row(one).recommendation.has_no_movement) == (False, True)


def test_done_on_the_day_of_its_last_part_stops_the_clock():
    one = due(date(2019, 1, 31))
    days = {"a": date(2018, 12, 1), "b": date(2019, 2, 10)}
    published(one, says={"a": "done", "b": "done"}, done_on=days, as_at=FRESH)

    assert (row(one).standing.lateness, row(one).standing.days) == (Lateness.MET_LATE, 10)


def test_done_without_every_day_is_met_on_a_day_not_recorded():
    one = due(date(2019, 1, 31))
    published(one, says={"a": "done", "b": "done"}, done_on={"a": date(2018, 12, 1)}, as_at=FRESH)

    assert row(one).standing.lateness == Lateness.MET_UNDATED


def test_later_day_counts_from_when_it_was_agreed_and_the_first_stays():
    one = due(date(2018, 12, 31))
    DueRevisionFactory(recommendation=one, due_on=date(2019, 5, 31), agreed_on=date(2019, 1, 29))

    found = row(one)
    assert (found.standing.lateness, found.standing.days) == (Lateness.OVERDUE, 28)
    assert (found.due.slippage.original, found.due.slippage.days) == (date(2018, 12, 31), 151)
    assert (found.due.slippage.already_late, found.days_changed) == ((29,), 1)


def test_round_that_was_met_leaves_the_next_one_due():
    one = RecommendationFactory(
        limbs="a", due_rule=DueRule.RECURRING, due_on=date(2018, 6, 10), every_months=12
    )
    published(one, says={"a": "done"}, as_at=FRESH)
    first = row(one).standing.lateness
    DueRoundFactory(recommendation=one, due_on=date(2018, 6, 10))

    found = row(one)
    assert first == Lateness.MET_UNDATED
    assert (found.due.on, found.standing.days) == (date(2019, 6, 10), 18)


def test_closing_is_provisional_until_the_minutes_are_approved():
    one = RecommendationFactory(limbs="a")
    closure = closed(one, on=date(2018, 11, 1))
    before = row(one).closed

    approve(closure)

    assert (before.state, before.on) == (ClosureState.PROVISIONAL, date(2018, 11, 1))
    assert row(one).closed.state == ClosureState.FINAL


def test_closing_that_was_struck_out_never_was():
    one = RecommendationFactory(limbs="a")
    approve(closed(one, on=date(2018, 11, 1)), effects=["note"])

    found = row(one)
    assert (found.is_open, found.days_open) == (True, (TODAY - date(2015, 12, 10)).days)
    assert found.place == Place.STALE


def test_what_was_taken_up_again_is_open_with_its_new_day():
    one = due(date(2016, 6, 30), limbs="ab", met_on=date(2016, 6, 1))
    published(one, says={"a": "done", "b": "done"}, as_at=date(2018, 6, 30))
    reopened(closed(one, on=date(2018, 11, 1)), on=date(2019, 1, 29), due_on=date(2019, 6, 30), limbs="b")

    found = row(one)
    assert found.delivery == DeliveryStatus.ON_TRACK
    assert (found.standing.lateness, found.due.on) == (Lateness.DUE_SOON, date(2019, 6, 30))
    assert found.days_open == (TODAY - date(2015, 12, 10)).days - (date(2019, 1, 29) - date(2018, 11, 1)).days
    assert not found.is_stale  # news is counted from the day it was taken up again


def test_counts_tell_the_closed_by_outcome_and_leave_out_what_was_rejected_or_replaced():
    made = [RecommendationFactory(limbs="a") for _ in range(5)]
    published(made[0], says={"a": "done"}, as_at=FRESH)
    closed(made[1], on=FRESH, outcome=Outcome.REJECTED, panel_reason="No.")
    closed(made[2], on=FRESH, outcome=Outcome.SUPERSEDED, replaced_by=made[0])
    closed(made[3], on=FRESH, outcome=Outcome.AIM_NOT_MET, impact=Impact.WORSE)

    counts = count(register(Recommendation.objects.all(), TODAY))

    assert (counts.counted, counts.outside) == (3, 2)
    assert counts.by_delivery == {DeliveryStatus.NOT_STARTED: 1, DeliveryStatus.REPORTED_COMPLETE: 1}
    assert counts.closed == {Outcome.AIM_NOT_MET: 1, Outcome.SUPERSEDED: 1, Outcome.REJECTED: 1}
    assert finding(counts) == "1 of 3 recommendations is reported complete"


def test_register_asks_the_database_as_often_for_three_as_for_one(django_assert_num_queries):
    one = RecommendationFactory()
    published(one, says={"a": "on_track"}, as_at=FRESH)
    closed(one, on=FRESH)
    with django_assert_num_queries(12):
        register(Recommendation.objects.all(), TODAY)

    for _ in range(2):
        other = due(FRESH)
        published(other, says={"a": "done"}, as_at=FRESH)
        reopened(closed(other, on=FRESH), on=TODAY, due_on=TODAY + timedelta(days=9), limbs="a")
    with django_assert_num_queries(12):
        register(Recommendation.objects.all(), TODAY)
