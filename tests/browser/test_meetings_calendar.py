"""Dates of meetings in a real browser: for every eye, by keyboard, without scripts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from core.access import Role
from meetings.models import ClosedDay, Meeting, MeetingState, ProgrammeState
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
from tests.factories.meetings import (
    BodyFactory,
    MeetingFactory,
    ProgrammeEntryFactory,
    TermFactory,
    issue,
)

pytestmark = pytest.mark.browser
NARROW = 375


@pytest.fixture
def officer(transactional_db, user_as):
    return user_as(Role.DEMOCRATIC_SERVICES, name="Emrys Tattersall")


@pytest.fixture
def calendar(transactional_db) -> Meeting:
    """A meeting to come whose agenda falls short, one that was moved, one that is past; a line of the programme."""
    today = timezone.localdate()
    TermFactory(body=BodyFactory(starts_at="10:00"))
    meeting = MeetingFactory(on=today + timedelta(days=9))
    issue(meeting, on=today)
    later = MeetingFactory(on=today + timedelta(days=60), state=MeetingState.RESERVED)
    MeetingFactory(on=today + timedelta(days=20), state="postponed", reason="Snow", moved_to=later)
    MeetingFactory(on=date(2018, 9, 19), state=MeetingState.HELD)
    for n in range(2, 5):
        ClosedDay.objects.create(
            on=today + timedelta(days=n), name="Flood", kind="council_closure", known_since=today
        )
    ProgrammeEntryFactory(meeting=later, state=ProgrammeState.SCHEDULED, title="Fostering report")
    return meeting


def test_pages_for_everybody_are_accessible_narrow_and_wide_light_and_dark(calendar, page_at):
    check_pages(page_at(), ["/meetings/", f"/meetings/{calendar.pk}/"])


def test_officers_pages_are_accessible_narrow_and_wide_light_and_dark(calendar, page_at, officer):
    one = f"/meetings/{calendar.pk}"
    entry = f"/meetings/programme/{ProgrammeEntryFactory().pk}"
    check_pages(
        page_at(user=officer),
        [
            "/meetings/",
            "/meetings/dates/",
            "/meetings/closed-days/",
            "/meetings/calendar/",
            "/meetings/programme/",
            "/meetings/programme/add/",
            f"{entry}/",
            f"{entry}/move/",
            f"{one}/manage/",
            f"{one}/edit/",
            f"{one}/postpone/",
        ],
    )


def test_empty_pages_are_accessible(page_at, officer):
    check_pages(page_at(user=officer), ["/meetings/", "/meetings/dates/", "/meetings/programme/"])


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (NARROW, True), (1280, False)])
def test_officer_reserves_a_years_dates_and_cancels_one(page_at, officer, width, scripts):
    BodyFactory(starts_at="10:00")
    year = timezone.localdate().year + 1
    page = page_at(width, user=officer, scripts=scripts)
    page.goto("/meetings/dates/")
    page.get_by_role("link", name="Reserve dates").click()

    page.get_by_label("Dates, one a line").fill(f"31/1/{year}\n25/12/{year}\n31/11/{year}")
    page.get_by_role("button", name="Check the dates").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text(f"Line 3: “31/11/{year}” is not a day")
    if scripts:
        check_page(page)
        page.set_viewport_size({"width": width, "height": 900})
    page.get_by_label("Dates, one a line").fill(f"31/1/{year}\n25/12/{year}\n23/7/{year}")
    page.get_by_role("button", name="Check the dates").click()
    expect(page.get_by_role("heading", name="Reserve 3 dates?")).to_be_visible()
    expect(page.locator(".meetings-caution").get_by_text("Christmas Day")).to_be_visible()
    if scripts:
        check_page(page)
        page.set_viewport_size({"width": width, "height": 900})
    page.get_by_label("In the holidays").nth(1).check()
    page.get_by_role("button", name="Reserve these 3 dates").click()
    expect(page.get_by_text("3 dates are reserved.")).to_be_visible()

    page.get_by_role("link", name=f"25 December {year}").click()
    page.get_by_role("link", name="Cancel the meeting").click()
    page.get_by_role("button", name="Cancel the meeting").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why the meeting is cancelled")
    page.get_by_label("Why is the meeting cancelled?").fill("Nobody meets on Christmas Day.")
    page.get_by_role("button", name="Cancel the meeting").click()
    expect(page.get_by_text("is cancelled. Its page says why.")).to_be_visible()

    page.goto("/meetings/")
    expect(page.get_by_text("Cancelled. Nobody meets on Christmas Day.")).to_be_visible()


def test_officer_confirms_and_moves_a_meeting_by_keyboard(calendar, page_at, officer):
    later = Meeting.objects.get(state=MeetingState.RESERVED)
    page = page_at(user=officer)
    page.goto(f"/meetings/{later.pk}/manage/")

    tab_to(page, page.get_by_role("button", name="Confirm the meeting"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("is confirmed.")).to_be_visible()
    tab_to(page, "Put the meeting off")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Put the meeting off")).to_be_visible()
    tab_to(page, "Why is the meeting put off?")
    page.keyboard.type("The room is taken.")
    tab_to(page, page.get_by_role("button", name="Put the meeting off"))
    page.keyboard.press("Enter")

    expect(page.get_by_text("is put off; no new date is set.")).to_be_visible()
