"""The one way into the portal for formatted text: what it cannot keep is refused in words or left out."""

import re
import unicodedata

import nh3
from django.core.exceptions import ValidationError

from core.richtext.blocks import Block
from core.richtext.reading import blocks_in
from core.richtext.tidying import tidy
from core.richtext.writing import written

LONGEST_MARKUP = 500_000
LONGEST = 100_000  # characters as they are kept: some forty pages
MOST_TAGS = 50_000
MOST_BLOCKS = 5_000
BEFORE = 20  # characters shown before one that cannot be kept

TAGS = {
    *["p", "strong", "em", "sub", "sup", "br", "a", "ol", "ul", "li", "h2", "h3", "h4", "blockquote"],
    *["table", "thead", "tbody", "tr", "th", "td"],
}
ATTRIBUTES = {"a": {"href"}, "ol": {"type", "start"}, "th": {"scope"}}
TOO_INTRICATE = "What was pasted carries too much formatting to read. Paste it as plain text, or in parts."
# Tab and the ends of lines are blanks; NUL and its kin, unpaired surrogates and non-characters are nothing at all
NEVER_KEPT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
guard = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
)


def clean(html: str, *, headings: bool = True) -> str:
    """Safe, tidy HTML of the twenty elements above; the same again when cleaned again; empty where there are no words.

    ``headings=False`` makes headings bold paragraphs. Raises ValidationError for what cannot be kept.
    """
    refuse_length(html)
    if html.count("<") > MOST_TAGS:
        raise ValidationError(TOO_INTRICATE, code="too_long")
    return kept(blocks_in(html.replace("\x0b", "\n")), headings=headings)


def kept(blocks: list[Block], *, headings: bool) -> str:
    tidied = tidy(blocks, headings=headings)
    found = written(tidied)
    refuse_characters(found)
    if len(found) > LONGEST or found.count("<p>") + found.count("<td>") > MOST_BLOCKS:
        raise ValidationError(
            f"The text is too long to keep in one piece: it has {len(found):,} characters and may have"
            f" {LONGEST:,}. Shorten it, or put part of it into a paper of its own.",
            code="too_long",
        )
    return guard.clean(found)


def refuse_length(text: str) -> None:
    if len(text) > LONGEST_MARKUP:
        raise ValidationError(
            f"What was pasted is too long: {len(text):,} characters with its formatting."
            " Paste it as plain text, or in parts.",
            code="too_long",
        )


def refuse_characters(text: str) -> None:
    found = NEVER_KEPT.search(text)
    if found:
        before = re.sub("<[^>]*>", "", text[: found.start()])[-BEFORE:]
        name = unicodedata.name(found[0], f"U+{ord(found[0]):04X}")
        place = f"after “{before}”" if before.strip() else "at the beginning"
        raise ValidationError(
            f"The text has a control character ({name}) {place}. Delete what stands there and type it again.",
            code="control_character",
        )
