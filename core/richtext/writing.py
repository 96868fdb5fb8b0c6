"""From blocks to HTML. Every word is escaped here, and no other element or attribute is ever written."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby

from core.richtext.blocks import (
    BULLETS,
    MARKS,
    Block,
    Cell,
    Heading,
    Paragraph,
    Points,
    Quote,
    Runs,
    Table,
)

DEEPEST_HEADING = 6


def written(blocks: Iterable[Block], *, places: Mapping[int, str] | None = None, deeper: int = 0) -> str:
    """``places`` gives ids to blocks, items and rows by their Python id; headings go ``deeper`` by so many levels."""
    return _Writer(places or {}, deeper).blocks(blocks, 0)


def words(runs: Runs) -> str:
    return _marked(runs, MARKS) if len(runs) == 1 and not runs[0].href else _linked(runs)


def _linked(runs: Runs) -> str:
    parts = []
    for href, group in groupby(runs, key=lambda run: run.href):
        inner = _marked(list(group), MARKS)
        parts.append(f'<a href="{escape(href)}">{inner}</a>' if href else inner)
    return "".join(parts)


def _marked(runs: Runs, marks: tuple[str, ...]) -> str:
    if not marks:
        return "".join(escape(run.text, quote=False).replace("\n", "<br>") for run in runs)
    mark, *rest = marks
    parts = []
    for has_mark, group in groupby(runs, key=lambda run: mark in run.marks):
        inner = _marked(list(group), tuple(rest))
        parts.append(f"<{mark}>{inner}</{mark}>" if has_mark else inner)
    return "".join(parts)


class _Writer:
    def __init__(self, places: Mapping[int, str], deeper: int) -> None:
        self.places = places
        self.deeper = deeper

    def blocks(self, blocks: Iterable[Block], ordered: int) -> str:
        return "".join(self._block(block, ordered) for block in blocks)

    def _block(self, block: Block, ordered: int) -> str:
        match block:
            case Paragraph(runs):
                return f"<p{self._id(block)}>{words(runs)}</p>"
            case Heading(level, runs):
                tag = f"h{min(level + self.deeper, DEEPEST_HEADING)}"
                return f"<{tag}{self._id(block)}>{words(runs)}</{tag}>"
            case Points():
                return self._points(block, ordered)
            case Quote(blocks):
                return f"<blockquote>{self.blocks(blocks, ordered)}</blockquote>"
            case Table(rows):
                return self._table(rows)
        raise TypeError(f"{type(block).__name__} was not tidied")

    def _id(self, thing: object) -> str:
        place = self.places.get(id(thing))
        return f' id="{escape(place)}"' if place else ""

    def _points(self, points: Points, ordered: int) -> str:
        """Only what differs from 1. at the outermost level is said."""
        tag = "ul" if points.kind == BULLETS else "ol"
        inner = ordered + (tag == "ol")
        items = "".join(
            f"<li{self._id(item)}>{self.blocks(item.blocks, inner)}</li>" for item in points.items
        )
        kind = f' type="{points.kind}"' if tag == "ol" and (ordered or points.kind != "1") else ""
        start = f' start="{points.start}"' if points.start != 1 else ""
        return f"<{tag}{kind}{start}>{items}</{tag}>"

    def _table(self, rows: list[list[Cell]]) -> str:
        has_head = len(rows) > 1 and all(cell.is_head for cell in rows[0])
        head = f"<thead>{self._row(rows[0], 'col')}</thead>" if has_head else ""
        body = "".join(self._row(row, "row") for row in rows[has_head:])
        return f"<table>{head}<tbody>{body}</tbody></table>"

    def _row(self, cells: list[Cell], scope: str) -> str:
        parts = [
            f'<th scope="{scope}">{words(cell.runs)}</th>' if cell.is_head else f"<td>{words(cell.runs)}</td>"
            for cell in cells
        ]
        return f"<tr{self._id(cells)}>{''.join(parts)}</tr>"
