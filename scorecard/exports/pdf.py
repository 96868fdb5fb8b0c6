"""The scorecard as a paper: A4 landscape, the same context as the page."""

from itertools import groupby

from django.conf import settings
from django.template.loader import render_to_string

from core import pdf
from scorecard.report.changes import changes_since, disagreements
from scorecard.report.notes import DATA_PERIODS, DIRECTIONS, FIGURES, KEY
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison


def pdf_file(scorecard: Scorecard) -> bytes:
    title = f"Children in care scorecard, {scorecard.month.label}"
    return pdf.render(scorecard_html(scorecard, title), title=title)


def scorecard_html(scorecard: Scorecard, title: str) -> str:
    return render_to_string(
        "scorecard/pdf/scorecard.html",
        {
            "title": title,
            "scorecard": scorecard,
            "sections": _sections(scorecard),
            "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
            "since_month": changes_since(scorecard, Comparison.PREVIOUS_MONTH),
            "disagreements": disagreements(scorecard),
            "benchmarked": [row for row in scorecard.rows if row.benchmarks],
            "key": KEY,
            "directions": DIRECTIONS,
            "data_periods": DATA_PERIODS,
            "figures": FIGURES,
            "council_name": settings.COUNCIL_NAME,
            "panel_name": settings.PANEL_NAME,
            "is_demo": settings.DEMO,
        },
    )


def _sections(scorecard: Scorecard) -> list[tuple[str, list]]:
    """Rows with both directions beside them: a template cannot look one up by its comparison."""
    pairs = [
        (row, row.travel[Comparison.PREVIOUS_MONTH], row.travel[Comparison.PREVIOUS_PANEL])
        for row in scorecard.rows
    ]
    return [(name, list(rows)) for name, rows in groupby(pairs, lambda pair: pair[0].section)]
