"""The scorecard as a paper: A4 landscape, the same context as the page."""

from itertools import groupby
from typing import Any

from core import pdf
from scorecard.models import Variant
from scorecard.report.changes import changes_since, has_earlier_figures, otherwise_by_month
from scorecard.report.facts import facts, illustrative_then, marks
from scorecard.report.notes import DATA_PERIODS, DIRECTIONS, FIGURES, MEANINGS, short_forms
from scorecard.report.scorecard import Scorecard
from scorecard.report.summary import month_headline, ways
from scorecard.travel import Comparison

OTHER_HEADINGS = {Variant.ALL: "Without UASC", Variant.EXC_UASC: "All children"}


def pdf_file(scorecard: Scorecard) -> bytes:
    title = f"Children in care scorecard, {scorecard.month.label}"
    return pdf.render(paper_html(scorecard, title), title=title)


def paper_html(scorecard: Scorecard, title: str) -> str:
    return pdf.html_of("scorecard/pdf/scorecard.html", _paper(scorecard), title=title)


def _paper(scorecard: Scorecard) -> dict[str, Any]:
    directions = _directions(scorecard)
    other_heading = OTHER_HEADINGS[scorecard.variant]
    return {
        "scorecard": scorecard,
        "headline": month_headline(scorecard),
        "facts": facts(scorecard),
        "marks": marks(scorecard.rows),
        "counts": zip(MEANINGS, scorecard.ratings, MEANINGS.values(), strict=True),
        "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
        "made_up_by_panel": illustrative_then(scorecard, Comparison.PREVIOUS_PANEL),
        "made_up_by_month": illustrative_then(scorecard, Comparison.PREVIOUS_MONTH),
        "since_month": scorecard.months.baseline(Comparison.PREVIOUS_MONTH),
        "ways": ways(scorecard, Comparison.PREVIOUS_MONTH),
        "otherwise": otherwise_by_month(scorecard),
        "direction_headings": [heading for _, heading in directions],
        "other_heading": other_heading,
        "sections": _sections(scorecard, [name for name, _ in directions]),
        "benchmarked": [row for row in scorecard.rows if row.benchmarks],
        "short_forms": short_forms([other_heading, *(row.name for row in scorecard.rows)]),
        "directions": DIRECTIONS,
        "data_periods": DATA_PERIODS,
        "figures": FIGURES,
    }


def _directions(scorecard: Scorecard) -> list[tuple[Comparison, str]]:
    """What rows are compared with, and the head of its column: no month twice, none without figures."""
    months = scorecard.months
    month, panel = months.baseline(Comparison.PREVIOUS_MONTH), months.baseline(Comparison.PREVIOUS_PANEL)
    told = []
    if month and month != panel:
        told.append((Comparison.PREVIOUS_MONTH, f"Since {month.label}"))
    if panel:
        told.append((Comparison.PREVIOUS_PANEL, f"Since {panel.label}, last panel report"))
    return [(name, heading) for name, heading in told if has_earlier_figures(scorecard.rows, name)]


def _sections(scorecard: Scorecard, comparisons: list[Comparison]) -> list[tuple[str, list]]:
    """Rows with their directions beside them: a template cannot look one up by its comparison."""
    pairs = [(row, [row.travel[name] for name in comparisons]) for row in scorecard.rows]
    return [(name, list(rows)) for name, rows in groupby(pairs, lambda pair: pair[0].section)]
