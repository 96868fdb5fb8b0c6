"""The scorecard as a paper: what a councillor finds on it without the portal at hand."""

import re
import subprocess

import pytest
from django.test import Client

from core.access import Role
from scorecard.exports.pdf import paper_html, pdf_file
from scorecard.models import Variant
from scorecard.periods import shift_months
from scorecard.report.notes import WORD
from scorecard.report.scorecard import scorecard_context
from tests.factories.scorecard import (
    AUGUST,
    BenchmarkFactory,
    FigureFactory,
    PanelReportFactory,
    SectionFactory,
    ThresholdFactory,
)
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible
from tests.scorecard.summer import load_summer_of_2018

pytestmark = pytest.mark.django_db
JULY, JUNE = shift_months(AUGUST, -1), shift_months(AUGUST, -2)


@pytest.fixture
def summer_of_2018() -> None:
    load_summer_of_2018()


@pytest.fixture
def member(client_as) -> Client:
    return client_as(Role.PANEL_MEMBER)


def paper(variant: Variant = Variant.ALL) -> Page:
    html = paper_html(scorecard_context("2018-08", variant=variant), "Children in care scorecard")
    return Page(html.encode())


def heads(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.texts("table:first-of-type thead th")]


def test_first_page_says_what_the_web_page_says(summer_of_2018, member):
    page, web = paper(), open_page(member, "/scorecard/?month=2018-08")

    assert page.texts(".scorecard-paper__headline") == web.texts(".portal-headline")
    assert page.texts(".scorecard-paper__facts") == [f"All children. {web.texts('.portal-facts')[0]}"]
    assert page.texts(".scorecard-paper__counts .portal-rag") == ["Green", "Amber", "Red", "Not rated"]
    assert page.texts(".scorecard-paper__counts strong:first-child") == ["13", "11", "0", "24"]
    assert "Since July 2018: 8 improved, 13 worsened, 3 unchanged, of 24 rated." in page.texts("p")


def test_what_looks_different_by_the_month_is_named_with_both_stories(summer_of_2018):
    told = paper().texts("ul ul li")

    assert [line.split()[0] for line in told] == ["CIC04", "CIC06", "CIC07", "CIC37"]
    assert told[0] == (
        "CIC04 CIC Placement stability: % with 3 or more placements in the last 12 months: "
        "down 0.5 points since June 2018, improved; no change since July 2018."
    )


def test_every_short_form_is_written_out(summer_of_2018):
    page = paper()
    explained = {line.partition(":")[0] for line in page.texts(".scorecard-paper__notes li")}

    capitals = {
        word
        for name in page.texts("tbody th, thead th")
        for word in re.findall(r"\b[A-Z&]{3,}(?=s?\b)", name)
        if WORD.fullmatch(word)
    }

    assert {"CIC", "UASC", "SDQ", "P&V"} <= capitals
    assert capitals <= explained


def test_every_data_period_is_explained(summer_of_2018):
    page = paper()
    explained = {line.partition(":")[0] for line in page.texts(".scorecard-paper__notes li")}

    used = {detail.partition(",")[0] for detail in page.texts("tbody th .portal-table__detail")}

    assert used == {"Snapshot", "Rolling 12 months", "Year to date", "Academic year to date", "Month"}
    assert used <= explained


def test_every_row_has_its_code_and_heads_say_since_when(summer_of_2018):
    page = paper()

    codes = page.texts(".scorecard-paper__table tbody td:first-child")

    assert codes == [row.code for row in scorecard_context("2018-08").rows]
    assert heads(page) == [
        "Code",
        "Indicator",
        "August 2018",
        "Target",
        "Floorillustrative",
        "Rating",
        "Since July 2018",
        "Since June 2018, last panel report",
        "Without UASC",
        "Benchmark",
    ]


def test_month_that_is_both_baselines_is_printed_once():
    FigureFactory(indicator__code="CIC01")
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    PanelReportFactory(period__ends_on=JULY)

    assert [head for head in heads(paper()) if "Since" in head] == ["Since July 2018, last panel report"]


def test_month_without_figures_for_these_children_has_no_column():
    FigureFactory(indicator__code="CIC01", variant=Variant.EXC_UASC)
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    PanelReportFactory(period__ends_on=JUNE)
    FigureFactory(indicator__code="CIC01", period__ends_on=JUNE, variant=Variant.EXC_UASC)

    page = paper(Variant.EXC_UASC)

    assert [head for head in heads(page) if "Since" in head] == ["Since June 2018, last panel report"]
    assert heads(page)[-2] == "All children"


def test_first_month_of_all_compares_with_nothing():
    FigureFactory(indicator__code="CIC01")

    page = paper()

    assert [head for head in heads(page) if "Since" in head] == []
    assert "No earlier panel report" in page.texts("h2")


def test_benchmark_names_area_source_and_what_to_bear_in_mind():
    figure = FigureFactory(indicator__code="CIC01", indicator__name="Reviews")
    BenchmarkFactory(indicator=figure.indicator, comparability_note="A year-end figure.", excludes_uasc=True)

    page = paper()

    assert page.texts(".scorecard-paper__table td:last-child") == ["85%England 2016/17"]
    assert page.texts(".scorecard-paper__benchmarks tbody tr > *") == [
        *("CIC01", "Reviews", "England", "2016/17", "85%", "National return"),
        "A year-end figure. Excludes unaccompanied asylum-seeking children.",
    ]


def test_paper_without_benchmarks_has_no_table_of_them():
    FigureFactory(indicator__code="CIC01")

    assert paper().all(".scorecard-paper__benchmarks") == []


@pytest.mark.parametrize(
    ("are_illustrative", "in_head", "in_cells"),
    [((True, True), 1, 0), ((True, False), 0, 1), ((False, False), 0, 0)],
)
def test_illustrative_floors_are_marked_where_not_all_are(are_illustrative, in_head, in_cells):
    for code, is_illustrative in zip(("CIC01", "CIC02"), are_illustrative, strict=True):
        indicator = FigureFactory(indicator__code=code).indicator
        ThresholdFactory(indicator=indicator, is_floor_illustrative=is_illustrative)

    page = paper()

    assert len(page.all("thead .portal-table__detail")) == in_head
    assert page.texts("td .portal-table__detail").count("illustrative") == in_cells


@pytest.mark.pdf
@pytest.mark.parametrize("before", range(4, 10))
def test_no_row_stands_alone_on_a_page_whatever_comes_before(before):
    """A section of four, moved down the page row by row: it breaks between its second and third row or nowhere."""
    for section, number in (("First", before), ("Second", 4)):
        SectionFactory(name=section)
        for place in range(number):
            code = f"{section[0]}{place}"
            FigureFactory(indicator__code=code, indicator__name=code * 30, indicator__section__name=section)

    content = pdf_file(scorecard_context("2018-08"))

    pages = [page for page in _pages(content) if re.search(r"^ *S\d ", page, re.MULTILINE)]
    assert_accessible(content)
    assert [len(re.findall(r"^ *S\d ", page, re.MULTILINE)) for page in pages] in ([4], [2, 2])


def _pages(content: bytes) -> list[str]:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().split("\f")
