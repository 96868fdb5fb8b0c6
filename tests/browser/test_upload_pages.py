"""The way of a workbook in a real browser: by keyboard, without scripts, and each page of it for every eye."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from scorecard.actions import approve_upload, cancel_upload, decline_upload, receive_upload, submit_upload
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, WorkbookUpload
from tests.browser.checks import check_page, check_pages, lines_of
from tests.browser.keyboard import tab_to
from tests.factories.scorecard import FigureFactory, ThresholdFactory
from tests.scorecard.workbooks import HEADINGS, JULY, row, value, xlsx

pytestmark = pytest.mark.browser
NEW = "/scorecard/uploads/new/"
WORKBOOK = {"name": "august.xlsx", "mimeType": "application/octet-stream"}
SURPRISING = [
    value("CIC01", 70),
    row("CIC02"),
]  # 27 points below July, which a figure of 98 met its target with
FAULTY = [value("CIC01", "n.k."), row("CIC99"), row("CIC02", Numerator=2000), row("CIC02")]


@pytest.fixture(autouse=True)
def indicators(transactional_db, uploads_folder) -> None:
    for code in ("CIC01", "CIC02"):
        ThresholdFactory(indicator__code=code, target=98, floor=90)
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY, value=97)


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER, name="Odile Officer")


@pytest.fixture
def approver(user_as):
    return user_as(Role.MI_APPROVER, name="Amos Approver")


def checked(rows: list, by) -> WorkbookUpload:
    return receive_upload(xlsx(*rows), original_name="august.xlsx", by=by)


def submitted(rows: list, by) -> WorkbookUpload:
    upload = checked(rows, by)
    ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
    return submit_upload(upload, by=by, seen=upload.fingerprint, ticked=ticked, note="Two homes closed.")


def address(upload: WorkbookUpload) -> str:
    return f"/scorecard/uploads/{upload.pk}/"


def test_register_and_form_are_accessible_empty_and_full(browse, officer) -> None:
    page = browse("/", user=officer)
    check_pages(page, ["/scorecard/uploads/", "/scorecard/uploads/?state=applied", NEW])

    checked(FAULTY, officer)
    submitted(SURPRISING, officer)

    check_pages(page, ["/scorecard/uploads/"])


def test_form_that_came_back_is_accessible(browse, officer) -> None:
    page = browse(NEW, user=officer)

    page.get_by_role("button", name="Check the workbook").click()

    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose the workbook to check.")
    check_page(page)


def test_check_report_is_accessible_with_problems_and_with_warnings(browse, officer) -> None:
    faulty, surprising = checked(FAULTY, officer), checked(SURPRISING, officer)
    page = browse("/", user=officer)

    check_pages(page, [address(faulty), address(surprising)])
    page.get_by_role("button", name="Send for approval").click()

    expect(page.locator(".govuk-error-summary")).to_be_visible()
    check_page(page)


def test_what_was_found_stands_whole_beside_a_long_message(browse, officer) -> None:
    data = xlsx(row(), headings=(*HEADINGS, "CIC99/1100/1200/month"))
    upload = receive_upload(data, original_name="august.xlsx", by=officer)

    page = browse(address(upload), user=officer)

    assert lines_of(page.get_by_role("cell", name='"CIC99/1100/1200/month"')) == 1


def test_waiting_upload_is_accessible_to_who_sent_it_and_who_decides(browse, officer, approver) -> None:
    waiting = submitted(SURPRISING, officer)
    theirs = browse("/", user=approver)

    check_pages(browse("/", user=officer), [address(waiting)])
    check_pages(theirs, [address(waiting), "/"])
    theirs.goto(address(waiting))
    theirs.get_by_role("button", name="Send back").click()

    expect(theirs.locator(".govuk-error-summary")).to_be_visible()
    check_page(theirs)


def test_upload_that_was_decided_is_accessible(browse, officer, approver) -> None:
    declined = decline_upload(submitted([row("CIC01")], officer), by=approver, note="July's figures again.")
    cancelled = cancel_upload(checked([value("CIC01", 96)], officer), by=officer)
    waiting = submitted(SURPRISING, officer)
    applied = approve_upload(waiting, by=approver, seen=waiting.fingerprint)

    check_pages(browse("/", user=officer), [address(upload) for upload in (declined, cancelled, applied)])


def test_withdrawing_is_accessible_and_goes_by_keyboard(browse, officer, approver) -> None:
    waiting = submitted(SURPRISING, officer)
    applied = approve_upload(waiting, by=approver, seen=waiting.fingerprint)
    page = browse(address(applied), user=approver)

    press(page, "Withdraw these figures")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Withdraw")
    check_page(page)
    page.get_by_role("textbox").fill("July's figures again.")
    page.get_by_role("textbox").press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_contain_text("July's figures again.")
    check_page(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_workbook_goes_its_way_by_keyboard_alone(browse, officer, approver, scripts) -> None:
    """From the form to the figures: checked, ticked, explained, sent, approved. The file dialog is the system's."""
    page = browse(NEW, user=officer, scripts=scripts)
    tab_to(page, "Workbook")
    page.locator(":focus").set_input_files({**WORKBOOK, "buffer": xlsx(*SURPRISING)})
    press(page, "Check the workbook")
    expect(page.get_by_role("button", name="Send for approval")).to_be_visible()
    for warning in page.get_by_role("checkbox").all():
        tab_to(page, warning)
        page.keyboard.press("Space")
    tab_to(page, "Note: why the figures are right")
    page.keyboard.type("Two homes closed.")
    press(page, "Send for approval")
    expect(page.get_by_role("alert")).to_contain_text("Sent for approval")

    other = browse(page.url, user=approver, scripts=scripts)
    expect(other.get_by_role("main")).to_contain_text("Two homes closed.")
    press(other, "Approve the figures")

    expect(other.get_by_role("alert")).to_contain_text("Approved")
    august = Figure.objects.current().filter(period__ends_on=date(2018, 8, 31))
    assert sorted(figure.indicator.code for figure in august) == ["CIC01", "CIC02"]


def press(page: Page, button: str) -> None:
    tab_to(page, button)
    page.keyboard.press("Enter")


def test_page_says_what_the_server_is_doing_until_it_answers(browse, officer) -> None:
    page = browse(NEW, user=officer)
    page.evaluate("addEventListener('submit', event => event.preventDefault())")  # an answer that never comes

    page.get_by_label("Workbook").set_input_files({**WORKBOOK, "buffer": xlsx(row())})
    page.get_by_role("button", name="Check the workbook").click()

    expect(page.get_by_role("status").get_by_text("The workbook is being read and checked.")).to_be_visible()
    check_page(page)
