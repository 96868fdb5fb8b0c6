"""A month's way to the panel in a real browser: written, edited, published, read, revised."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from scorecard.models import Indicator
from tests.browser.checks import check_page, check_pages
from tests.factories.people import PostHoldingFactory
from tests.factories.scorecard import FigureFactory
from tests.scorecard.panel import JULY, an_amber_indicator, an_approver, published, revise, submitted
from tests.scorecard.summer import load_summer_of_2018

pytestmark = [pytest.mark.browser, pytest.mark.pdf]
REPORTS = "/scorecard/reports/"


def write(page: Page, *, why: str) -> None:
    page.get_by_label("What changed?").fill("It fell.")
    page.get_by_label("Why?").fill(why)
    page.get_by_label("What is being done?").fill("Two are coming.")
    page.get_by_label("Day", exact=True).fill("31")
    page.get_by_label("Month", exact=True).fill("3")
    page.get_by_label("Year", exact=True).fill("2019")


@pytest.fixture
def post(transactional_db):
    post = an_amber_indicator()
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)
    return post


@pytest.fixture
def owner(user_as, post):
    user = user_as(Role.REPORT_OWNER, name="Ada Brown")
    PostHoldingFactory(post=post, user=user)
    return user


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_month_goes_from_commentary_to_publication(page_at, browse, user_as, owner, scripts) -> None:
    page = browse("/scorecard/commentary/", user=owner, scripts=scripts)
    page.get_by_role("link", name="Indicator CIC01").click()
    page.get_by_role("button", name="Submit").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why it changed, or stayed.")
    write(page, why="Two workers left.")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("alert")).to_contain_text("Submitted: Indicator CIC01.")

    approver = browse(REPORTS, user=user_as(Role.MI_APPROVER), scripts=scripts)
    approver.get_by_role("link", name="Paper for August 2018").click()
    approver.get_by_role("link", name="Change the text: Recommendation").click()
    approver.get_by_label("Recommendation").fill("Members are asked to note the figures.")
    approver.get_by_role("button", name="Save the text").click()
    expect(approver.get_by_role("main")).to_contain_text("Edited by")
    approver.get_by_role("link", name="Meeting and dates").click()
    boxes = approver.get_by_role("group", name="Meeting of the panel")
    for label, number in (("Day", "1"), ("Month", "11"), ("Year", "2018")):
        boxes.get_by_label(label).fill(number)
    approver.get_by_role("button", name="Keep the dates").click()
    approver.get_by_role("link", name="Publish", exact=True).click()
    expect(approver.get_by_role("heading", level=1)).to_have_text("Publish to the meeting on 1 November 2018")
    approver.get_by_role("button", name="Publish the report").click()
    expect(approver.get_by_role("main")).to_contain_text("As the panel saw it on 1 November 2018")

    member = browse(REPORTS, user=user_as(Role.PANEL_MEMBER), scripts=scripts)
    member.get_by_role("link", name="1 November 2018", exact=True).click()
    expect(member.get_by_role("main")).to_contain_text("Members are asked to note the figures.")
    expect(member.get_by_role("main")).to_contain_text("Two workers left.")
    expect(member.get_by_role("main")).not_to_contain_text("Edited by")


def test_two_writers_see_both_texts(browse, user_as, post, owner) -> None:
    colleague = user_as(Role.REPORT_OWNER, name="Bo Green")
    PostHoldingFactory(post=post, user=colleague)
    address = "/scorecard/commentary/2018-08/CIC01/"
    first, second = browse(address, user=owner), browse(address, user=colleague)
    write(first, why="Two workers left.")
    first.get_by_role("button", name="Save as a draft").click()
    write(second, why="Another reason.")
    second.get_by_role("button", name="Save as a draft").click()

    expect(second.get_by_role("heading", name="Ada Brown wrote")).to_be_visible()
    expect(second.get_by_role("main")).to_contain_text("Two workers left.")
    expect(second.get_by_label("Why?")).to_have_value("Another reason.")
    check_page(second)


@pytest.mark.parametrize(
    ("role", "addresses"),
    [
        (Role.REPORT_OWNER, ["/scorecard/commentary/", "/scorecard/commentary/2018-08/CIC01/"]),
        (
            Role.MI_OFFICER,
            [
                "/scorecard/reports/2018-08/commentary/",
                "/scorecard/reports/2018-08/commentary/CIC01/",
                "/scorecard/reports/2018-08/paper/",
                "/scorecard/reports/2018-08/paper/summary/",
                "/scorecard/reports/2018-08/plan/",
                REPORTS,
            ],
        ),
        (Role.MI_APPROVER, ["/scorecard/reports/2018-08/publish/"]),
        (Role.PANEL_MEMBER, [REPORTS]),
    ],
)
def test_pages_on_the_way_to_the_panel_are_accessible(browse, user_as, post, role, addresses) -> None:
    user = user_as(role)
    PostHoldingFactory(post=post, user=user)

    check_pages(browse("/", user=user), addresses)


def test_report_of_the_panels_own_august_is_accessible_and_so_is_its_withdrawal(
    transactional_db, browse, user_as
) -> None:
    load_summer_of_2018(reported=("2018-06",))
    owner = user_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=Indicator.objects.get(code="CIC03").owner, user=owner)
    submitted(owner, "CIC03")
    report = published(an_approver())
    revise("CIC03", Decimal("50.0"), note="Records entered late.")
    approver = user_as(Role.MI_APPROVER)

    check_page(browse(f"{REPORTS}{report.pk}/", user=approver))
    page = browse(f"{REPORTS}{report.pk}/withdraw/", user=approver)
    check_page(page)
    page.get_by_label("Why is the report withdrawn?").fill("The wrong month.")
    page.get_by_role("button", name="Withdraw the report").click()

    expect(page.get_by_role("main")).to_contain_text("This report was withdrawn. Members no longer see it.")
    check_page(page)
