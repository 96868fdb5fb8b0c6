"""The scorecard's pages as they are served: what stands on them, who may read them, what a wrong address gets."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from core.access import Role
from scorecard.models import FigureStatus, Variant
from scorecard.periods import shift_months
from tests.factories.scorecard import (
    AUGUST,
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    SectionFactory,
    ThresholdFactory,
)
from tests.page import Page, open_page, text_of

pytestmark = pytest.mark.django_db
JULY, JUNE = shift_months(AUGUST, -1), shift_months(AUGUST, -2)
EVIL = "<script>alert('x')</script> & {name}"


@pytest.fixture
def member(client_as) -> Client:
    return client_as(Role.PANEL_MEMBER)


def rows(page: Page) -> dict[str, dict[str, str]]:
    """Each indicator's cells by what they hold."""
    found = {}
    for row in page.all("tr.scorecard-row"):
        code = row.find(".//a").get("href").split("/")[3]
        found[code] = {
            cell.get("class").split()[0].removeprefix("scorecard-row__"): text_of(cell) for cell in row
        }
    return found


@pytest.mark.parametrize(("asked", "chosen"), [("", "previous_month"), ("previous_panel",) * 2])
def test_month_that_is_two_baselines_is_offered_once(member, asked, chosen):
    FigureFactory(indicator__code="CIC01")
    FigureFactory(indicator__code="CIC02", period__ends_on=JULY)
    PanelReportFactory(period__ends_on=JULY, meeting_on=date(2018, 9, 19))

    page = open_page(member, f"/scorecard/?compare={asked}")

    assert page.texts("nav[aria-labelledby=compared-with] a[aria-current]") == [
        "July 2018, the month before and the last panel report"
    ]
    assert page.links("nav[aria-labelledby=compared-with] a") == [f"?compare={chosen}#indicators"]


def test_word_that_was_looked_for_stays_itself_in_the_links_of_rows(member):
    FigureFactory(indicator__code="CIC01", indicator__name="A CODE of conduct")

    assert open_page(member, "/scorecard/?q=CODE").links("tr.scorecard-row a") == [
        "/scorecard/indicators/CIC01/?month=2018-08&q=CODE"
    ]


@pytest.mark.parametrize("address", ["/scorecard/", "/scorecard/?month=2018-08"])
def test_without_any_figure_the_page_says_what_happens_next(member, address):
    page = open_page(member, address)

    assert page.texts(".portal-empty") == [
        "There are no figures yet The scorecard appears when the first month's workbook has been uploaded and "
        "approved."
    ]


def test_month_that_the_panel_never_saw_before_has_nothing_to_compare_with(member):
    FigureFactory()

    page = open_page(member, "/scorecard/")

    assert page.texts("h2")[0] == "No earlier panel report"
    assert page.texts("thead th")[5] == "Direction"
    assert page.all("#compared-with") == []


def test_floor_is_marked_in_its_cell_where_only_some_are_illustrative(member):
    section = SectionFactory()
    for code, is_illustrative in (("CIC01", True), ("CIC02", False)):
        FigureFactory(
            indicator=ThresholdFactory(
                indicator__code=code, indicator__section=section, is_floor_illustrative=is_illustrative
            ).indicator
        )

    page = open_page(member, "/scorecard/")

    assert {code: cells["floor"] for code, cells in rows(page).items()} == {
        "CIC01": "80 illustrative",
        "CIC02": "80",
    }
    assert page.texts("thead th")[3] == "Floor"


def test_benchmark_stands_with_its_area(member):
    FigureFactory(indicator=BenchmarkFactory(indicator__code="CIC01").indicator)

    assert rows(open_page(member, "/scorecard/"))["CIC01"]["benchmark"] == "85% England 2016/17"


def test_indicator_without_a_target_for_these_children_says_so(member):
    FigureFactory(indicator__code="CIC01")

    page = open_page(member, "/scorecard/indicators/CIC01/")

    assert page.texts("section[aria-labelledby=targets] p") == ["No target was ever set for all children."]


def test_break_is_told_with_its_reason(member):
    FigureFactory(indicator=BaselineBreakFactory(indicator__code="CIC01").indicator)

    page = open_page(member, "/scorecard/indicators/CIC01/")

    assert page.texts("section[aria-labelledby=breaks] li") == ["From August 2018: A new recording system."]


def test_indicator_without_any_figures_on_the_scorecard_says_what_happens_next(member):
    IndicatorFactory(code="CIC01")

    assert open_page(member, "/scorecard/indicators/CIC01/").texts(".portal-empty h2") == [
        "There are no figures yet"
    ]


def test_names_and_notes_are_shown_as_text(member):
    indicator = ThresholdFactory(
        indicator__code="CIC01",
        indicator__name=EVIL,
        indicator__section__name=EVIL,
        indicator__definition=EVIL,
    ).indicator
    BenchmarkFactory(indicator=indicator, area=EVIL, comparability_note=EVIL)
    BaselineBreakFactory(indicator=indicator, reason=EVIL, from_period__ends_on=JULY)
    FigureFactory(indicator=indicator, value=None, status=FigureStatus.NOT_AVAILABLE, note=EVIL)
    FigureFactory(indicator=indicator, period__ends_on=JUNE)
    PanelReportFactory(period__ends_on=JUNE, meeting_on=date(2018, 9, 19))

    overview, one = member.get("/scorecard/"), member.get("/scorecard/indicators/CIC01/")

    for response in (overview, one):
        assert "<script>alert" not in response.content.decode()
        assert EVIL in text_of(Page(response.content).root)
    assert Page(overview.content).texts("tr.scorecard-row a") == [EVIL]


def figures_of(number: int, months: int = 1) -> None:
    for place in range(number):
        code = f"CIC{place + 1}"
        indicator = ThresholdFactory(indicator__code=code).indicator
        BenchmarkFactory(indicator=indicator)
        for back in range(months):
            FigureFactory(
                indicator=indicator,
                period__ends_on=shift_months(AUGUST, -back),
                value=Decimal(80 + place),
            )
        FigureFactory(indicator=indicator, variant=Variant.EXC_UASC)


@pytest.mark.parametrize("number", [1, 3])
def test_overview_takes_four_queries_with_sign_in_for_any_number_of_indicators(
    member, django_assert_num_queries, number
):
    figures_of(number)

    with django_assert_num_queries(4):
        assert len(rows(open_page(member, "/scorecard/"))) == number


@pytest.mark.parametrize("months", [1, 36])
def test_indicator_page_takes_as_many_queries_for_any_number_of_months(
    member, django_assert_num_queries, months
):
    figures_of(2, months)

    with django_assert_num_queries(14):
        page = open_page(member, "/scorecard/indicators/CIC1/")

    assert len(page.all(".scorecard-figures tbody tr")) == months
