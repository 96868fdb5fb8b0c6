"""The scorecard's pages printed from the browser: the same words, and nothing to choose."""

import subprocess

import pytest
from playwright.sync_api import expect

from core.access import Role
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


def test_paper_shows_the_figures_and_nothing_to_choose(summer, browse, member) -> None:
    page = browse(CIC03, user=member)

    page.emulate_media(media="print")

    expect(page.get_by_role("cell", name="1,040")).to_be_visible()
    expect(page.get_by_role("button", name="Show")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_paper_has_a_table_also_from_a_phone(summer, browse, member, width) -> None:
    page = browse(AUGUST, user=member, width=width)

    page.emulate_media(media="print")

    row = page.locator("tr.scorecard-row").nth(2)
    assert row.evaluate("row => getComputedStyle(row).display") == "table-row"
    expect(page.get_by_role("columnheader", name="Since July 2018").first).to_be_visible()
    expect(row.get_by_text("Amber")).to_be_visible()
    expect(row.locator(".portal-rag__shape")).to_be_visible()
    expect(page.get_by_text("down 0.5 points since June 2018, improved; no change")).to_be_visible()
    for control in ("button", "searchbox", "combobox"):
        expect(page.get_by_role(control)).to_have_count(0)


def test_what_is_folded_lies_open_on_paper_and_is_folded_again(summer, browse, member) -> None:
    """For browsers whose styles cannot open it."""
    page = browse(AUGUST, user=member)
    folds = page.locator("details")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened = folds.evaluate_all("all => all.map(one => one.open)")
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert opened == [True, True]
    assert folds.evaluate_all("all => all.map(one => one.open)") == [False, False]


def test_no_heading_and_no_head_of_a_table_ends_a_page(summer, browse, member) -> None:
    page = browse(AUGUST, user=member)
    headings = {" ".join(text.split()) for text in page.locator("h2, h3").all_inner_texts()}

    pages = _printed(page.pdf(format="A4"))

    assert len(pages) > 3
    assert {lines[-1] for lines in pages} & headings == set()
    assert [lines[-1] for lines in pages if "Benchmark" in lines[-1]] == []


def _printed(paper: bytes) -> list[list[str]]:
    """The lines of each page, with single spaces."""
    command = ["pdftotext", "-layout", "-", "-"]
    text = subprocess.run(command, input=paper, capture_output=True, check=True).stdout.decode()
    return [
        [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        for page in text.split("\f")[:-1]
    ]
