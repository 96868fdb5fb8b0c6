"""From HTML, whoever wrote it, to blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.richtext.addresses import safe_address
from core.richtext.blocks import (
    BULLETS,
    ORDERED,
    Block,
    Cell,
    Heading,
    Item,
    Paragraph,
    Points,
    Quote,
    Run,
    Table,
)
from core.richtext.scanning import BLOCKS, Node, scan
from core.richtext.word import marker_of, point_in_word, says_nothing

MARK_OF = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "sub": "sub", "sup": "sup"}
LEVEL_OF = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(
    r"(?<![\w-])font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE
)  # Google's outermost <b>
ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*italic", re.IGNORECASE)
KIND_OF_STYLE = {"decimal": "1", "lower-alpha": "a", "lower-latin": "a", "lower-roman": "i"}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
ROWS = ("thead", "tbody", "tfoot")


def blocks_in(markup: str) -> list[Block]:
    return list(_blocks(scan(markup), Run("")))


@dataclass
class _Flow:
    """Words waiting for the end of their paragraph."""

    words: list[Run]

    def end(self) -> Iterator[Block]:
        if self.words:
            yield Paragraph(self.words)
            self.words = []


def _blocks(node: Node, look: Run) -> Iterator[Block]:
    flow = _Flow([])
    yield from _into(flow, node, look)
    yield from flow.end()


def _into(flow: _Flow, node: Node, look: Run) -> Iterator[Block]:
    for child in node.children:
        if isinstance(child, str):
            flow.words.append(replace(look, text=child.replace("\n", " ")))
        elif child.name == "br":
            flow.words.append(replace(look, text="\n"))
        elif child.name in BLOCKS:
            yield from flow.end()
            yield from _block(child, _styled(child, look))
        elif not says_nothing(child):
            yield from _into(flow, child, _styled(child, look))


def _styled(node: Node, look: Run) -> Run:
    marks = set(look.marks)
    style = node.attributes.get("style", "")
    if node.name in MARK_OF and not NOT_BOLD.search(style):
        marks.add(MARK_OF[node.name])
    if node.name == "span":
        marks |= {mark for mark, sign in (("strong", BOLD), ("em", ITALIC)) if sign.search(style)}
    if {"sub", "sup"} <= marks:
        marks.discard("sub")
    href = safe_address(node.attributes.get("href", "")) if node.name == "a" else ""
    return Run("", frozenset(marks), href or look.href)


def _block(node: Node, look: Run) -> Iterator[Block]:
    match node.name:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            for block in _blocks(node, look):
                yield Heading(LEVEL_OF[node.name], block.runs) if isinstance(block, Paragraph) else block
        case "ol" | "ul":
            yield Points(_kind(node), list(_items(node, look)))
        case "li":  # outside a list
            yield Points(BULLETS, [Item(list(_blocks(node, look)))])
        case "blockquote":
            yield Quote(list(_blocks(node, look)))
        case "table":
            yield from _table(node, look)
        case "p" if point := point_in_word(node):
            yield replace(point, blocks=list(_blocks(node, look)))
        case _:
            yield from _blocks(node, look)


def _kind(node: Node) -> str:
    if node.name == "ul":
        return BULLETS
    kind = node.attributes.get("type", "").strip()
    if kind.lower() in ORDERED:
        return kind.lower()
    style = STYLE.search(node.attributes.get("style", ""))
    return KIND_OF_STYLE.get(style[1].lower(), "") if style else ""


def _items(node: Node, look: Run) -> Iterator[Item]:
    """A list that stands between the points belongs to the point before it, as Word writes it."""
    last: Item | None = None
    for child in node.children:
        if isinstance(child, Node) and child.name == "li":
            last = Item(list(_blocks(child, _styled(child, look))))
            yield last
        elif isinstance(child, Node) and child.name in ("ol", "ul") and last:
            last.blocks.extend(_block(child, look))
        elif isinstance(child, Node) or child.strip():
            last = Item(list(_blocks(Node("", children=[child]), look)))
            yield last


def _table(node: Node, look: Run) -> Iterator[Block]:
    rows: list[list[Cell]] = []
    for child in node.children:
        if not isinstance(child, Node):
            if child.strip():
                yield Paragraph([replace(look, text=child.replace("\n", " "))])
        elif child.name in ROWS or child.name == "tr":
            for row in [child] if child.name == "tr" else child.children:
                rows.append(list(_cells(row, look, is_head=child.name == "thead")))
        else:  # a caption, or words gone astray
            yield from _blocks(Node("", children=[child]), look)
    yield Table(rows)


def _cells(row: Node | str, look: Run, *, is_head: bool) -> Iterator[Cell]:
    for cell in [row] if isinstance(row, str) else row.children:
        if isinstance(cell, Node):
            found = list(_blocks(cell, _styled(cell, look)))
            yield Cell(_lines(found), is_head or cell.name == "th")
        elif cell.strip():  # words gone astray
            yield Cell([replace(look, text=cell.replace("\n", " "))], is_head)


def _lines(blocks: list[Block]) -> list[Run]:
    """What stands in a cell, as lines."""
    runs: list[Run] = []
    for block in blocks:
        match block:
            case Paragraph(found) | Heading(_, found):
                runs += [*found, Run("\n")]
            case Points(_, items):
                for number, item in enumerate(items, 1):
                    runs += [Run(f"{marker_of(block.kind or '1', number)} "), *_lines(item.blocks)]
            case Table(rows):
                for row in rows:
                    runs += [run for cell in row for run in (*cell.runs, Run(" "))] + [Run("\n")]
            case Quote(inner) | Item(inner):
                runs += _lines(inner)
            case _:
                runs += _lines(block.blocks)
    return runs
