"""Minutes in a browser: typed and saved by themselves, checked by the chairman, published, approved, signed."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from core.access import Role
from meetings.models import Minute
from tests.browser.checks import check_page
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    TermFactory,
    UndertakingFactory,
    in_office,
    member,
)
from tests.factories.people import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)


@pytest.fixture
def clerk():
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], name="Toni Elmstead")


@pytest.fixture
def chairman():
    user = UserFactory(roles=[Role.PANEL_MEMBER], name="Rowan Ellerby")
    person = member(user=user, title="Mrs", initials="R E", first_name="Rowan", surname="Ellerby")
    in_office(person)
    return user


@pytest.fixture
def meeting(chairman):
    body = BodyFactory()
    TermFactory(body=body, first_number=96)
    meeting = MeetingFactory(body=body, on=SEPTEMBER, state="held", presided_by=chairman.person)
    for number, (title, key) in enumerate(
        [("Apologies and substitutes", "apologies"), ("Scorecard", "scorecard")], 1
    ):
        item = AgendaItemFactory(
            meeting=meeting,
            title=title,
            standing_key=key,
            position=number,
            number=number,
            outcome="taken",
            taken_order=number,
        )
    UndertakingFactory(item=item, what="Bring the figures")
    return meeting


def at(name, thing):
    return reverse(f"meetings:{name}", kwargs={"pk": thing.pk})


def box(page: Page):
    """The editor, once it stands in place of the plain box."""
    found = page.locator(".portal-rich-text__box[contenteditable=true]")
    expect(found).to_be_visible()
    return found


def test_minutes_go_from_the_agenda_to_the_signature(page_at, meeting, clerk, chairman):
    desk = page_at(user=clerk)
    desk.goto(at("minutes_write", meeting))
    desk.get_by_role("button", name="Begin the minutes").click()
    check_page(desk)
    desk.locator(".minutes-index").get_by_role("link", name="Scorecard").click()
    box(desk).fill("Mrs Ellerby introduced the figures.")
    expect(desk.get_by_role("status")).to_contain_text("Saved at")
    check_page(desk)
    desk.get_by_role("button", name="Note, with thanks").click()
    expect(desk.locator(".minutes-decided .portal-rich")).to_have_text(
        "It was RESOLVED that the report be noted, with thanks."
    )
    desk.goto(at("minutes_write", meeting))
    desk.get_by_role("button", name="Send to the chairman").click()

    reader = page_at(user=chairman)
    reader.goto(at("minutes_read", meeting))
    check_page(reader)
    reader.get_by_role("button", name="I agree to these minutes").click()
    expect(reader.locator("#check-heading + p")).to_have_text(
        "Your agreement is recorded. The officers publish them next."
    )

    desk.reload()
    desk.get_by_role("button", name="Check and publish").click()
    check_page(desk)
    desk.get_by_role("button", name="Publish as draft").click()

    later = MeetingFactory(body=meeting.body, on=NOVEMBER, state="held", presided_by=chairman.person)
    AgendaItemFactory(meeting=later, outcome="taken").approves_minutes_of.add(meeting)
    desk.reload()
    desk.get_by_role("button", name="Record the approval").click()
    desk.get_by_label("Minute", exact=True).select_option(label="97. Scorecard")
    desk.get_by_label("Words as they are printed").fill("the figures")
    desk.get_by_label("Words as they should be").fill("August's figures")
    check_page(desk)
    desk.get_by_role("button", name="Approve the minutes").click()
    desk.get_by_role("button", name="Record the signature").click()
    check_page(desk)
    desk.get_by_role("button", name="Record the signature").click()

    public = page_at(width=768)
    public.goto(at("minutes_read", meeting))
    expect(public.locator(".minutes-standing p")).to_have_text(
        [
            "Approved as amended at the meeting on Thursday 1 November 2018.",
            "at paragraph 97(1), “the figures” to read “August's figures”",
            "Signed by Mrs R E Ellerby, who presided, on 1 November 2018.",
        ]
    )
    expect(public.locator(".minutes-minute__heading").last).to_have_text("97. Scorecard (Item 2)")
    expect(public.locator(".minutes-minute li").first).to_have_text(
        "Mrs Ellerby introduced August's figures."
    )
    check_page(public)


def test_second_clerk_is_told_and_keeps_both_texts(page_at, meeting, clerk):
    other = UserFactory(roles=[Role.DEMOCRATIC_SERVICES], name="Kim")
    first, second = page_at(user=clerk), page_at(user=other)
    first.goto(at("minutes_write", meeting))
    first.get_by_role("button", name="Begin the minutes").click()
    minute = Minute.objects.get(heading="Scorecard")
    first.goto(at("minute_edit", minute))
    second.goto(at("minute_edit", minute))

    box(first).fill("Mr Doe spoke briefly.")
    expect(first.get_by_role("status")).to_contain_text("Saved at")
    box(second).fill("Mr Doe spoke at length.")
    expect(second.get_by_role("status")).to_have_text(
        "Somebody else changed this minute while you wrote. Save yourself, to see both texts."
    )
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.locator(".portal-difference ins")).to_contain_text("at length")
    expect(box(second)).to_have_text("Mr Doe spoke at length.")
    check_page(second)
    second.get_by_role("button", name="Keep theirs").click()

    expect(box(second)).to_have_text("Mr Doe spoke briefly.")
    second.get_by_role("link", name="Earlier versions").click()
    expect(second.locator(".minutes-version").nth(1)).to_contain_text("Mr Doe spoke at length.")
    check_page(second)


def test_minute_is_written_without_scripts(page_at, meeting, clerk):
    page = page_at(user=clerk, scripts=False)
    page.goto(at("minutes_write", meeting))
    page.get_by_role("button", name="Begin the minutes").click()
    page.locator(".minutes-index").get_by_role("link", name="Scorecard").click()
    page.get_by_label("Text", exact=True).fill("1. It was shown.\n\na) once; and\nb) again.")
    page.get_by_role("button", name="Save", exact=True).click()

    minute = Minute.objects.get(heading="Scorecard")
    assert minute.body.count("<li>") == 3
