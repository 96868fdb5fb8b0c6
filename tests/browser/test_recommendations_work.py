"""Reporting in a browser: an owner drafts, an officer publishes, the panel closes, approves, and takes up again."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from core.access import Role
from recommendations.models import Update
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
from tests.factories.people import PostFactory, UserFactory
from tests.factories.recommendations import RecommendationFactory, StrategyOutcomeFactory
from tests.factories.scorecard import IndicatorFactory
from tests.recommendations.work import all_done, officer, owner_of, reported, resolved, sent_in, taken_by

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAYS = ("day", "month", "year")


@pytest.fixture
def clerk():
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], name="Toni Elmstead")


@pytest.fixture
def recommendation():
    return RecommendationFactory(
        number=1,
        short_title="A guide for every member",
        owner=PostFactory(title="Head of Children in Care"),
        due_rule="date",
        due_on=date(2016, 6, 30),
    )


def at(name, row) -> str:
    return reverse(f"recommendations:{name}", args=[row.pk])


def enter_day(page: Page, name: str, *parts: int) -> None:
    for part, number in zip(DAYS, parts, strict=True):
        page.locator(f"[name='{name}-{part}']").fill(str(number))


def say(page: Page, letter: str, status: str) -> None:
    part = page.locator(".recommendations-part").filter(has_text=f"({letter})")
    expect(part.get_by_label("In a line")).to_be_hidden()  # folded until something is said of the part
    part.get_by_label(status, exact=True).check()
    part.get_by_label("Shown by evidence").check()


def test_recommendation_goes_from_a_draft_to_its_reopening(page_at, recommendation, clerk):
    owner = owner_of(recommendation, name="Robin Ashgrove")
    desk = page_at(user=owner)
    desk.goto(reverse("recommendations:duty_list"))
    expect(desk.get_by_role("heading", level=1)).to_have_text("1 of 1 is overdue")
    check_page(desk)
    desk.get_by_role("link", name="Report on Recommendation 1").click()
    desk.get_by_label("All of it is done").check()
    enter_day(desk, "as_at", 28, 2, 2017)
    desk.get_by_label("What has been done").fill("The guide is in every member's hands.")
    say(desk, "a", "Done")
    desk.get_by_role("button", name="Add a figure").click()
    desk.get_by_label("What was counted").fill("Guides handed out")
    desk.get_by_label("Figure", exact=True).fill("81")
    enter_day(desk, "figures-0-as_at", 31, 1, 2017)
    check_page(desk)
    desk.get_by_role("button", name="Save the draft").click()
    expect(desk.locator(".portal-headline")).to_have_text("Part (b) is left unsaid.")
    expect(desk.get_by_role("button", name="Send it to democratic services")).to_have_count(0)
    check_page(desk)
    desk.get_by_role("button", name="Change it").click()
    say(desk, "b", "Done")
    desk.get_by_role("button", name="Save the draft").click()
    expect(desk.locator(".portal-headline")).to_have_text("Every part is spoken of.")
    desk.get_by_role("button", name="Send it to democratic services").click()

    office = page_at(user=clerk)
    office.goto(reverse("recommendations:duty_list"))
    check_page(office)
    office.get_by_role("link", name="1. A guide for every member").click()
    office.get_by_role("button", name="Publish it").click()
    enter_day(office, "reported_on", 2, 3, 2017)
    office.get_by_label("To whom").fill("The reconvened committee")
    check_page(office)
    office.get_by_role("button", name="Publish it").click()
    expect(office.locator(".portal-headline .govuk-tag")).to_have_text("Reported complete")

    resolution = resolved(text="recommendation 1 be accepted as done")
    office.get_by_role("link", name="Close by resolution").click()
    office.get_by_label("Resolution that accepts it as done").select_option(index=1)
    office.get_by_label("Implemented", exact=True).check()
    check_page(office)
    office.get_by_role("button", name="Close the recommendation").click()
    status = office.locator(".portal-headline .govuk-tag")
    expect(status).to_have_text("Closed: implemented, until the minutes are approved")
    check_page(office)

    taken_by(resolution, date(2019, 1, 29))
    office.goto(reverse("meetings:minutes_approve", args=[resolution.item.meeting_id]))
    expect(office.get_by_label("recommendation 1 be accepted as done")).not_to_be_checked()
    check_page(office)
    office.get_by_role("button", name="Approve the minutes").click()
    office.goto(at("recommendation_read", recommendation))
    expect(status).to_have_text("Closed: implemented")

    resolved(date(2019, 1, 29), effects=[], text="recommendation 1 be taken up again")
    office.get_by_role("link", name="Take it up again").click()
    office.get_by_label("Resolution that takes it up again").select_option(index=1)
    office.get_by_label("Why", exact=True).fill("The guide is out of date.")
    enter_day(office, "due_on", 30, 6, 2019)
    office.get_by_label("(a) Part a is done").check()
    check_page(office)
    office.get_by_role("button", name="Take it up again").click()
    expect(office.locator(".recommendations-limb").first).to_contain_text("Not started")

    public = page_at(width=375)
    public.goto(at("recommendation_read", recommendation))
    expect(public.locator(".recommendations-timeline")).to_contain_text(
        "The guide is in every member's hands."
    )
    expect(public.get_by_role("link", name="Correct it")).to_have_count(0)


def test_update_is_written_without_scripts_and_without_a_mouse(page_at, recommendation):
    owner = owner_of(recommendation)
    plain = page_at(320, user=owner, scripts=False)
    plain.goto(at("update_add", recommendation))
    plain.get_by_role("button", name="Add a next step").click()
    plain.get_by_label("What comes next").fill("Print it")
    enter_day(plain, "as_at", 28, 2, 2017)
    plain.get_by_role("button", name="Save the draft").click()
    assert Update.objects.get().next_steps.get().what == "Print it"

    keys = page_at(user=owner)
    keys.goto(reverse("recommendations:duty_list"))
    tab_to(keys, keys.get_by_role("link", name="Go on with the draft"))
    keys.keyboard.press("Enter")
    expect(keys.get_by_role("heading", level=1)).to_contain_text("Before you send it in")


def test_narrowed_register_and_form_with_long_names_fit_a_phone(page_at, clerk):
    post = PostFactory(title="Participation and Engagement Officer for Children in Care and Care Leavers")
    one = RecommendationFactory(owner=post)
    outcomes = StrategyOutcomeFactory.create_batch(3)
    IndicatorFactory()

    check_pages(
        page_at(user=clerk),
        [reverse("recommendations:recommendation_list") + "?state=open", at("recommendation_edit", one)],
    )
    desk = page_at(user=clerk)
    desk.goto(at("recommendation_edit", one))
    for outcome in outcomes[:2]:
        desk.get_by_label(str(outcome)).check()
    desk.get_by_role("button", name="Save the recommendation").click()
    assert set(one.outcomes.all()) == set(outcomes[:2])


def test_pages_of_officers_are_accessible(page_at, recommendation, clerk):
    by = officer()
    sent = sent_in(RecommendationFactory(), by)
    published = reported(RecommendationFactory(), by)
    yearly = RecommendationFactory(due_rule="recurring", every_months=12, due_on=date(2016, 3, 31))
    waiting = RecommendationFactory(due_rule="event", awaited_event="a new intake of members")
    all_done(recommendation, by)
    check_pages(
        page_at(user=clerk),
        [
            at("update_return", sent),
            at("update_read", published),
            at("response_record", recommendation),
            at("due_revise", recommendation),
            at("round_record", yearly),
            at("event_record", waiting),
        ],
    )
