"""Formatted text for a box without an editor, and back."""

from core.richtext.cleaning import kept, refuse_length
from core.richtext.plain_reading import blocks_of
from core.richtext.plain_writing import plain
from core.richtext.reading import blocks_in
from core.richtext.tidying import tidy


def from_plain(text: str, *, headings: bool = True) -> str:
    """Clean HTML. Raises ValidationError for what cannot be kept."""
    refuse_length(text)
    return kept(blocks_of(text), headings=headings)


def to_plain(html: str) -> str:
    """``html`` is clean already; `from_plain` gives exactly it back."""
    return plain(tidy(blocks_in(html), headings=True))
