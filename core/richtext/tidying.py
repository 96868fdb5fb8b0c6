"""Blocks in the one order that the portal keeps: what every text is before it is written, whatever it came from.

Depth is counted in elements. A list of three levels in a quotation, with words that carry every look, is 12 deep;
the PDF maker fails at 80.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.richtext.blocks import (
    BULLETS,
    MARKS,
    ORDERED,
    Block,
    Cell,
    Heading,
    Item,
    Paragraph,
    Points,
    Quote,
    Run,
    Runs,
    Table,
    marked,
)
from core.richtext.folding import folded
from core.richtext.inline import one_paragraph, paragraphs_of, visible
from core.richtext.word import point_in_words

DEEPEST = 12
WORDS = 1 + len(MARKS)  # a paragraph, three looks at once (sub and sup exclude each other) and a link
LIST, QUOTE, TABLE = 2, 1, 4  # elements that each puts around its paragraphs
FIRST_LEVEL, LAST_LEVEL = 2, 4


@dataclass(frozen=True)
class Place:
    depth: int = 0
    ordered: int = 0  # numbered lists around
    may_head: bool = False
    in_quote: bool = False

    def has_room_for(self, elements: int) -> bool:
        return self.depth + elements + WORDS <= DEEPEST

    def inside(self, elements: int, *, ordered: int = 0) -> "Place":
        return replace(self, depth=self.depth + elements, ordered=self.ordered + ordered, may_head=False)


def tidy(blocks: Iterable[Block], *, headings: bool) -> list[Block]:
    found = _tidy(blocks, Place(may_head=headings))
    _number(found)
    return found


def _tidy(blocks: Iterable[Block], place: Place) -> list[Block]:
    found: list[Block] = []
    last_level = FIRST_LEVEL - 1
    for block in folded(_lines(blocks, place)):
        for tidied in _one(block, place):
            if isinstance(tidied, Heading):
                tidied.level = last_level = max(min(tidied.level, last_level + 1, LAST_LEVEL), FIRST_LEVEL)
            _append(found, tidied)
    return found


def _append(blocks: list[Block], block: Block) -> None:
    """A list goes on in the one of its kind right before it."""
    last = blocks[-1] if blocks else None
    if isinstance(block, Points) and isinstance(last, Points) and last.kind == block.kind:
        last.items += block.items
    else:
        blocks.append(block)


def _lines(blocks: Iterable[Block], place: Place) -> Iterator[Block]:
    """Paragraphs with their words in order; those that look like points of a list have become points."""
    for block in blocks:
        match block:
            case Heading(level, runs) if place.may_head:
                if words := one_paragraph(_without_mark(runs, "strong")):
                    yield Heading(level, words)
            case Heading(_, runs):
                yield from _paragraphs(marked(runs, "strong"))
            case Paragraph(runs):
                yield from _paragraphs(runs)
            case Quote(inner) if place.in_quote or not place.has_room_for(QUOTE):
                yield from _lines(inner, place)
            case Table(rows):
                yield from _table(_filled(rows), place)
            case _:
                yield block


def _without_mark(runs: Runs, mark: str) -> list[Run]:
    return [replace(run, marks=run.marks - {mark}) for run in runs]


def _paragraphs(runs: Runs) -> Iterator[Block]:
    point = point_in_words(visible(runs))
    if not point:
        yield from (Paragraph(words) for words in paragraphs_of(runs))
        return
    found, rest = point
    yield replace(found, blocks=[Paragraph(rest)])


def _row_in_words(row: list[Cell]) -> list[Run]:
    return [run for cell in row for run in (*cell.runs, Run(" "))]


def _one(block: Block, place: Place) -> Iterator[Block]:
    match block:
        case Points(kind, items):
            yield from _list(kind, items, place)
        case Quote(inner):
            if found := _tidy(inner, replace(place.inside(QUOTE), in_quote=True)):
                yield Quote(found)
        case _:
            yield block


def _list(kind: str, items: list[Item], place: Place) -> Iterator[Block]:
    if not place.has_room_for(LIST):
        yield from _tidy([block for item in items for block in item.blocks], place)
        return
    kind = kind or ORDERED[min(place.ordered, len(ORDERED) - 1)]
    inner = place.inside(LIST, ordered=kind != BULLETS)
    found = [point for item in items for point in _points(item, inner)]
    if found:
        yield Points(kind, found)


def _points(item: Item, place: Place) -> Iterator[Item]:
    """One point, or several where a list in it lies too deep or has no words above it to belong to."""
    for part in _spread(item) if not place.has_room_for(LIST) else [item]:
        blocks = _tidy(part.blocks, place)
        while blocks and isinstance(blocks[0], Quote | Table):
            blocks = _tidy([*_opened(blocks[0]), *blocks[1:]], place)
        if blocks and isinstance(blocks[0], Points):
            yield from blocks[0].items[:-1]
            blocks, after = blocks[0].items[-1].blocks, blocks[1:]
            for block in after:
                _append(blocks, block)
        if blocks:
            yield Item(blocks)


def _opened(block: Quote | Table) -> list[Block]:
    if isinstance(block, Quote):
        return block.blocks
    return [Paragraph(_row_in_words(row)) for row in block.rows]


def _spread(item: Item) -> Iterator[Item]:
    own: list[Block] = []
    for block in folded(_lines(item.blocks, Place(DEEPEST))):
        if isinstance(block, Points):
            if own:
                yield Item(own)
                own = []
            for inner in block.items:
                yield from _spread(inner)
        else:
            own.append(block)
    if own:
        yield Item(own)


def _table(rows: list[list[Cell]], place: Place) -> Iterator[Block]:
    """Words row by row where there is no room for a table, or where one column makes none."""
    width = max((len(row) for row in rows), default=0)
    if width > 1 and place.has_room_for(TABLE):
        yield Table([row + [Cell([]) for _ in range(width - len(row))] for row in rows])
    else:
        yield from (line for row in rows for line in _paragraphs(_row_in_words(row)))


def _filled(rows: list[list[Cell]]) -> list[list[Cell]]:
    tidied = [[Cell(one_paragraph(cell.runs), cell.is_head) for cell in row] for row in rows]
    return [row for row in tidied if any(cell.runs for cell in row)]


def _number(blocks: list[Block]) -> None:
    """A list goes on where the last of its kind stopped, until a heading: no two paragraphs share a number."""
    reached: Counter[str] = Counter()
    for block in blocks:
        match block:
            case Heading():
                reached.clear()
            case Points(kind, items):
                block.start = reached[kind] + 1 if kind != BULLETS else 1
                reached[kind] += len(items)
                for item in items:
                    _number(item.blocks)
            case Quote(inner):
                _number(inner)
