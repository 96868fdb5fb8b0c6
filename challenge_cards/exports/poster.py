"""The public page as a poster: one card a sheet, in letters that can be read from a step away."""

from challenge_cards.report.public import Story
from core import pdf

TITLE = "You said, we did"


def poster_pdf(stories: list[Story], *, is_short: bool = False) -> bytes:
    """Raises PdfError. The same cards always make the same bytes."""
    context = {"stories": stories, "is_short": is_short}
    html = pdf.html_of("you_said/poster.html", context, title=TITLE)
    return pdf.render(html, title=TITLE)
