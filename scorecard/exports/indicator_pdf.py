"""One indicator as a paper: A4 portrait, from the context of its page."""

from collections.abc import Mapping
from typing import Any

from core import pdf
from scorecard.exports.pdf import OTHER_HEADINGS
from scorecard.report.indicator import IndicatorReport
from scorecard.report.limits import key_of_signals, stands_out_briefly


def indicator_pdf(page: Mapping[str, Any]) -> bytes:
    """`page` is what the indicator's page shows."""
    title = paper_title(page)
    return pdf.render(indicator_paper(page), title=title)


def indicator_paper(page: Mapping[str, Any]) -> str:
    """Of the chart's two sizes the wide one fits the paper; what stands out is told in short, with a key."""
    report: IndicatorReport = page["report"]
    found = report.variability
    context = {
        **page,
        "figures": [
            line._replace(stands_out=stands_out_briefly(line.reading, found)) for line in report.figures
        ],
        "key_of_signals": key_of_signals(found),
        "chart": page["charts"][0] if page["charts"] else "",
        "other_heading": OTHER_HEADINGS[report.history.variant],
    }
    return pdf.html_of("scorecard/pdf/indicator.html", context, title=paper_title(page))


def paper_title(page: Mapping[str, Any]) -> str:
    return f"{page['indicator'].name}, {page['report'].months.chosen.label}"
