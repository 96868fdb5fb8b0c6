"""At the table in a real browser: on a tablet and a phone, by keyboard, without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from core.access import Role
from meetings.models import AgendaItem, Attendance, Capacity, Meeting, MeetingState
from tests.browser.checks import check_page
from tests.browser.keyboard import tab_to
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    ResolutionFactory,
    UndertakingFactory,
)
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


@pytest.mark.parametrize(("width", "height"), [(1280, 80), (768, 100)])
def test_member_takes_little_height_and_every_target_is_a_finger_wide(meeting, browse, clerk, width, height):
    page = browse(attendance(meeting), user=clerk, width=width)
    line = page.get_by_role("group", name="Ms A Council 3")

    assert line.bounding_box()["height"] <= height
    for target in [*line.get_by_role("radio").all(), *line.get_by_role("button").all()]:
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_name_status_and_times_stand_in_one_row_on_a_desk(meeting, browse, clerk):
    page = browse(attendance(meeting), user=clerk, width=1280)
    parts = [page.locator(f".sitting-{part}").first.bounding_box() for part in ("choices", "times")]
    name = page.locator(".sitting-person__name").first.bounding_box()

    middles = [round(part["y"] + part["height"] / 2) for part in (name, *parts)]
    assert max(middles) - min(middles) <= 3
    assert name["x"] < parts[0]["x"] < parts[1]["x"]


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


@pytest.fixture
def item(meeting) -> AgendaItem:
    meeting.state = MeetingState.SITTING
    meeting.save()
    AgendaItemFactory(meeting=meeting, title="Apologies and substitutes", outcome="taken", taken_order=1)
    here = AgendaItemFactory(
        meeting=meeting, title="Performance scorecard", standing_key="election", purpose="To note the figures"
    )
    AgendaItemFactory(meeting=meeting, title="A placement", exempt=True)
    one = ResolutionFactory(item=here, votes_for=3, votes_against=1)
    one.recorded_votes.create(person=meeting.attendances.first().person, cast="against")
    UndertakingFactory(item=here, due_kind="month", due_on=meeting.on.replace(day=28))
    meeting.interests.create(
        item=here, person=meeting.attendances.first().person, kind="dpi", nature="a flat", effect="withdrew"
    )
    return here


def record(item) -> str:
    return f"/meetings/items/{item.pk}/record/"


@pytest.mark.parametrize("width", [768, 375])
def test_item_is_accessible_with_all_that_folds_open(item, page_at, clerk, width):
    page = page_at(width, user=clerk)
    page.goto(record(item))
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    check_page(page)


@pytest.mark.parametrize("address", ["sitting/", "exclusion/", "no-quorum/"])
def test_pages_of_the_meeting_are_accessible(item, browse, clerk, address):
    check_page(browse(f"/meetings/{item.meeting_id}/{address}", user=clerk))


def test_release_is_accessible(item, browse, clerk):
    exempt = item.meeting.items.get(title="A placement")
    item.meeting.exclusions.create(paragraphs=[2], is_resolved=False).items.add(exempt)

    check_page(browse(f"/meetings/items/{exempt.pk}/release/", user=clerk))


def test_fields_of_an_item_are_saved_as_they_are_left(item, browse, clerk):
    page = browse(record(item), user=clerk, width=768)
    page.get_by_role("radio", name="Taken", exact=True).check()
    expect(page.locator("[data-line=outcome] [data-said]")).to_have_text("Saved")
    page.get_by_role("textbox", name="Note").fill("With the next item")
    page.keyboard.press("Tab")
    text = page.get_by_label("What was decided").first
    text.fill("the report be welcomed")
    page.keyboard.press("Tab")
    expect(page.locator("[data-line^=resolution] [data-said]")).to_have_text("Saved")
    expect(page.locator("[data-part=items] .sitting-items__line--here")).to_contain_text("Taken")

    item.refresh_from_db()
    assert (item.outcome, item.outcome_note, item.version) == ("taken", "With the next item", 3)
    assert item.resolutions.get().text == "the report be welcomed"


def test_item_is_recorded_by_keyboard_alone(item, browse, clerk):
    page = browse(record(item), user=clerk)

    tab_to(page, page.get_by_role("radio", name="Taken", exact=True))
    page.keyboard.press("Space")
    expect(page.locator("[data-line=outcome] [data-said]")).to_have_text("Saved")
    tab_to(page, page.get_by_role("button", name="Note, with thanks"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Recorded.")).to_be_visible()

    assert item.resolutions.filter(text="the report be noted, with thanks").count() == 2


def test_undertaking_is_written_without_scripts(item, browse, clerk):
    page = browse(record(item), user=clerk, scripts=False)
    page.get_by_text("Add an undertaking").click()
    page.get_by_label("What is to be done").fill("Write to the schools")
    page.get_by_label("By whom").select_option(index=1)
    page.get_by_role("button", name="Add the undertaking").click()

    expect(page.get_by_text("Write to the schools")).to_be_visible()


@pytest.mark.parametrize("address", ["", "{pk}/", "{pk}/report/", "{pk}/edit/"])
def test_register_is_accessible(item, browse, clerk, address):
    row = item.undertakings_made.get()
    row.updates.create(text="The figures are asked for.", state="underway", by=clerk)

    check_page(browse(f"/meetings/undertakings/{address.format(pk=row.pk)}", user=clerk))


def test_empty_register_is_accessible(browse, clerk):
    check_page(browse("/meetings/undertakings/", user=clerk))
