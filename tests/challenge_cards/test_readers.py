"""Who may know of a card that is not public, and who reads words that two people look at."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from challenge_cards.actions import answering, moving, publishing
from challenge_cards.models import CardResponse, ChallengeCard, Group
from core.access import Role
from tests.factories.challenge_cards import (
    ANSWERED,
    SIXTH,
    GroupFactory,
    again,
    agreed,
    answered,
    closed,
    received,
    said_plainly,
    supported,
    with_officers,
    worker,
)
from tests.factories.people import PostHoldingFactory, UserFactory
from tests.page import open_page

pytestmark = pytest.mark.django_db
CARRY = [Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES]
OTHERS = [
    Role.MEMBER,
    Role.PANEL_MEMBER,
    Role.REPORT_OWNER,
    Role.MI_OFFICER,
    Role.MI_APPROVER,
    Role.ADMINISTRATOR,
]
TITLE = "Interviews after school"
HELD = "Kayleigh was moved twice."


def with_council() -> ChallengeCard:
    card = received()
    moving.hand_to_council(card, council=GroupFactory(is_council=True), on=SIXTH, by=worker())
    return again(card)


def not_taken_forward() -> ChallengeCard:
    card = with_council()
    council = card.steps.get(kind="to_council").body
    terms = {"council": Group.objects.get(name=council), "on": SIXTH, "note": "It is done already"}
    moving.council_decides(card, supports=False, **terms, by=worker())
    return again(card)


def withdrawn() -> ChallengeCard:
    card = agreed()
    moving.withdraw_card(card, on=ANSWERED, by=worker())
    return again(card)


HIDDEN = [received, with_council, not_taken_forward, withdrawn]
KNOWN = [supported, with_officers, agreed, answered, closed]


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(client, card) -> int:
    return client.get(reverse("challenge_cards:card_read", args=[card.pk])).status_code


def listed(client) -> list[str]:
    return open_page(client, reverse("challenge_cards:card_list")).texts(".cards-table tbody th a")


@pytest.mark.parametrize("role", CARRY)
@pytest.mark.parametrize("made", [*HIDDEN, *KNOWN])
def test_those_who_carry_cards_read_every_one(client_as, made, role):
    client, card = client_as(role), made()

    assert (read(client, card), listed(client)) == (200, [TITLE])


@pytest.mark.parametrize("made", HIDDEN)
def test_others_cannot_know_of_a_card_that_no_council_supports_or_the_group_withdrew(client_as, made):
    card = made()

    for role in OTHERS:
        client = client_as(role)
        assert (read(client, card), listed(client)) == (404, [])


@pytest.mark.parametrize("made", KNOWN)
def test_others_read_a_card_that_a_council_supports(client_as, made):
    card = made()

    for role in OTHERS:
        client = client_as(role)
        assert (read(client, card), listed(client)) == (200, [TITLE])


def test_holder_of_the_post_that_answers_reads_a_card_that_was_withdrawn(client_as):
    card = withdrawn()
    holder = UserFactory(roles=[Role.REPORT_OWNER])
    held = PostHoldingFactory(post=card.owner, user=holder)

    assert read(signed_in(holder), card) == 200
    held.delete()
    assert read(signed_in(holder), card) == 404


@pytest.mark.parametrize("name", ["card_agree", "promise_change", "action_add", "response_write"])
def test_pages_of_answering_hide_what_is_not_known_and_refuse_what_is_not_theirs(client_as, name):
    client = client_as(Role.REPORT_OWNER)
    hidden, known = with_council(), agreed()

    codes = [
        client.get(reverse(f"challenge_cards:{name}", args=[card.pk])).status_code for card in (hidden, known)
    ]
    assert codes == [404, 403]


FORMS = ["promise_change", "action_add", "response_write", "wording_write"]


@pytest.mark.parametrize("name", FORMS)
def test_pages_of_answering_do_not_name_a_card_that_was_taken_down(client_as, name):
    card = agreed()
    holder = UserFactory(roles=[Role.REPORT_OWNER])
    PostHoldingFactory(post=card.owner, user=holder)
    page = reverse(
        f"challenge_cards:{name}", args=[card.pk, *(["11-16", "en"] if name == "wording_write" else [])]
    )

    assert TITLE in signed_in(holder).get(page).content.decode()
    publishing.take_down(card, by=worker())
    told = signed_in(holder).get(page).content.decode()
    assert (TITLE in told, f"Card {card.reference}" in told) == (False, True)
    assert TITLE in client_as(Role.PARTICIPATION_WORKER).get(page).content.decode()


@pytest.fixture
def two_holders():
    """A card with a held draft of its answer, and two holders of the post that answers; the first wrote it."""
    card = agreed()
    holders = [UserFactory(roles=[Role.REPORT_OWNER]) for _ in range(2)]
    for user in holders:
        PostHoldingFactory(post=card.owner, user=user)
    answering.write_response(card, text=HELD, item=None, version=0, by=holders[0])
    assert CardResponse.objects.get().is_held
    return card, holders


def test_held_draft_is_read_by_whoever_wrote_it_and_the_two_but_by_no_other_holder(client_as, two_holders):
    card, (writer, other) = two_holders
    pages = [reverse(f"challenge_cards:{name}", args=[card.pk]) for name in ("response_write", "card_read")]

    for client in (signed_in(writer), *(client_as(role) for role in CARRY)):
        assert [HELD in client.get(page).content.decode() for page in pages] == [True, True]
    client = signed_in(other)
    assert [HELD in client.get(page).content.decode() for page in pages] == [False, False]
    assert [client.get(page).status_code for page in pages] == [403, 200]


def test_no_other_holder_writes_over_a_held_draft(two_holders):
    card, (writer, other) = two_holders

    with pytest.raises(PermissionDenied, match="Two people look at the words that stand here first"):
        answering.write_response(card, text="Interviews are moved.", item=None, version=1, by=other)
    answering.write_response(card, text="Interviews are moved.", item=None, version=1, by=writer)
    kept = answering.write_response(card, text="All are moved.", item=None, version=2, by=other)
    assert (kept.text, kept.is_held) == ("All are moved.", False)


def test_plain_words_and_what_shows_an_action_are_kept_from_other_holders_too(client_as, two_holders):
    card, (writer, other) = two_holders
    said_plainly(card, worker())
    wording, action = card.wordings.get(), card.actions.get()
    answering.report_on_action(action, status="on_track", evidence=HELD, version=action.version, by=writer)
    words = reverse("challenge_cards:wording_write", args=[card.pk, "11-16", "en"])
    signed_in(writer).post(words, {"you_said": HELD, "we_did": "It is done.", "version": wording.version})

    addresses = [words, reverse("challenge_cards:action_report", args=[action.pk])]
    assert [signed_in(writer).get(address).status_code for address in addresses] == [200, 200]
    assert [signed_in(other).get(address).status_code for address in addresses] == [403, 403]
