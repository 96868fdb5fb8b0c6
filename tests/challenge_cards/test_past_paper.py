"""The paper of a meeting that is past tells each card as it stood on the meeting's day."""

from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from challenge_cards.actions import answering, moving, verdicts
from challenge_cards.models import CardAction
from challenge_cards.report.cards import line_on
from challenge_cards.report.update_paper import update_paper
from meetings.models import Meeting
from tests.factories.challenge_cards import (
    ANSWERED,
    SEVENTEENTH,
    SIXTH,
    TOLD,
    again,
    answered,
    closed,
    supported,
    with_officers,
    worker,
)
from tests.factories.meetings import BodyFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return BodyFactory()


def paper_on(on: date, body) -> dict:
    meeting = Meeting.objects.filter(on=on).first() or MeetingFactory(on=on, body=body)
    return update_paper(meeting, timezone.localdate())


def card_in(paper: dict):
    (card,) = [*paper["new"], *paper["others"]]
    return card


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (SIXTH, "Supported by a children in care council"),
        (date(2018, 9, 16), "Supported by a children in care council"),
        (SEVENTEENTH, "Actions agreed"),  # handed over and agreed on one day
        (date(2019, 1, 28), "Actions agreed"),
        (ANSWERED, "Answered, verdict asked for"),
    ],
)
def test_card_that_was_closed_since_stands_as_on_the_meeting_s_day(body, on, state):
    closed()

    assert card_in(paper_on(on, body)).state == state


def test_card_that_no_council_supported_yet_is_not_in_the_paper(body):
    closed()

    paper = paper_on(date(2018, 9, 5), body)

    assert (paper["new"], paper["others"]) == ([], [])


def test_answer_and_verdict_of_later_are_not_told(body):
    closed()

    told = card_in(paper_on(date(2018, 11, 1), body))

    assert (told.answer, told.verdict) == ("", "")
    assert told.promise[0].startswith("We promised an answer")
    assert "waits for an answer" in paper_on(date(2018, 11, 1), body)["conclusion"]


def test_later_day_that_was_promised_since_is_not_told(body):
    card = with_officers()
    given = {"text": "Look", "owner": card.owner, "on": SEVENTEENTH, "body": "Officers", "by": worker()}
    moving.agree_actions(card, due_on=date(2019, 1, 1), precision="month", **given)
    moving.put_off(
        again(card),
        due_on=date(2019, 3, 1),
        precision="month",
        reason="A partner has not answered",
        agreed_by="The panel",
        on=date(2018, 12, 1),
        by=worker(),
    )

    before, after = (card_in(paper_on(on, body)) for on in (date(2018, 11, 1), date(2018, 12, 2)))

    assert "January 2019" in " ".join(before.promise)
    assert "March" not in " ".join(before.promise)
    assert "March 2019" in " ".join(after.promise)


def test_round_of_a_card_that_was_taken_up_again_is_that_of_the_day(body):
    card = answered()
    verdicts.record_verdict(
        card,
        told_on=TOLD,
        told_at="February",
        opinion="not_yet",
        due_on=date(2019, 6, 1),
        precision="month",
        by=worker(),
    )
    card = again(card)

    at_answer, after = (line_on(card, on) for on in (ANSWERED, date(2019, 3, 1)))

    assert (at_answer.state, at_answer.answered_on) == ("responded", ANSWERED)
    assert (after.state, after.answered_on) == ("actions_agreed", None)


def test_action_that_was_done_since_was_agreed_then(body):
    card = supported()
    moving.hand_to_officers(
        card, owner=again(with_officers()).owner, on=SEVENTEENTH, body="Officers", by=worker()
    )
    given = {"text": "Look", "owner": again(card).owner, "on": SEVENTEENTH, "body": "Officers"}
    moving.agree_actions(again(card), due_on=date(2019, 1, 1), precision="month", **given, by=worker())
    action = CardAction.objects.get()
    answering.report_on_action(
        action,
        status="done",
        evidence="Half are late now.",
        done_on=date(2018, 12, 3),
        version=1,
        by=worker(),
    )

    then, now = (
        next(one for one in [*paper["new"], *paper["others"]] if one.actions).actions[0][2:]
        for paper in (paper_on(date(2018, 11, 1), body), paper_on(date(2018, 12, 3), body))
    )

    assert (then, now) == (("Agreed", ""), ("Done", "Half are late now."))


def test_status_that_was_entered_since_without_a_day_is_read_from_the_history(body):
    card = answered()
    action = card.actions.get()
    answering.report_on_action(action, status="on_track", evidence="", version=1, by=worker())
    happened("agreed", on="2018-09-17")
    happened("on_track", on="2018-12-01")

    assert card_in(paper_on(date(2018, 11, 1), body)).actions[0][2] == "Agreed"
    assert card_in(paper_on(date(2018, 12, 1), body)).actions[0][2] == "On track"


def happened(status: str, *, on: str) -> None:
    """The history is written by the database, which knows only its own clock."""
    model = CardAction.pgh_event_model
    same = [
        field.column
        for field in model._meta.concrete_fields
        if field.column not in ("pgh_id", "pgh_created_at")
    ]
    columns = ", ".join(f'"{name}"' for name in same)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({columns}, pgh_created_at) "
            f"SELECT {columns}, %s FROM {model._meta.db_table} WHERE status = %s LIMIT 1",
            [f"{on} 12:00Z", status],
        )
