"""Paragraphs one can point at: "2", "2(b)", "2(b)(i)", each with a place in the page of its own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil

from core.richtext.blocks import BULLETS, Block, Cell, Heading, Paragraph, Points, Quote, Table, text_of
from core.richtext.numbering import number_in
from core.richtext.reading import blocks_in
from core.richtext.tidying import tidy

WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Addressed:
    """One paragraph, heading or row of a table."""

    reference: str  # as people say it; empty where nothing is numbered
    anchor: str  # the same for as long as its number stays
    text: str
    kind: str  # "paragraph", "heading" or "row"
    element: object = field(repr=False, compare=False)  # the block that bears the anchor


def tidied(html: str) -> list[Block]:
    return tidy(blocks_in(html), headings=True)


def paragraphs(html: str) -> list[Addressed]:
    """Every paragraph of clean HTML in reading order."""
    return list(addressed(tidied(html)))


def addressed(blocks: Iterable[Block]) -> Iterator[Addressed]:
    """Where a number comes twice, as after a heading, the second anchor ends in -2."""
    seen: Counter[str] = Counter()
    for found in _Walk().go(blocks, "", ""):
        seen[found.anchor] += 1
        times = seen[found.anchor]
        anchor = f"{found.anchor}-{times}" if times > 1 else found.anchor
        yield Addressed(found.reference, anchor, found.text, found.kind, found.element)


def plain_text(html: str) -> str:
    """The words with their numbers, a paragraph a line, as for a search or a mail."""
    return "\n".join(f"{p.reference} {p.text}".strip() for p in paragraphs(html))


def word_count(html: str) -> int:
    return sum(len(re.findall(r"\w[\w’'-]*", paragraph.text)) for paragraph in paragraphs(html))


def reading_minutes(html: str) -> int:
    """Whole minutes, rounded up; none for a text without words."""
    return ceil(word_count(html) / WORDS_A_MINUTE)


class _Walk:
    def __init__(self) -> None:
        self.bare: Counter[str] = (
            Counter()
        )  # paragraphs, headings and tables without a number, by where they stand

    def go(self, blocks: Iterable[Block], reference: str, anchor: str) -> Iterator[Addressed]:
        for block in blocks:
            match block:
                case Paragraph(runs):
                    yield self._bare("paragraph", reference, anchor, text_of(runs), block)
                case Heading(_, runs):
                    yield self._bare("heading", reference, anchor, text_of(runs), block)
                case Quote(inner):
                    yield from self.go(inner, reference, anchor)
                case Points():
                    yield from self._points(block, reference, anchor)
                case Table(rows):
                    yield from self._rows(rows, reference, anchor)

    def _bare(self, kind: str, reference: str, anchor: str, text: str, block: Block) -> Addressed:
        """In a point the first paragraph has the number itself, so counting begins with 2."""
        self.bare[f"{anchor} {kind}"] += 1
        number = self.bare[f"{anchor} {kind}"] + bool(reference)
        said = f"{reference}, paragraph {number}" if reference else ""
        return Addressed(said, _joined(anchor, f"{kind}-{number}"), _one_line(text), kind, block)

    def _points(self, points: Points, reference: str, anchor: str) -> Iterator[Addressed]:
        for number, item in enumerate(points.items, points.start):
            said, place = _named(points.kind, number, reference, anchor)
            first, *others = item.blocks
            yield Addressed(said, place, _one_line(text_of(first.runs)), "paragraph", item)
            yield from self.go(others, said, place)

    def _rows(self, rows: list[list[Cell]], reference: str, anchor: str) -> Iterator[Addressed]:
        self.bare[f"{anchor} table"] += 1
        table = self.bare[f"{anchor} table"]
        for number, row in enumerate(rows, 1):
            said = f"{reference}, table {table}, row {number}".removeprefix(", ")
            text = "; ".join(_one_line(text_of(cell.runs)) for cell in row if cell.runs)
            yield Addressed(said, _joined(anchor, f"table-{table}-row-{number}"), text, "row", row)


def _named(kind: str, number: int, reference: str, anchor: str) -> tuple[str, str]:
    if kind == BULLETS:
        return f"{reference}, bullet {number}".removeprefix(", "), _joined(anchor, f"bullet-{number}")
    mark = number_in(kind, number)
    said = mark if kind == "1" and not reference else f"{reference}({mark})"
    return said, _joined(anchor, mark)


def _joined(anchor: str, part: str) -> str:
    return f"{anchor}-{part}" if anchor else part


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\xa0", " ")
