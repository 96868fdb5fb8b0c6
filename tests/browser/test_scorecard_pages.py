"""The scorecard's pages in a real browser: for every eye, by keyboard, on a phone, without scripts."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from scorecard.periods import DataPeriod
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
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


def test_month_is_accessible_narrow_and_wide_light_and_dark(summer, browse, member) -> None:
    check_pages(
        browse("/", user=member),
        [
            "/",
            AUGUST,
            f"{AUGUST}&population=exc_uasc&compare=previous_panel",
            f"{AUGUST}&section=Health&rating=amber&q=health",
            f"{AUGUST}&q=zebra&direction=sideways",
        ],
    )


def test_indicator_of_every_kind_is_accessible(summer, browse, member) -> None:
    """A snapshot, a rolling year, a year to date with breaks, a school year, a month, one without a figure."""
    codes = ["CIC03", "CIC28", "CIC12", "CIC17", "CIC38", "CIC20"]

    check_pages(
        browse("/", user=member),
        [f"/scorecard/indicators/{code}/?month=2018-08" for code in codes],
        made_ready=unfold,
    )


def test_annual_and_unnamed_figures_are_accessible_and_do_not_push_the_page(browse, member) -> None:
    """A long name, and figures of 13 years' Augusts."""
    indicator = FigureFactory(
        indicator__code="CIC01",
        indicator__name="Averylongwordwithoutanyspace" * 6,
        indicator__section__name="Sectionwithalongname" * 4,
        indicator__data_period=DataPeriod.A,
    ).indicator
    for year in range(2006, 2018):
        FigureFactory(indicator=indicator, period__ends_on=date(year, 8, 31))

    check_pages(browse("/", user=member), ["/scorecard/", "/scorecard/indicators/CIC01/"])


def test_pages_that_have_nothing_to_show_are_accessible(browse, member) -> None:
    page = browse("/", user=member)

    check_pages(page, ["/", "/scorecard/"])

    FigureFactory()
    page.goto("/scorecard/?month=1999-01")
    check_page(page)


def test_stranger_sees_an_accessible_first_page(browse) -> None:
    check_page(browse("/"))


def test_all_that_can_be_unfolded_is_accessible_too(summer, browse, member) -> None:
    page = browse(AUGUST, user=member)

    unfold(page)

    check_page(page)


def unfold(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()


@pytest.mark.parametrize("scripts", [True, False])
def test_indicators_are_found_by_keyboard_alone(summer, browse, member, scripts) -> None:
    page = browse(AUGUST, user=member, scripts=scripts)

    tab_to(page, "Find indicators")
    page.keyboard.press("Enter")
    tab_to(page, "Words in the name or definition")
    page.keyboard.type("pathway")
    page.keyboard.press("Enter")

    expect(page.locator("#indicators")).to_have_text("1 indicator with “pathway” in name or definition")
    tab_to(page, "% of Care Leavers with a Pathway Plan updated in the last 6 months")
    page.keyboard.press("Enter")
    expect(page.locator(".portal-headline")).to_contain_text("95.9% in August 2018")


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


@pytest.mark.parametrize("address", [AUGUST, CIC03])
def test_cards_of_a_phone_are_said_to_be_a_table(summer, browse, member, address) -> None:
    """In so many words, for browsers that go by how a thing is laid out."""
    page = browse(address, user=member, width=320)

    parts = page.locator("table, table :is(thead, tbody, tr, th, td)")
    said = parts.evaluate_all(
        "parts => [...new Set(parts.map(part => `${part.tagName} ${part.role}`))].sort()"
    )

    assert said == [
        *("TABLE table", "TBODY rowgroup", "TD cell"),
        *("TH columnheader", "TH rowheader", "THEAD rowgroup", "TR row"),
    ]


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


@pytest.mark.parametrize(("width", "is_offered"), [(375, True), (1280, False)])
def test_phone_offers_a_way_down_to_each_section(summer, browse, member, width, is_offered) -> None:
    page = browse(AUGUST, user=member, width=width)
    sections = page.locator(".scorecard-jump a")

    assert page.get_by_role("navigation", name="Indicators by section").is_visible() == is_offered
    if is_offered:
        assert sections.all_inner_texts() == page.locator("h3.scorecard-table__heading").all_inner_texts()
        sections.filter(has_text="Health").click()
        expect(page.get_by_role("heading", name="Health", exact=True)).to_be_in_viewport()


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
