"""Kept text on the way out, to a page or a paper."""

from django.utils.safestring import SafeString, mark_safe

from core.richtext.cleaning import guard
from core.richtext.tidying import FIRST_LEVEL
from core.richtext.walking import addressed, tidied
from core.richtext.writing import written


def drawn(html: str, *, heading: int = FIRST_LEVEL, anchor: str = "") -> SafeString:
    """``heading`` is the level of its first headings; ``anchor`` gives every paragraph an id, like "minute-101-2-b".

    What is not clean, because someone wrote it into the database by hand, is cleaned once more.
    """
    if not html:
        return SafeString("")
    if not anchor and heading == FIRST_LEVEL:
        return _in_its_box(guard.clean(html))
    blocks = tidied(html)
    places = {id(place.element): f"{anchor}-{place.anchor}" for place in addressed(blocks)} if anchor else {}
    return _in_its_box(written(blocks, places=places, deeper=heading - FIRST_LEVEL))


def _in_its_box(html: str) -> SafeString:
    return mark_safe(f'<div class="portal-rich">{html}</div>')  # noqa: S308 - written or guarded above
