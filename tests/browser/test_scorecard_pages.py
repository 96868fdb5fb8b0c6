"""The scorecard's pages in a real browser: for every eye, by keyboard, on a phone, without scripts."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from tests.browser.checks import check_page
from tests.factories.scorecard import FigureFactory
from tests.scorecard.summer import load_summer_of_2018

pytestmark = pytest.mark.browser
AUGUST = "/scorecard/?month=2018-08"
CIC03 = "/scorecard/indicators/CIC03/?month=2018-08"


@pytest.fixture
def summer(transactional_db) -> None:
    load_summer_of_2018()


@pytest.fixture
def member(user_as):
    return user_as(Role.PANEL_MEMBER, name="Imogen Ashdown")


@pytest.mark.parametrize(
    "address",
    [
        AUGUST,
        f"{AUGUST}&population=exc_uasc&compare=previous_panel",
        f"{AUGUST}&section=Health&rating=amber&q=health",
        f"{AUGUST}&q=zebra&direction=sideways",
        "/scorecard/?month=1999-01",
        CIC03,
        "/scorecard/indicators/CIC20/?month=2018-08",
        "/",
    ],
)
def test_page_is_accessible_narrow_and_wide_light_and_dark(summer, browse, member, address) -> None:
    check_page(browse(address, user=member))


@pytest.mark.parametrize("address", ["/scorecard/", "/"])
def test_page_without_any_figure_is_accessible(browse, member, address) -> None:
    check_page(browse(address, user=member))


def test_stranger_sees_an_accessible_first_page(browse) -> None:
    check_page(browse("/"))


def test_all_that_can_be_unfolded_is_accessible_too(summer, browse, member) -> None:
    for address in (AUGUST, CIC03):
        page = browse(address, user=member)
        for summary in page.locator("summary").all():
            summary.click()
        check_page(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_indicators_are_found_by_keyboard_alone(summer, browse, member, scripts) -> None:
    page = browse(AUGUST, user=member, scripts=scripts)

    _tab_to(page, "Find indicators")
    page.keyboard.press("Enter")
    _tab_to(page, "Words in the name")
    page.keyboard.type("pathway")
    page.keyboard.press("Enter")

    expect(page.locator("#indicators")).to_have_text("1 indicator with “pathway” in the name")
    _tab_to(page, "% of Care Leavers with a Pathway Plan updated in the last 6 months")
    page.keyboard.press("Enter")
    expect(page.locator(".portal-headline")).to_contain_text("95.9% in August 2018")


def _tab_to(page: Page, words: str) -> None:
    """Presses Tab until what has the focus is called so, by its own words or its label's."""
    named = """() => { const here = document.activeElement;
        return (here.labels?.[0] ?? here).textContent.trim(); }"""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(named) == words:
            return
    pytest.fail(f"Tab never came to {words!r}")


@pytest.mark.parametrize("scripts", [True, False])
def test_month_is_chosen_from_the_list(summer, browse, member, scripts) -> None:
    page = browse(AUGUST, user=member, scripts=scripts)

    page.get_by_label("Month").select_option("June 2018")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Children in care scorecard, June 2018")


def test_links_follow_the_sentences_to_what_they_count(summer, browse, member) -> None:
    page = browse(AUGUST, user=member)

    page.get_by_role("link", name="four moved away").click()

    expect(page.locator("#indicators")).to_have_text(
        "4 amber or red indicators that worsened since June 2018"
    )
    expect(page.locator("tr.scorecard-row")).to_have_count(4)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_table_is_a_table_to_those_who_hear_it_at_every_width(summer, browse, member, width) -> None:
    page = browse(AUGUST, user=member, width=width)

    table = page.get_by_role("table", name="Care planning and placements")
    row = table.get_by_role("row").filter(has_text="allocated to the same worker")

    expect(table.get_by_role("columnheader")).to_have_count(8)
    expect(row.get_by_role("rowheader")).to_have_count(1)
    assert row.get_by_role("cell").all_inner_texts()[:4] == ["47.7%", "60", "45", "Amber"]


def test_phone_shows_a_row_as_a_card(summer, browse, member) -> None:
    page = browse(AUGUST, user=member, width=320)
    row = page.locator("tr.scorecard-row").nth(2)

    boxes = {
        name: row.locator(f".scorecard-row__{name}").bounding_box()
        for name in ("name", "figure", "rating", "travel", "target")
    }

    assert boxes["name"]["y"] < boxes["figure"]["y"] < boxes["travel"]["y"] < boxes["target"]["y"]
    assert abs(boxes["figure"]["y"] + boxes["figure"]["height"] - boxes["rating"]["y"]) > 0
    assert boxes["rating"]["x"] > boxes["figure"]["x"]


def test_head_of_the_table_stays_in_sight(summer, browse, member) -> None:
    page = browse(AUGUST, user=member)
    row = page.locator("tr.scorecard-row").nth(9)

    row.evaluate("element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 200)")

    assert page.get_by_role("columnheader", name="August 2018").first.bounding_box()["y"] < 50


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "wide", "narrow"), (375, "narrow", "wide")])
def test_chart_is_drawn_for_the_width(summer, browse, member, width, shown, hidden) -> None:
    page = browse(CIC03, user=member, width=width)

    expect(page.locator(f".chart--{shown}")).to_be_visible()
    expect(page.locator(f".chart--{hidden}")).to_be_hidden()


def test_chart_has_the_finding_for_its_name(summer, browse, member) -> None:
    page = browse(CIC03, user=member)

    name = page.locator(".chart--wide").get_attribute("aria-labelledby").split()[0]

    assert "47.7% in August 2018, amber" in page.locator(f"#{name}").text_content()


def test_long_names_break_and_do_not_push_the_page(browse, member) -> None:
    FigureFactory(
        indicator__code="CIC01",
        indicator__name="Averylongwordwithoutanyspace" * 6,
        indicator__section__name="Sectionwithalongname" * 4,
        period__ends_on=date(2018, 8, 31),
    )

    check_page(browse("/scorecard/", user=member))
    check_page(browse("/scorecard/indicators/CIC01/", user=member))


def test_paper_shows_the_figures_and_nothing_to_choose(summer, browse, member) -> None:
    page = browse(CIC03, user=member)

    page.emulate_media(media="print")

    expect(page.get_by_role("cell", name="1,040")).to_be_visible()
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
