"""Days: of what was promised, and of what happened beside a card's way."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from challenge_cards.actions import answering, moving, publishing, reviewing, verdicts
from challenge_cards.models import ChallengeCard, Review
from challenge_cards.report.cards import line_of, with_promises
from challenge_cards.report.public import public_cards, stories
from core.access import Role
from meetings.actions.locks import Refused
from tests.challenge_cards.test_canary import tables_with
from tests.factories.challenge_cards import (
    SEVENTEENTH,
    TOLD,
    again,
    agreed,
    an_item,
    answered,
    closed,
    officer,
    said_plainly,
    supported,
    with_officers,
    worker,
)
from tests.page import open_page

pytestmark = pytest.mark.django_db
LATER = {"due_on": date(2019, 3, 3), "precision": "month", "on": date(2018, 12, 1)}


def put_off(card, **about):
    given = LATER | {"reason": "A partner has not answered", "agreed_by": "The panel"} | about
    moving.put_off(card, **given, by=worker())


@pytest.mark.parametrize("made", [with_officers, answered, closed])
def test_nothing_is_put_off_while_no_answer_is_promised(made):
    with pytest.raises(Refused, match="while a group waits for its answer"):
        put_off(made())


@pytest.mark.parametrize(
    ("due_on", "precision", "is_after"),
    [
        (date(2018, 9, 16), "day", False),
        (SEVENTEENTH, "day", False),
        (date(2018, 9, 18), "day", True),
        (date(2018, 8, 1), "month", False),
        (date(2018, 9, 1), "month", True),
    ],
)
def test_answer_is_promised_for_a_day_to_come(due_on, precision, is_after):
    card = with_officers()
    terms = {"text": "Look", "owner": card.owner, "on": SEVENTEENTH, "body": "Officers", "by": worker()}
    if is_after:
        moving.agree_actions(card, due_on=due_on, precision=precision, **terms)
        assert card.promises.count() == 1
        return
    with pytest.raises(Refused, match="a day after 17 September 2018"):
        moving.agree_actions(card, due_on=due_on, precision=precision, **terms)


def test_next_answer_is_promised_for_a_day_after_the_verdict():
    with pytest.raises(Refused, match="a day after 14 February 2019"):
        verdicts.record_verdict(
            answered(),
            told_on=TOLD,
            told_at="February",
            opinion="not_yet",
            due_on=TOLD,
            precision="day",
            by=worker(),
        )


def test_group_reads_why_it_is_later_once_nobody_can_be_known_from_it():
    card = agreed()
    address = reverse("you_said:story_read", args=[card.pk])
    put_off(card, reason="Kayleigh has not answered")
    assert "Kayleigh" not in open_page(Client(), address).texts(".yousaid-part")[0]
    review, by = Review.objects.get(), worker()
    seen = reviewing.fingerprint(review)
    reviewing.release_words(review, seen=seen, by=by)
    reviewing.release_words(review, seen=seen, by=officer())

    assert (
        "Then we promised it by the end of March 2019. Kayleigh has not answered. We are"
        in (open_page(Client(), address).texts(".yousaid-part")[0])
    )


def test_who_agreed_can_be_taken_out_and_is_then_nowhere():
    card, by = with_officers(), worker()
    moving.agree_actions(
        card,
        text="Look at it",
        owner=card.owner,
        on=SEVENTEENTH,
        body="Kayleighzq Jones",
        due_on=date(2019, 1, 1),
        by=by,
    )
    put_off(card, agreed_by="Kayleighzq Jones")
    for review in Review.objects.all():
        reviewing.take_words_out(review, by=by)

    assert tables_with("kayleighzq") == []


def test_where_the_group_was_told_is_in_no_history():
    verdicts.record_verdict(answered(), told_on=TOLD, told_at="Plainplacezq", opinion="yes", by=worker())

    assert tables_with("plainplacezq") == ["challenge_cards_cardverdict"]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.PARTICIPATION_WORKER])
def test_day_on_which_a_group_asked_is_told_by_its_month(client_as, role):
    card = supported(received_on=date(2018, 8, 20))
    page = open_page(client_as(role), reverse("challenge_cards:card_read", args=[card.pk]))

    assert page.texts(".cards-timeline__when")[0] == "August 2018"


def test_taking_down_and_putting_back_hold_up_no_step_of_the_way():
    card = answered()
    publishing.take_down(card, by=worker())
    publishing.put_back(card, by=officer())
    verdicts.record_verdict(again(card), told_on=TOLD, told_at="February", opinion="yes", by=worker())

    assert again(card).state == "closed"


@pytest.mark.parametrize("on", [date(2018, 10, 1), date(2018, 8, 20), date(2020, 1, 1)])
def test_what_happened_beside_the_way_can_be_noted_later(on):
    card = answered(received_on=date(2018, 8, 20))

    assert moving.note_step(card, kind="begun", on=on, by=worker()).on == on


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2018, 8, 19), "asked on 20 August 2018 first"),
        (timezone.localdate() + timedelta(days=1), "still to come"),
    ],
)
def test_nothing_is_noted_of_before_the_question_or_of_tomorrow(on, said):
    with pytest.raises(Refused, match=said):
        moving.note_step(answered(received_on=date(2018, 8, 20)), kind="begun", on=on, by=worker())


@pytest.mark.parametrize(
    ("due_on", "precision", "is_taken"),
    [
        (date(2020, 9, 30), "day", True),
        (date(2020, 9, 1), "month", True),
        (date(2020, 10, 1), "day", False),
        (date(9999, 12, 31), "day", False),
    ],
)
def test_answer_is_promised_for_two_years_on_at_the_latest(due_on, precision, is_taken):
    card = with_officers()
    terms = {"text": "Look", "owner": card.owner, "on": SEVENTEENTH, "body": "Officers", "by": worker()}
    if is_taken:
        moving.agree_actions(card, due_on=due_on, precision=precision, **terms)
        assert card.promises.count() == 1
        return
    with pytest.raises(Refused, match=r"promised for 30 September 2020 at the latest\. Check the year"):
        moving.agree_actions(card, due_on=due_on, precision=precision, **terms)


def test_later_day_and_next_answer_have_the_same_end():
    with pytest.raises(Refused, match="promised for 31 December 2020 at the latest"):
        put_off(agreed(), due_on=date(9999, 1, 1))
    with pytest.raises(Refused, match="promised for 28 February 2021 at the latest"):
        verdicts.record_verdict(
            answered(),
            told_on=TOLD,
            told_at="February",
            opinion="not_yet",
            due_on=date(9999, 1, 1),
            precision="month",
            by=worker(),
        )


def test_action_is_done_within_five_years():
    card, today = agreed(), timezone.localdate()
    given = {"text": "Build a hall", "owner": card.owner, "by": worker()}

    with pytest.raises(Refused, match=r"An action is done by .* at the latest\. Check the year"):
        answering.add_action(card, due_on=date(9999, 12, 31), **given)
    assert answering.add_action(card, due_on=today + timedelta(days=5 * 365), **given).due_on


SECOND = date(2019, 4, 9)


def not_enough():
    """Promised by the end of January 2019, answered on 8 February, and the group said that it was not enough."""
    card, by = agreed(), worker()
    said_plainly(card, by)
    answering.write_response(card, text="Interviews are moved.", item=an_item(), version=0, by=by)
    answering.publish_response(card, on=date(2019, 2, 8), by=officer())
    told = {"told_on": TOLD, "told_at": "February", "opinion": "not_yet", "due_on": date(2019, 4, 1)}
    return verdicts.record_verdict(again(card), **told, by=by)


def answered_again():
    card, by = not_enough(), worker()
    said_plainly(card, by, we_did="All interviews are after school now.")
    answering.write_response(card, text="All are moved.", item=an_item(SECOND), version=0, by=by)
    answering.publish_response(card, on=SECOND, by=officer())
    return again(card)


FIRST_ROUND = [
    "We promised an answer by the end of January 2019.",
    "We answered on 8 February 2019. That was 8 days late.",
    "The group said that it was not enough.",
]
SECOND_ROUND = [
    "We promised the next answer by the end of April 2019.",
    "We answered on 9 April 2019, as promised.",
]


def told(card, on):
    return line_of(with_promises(ChallengeCard.objects.filter(pk=card.pk)).get(), on).promise


def test_late_first_answer_stays_told_after_the_second_and_once_the_card_is_closed():
    card = answered_again()
    assert told(card, SECOND) == FIRST_ROUND + SECOND_ROUND

    verdicts.record_verdict(card, told_on=SECOND, told_at="April", opinion="yes", by=worker())
    assert told(card, SECOND) == FIRST_ROUND + SECOND_ROUND


def test_public_page_asks_the_group_again_after_a_second_answer():
    card = not_enough()
    assert opinion_of(card) == "Not yet. We are working on it again."

    said_plainly(card, worker())
    answering.write_response(card, text="All are moved.", item=an_item(SECOND), version=0, by=worker())
    answering.publish_response(card, on=SECOND, by=officer())
    assert opinion_of(card) == (
        "After our last answer the group said: Not yet. We have answered again. We are asking the group now."
    )


def opinion_of(card):
    (story,) = stories([one for one in public_cards() if one.pk == card.pk], SECOND)
    return story.opinion


@pytest.mark.parametrize(
    ("more", "said"), [(1, "to be given to the panel on"), (-1, ", given to the panel on")]
)
def test_answer_is_given_in_future_to_a_meeting_to_come(more, said):
    card, by = agreed(), worker()
    said_plainly(card, by)
    item = an_item(timezone.localdate() + timedelta(days=more))
    answering.write_response(card, text="Interviews are moved.", item=item, version=0, by=by)
    answering.publish_response(card, by=officer())

    page = open_page(Client(), reverse("you_said:story_read", args=[card.pk]))
    assert said in page.texts("details p strong")[0]
