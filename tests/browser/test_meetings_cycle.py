"""A clerk's whole way in a browser, one meeting from its reserved date to its approved minutes."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from core.access import Role
from meetings.models import AgendaItem, Meeting, MinutesState
from tests.browser.checks import check_page
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, TermFactory, member
from tests.factories.people import UserFactory
from tests.meetings.agendas import a_panel

pytestmark = [pytest.mark.browser, pytest.mark.pdf, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk():
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], name="Toni Elmstead")


@pytest.fixture
def body():
    body = a_panel()
    TermFactory(body=body, first_number=107)
    for name in ("Brook", "Carr", "Dunn"):
        member(surname=name)
    return body


def press(page: Page, name: str) -> None:
    """The one filled button of the page, which says what comes next."""
    filled = page.locator("main .govuk-button:not(.govuk-button--secondary)")
    expect(filled).to_have_text([re.compile(rf"\s*{name}\s*")])
    filled.click()


def test_clerk_follows_the_filled_button_from_a_reserved_date_to_approved_minutes(page_at, body, clerk):
    desk = page_at(user=clerk)
    on = timezone.localdate() + timedelta(days=60)
    desk.goto("/meetings/dates/reserve/")
    desk.get_by_label("Dates, one a line").fill(f"{on:%d/%m/%Y}")
    press(desk, "Check the dates")
    press(desk, "Reserve the date")
    meeting = Meeting.objects.get()
    desk.goto(f"/meetings/{meeting.pk}/manage/")
    press(desk, "Confirm the meeting")
    press(desk, "Prepare the agenda")
    press(desk, "Start from the standing order")
    press(desk, "Issue the agenda")
    press(desk, "Issue the agenda")
    expect(desk.get_by_role("alert")).to_contain_text("The agenda is issued.")

    Meeting.objects.filter(pk=meeting.pk).update(on=timezone.localdate() - timedelta(days=1))  # the day comes
    desk.goto(f"/meetings/{meeting.pk}/attendance/")
    for name in ("Mrs A D Adams, MBE", "Ms A Brook", "Ms A Carr", "Ms A Dunn"):
        line = desk.get_by_role("group", name=name)
        line.get_by_role("radio", name="Present").check()
        expect(line.get_by_role("status")).to_have_text("Saved")
    desk.goto(f"/meetings/{meeting.pk}/sitting/")
    press(desk, "Open the meeting")
    check_page(desk)
    first = AgendaItem.objects.filter(meeting=meeting).in_order()[0]
    press(desk, "Take item 1")
    desk.get_by_role("radio", name="Taken", exact=True).check()
    expect(desk.locator("[data-line=outcome] [data-said]")).to_have_text("Saved")
    desk.get_by_role("button", name="Note, with thanks").click()
    expect(desk.get_by_text("Recorded.")).to_be_visible()
    desk.goto(f"/meetings/{meeting.pk}/sitting/")
    desk.get_by_label("Closed at").fill("12.10 pm")
    desk.get_by_label("Items without an outcome were not reached").check()
    desk.get_by_role("button", name="Close the meeting").click()
    check_page(desk)

    press(desk, "Go to the minutes")
    press(desk, "Begin the minutes")
    expect(desk.locator(".minutes-index")).to_contain_text(first.title)
    desk.get_by_role("button", name="Send to the chairman").click()
    desk.get_by_label("How do you know that the chairman agrees?").fill("by e-mail today")
    press(desk, "Record that the chairman agrees")
    press(desk, "Check and publish")
    press(desk, "Publish as draft")
    later = MeetingFactory(body=body, on=timezone.localdate(), state="held")
    AgendaItemFactory(meeting=later, outcome="taken").approves_minutes_of.add(meeting)
    desk.reload()
    press(desk, "Record the approval")
    desk.get_by_role("button", name="Approve the minutes").click()
    press(desk, "Record the signature")

    expect(desk.get_by_role("link", name="Record who presided")).to_be_visible()  # nobody is recorded yet
    assert Meeting.objects.get(pk=meeting.pk).minutes.state == MinutesState.APPROVED
