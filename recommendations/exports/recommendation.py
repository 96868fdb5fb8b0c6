"""One recommendation on paper, from what its page shows to the same reader."""

from datetime import date

from core import pdf
from meetings.date_words import plain_date
from recommendations.report.page import Page
from recommendations.report.page_words import context_of


def recommendation_pdf(page: Page, today: date) -> bytes:
    """Raises PdfError."""
    return pdf.render(recommendation_html(page, today), title=_title(page))


def recommendation_html(page: Page, today: date) -> str:
    context = context_of(page) | {"day": plain_date(today)}
    return pdf.html_of("recommendations/pdf/recommendation.html", context, title=_title(page))


def _title(page: Page) -> str:
    one = page.row.recommendation
    return f"Recommendation {one.number}: {one.short_title}"
