"""Words of a published card that turn out to lead to a child: first the card goes down, then the words for good."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from challenge_cards.actions import answering, erasing, moving, publishing, verdicts, wordings
from challenge_cards.models import CardResponse, Review
from challenge_cards.privacy import TAKEN_OUT
from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from tests.challenge_cards.test_canary import tables_with
from tests.factories.challenge_cards import (
    PLAIN,
    TOLD,
    again,
    agreed,
    an_item,
    closed,
    officer,
    said_plainly,
    worker,
)
from tests.factories.people import UserFactory
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
WORD = "otterzq"


def spoken_everywhere():
    """A card that says one word in every text that it has, all of them published."""
    by = worker()
    card = agreed(by, title=f"The {WORD} idea", question=f"We want an {WORD}.", why=f"An {WORD} helps.")
    card.actions.update(text=f"Buy an {WORD}", evidence=f"The {WORD} came")
    later = {"due_on": date(2019, 3, 3), "precision": "month", "on": date(2018, 10, 1)}
    moving.put_off(card, **later, reason=f"The {WORD} ran", agreed_by=f"The {WORD} board", by=by)
    said_plainly(card, by, **dict.fromkeys(PLAIN, f"An {WORD} for us."))
    moving.note_step(
        card, kind="event", on=date(2018, 10, 2), body=f"The {WORD} club", note=f"An {WORD}", by=by
    )
    answering.write_response(card, text=f"Here is the {WORD}.", item=an_item(), version=0, by=by)
    answering.publish_response(card, on=date(2019, 1, 29), by=officer())
    verdicts.record_verdict(
        again(card), told_on=TOLD, told_at=f"The {WORD} meeting", opinion="yes", words=f"Our {WORD}!", by=by
    )
    assert not Review.objects.exists()
    return again(card)


def test_all_words_of_a_card_can_go_and_are_then_nowhere():
    card = spoken_everywhere()
    assert len(tables_with(WORD)) == 7
    publishing.take_down(card, by=worker())
    keys = [one.key for one in erasing.words_of(card) if WORD in one.text]
    gone = erasing.erase_words(card, keys=keys, by=worker())

    assert (gone, tables_with(WORD)) == (len(keys), [])
    assert card.responses.get().text == TAKEN_OUT
    assert card.steps.last().kind == "erased"


def test_words_go_from_a_card_that_was_taken_down_alone():
    with pytest.raises(Refused, match="Take the card down first"):
        erasing.erase_words(closed(), keys=["card-1-question"], by=worker())


@pytest.mark.parametrize("role", [Role.MEMBER, Role.REPORT_OWNER, Role.ADMINISTRATOR])
def test_words_are_taken_out_by_those_who_carry_cards_alone(role):
    card = closed()
    publishing.take_down(card, by=worker())
    with pytest.raises(PermissionDenied):
        erasing.erase_words(card, keys=[f"card-{card.pk}-question"], by=UserFactory(roles=[role]))


def test_words_of_another_card_stay():
    card, other = closed(), closed(title="Another")
    publishing.take_down(card, by=worker())

    with pytest.raises(Refused, match="Choose the words"):
        erasing.erase_words(card, keys=[f"card-{other.pk}-question"], by=worker())


def test_old_page_of_an_officer_brings_the_words_not_back():
    card, by = agreed(), worker()
    said_plainly(card, by)
    publishing.take_down(card, by=by)
    kept = card.wordings.get()
    erasing.erase_words(card, keys=[f"wording-{kept.pk}-we_did"], by=by)

    with pytest.raises(ChangedMeanwhile):
        wordings.write_wording(card, audience="11-16", language="en", version=kept.version, by=by, **PLAIN)


def test_question_about_words_that_are_gone_is_over():
    card, by = agreed(), worker()
    action = answering.add_action(card, text="Ask Kayleigh", owner=card.owner, by=by)
    publishing.take_down(card, by=by)
    erasing.erase_words(card, keys=[f"action-{action.pk}-text"], by=by)

    action.refresh_from_db()
    assert (action.text, action.is_held) == (TAKEN_OUT, False)
    assert Review.objects.get().state == "replaced"


@pytest.mark.parametrize(
    "change", [{"published_on": TOLD}, {"text": TAKEN_OUT, "round": 2}, {"text": "Better"}]
)
def test_published_answer_changes_in_no_other_way(change):
    response = closed().responses.get()

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        CardResponse.objects.filter(pk=response.pk).update(**change)


def test_page_lists_every_text_and_says_what_went(client_as):
    card = closed()
    client = client_as(Role.DEMOCRATIC_SERVICES)
    address = reverse("challenge_cards:words_erase", args=[card.pk])
    publishing.take_down(card, by=worker())
    key = f"card-{card.pk}-question"
    page = open_page(client, address)
    assert key in [box.get("value") for box in page.all("input[name=words]")]
    assert Page(client.post(address, {}).content).texts(".govuk-error-summary__list li") == [
        "Choose the words that go"
    ]
    response = client.post(address, {"words": [key]}, follow=True)

    assert Page(response.content).texts(".govuk-notification-banner__content p") == [
        "1 text taken out for good."
    ]
    publishing.put_back(again(card), by=officer())
    assert open_page(Client(), reverse("you_said:story_read", args=[card.pk])).texts("h1") == [
        f"You said in August 2018{PLAIN['you_said']}"
    ]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.MI_OFFICER])
def test_card_that_was_taken_down_says_nothing_of_its_words_to_readers(client_as, role):
    """Titles, notes and reasons too: whoever took it down had one of them in mind."""
    card = spoken_everywhere()
    publishing.take_down(card, by=worker())
    client = client_as(role)

    for address in (
        reverse("challenge_cards:card_read", args=[card.pk]),
        reverse("challenge_cards:card_list"),
        reverse("you_said:page_read"),
        reverse("you_said:story_read", args=[card.pk]),
    ):
        assert WORD not in client.get(address).content.decode().lower(), address
