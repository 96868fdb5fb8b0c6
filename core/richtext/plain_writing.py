"""A formatted text as plain lines that a person can edit without any editor. Nothing is lost on the way."""

import re
from collections.abc import Iterable, Iterator

from core.richtext.blocks import (
    BULLETS,
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
)
from core.richtext.numbering import printed
from core.richtext.plain_signs import BREAK, INDENT, LISTS_END, SIGNS, with_meaning_taken

MEANS_SOMETHING = re.compile(r"[\\*~^\[\]]")


def plain(blocks: Iterable[Block]) -> str:
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """A list stands close under a paragraph of its own point; all else after an empty line."""
    last: Block | None = None
    for block in blocks:
        if last:
            yield ""
        if isinstance(block, Points) and isinstance(last, Points):
            yield from (LISTS_END, "")
        yield from _block(block)
        last = block


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield from map(with_meaning_taken, _words(runs).split("\n"))
        case Heading(level, runs):
            yield f"{'#' * level} {_words(runs)}".replace("\n", BREAK)
        case Quote(blocks):
            yield from (f"> {line}".rstrip() for line in _lines(blocks))
        case Table(rows):
            yield from ("".join(map(_cell, row)) + "|" for row in rows)
        case Points(kind, items, start):
            for number, item in enumerate(items, start):
                yield from _point("- " if kind == BULLETS else f"{printed(kind, number)} ", item)


def _point(marker: str, item: Item) -> Iterator[str]:
    own, *others = item.blocks
    is_close = bool(others) and isinstance(others[0], Points)
    first, *lines = [*_block(own), *(() if is_close or not others else ("",)), *_lines(others)]
    yield marker + first
    yield from (f"{' ' * INDENT}{line}".rstrip() for line in lines)


def _cell(cell: Cell) -> str:
    text = _words(cell.runs).replace("|", "\\|").replace("\n", BREAK)
    return f"|{'=' if cell.is_head else ''} {text}{' ' if text else ''}"


def _words(runs: Runs) -> str:
    parts: list[str] = []
    marks: frozenset[str] = frozenset()
    href = ""
    for run in (*runs, Run("")):
        if href and run.href != href:
            parts.append(f"]({href})")
        parts += [sign for sign, mark in SIGNS.items() if mark in marks ^ run.marks]
        if run.href and run.href != href:
            parts.append("[")
        parts.append(MEANS_SOMETHING.sub(r"\\\g<0>", run.text))
        marks, href = run.marks, run.href
    return "".join(parts)
