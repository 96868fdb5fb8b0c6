"""Looking after indicators in a real browser: for every eye, by keyboard, without scripts."""

from datetime import date

import pytest
from playwright.sync_api import expect

from core.access import Role
from scorecard.models import Indicator, Threshold
from tests.browser.checks import check_page, check_pages, lines_of
from tests.factories.scorecard import BaselineBreakFactory, BenchmarkFactory
from tests.scorecard.summer import load_summer_of_2018

pytestmark = pytest.mark.browser
LIST = "/scorecard/indicators/manage/"
CIC03 = f"{LIST}CIC03/"


@pytest.fixture
def summer(transactional_db) -> None:
    load_summer_of_2018()
    indicator = Indicator.objects.get(code="CIC03")
    BenchmarkFactory(indicator=indicator)
    BaselineBreakFactory(indicator=indicator)
    Indicator.objects.filter(code="CIC48").update(measured_until=date(2018, 8, 31))


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER, name="Emrys Tattersall")


def test_pages_are_accessible_narrow_and_wide_light_and_dark(summer, browse, officer) -> None:
    check_pages(
        browse("/", user=officer),
        [
            LIST,
            CIC03,
            f"{LIST}CIC48/",
            f"{LIST}new/",
            f"{LIST}sections/new/",
            f"{CIC03}edit/",
            f"{CIC03}retire/",
            f"{CIC03}history/",
            f"{CIC03}targets/set/",
            f"{CIC03}benchmarks/new/",
            f"{CIC03}breaks/new/",
        ],
    )


def test_narrow_columns_of_targets_hold_whole_words(summer, browse, officer) -> None:
    page = browse(CIC03, user=officer)

    narrow = [
        page.get_by_role("columnheader", name="Target", exact=True),
        page.get_by_text("illustrative", exact=True).first,
    ]
    assert [lines_of(words) for words in narrow] == [1, 1]


def test_list_without_a_section_is_accessible(browse, officer) -> None:
    check_page(browse(LIST, user=officer))


def test_withdrawing_is_accessible(summer, browse, officer) -> None:
    settled = Threshold.objects.filter(indicator__code="CIC03", valid_from=date(2018, 4, 1)).first()
    free = Threshold.objects.filter(indicator__code="CIC03", valid_from__lt=date(2018, 4, 1)).first()
    check_pages(
        browse("/", user=officer), [f"{LIST}targets/{target.pk}/withdraw/" for target in (settled, free)]
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_target_is_checked_confirmed_and_told(summer, browse, officer, scripts) -> None:
    page = browse(CIC03, user=officer, scripts=scripts)
    page.get_by_role("button", name="Set a target").or_(page.get_by_role("link", name="Set a target")).click()
    expect(page.get_by_label("First month")).to_have_value("September 2018")

    page.get_by_label("Target").fill("65")
    page.get_by_label("Floor standard (optional)").fill("66")
    page.get_by_label("Who agreed it").fill("The panel")
    page.get_by_label("Where it is written down").fill("Minute 12")
    page.get_by_role("button", name="Check what would change").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("at or below the target of 65%")
    if scripts:
        check_page(page)

    page.get_by_label("Floor standard (optional)").fill("50")
    page.get_by_role("button", name="Check what would change").click()
    expect(page.get_by_role("heading", name="No rating would change")).to_be_visible()
    if scripts:
        check_page(page)

    page.get_by_role("button", name="Save the target").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Tick the box if what would change is right")
    page.get_by_label("I have read what would change").check()
    page.get_by_role("button", name="Save the target").click()
    expect(page.get_by_text("The target of CIC03 is set from September 2018 on.")).to_be_visible()

    page.get_by_role("link", name="History").click()
    first = page.locator("tbody tr").first
    expect(first).to_contain_text("Emrys Tattersall")
    expect(first).to_contain_text("Set the target from September 2018: 65%, floor 50%")


def test_ratings_that_would_change_are_shown_accessibly(transactional_db, browse, officer) -> None:
    load_summer_of_2018(reported=())
    page = browse(f"{LIST}CIC01/targets/set/", user=officer)
    page.get_by_label("First month").fill("July 2018")
    page.get_by_label("Target").fill("100")
    page.get_by_label("Floor standard (optional)").fill("99.9")
    page.get_by_label("Who agreed it").fill("The panel")
    page.get_by_label("Where it is written down").fill("Minute 12")

    page.get_by_role("button", name="Check what would change").click()

    expect(page.get_by_role("heading", name="2 ratings would change")).to_be_visible()
    check_page(page)


def test_order_is_changed_by_keyboard(summer, browse, officer) -> None:
    page = browse(LIST, user=officer)

    page.get_by_role("button", name="Down CIC01").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".upkeep-table .portal-table__detail").first).to_have_text("CIC02")
