"""The register on paper."""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from core import pdf
from meetings.date_words import plain_date
from recommendations.report.counts import count, finding
from recommendations.report.lines import lines
from recommendations.report.standing import Row

TITLE = "Recommendations"


def register_html(rows: Sequence[Row]) -> str:
    context = {
        "lines": lines(rows),
        "finding": finding(count(rows)) if rows else "No recommendation is like that",
        "day": plain_date(timezone.localdate()),
    }
    return pdf.html_of("recommendations/pdf/register.html", context, title=TITLE)


def pdf_chunks(rows: Sequence[Row]) -> Iterator[bytes]:
    """Raises PdfError before the first byte is sent."""
    return iter([pdf.render(register_html(rows), title=TITLE)])
