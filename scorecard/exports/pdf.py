"""The scorecard as a paper: A4 landscape, the same context as the page."""

from itertools import groupby
from typing import Any

from core import pdf
from scorecard.models import Variant
from scorecard.report.changes import changes_since, disagreements
from scorecard.report.facts import reported
from scorecard.report.notes import DATA_PERIODS, DIRECTIONS, FIGURES, KEY
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison

OTHER_HEADINGS = {
    Variant.ALL: "Without unaccompanied children",
    Variant.EXC_UASC: "All children",
}


def pdf_file(scorecard: Scorecard) -> bytes:
    title = f"Children in care scorecard, {scorecard.month.label}"
    return pdf.render(paper_html(scorecard, title), title=title)


def paper_html(scorecard: Scorecard, title: str) -> str:
    return pdf.html_of("scorecard/pdf/scorecard.html", _paper(scorecard), title=title)


def _paper(scorecard: Scorecard) -> dict[str, Any]:
    return {
        "scorecard": scorecard,
        "reported": reported(scorecard.months),
        "sections": _sections(scorecard),
        "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
        "since_month": changes_since(scorecard, Comparison.PREVIOUS_MONTH),
        "disagreements": disagreements(scorecard),
        "benchmarked": [row for row in scorecard.rows if row.benchmarks],
        "other_heading": OTHER_HEADINGS[scorecard.variant],
        "key": KEY,
        "directions": DIRECTIONS,
        "data_periods": DATA_PERIODS,
        "figures": FIGURES,
    }


def _sections(scorecard: Scorecard) -> list[tuple[str, list]]:
    """Rows with both directions beside them: a template cannot look one up by its comparison."""
    pairs = [
        (row, row.travel[Comparison.PREVIOUS_MONTH], row.travel[Comparison.PREVIOUS_PANEL])
        for row in scorecard.rows
    ]
    return [(name, list(rows)) for name, rows in groupby(pairs, lambda pair: pair[0].section)]
