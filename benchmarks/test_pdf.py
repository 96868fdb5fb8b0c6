"""The month's paper, against Chromium printing the same HTML from a command."""

import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from benchmarks.ratios import compare
from core import pdf
from core.pdf.rendering import STYLESHEETS
from scorecard.exports.pdf import paper_html
from scorecard.report.scorecard import scorecard_context
from tests.chromium import chromium
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory

# The engine without a window starts and prints in a third of a second. Of our 0.6 s the layout of ten pages of table
# takes most, and what Chromium does not do, every cell naming its heads, a part.
LIMIT = 2.0
TITLE = "Children in care scorecard, August 2018"


@pytest.fixture
def html(db) -> str:
    for number in range(48):
        indicator = IndicatorFactory(code=f"CIC{number:02}", section__name=f"Section {number // 8 + 1}")
        ThresholdFactory(indicator=indicator)
        FigureFactory(indicator=indicator)
    return paper_html(scorecard_context("2018-08"), TITLE)


@pytest.fixture
def printed_by_chromium(html, tmp_path):
    """The same words and styles, as a page on disk."""
    page, paper = tmp_path / "paper.html", tmp_path / "paper.pdf"
    build = Path(settings.BASE_DIR / "static" / "build")
    links = "".join(f'<link rel="stylesheet" href="{build.parent / name}">' for name in STYLESHEETS)
    page.write_text(html.replace("</head>", f"{links}</head>"))
    command = [
        chromium(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={paper}",
    ]

    def print_it() -> bytes:
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True)
        return paper.read_bytes()

    return print_it


def test_the_paper_costs_no_more_than_chromium_printing_it(html, printed_by_chromium):
    pdf.warm_up()
    found = compare(
        "scorecard PDF, against Chromium printing the same HTML",
        lambda: pdf.render(html, title=TITLE),
        printed_by_chromium,
        rounds=7,
    )

    size = len(pdf.render(html, title=TITLE)) / len(printed_by_chromium())
    print(f"; size ratio {size:.2f}")
    assert found.ratio <= LIMIT
