"""Members, seats and persons in a real browser: for every eye, by keyboard, without scripts."""

from datetime import date

import pytest
from playwright.sync_api import expect

from core.access import Role
from meetings.models import Category, SeatTenure
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
from tests.factories.meetings import (
    AttendanceFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    SeatFactory,
    TermFactory,
    in_office,
    member,
)

pytestmark = pytest.mark.browser
LIST = "/meetings/members/"


@pytest.fixture
def officer(transactional_db, user_as):
    return user_as(Role.DEMOCRATIC_SERVICES, name="Emrys Tattersall")


@pytest.fixture
def chairman(transactional_db):
    """With a vacancy, a carer, and a meeting to which nobody came."""
    person = member(first_name="Ann", surname="Allen", title="Mrs", initials="A D", honours="MBE")
    office = in_office(person)
    member(Category.FOSTER_CARER, surname="Bayford")
    SeatFactory(category=Category.PARTNER, nominated_by="Health trust")
    TermFactory(body=office.body)
    for day in (date(2018, 7, 19), date(2018, 9, 19)):
        meeting = MeetingFactory(on=day, state="held")
        MeetingMinutesFactory(meeting=meeting, state="published")
        AttendanceFactory(meeting=meeting, person=person, status="apology")
    return person


def test_pages_are_accessible_narrow_and_wide_light_and_dark(chairman, page_at, officer):
    tenure = SeatTenure.objects.get(person=chairman)
    check_pages(
        page_at(user=officer),
        [
            LIST,
            f"{LIST}attendance/",
            f"{LIST}changes/",
            f"{LIST}offices/",
            f"{LIST}seats/add/",
            f"{LIST}seats/{tenure.seat_id}/",
            f"{LIST}seats/{tenure.seat_id}/edit/",
            f"{LIST}tenures/{tenure.pk}/",
            "/meetings/panel/",
            "/meetings/panel/terms/add/",
            "/people/persons/",
            f"/people/persons/{chairman.pk}/",
            f"/people/persons/{chairman.pk}/edit/",
            f"/people/persons/{chairman.pk}/roles/add/",
        ],
    )


def test_members_are_accessible_to_readers(chairman, page_at, user_as):
    check_pages(page_at(user=user_as(Role.PANEL_MEMBER)), [LIST, f"{LIST}attendance/"])


def test_empty_pages_are_accessible(page_at, officer):
    check_pages(page_at(user=officer), [LIST, "/meetings/panel/", "/people/persons/"])


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (375, True), (1280, False)])
def test_officer_replaces_a_member(chairman, page_at, officer, width, scripts):
    page = page_at(width, user=officer, scripts=scripts)
    page.goto("/people/persons/add/")
    page.get_by_label("First name").fill("Cy")
    page.get_by_label("Surname").fill("Brown")
    page.get_by_label("Title (optional)").fill("Mr")
    if scripts:
        expect(page.locator("#printed")).to_contain_text("Mr Cy Brown")
    else:
        page.get_by_role("button", name="Show how it prints").click()
        expect(page.locator("#printed")).to_contain_text("Mr Cy Brown")
    page.get_by_role("button", name="Add the person").click()
    page.get_by_role("link", name="Add what they are").click()
    page.get_by_label("What they are", exact=True).fill("County councillor")
    page.get_by_label("As this they are a county councillor").check()
    _enter(page, "First day", 1, 5, 2018)
    page.get_by_role("button", name="Add it").click()

    page.goto(LIST)
    page.get_by_role("link", name="Replace Mrs A D Allen, MBE").click()
    _enter(page, "Last day of the earlier member", 30, 9, 2018)
    page.get_by_label("Who has the seat after that").select_option(label="Brown: Mr Cy Brown")
    _enter(page, "First day of the new member", 30, 9, 2018)
    page.get_by_role("button", name="Replace the member").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter a first day after the last day")
    if scripts:
        check_page(page)
        page.set_viewport_size({"width": width, "height": 900})
    _enter(page, "First day of the new member", 1, 10, 2018)
    page.get_by_role("button", name="Replace the member").click()

    expect(page.get_by_text("Cy Brown replaces Ann Allen from 1 October 2018.")).to_be_visible()
    expect(page.locator(".meetings-paragraph")).to_have_text("Ms A Bayford, Mr Cy Brown, Health trust")


def test_member_is_replaced_by_keyboard_alone(chairman, page_at, officer):
    tenure = SeatTenure.objects.get(person=chairman)
    page = page_at(user=officer)
    page.goto(f"{LIST}tenures/{tenure.pk}/")

    last_day = page.get_by_role("group", name="Last day")
    for label, typed in (("Day", "30"), ("Month", "9"), ("Year", "2018")):
        tab_to(page, last_day.get_by_label(label))
        page.keyboard.type(typed)
    tab_to(page, "Why they leave (optional)")
    page.keyboard.type("retired")
    page.keyboard.press("Enter")

    expect(page.get_by_text("The membership of Ann Allen is kept as you entered it.")).to_be_visible()
    tenure.refresh_from_db()
    assert (tenure.ends_on, tenure.reason_left) == (date(2018, 9, 30), "retired")


def _enter(page, name: str, *parts: int) -> None:
    group = page.get_by_role("group", name=name)
    for label, part in zip(("Day", "Month", "Year"), parts, strict=True):
        group.get_by_label(label).fill(str(part))
