"""A card's whole way in a browser: asked, answered, "not yet", answered again, closed; and what is public."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from challenge_cards.actions import publishing
from challenge_cards.models import ChallengeCard, Review
from core.access import Role
from tests.browser.checks import check_page, check_pages
from tests.factories.challenge_cards import (
    GroupFactory,
    agreed,
    an_item,
    answered,
    received,
    said_plainly,
    worker,
)
from tests.factories.people import PostFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = 375


@pytest.fixture
def by():
    return worker()


@pytest.fixture
def clerk():
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], name="Toni Elmstead")


def at(name, *args) -> str:
    return reverse(f"challenge_cards:{name}", args=args)


def enter_day(page: Page, name: str, on: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}-{part}]").fill(str(getattr(on, part)))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_card_goes_from_a_question_to_a_verdict_and_back_and_is_closed(browse, by, clerk):
    GroupFactory(name="Recruit Crew")
    GroupFactory(name="Young Adult Council", is_council=True)
    PostFactory(title="Head of Service")
    item = an_item(date(2019, 1, 29))
    page = browse(at("card_enter"), user=by, width=PHONE)
    page.get_by_label("Which group is asking?").select_option("Recruit Crew")
    page.get_by_label("A short name for it").fill("Interviews after school")
    page.get_by_label("What do you want to change?").fill("Write to us at otters@example.com.")
    enter_day(page, "received_on", date(2018, 8, 20))
    press(page, "Enter the card")
    expect(page.get_by_role("alert").get_by_text("holds an e-mail address")).to_be_visible()
    expect(page.get_by_label("What do you want to change?")).to_have_value("")
    page.get_by_label("What do you want to change?").fill("Hold the interviews when we are not at school.")
    press(page, "Enter the card")

    _to_officers(page)
    _promise_and_answer(page, item.pk)
    card = ChallengeCard.objects.get()
    _publish(browse, card, clerk)
    _say(page, card, "Not yet", told=date(2026, 2, 14), due=date(2026, 12, 31))
    expect(page.get_by_text("The card is taken up again.")).to_be_visible()
    expect(page.get_by_text("the card was taken up again once")).to_be_visible()
    _answer_again(page, card, item.pk)
    _publish(browse, card, clerk)
    _say(page, card, "Yes", told=None, due=None)
    expect(page.get_by_text("The card is closed.")).to_be_visible()
    public = browse(reverse("you_said:story_read", args=[card.pk]), width=PHONE, scripts=False)
    expect(public.get_by_text("Yes, it worked.")).to_be_visible()


def _to_officers(page: Page) -> None:
    page.get_by_role("button", name="Hand it to a children in care council").click()
    page.get_by_label("Which council?").select_option("Young Adult Council")
    enter_day(page, "on", date(2018, 9, 1))
    press(page, "Hand it over")
    page.get_by_role("button", name="Record what the council decides").click()
    page.get_by_label("Which council?").select_option("Young Adult Council")
    page.get_by_label("Yes, it supports the card").check()
    enter_day(page, "on", date(2018, 9, 6))
    press(page, "Record it")
    page.get_by_role("button", name="Hand it to senior officers").click()
    page.get_by_label("Which post answers for the card?").select_option("Head of Service")
    page.get_by_label("At which meeting of officers?").fill("County meeting of senior officers")
    enter_day(page, "on", date(2018, 9, 17))
    press(page, "Hand it over")


def _promise_and_answer(page: Page, item: int) -> None:
    page.get_by_role("button", name="Agree what will be done").click()
    page.get_by_label("What will be done?").fill("Look at the times of interviews")
    page.get_by_label("Which post does it?").select_option("Head of Service")
    page.get_by_label("Who agreed it?").fill("Senior officers")
    enter_day(page, "on", date(2018, 9, 17))
    enter_day(page, "due_on", date(2019, 1, 31))
    press(page, "Promise it")
    expect(page.get_by_text("We promised an answer by the end of January 2019.")).to_be_visible()
    _answer(page, item)


def _answer(page: Page, item: int) -> None:
    press(page, "Write the answer")
    page.get_by_label("The council's full answer").fill("Half of the interviews are after school.")
    page.locator("[name=item]").select_option(str(item))
    press(page, "Save the draft")
    page.get_by_role("link", name="Plain words for young people").click()
    page.get_by_label("You said", exact=True).fill("Interviews are held while we are at school.")
    page.get_by_label("What we did").fill("Our stakeholders moved half of them.")
    press(page, "Save and see how plain it is")
    expect(page.get_by_text("“stakeholders” is officers' language")).to_be_visible()
    page.get_by_label("What we did").fill("We moved half of them.")
    press(page, "Save and see how plain it is")
    press(page, "Young people will understand this: publish it")
    expect(page.get_by_text("Checked. These words are on the public page.")).to_be_visible()


def _answer_again(page: Page, card: ChallengeCard, item: int) -> None:
    page.goto(at("card_read", card.pk))
    _answer(page, item)


def _publish(browse, card: ChallengeCard, clerk) -> None:
    page = browse(at("card_read", card.pk), user=clerk)
    press(page, "Publish the answer")
    expect(page.get_by_text("The answer is published.")).to_be_visible()


def _say(page: Page, card: ChallengeCard, opinion: str, *, told: date | None, due: date | None) -> None:
    page.goto(at("verdict_record", card.pk))
    answered_on = card.responses.order_by("-round").first().published_on
    enter_day(page, "told_on", max(told or answered_on, answered_on))
    page.get_by_label("At which of its meetings?").fill("Meeting of the group")
    page.get_by_label(opinion, exact=True).check()
    if due:
        enter_day(page, "due_on", max(due, answered_on + timedelta(days=365)))
    press(page, "Record it")


def test_pages_of_officers_are_accessible_on_a_phone_and_a_screen(page_at, by):
    GroupFactory()
    card = agreed(by)
    down = answered(by, title="Another")
    publishing.take_down(down, by=by)
    received(by, title="Held", question="Kayleigh wants wifi.")
    addresses = [
        at("card_list"),
        at("card_read", card.pk),
        at("card_enter"),
        at("matter_count"),
        at("wording_write", card.pk, "11-16", "en"),
        at("card_link", card.pk),
        at("review_list"),
        at("words_erase", down.pk),
        at("group_list"),
    ]

    check_pages(page_at(user=by), addresses)
    assert Review.objects.count() == 1


def test_young_peoples_pages_are_accessible_without_scripts_of_ours(page_at, by):
    card = answered(by)
    said_plainly(card, by, audience="7-11", we_promised="")
    addresses = [
        reverse("you_said:page_read"),
        reverse("you_said:short_read"),
        reverse("you_said:story_read", args=[card.pk]),
    ]

    check_pages(page_at(), addresses)


def test_form_with_refused_words_is_accessible_and_read_out(browse, by):
    GroupFactory()
    page = browse(at("card_enter"), user=by, scripts=True)
    page.get_by_label("What do you want to change?").fill("Ring 07700 900123.")
    press(page, "Enter the card")

    expect(page.get_by_role("alert").get_by_text("holds a telephone number")).to_be_visible()
    check_page(page)
