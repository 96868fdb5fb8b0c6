"""The public page as a poster: one card a sheet, in letters that can be read from a step away."""

from functools import lru_cache
from threading import Lock

from django.conf import settings

from challenge_cards.models import Language
from challenge_cards.report.public import Story
from core import pdf

TITLE = "You said, we did"
KEPT = 50  # posters of some 20 kB, in the memory of each process
LONGEST_WAIT = 15  # seconds
_turn = Lock()


def poster_html(stories: list[Story], *, is_short: bool = False) -> str:
    language = stories[0].language if stories else Language.ENGLISH  # one poster, one language
    context = {
        "stories": stories,
        "is_short": is_short,
        "language": language,
        "advocacy": settings.ADVOCACY_CONTACT,
    }
    return pdf.html_of("you_said/poster.html", context, title=TITLE)


def poster_pdf(html: str) -> bytes:
    """Raises PdfError. The same words are drawn once, and one poster at a time: anybody at all may ask for one."""
    if not _turn.acquire(timeout=LONGEST_WAIT):
        raise pdf.PdfError("busy", title=TITLE)
    try:
        return _drawn(html)
    finally:
        _turn.release()


@lru_cache(maxsize=KEPT)
def _drawn(html: str) -> bytes:
    return pdf.render(html, title=TITLE)
