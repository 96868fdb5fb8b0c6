"""Two months side by side and the glossary, in a real browser."""

import pytest
from playwright.sync_api import expect

from core.access import Role
from tests.browser.checks import check_page, check_pages
from tests.scorecard.summer import load_summer_of_2018

pytestmark = pytest.mark.browser


@pytest.fixture
def member(transactional_db, user_as):
    load_summer_of_2018()
    return user_as(Role.PANEL_MEMBER, name="Imogen Ashdown")


def test_pages_are_accessible_narrow_and_wide_light_and_dark(browse, member) -> None:
    check_pages(
        browse("/", user=member),
        [
            "/scorecard/compare/?from=2018-06&to=2018-08",
            "/scorecard/compare/?population=exc_uasc",
            "/scorecard/glossary/",
        ],
    )


def test_comparison_before_there_are_two_months_is_accessible(transactional_db, browse, user_as) -> None:
    check_page(browse("/scorecard/compare/", user=user_as(Role.PANEL_MEMBER)))


@pytest.mark.parametrize("scripts", [True, False])
def test_member_compares_two_months_and_looks_a_word_up(browse, member, scripts) -> None:
    page = browse("/scorecard/", user=member, scripts=scripts)
    page.get_by_role("link", name="Compare any two months").click()

    page.get_by_label("From").select_option("July 2018")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("July 2018 and August 2018 compared")

    page.get_by_role("link", name="What the words mean").click()
    page.get_by_role("link", name="Data periods").click()
    expect(page.get_by_text("The 12 months up to the end of the month.")).to_be_in_viewport()
