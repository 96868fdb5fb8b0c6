"""At the table in a real browser: on a tablet and a phone, by keyboard, without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from core.access import Role
from meetings.models import Attendance, Capacity, Meeting
from tests.browser.checks import check_page
from tests.browser.keyboard import tab_to
from tests.factories.meetings import AttendanceFactory, BodyFactory, MeetingFactory
from tests.meetings.sittings import carer, councillors, there

pytestmark = pytest.mark.browser


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES, name="Toni Elmstead")


@pytest.fixture
def meeting(transactional_db) -> Meeting:
    """Today, begun three minutes ago."""
    begun = timezone.localtime() - timedelta(minutes=3)
    meeting = MeetingFactory(body=BodyFactory(), on=begun.date(), starts_at=begun.time())
    people = [*councillors(4), carer(first_name="Jude", surname="Pennifold")]
    there(meeting, people[1], status="apology")
    AttendanceFactory(meeting=meeting, capacity=Capacity.SUBSTITUTE, substitute_for=people[1])
    AttendanceFactory(meeting=meeting, capacity=Capacity.OFFICER, described_as="Head of Adoption Service")
    return meeting


def attendance(meeting) -> str:
    return f"/meetings/{meeting.pk}/attendance/"


@pytest.mark.parametrize("width", [768, 375])
def test_attendance_is_accessible_on_a_tablet_and_a_phone(meeting, page_at, clerk, width):
    page = page_at(width, user=clerk)
    page.goto(attendance(meeting))

    check_page(page)


def test_tap_saves_the_line_and_the_quorum_follows(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk, width=768)
    for name in ("Ms A Council 1", "Ms A Council 3", "Ms A Council 4"):
        line = page.get_by_role("group", name=name)
        line.get_by_role("radio", name="Present").check()
        expect(line.get_by_role("status")).to_have_text("Saved")

    expect(page.locator(".sitting-quorum")).to_have_text("Quorate: 3 voting members in the room, 3 needed.")
    expect(page.locator("[data-part=presiding]")).to_contain_text("Ms A Council 1 presides as Chairman.")
    assert Attendance.objects.filter(capacity="member", status="present").count() == 3


def test_now_is_one_tap(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk, width=768)

    page.get_by_role("button", name="Arrived now: Ms A Council 3").click()
    expect(page.get_by_role("group", name="Ms A Council 3").get_by_role("status")).to_have_text("Saved")

    row = Attendance.objects.get(person__surname="Council 3")
    assert (row.status, row.arrived_at is not None) == ("present", True)


def test_second_clerk_sees_both_on_the_line(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk, width=768)
    person = meeting.body.seats.first().tenures.get().person
    AttendanceFactory(meeting=meeting, person=person, status="absent")

    line = page.get_by_role("group", name="Ms A Council 1")
    line.get_by_role("radio", name="Present").check()

    expect(line.get_by_role("status")).to_contain_text("Somebody else recorded meanwhile: absent.")
    assert Attendance.objects.get(person=person).status == "absent"
    line.get_by_label("By video").check()
    expect(line.get_by_role("status")).to_have_text("Saved")
    assert Attendance.objects.get(person=person).status == "present"


def test_keyboard_alone_records_somebody(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk)

    tab_to(page, page.locator("#attendance [type=radio]:checked").first)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    assert Attendance.objects.get(person__surname="Council 1").status == "present"


def test_without_scripts_one_button_saves_all(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk, scripts=False)
    page.get_by_role("group", name="Ms A Council 1").get_by_role("radio", name="Present").check()
    page.get_by_role("group", name="Ms A Council 3").get_by_label("Arrived").fill("10.05 am")
    page.get_by_role("button", name="Save the attendance").click()

    expect(page.get_by_text("The attendance is saved.")).to_be_visible()
    assert Attendance.objects.filter(capacity="member", status="present").count() == 2


def test_answer_that_never_comes_is_said(meeting, page_at, clerk):
    page = page_at(768, user=clerk)
    page.goto(attendance(meeting))
    page.route("**/attendance/", lambda route: route.fulfill(status=200, body="<html>"))
    line = page.get_by_role("group", name="Ms A Council 1")
    line.get_by_role("radio", name="Present").check()

    expect(line.get_by_role("status")).to_contain_text("Not saved")
