"""One indicator as a paper: A4 portrait, from the context of its page."""

from collections.abc import Mapping
from typing import Any

from core import pdf
from scorecard.exports.pdf import OTHER_HEADINGS


def indicator_pdf(page: Mapping[str, Any]) -> bytes:
    """`page` is what the indicator's page shows."""
    title = paper_title(page)
    return pdf.render(indicator_paper(page), title=title)


def indicator_paper(page: Mapping[str, Any]) -> str:
    """Of the chart's two sizes the wide one fits the paper."""
    context = {
        **page,
        "chart": page["charts"][0] if page["charts"] else "",
        "other_heading": OTHER_HEADINGS[page["report"].history.variant],
    }
    return pdf.html_of("scorecard/pdf/indicator.html", context, title=paper_title(page))


def paper_title(page: Mapping[str, Any]) -> str:
    return f"{page['indicator'].name}, {page['report'].months.chosen.label}"
