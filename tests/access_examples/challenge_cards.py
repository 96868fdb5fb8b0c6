"""Challenge cards, and the pages on which young people read what became of them."""

from challenge_cards.models import CardAction, CardWording, KnownName, Review
from core.access import Role
from people.models import User
from tests.access_examples.registry import example
from tests.factories.challenge_cards import GroupFactory, agreed, received, said_plainly, worker
from tests.factories.people import PostHoldingFactory

PUBLIC = {
    "you_said:page_read",
    "you_said:poster_print",
    "you_said:short_read",
    "you_said:short_print",
    "you_said:story_read",
    "you_said:story_print",
    "you_said:story_version",
    "you_said:version_print",
}


@example(
    "challenge_cards:card_read",
    "challenge_cards:card_redirect",
    "challenge_cards:card_hand",
    "challenge_cards:card_decide",
    "challenge_cards:card_give",
    "challenge_cards:step_note",
    "challenge_cards:card_withdraw",
    "challenge_cards:card_link",
    "challenge_cards:card_hide",
    "challenge_cards:card_show",
    "challenge_cards:words_erase",
    "challenge_cards:response_publish",
    "challenge_cards:verdict_record",
    "you_said:story_read",
    "you_said:story_print",
)
def a_card() -> dict:
    return {"pk": agreed().pk}


def answered_by_every_owner():
    """A card whose post every report owner there is holds."""
    card = agreed()
    for user in User.objects.filter(roles__contains=[Role.REPORT_OWNER]):
        PostHoldingFactory(post=card.owner, user=user)
    return card


@example(
    "challenge_cards:card_agree",
    "challenge_cards:promise_change",
    "challenge_cards:action_add",
    "challenge_cards:response_write",
)
def an_owned_card() -> dict:
    return {"pk": answered_by_every_owner().pk}


@example("challenge_cards:action_report")
def an_action() -> dict:
    return {"pk": CardAction.objects.get(card=answered_by_every_owner()).pk}


@example("challenge_cards:wording_write")
def plain_words() -> dict:
    return {"pk": answered_by_every_owner().pk, "audience": "11-16", "language": "en"}


def _said_plainly():
    card = agreed()
    said_plainly(card, worker())
    return card


@example("you_said:story_version", "you_said:version_print")
def public_words() -> dict:
    return {"pk": _said_plainly().pk, "audience": "11-16", "language": "en"}


@example("challenge_cards:wording_check")
def words_to_check() -> dict:
    return {"pk": CardWording.objects.get(card=_said_plainly()).pk}


@example("challenge_cards:review_release", "challenge_cards:review_remove")
def words_to_look_at() -> dict:
    return {"pk": Review.objects.get(card=received(question="Kayleigh wants wifi.")).pk}


@example("challenge_cards:group_edit")
def a_group() -> dict:
    return {"pk": GroupFactory().pk}


@example("challenge_cards:name_agree", "challenge_cards:name_drop")
def a_name() -> dict:
    return {"pk": KnownName.objects.create(name="Otter Project").pk}
