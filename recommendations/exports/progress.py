"""The panel's paper on its own."""

from datetime import date

from core import pdf
from recommendations.report.progress_paper import progress_context


def progress_pdf(today: date) -> bytes:
    """Raises PdfError."""
    context = progress_context(today)
    title = context["title"]
    return pdf.render(pdf.html_of("recommendations/pdf/progress.html", context, title=title), title=title)
