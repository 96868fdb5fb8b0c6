"""Runs of words put in order: one space between words, no look on what cannot be seen, paragraphs at double breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from core.richtext.blocks import Run, Runs

BLANK = " \xa0\n"
NEW_PARAGRAPH = "\n\n"
WORD_OR_GAP = re.compile(f"[{BLANK}]+|[^{BLANK}]+")
WIDE = "\t\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
OTHER_SPACES = dict.fromkeys(map(ord, WIDE), " ") | dict.fromkeys(map(ord, "\u2007\u202f"), "\xa0")
# Joiners, direction marks and the like: nobody sees them, and they make two equal words differ
NEVER_SEEN = re.compile("[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def paragraphs_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Tidied runs; two line breaks in a row begin another paragraph."""
    pieces = _without_outer_gaps([piece for run in visible(runs) for piece in _pieces(run)])
    parts = groupby(pieces, key=lambda piece: piece.text == NEW_PARAGRAPH)
    return [_joined(part) for is_gap, part in parts if not is_gap]


def one_paragraph(runs: Iterable[Run]) -> list[Run]:
    """Tidied runs where no second paragraph may stand."""
    parts = paragraphs_of(runs)
    together = [run for part in parts for run in (*part, Run("\n"))]
    return next(iter(paragraphs_of(together)), [])


def visible(runs: Iterable[Run]) -> list[Run]:
    return [replace(run, text=NEVER_SEEN.sub("", run.text)) for run in runs]


def without_start(runs: Runs, count: int) -> list[Run]:
    """The runs without their first ``count`` characters."""
    kept = []
    for run in runs:
        if count < len(run.text):
            kept.append(replace(run, text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return kept


def _joined(pieces: Iterable[Run]) -> list[Run]:
    groups = groupby(pieces, key=lambda piece: (piece.marks, piece.href))
    return [Run("".join(piece.text for piece in alike), *look) for look, alike in groups]


def _pieces(run: Run) -> Iterator[Run]:
    return (replace(run, text=match[0]) for match in WORD_OR_GAP.finditer(run.text.translate(OTHER_SPACES)))


def _without_outer_gaps(pieces: list[Run]) -> Iterator[Run]:
    """Words as they are; each gap between two words as one space or break, looking as both of them do."""
    last: Run | None = None
    gap = ""
    for piece in pieces:
        if piece.text[0] in BLANK:
            gap += piece.text
            continue
        if last and gap:
            href = last.href if last.href == piece.href else ""
            yield Run(_one_gap(gap), last.marks & piece.marks, href)
        yield piece
        last, gap = piece, ""


def _one_gap(gap: str) -> str:
    if breaks := gap.count("\n"):
        return NEW_PARAGRAPH if breaks > 1 else "\n"
    return gap if gap == "\xa0" else " "
