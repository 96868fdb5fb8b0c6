"""The children in care in a real browser: the tables, the full numbers after a reason, and the register."""

import pytest
from playwright.sync_api import expect

from core.access import Role
from tests.browser.checks import check_page, check_pages
from tests.factories.demographics import count_children, make_opening, make_table
from tests.scorecard.workbooks import JULY

pytestmark = pytest.mark.browser
ADDRESS = "/scorecard/demographics/"


@pytest.fixture
def children(transactional_db) -> None:
    ages = make_table("Age", "Under 1", "1", "2", "A row whose name is long enough to need two lines")
    rows = ("Under 1", "1", "2", "A row whose name is long enough to need two lines")
    for month, last in ((JULY, 40), (None, 44)):
        numbers = dict(zip(rows, ((240, 290), (11, 3), (14, 17), (30, last)), strict=True))
        total = (295, 310 + last)
        when = {"month": month} if month else {}
        count_children(ages, numbers | {"All children": total}, **when)
    disability = make_table("Disability", "Hearing", "Learning", "None", rows_overlap=True)
    count_children(disability, {"Hearing": 3, "Learning": 70, "None": 550, "All children": 649})
    count_children(make_table("Legal status", "A"), {"A": 649, "All children": 649})


def test_pages_are_accessible_narrow_and_wide_light_and_dark(children, browse, user_as) -> None:
    make_opening()

    for role, addresses in {
        Role.PANEL_MEMBER: [ADDRESS],
        Role.MI_OFFICER: [f"{ADDRESS}2018-08/full/", f"{ADDRESS}tables/", f"{ADDRESS}tables/age/"],
        Role.ADMINISTRATOR: [f"{ADDRESS}full/"],
    }.items():
        check_pages(browse("/", user=user_as(role)), addresses)
    check_page(browse(f"{ADDRESS}?month=1999-01", user=user_as(Role.PANEL_MEMBER)))


def test_empty_pages_are_accessible(transactional_db, browse, user_as) -> None:
    everything = user_as(Role.ADMINISTRATOR, Role.MI_OFFICER)

    check_pages(browse("/", user=everything), [ADDRESS, f"{ADDRESS}full/", f"{ADDRESS}tables/"])


@pytest.mark.parametrize("scripts", [True, False])
def test_full_numbers_are_shown_after_a_reason(children, browse, user_as, scripts) -> None:
    page = browse(ADDRESS, user=user_as(Role.MI_OFFICER), scripts=scripts)
    hearing = page.get_by_role("row", name="Hearing")
    expect(hearing.get_by_role("cell").first).to_have_text("c")

    page.get_by_role("link", name="See the full numbers of August 2018").click()
    page.get_by_role("button", name="Show the full numbers").click()
    expect(page.get_by_role("link", name="Say what you need the full numbers for.")).to_be_visible()
    page.get_by_label("What do you need the full numbers for?").fill("A question of the director.")
    page.get_by_role("button", name="Show the full numbers").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Full numbers of August 2018")
    expect(hearing.get_by_role("cell").nth(2)).to_have_text("3")
    if scripts:
        check_page(page)


def test_an_earlier_month_is_chosen_from_the_list(children, browse, user_as) -> None:
    page = browse(ADDRESS, user=user_as(Role.MEMBER))

    page.get_by_label("Month").select_option("July 2018")
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".portal-headline")).to_have_text(
        "645 children were in care on 31 July 2018: 295 female and 350 male."
    )
