"""What changed between two texts, paragraph by paragraph and word by word.

``ins`` and ``del`` are told apart by colour and line, which nobody hears: words that only a screen reader reads say it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.richtext.walking import Addressed, paragraphs

WORD = re.compile(r"[\w’'-]+")
PIECE = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
ALIKE = 0.4  # of the words of two paragraphs; less, and one is taken out and the other put in
MOST_PIECES = 2_000  # of one paragraph
MOST_PAIRS = 2_500  # of paragraphs; past these, the old is taken out whole and the new put in


@dataclass(frozen=True)
class Change:
    """A paragraph with its pieces: kept, taken out or put in."""

    reference: str
    pieces: tuple[tuple[str, str], ...]  # ("kept" | "out" | "in", words)

    @property
    def word(self) -> str:
        kinds = {kind for kind, _ in self.pieces}
        return {frozenset({"in"}): "Added", frozenset({"out"}): "Removed"}.get(frozenset(kinds), "Changed")


def changes(old: str, new: str) -> list[Change | int]:
    """Changed paragraphs in order; a number stands for so many that are the same."""
    before, after = paragraphs(old), paragraphs(new)
    matcher = SequenceMatcher(None, [p.text for p in before], [p.text for p in after], autojunk=False)
    found: list[Change | int] = []
    for what, a, b, c, d in matcher.get_opcodes():
        found += [d - c] if what == "equal" else _replaced(before[a:b], after[c:d])
    return found


def difference(old: str, new: str) -> SafeString:
    """Escaped HTML for a page or a paper."""
    found = changes(old, new)
    if not any(isinstance(change, Change) for change in found):
        said = (
            "The words are the same."
            if old == new
            else "The words are the same; only the formatting differs."
        )
        return format_html('<div class="portal-difference"><p>{}</p></div>', said)
    return format_html(
        '<div class="portal-difference">{}</div>', format_html_join("", "{}", ((_drawn(c),) for c in found))
    )


def _drawn(change: Change | int) -> SafeString:
    if isinstance(change, int):
        words = "1 paragraph is the same." if change == 1 else f"{change} paragraphs are the same."
        return format_html('<p class="portal-difference__same">{}</p>', words)
    place = f" {change.reference}" if change.reference else ""
    return format_html(
        '<p><span class="portal-difference__place">{}{}:</span> {}</p>',
        change.word,
        place,
        format_html_join("", "{}", ((_piece(kind, words),) for kind, words in change.pieces)),
    )


def _piece(kind: str, words: str) -> SafeString | str:
    if kind == "kept":
        return words
    tag, said = ("del", "removed") if kind == "out" else ("ins", "added")
    return format_html(
        '<{}><span class="govuk-visually-hidden">[{}: </span>{}<span class="govuk-visually-hidden">]</span></{}>',
        tag,
        said,
        words,
        tag,
    )


def _replaced(before: Sequence[Addressed], after: Sequence[Addressed]) -> list[Change | int]:
    """Paragraphs that are still much the same are compared; the others were taken out or put in."""
    may_pair = len(before) * len(after) <= MOST_PAIRS
    found: list[Change | int] = []
    waiting = list(before)
    for paragraph in after:
        match = next(
            (index for index, old in enumerate(waiting) if may_pair and _is_like(old.text, paragraph.text)),
            None,
        )
        if match is None:
            found.append(Change(paragraph.reference, (("in", paragraph.text),)))
            continue
        found += [_removed(old) for old in waiting[:match]]
        found.append(Change(paragraph.reference, tuple(_pieces(waiting[match].text, paragraph.text))))
        del waiting[: match + 1]
    return found + [_removed(old) for old in waiting]


def _removed(paragraph: Addressed) -> Change:
    return Change(paragraph.reference, (("out", paragraph.text),))


def _is_like(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, WORD.findall(old.lower()), WORD.findall(new.lower()))
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = PIECE.findall(old), PIECE.findall(new)
    if max(len(before), len(after)) > MOST_PIECES:
        yield from (("out", old), ("in", new))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in _without_islands(matcher.get_opcodes(), before):
        if what == "equal":
            yield "kept", "".join(before[a:b])
            continue
        if a < b:
            yield "out", "".join(before[a:b])
        if c < d:
            yield "in", "".join(after[c:d])


def _without_islands(opcodes: list, before: list[str]) -> list[tuple]:
    """A space or a comma alone between two changes is part of the change: words are read, not letters."""
    joined: list[list] = []
    for index, (what, a, b, c, d) in enumerate(opcodes):
        is_island = (
            what == "equal" and 0 < index < len(opcodes) - 1 and not re.search(r"\w", "".join(before[a:b]))
        )
        is_change = what != "equal" or is_island
        if is_change and joined and joined[-1][0] == "replace":
            joined[-1][2], joined[-1][4] = b, d
        else:
            joined.append(["replace" if is_change else "equal", a, b, c, d])
    return [tuple(part) for part in joined]
