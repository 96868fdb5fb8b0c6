"""From a confirmed meeting to an issued agenda in a real browser, with a mouse, with keys, without scripts."""

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from core.access import Role
from meetings.models import AgendaIssue, PaperState
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
from tests.factories.meetings import ProgrammeEntryFactory
from tests.factories.people import UserFactory
from tests.meetings.agendas import a_vice_chairman, a_whole_report, an_item, november, signed, titles

pytestmark = [pytest.mark.browser, pytest.mark.pdf]


@pytest.fixture
def meeting(transactional_db):
    meeting = november(on=date(2098, 11, 6))
    a_vice_chairman(meeting.body)
    ProgrammeEntryFactory(body=meeting.body, title="Adoption", meeting=meeting, state="scheduled")
    return meeting


@pytest.fixture
def officer(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES, name="Tess Gray")


def lines(page: Page) -> Locator:
    return page.locator(".agenda-line__title")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_confirmed_meeting_gets_an_agenda_that_is_issued(browse, meeting, officer, scripts) -> None:
    page = browse(f"/meetings/{meeting.pk}/agenda/", user=officer, scripts=scripts)
    page.get_by_role("button", name="Start from the standing order").click()
    page.get_by_role("button", name="Add Adoption").click()
    expect(lines(page).last).to_have_text("7 Adoption")

    page.get_by_role("link", name="Add an item", exact=True).click()
    page.get_by_label("Title", exact=True).fill("A matter about a child")
    page.get_by_role("button", name="Add to the agenda").click()
    page.get_by_role("link", name="A matter about a child").click()
    page.get_by_role("link", name="Open or exempt").click()
    page.get_by_label("Exempt", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick the paragraph")
    page.get_by_label("2. Information which is likely to reveal the identity of an individual").check()
    page.get_by_label("Why it is exempt").fill("It would reveal who a child is.")
    page.get_by_label("Why that outweighs the public interest in knowing").fill("The child's privacy.")
    page.get_by_label("Private title").fill("Placement of child A")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Not for the public: Placement of child A")

    page.get_by_role("button", name="Issue the agenda").click()
    page.get_by_role("button", name="Issue the agenda").click()
    expect(page.get_by_role("alert")).to_contain_text("The agenda is issued.")
    issue = AgendaIssue.objects.get()

    public = browse(f"/meetings/{meeting.pk}/agenda/issues/{issue.number}/", scripts=scripts)
    expect(lines(public).last).to_have_text("8 A matter about a child")
    expect(public.get_by_role("main")).not_to_contain_text("Placement of child A")


def test_lines_move_by_keys_alone(browse, meeting, officer) -> None:
    for title in ("First", "Second", "Third"):
        an_item(meeting, title)
    page = browse(f"/meetings/{meeting.pk}/agenda/", user=officer)

    tab_to(page, "Down First")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Down First")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Up First")).to_be_focused()
    assert titles(meeting) == ["Second", "Third", "First"]


def test_line_is_dragged_to_another_place(browse, meeting, officer) -> None:
    for title in ("First", "Second", "Third"):
        an_item(meeting, title)
    page = browse(f"/meetings/{meeting.pk}/agenda/", user=officer)

    handles = page.locator(".agenda-line__handle")
    with page.expect_navigation():
        handles.nth(2).drag_to(page.locator(".agenda-line").first, target_position={"x": 60, "y": 4})

    expect(lines(page)).to_have_text(["1 Third", "2 First", "3 Second"])
    assert titles(meeting) == ["Third", "First", "Second"]


def test_two_officers_at_one_line_see_both_texts(browse, meeting, officer, user_as) -> None:
    item = an_item(meeting, "Adoption")
    address = f"/meetings/agenda/items/{item.pk}/"
    first = browse(address, user=user_as(Role.DEMOCRATIC_SERVICES))
    second = browse(address, user=officer)
    first.get_by_label("Title", exact=True).fill("Their title")
    first.get_by_role("button", name="Save").click()
    second.get_by_label("Title", exact=True).fill("My title")
    second.get_by_role("button", name="Save").click()

    expect(second.get_by_role("main")).to_contain_text("Their title")
    expect(second.get_by_label("Title", exact=True)).to_have_value("My title")
    check_page(second)


def test_report_is_written_and_handed_over(browse, meeting, officer, user_as) -> None:
    author = user_as(Role.REPORT_OWNER, name="Ada Brown")
    item = an_item(meeting, "Adoption")
    page = browse(f"/meetings/agenda/items/{item.pk}/report/", user=officer)
    page.get_by_label("Who writes it").select_option("Ada Brown")
    page.get_by_role("button", name="Ask for the report").click()

    page = browse("/meetings/reports/", user=author, scripts=False)
    page.get_by_role("link", name="Adoption").click()
    expect(page.get_by_role("heading", name="8 parts missing")).to_be_visible()
    page.get_by_role("button", name="Write the report").click()
    page.get_by_label("From").fill("Ada Brown, Head of Adoption")
    page.get_by_label("Summary").fill("How the service did.")
    page.get_by_label("Recommendation").fill("The Panel is asked to NOTE the report.")
    page.get_by_label("Report", exact=True).fill("1. More children were matched.")
    page.get_by_label("Background documents").fill("None")
    for role in ("Report author", "Lead officer", "Lead director"):
        group = page.get_by_role("group", name=role)
        group.get_by_label("Name").fill(f"The {role.lower()}")
        group.get_by_label("Post").fill(role)
    page.get_by_role("button", name="Save the report").click()
    page.get_by_role("button", name="Hand it over to the lead officer").click()

    expect(page.get_by_role("heading", name="Waits for the lead officer")).to_be_visible()


def test_every_page_of_an_agenda_is_accessible(browse, meeting, officer) -> None:
    item = an_item(meeting, "Adoption", paper_state=PaperState.ATTACHED)
    an_item(meeting, "First half", parent=item)
    an_item(meeting, "A matter about a child", exempt=True, private_title="Placement")
    report = a_whole_report(item, UserFactory(roles=[Role.REPORT_OWNER]))
    page = browse("/meetings/agendas/", user=officer)

    check_pages(
        page,
        [
            "/meetings/agendas/",
            f"/meetings/{meeting.pk}/agenda/",
            f"/meetings/{meeting.pk}/agenda/add/",
            f"/meetings/{meeting.pk}/agenda/notice/",
            f"/meetings/{meeting.pk}/agenda/issue/",
            f"/meetings/agenda/items/{item.pk}/",
            f"/meetings/agenda/items/{item.pk}/access/",
            f"/meetings/agenda/items/{item.pk}/urgency/",
            f"/meetings/agenda/items/{item.pk}/report/",
            f"/meetings/agenda/papers/{report.paper_id}/",
            "/meetings/reports/",
            f"/meetings/reports/{report.pk}/",
            f"/meetings/reports/{report.pk}/edit/",
        ],
    )


def test_issued_agenda_is_accessible_to_everybody(browse, meeting, officer) -> None:
    item = an_item(meeting, "Adoption", paper_state=PaperState.ATTACHED)
    signed(a_whole_report(item, officer), officer)
    page = browse(f"/meetings/{meeting.pk}/agenda/issue/", user=officer)
    page.get_by_role("button", name="Issue the agenda").click()

    page = browse(f"/meetings/{meeting.pk}/agenda/issues/1/")

    check_page(page)
