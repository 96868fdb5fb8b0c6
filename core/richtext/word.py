"""What Word and Outlook put into a page for a list: paragraphs that begin with "·" and a tab, or say ``mso-list``."""

import re
from collections.abc import Iterator

from core.richtext.blocks import BULLETS, Point, Run, Runs, text_of
from core.richtext.inline import without_start
from core.richtext.numbering import printed
from core.richtext.scanning import Node

LEVEL = re.compile(r"mso-list\s*:[^;\"']*?\blevel(\d)", re.IGNORECASE)
IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
ROMAN = re.compile(r"[ivxl]+")
MARKER = re.compile(r"\(?([0-9]{1,3}|[a-z]{1,60})[.)]?")
SIGNS = "·•▪●○◦\uf0b7\uf0a7\uf0d8"
# A number counts where a hand or a program has set it apart from the words: by a tab, or by a row of hard spaces
NUMBER = r"[o–-]|\(?[0-9]{1,3}[.)]|\(?[a-z]\)|[ivx]{1,5}[.)]"
APART = "[ ]*+(?:\t\\s*+|\xa0[ ]*+\xa0\\s*+)"
LEADING = re.compile(rf"\s*(?:([{SIGNS}])\s+|({NUMBER}){APART})")


def point_in_word(paragraph: Node) -> Point | None:
    """The level and kind that Word says of a paragraph of a list."""
    level = LEVEL.search(paragraph.attributes.get("style", ""))
    if not level:
        return None
    marker = next(_markers(paragraph), "").strip()
    return Point(int(level[1]), kind_of_marker(marker), marker=bare(marker))


def says_nothing(node: Node) -> bool:
    """The marker that Word writes for programs that know no lists, and its own empty elements."""
    return bool(IGNORED.search(node.attributes.get("style", "")))


def kind_of_marker(marker: str) -> str:
    found = MARKER.fullmatch(marker)
    if not found or marker == "o":  # a round bullet in a font that has none
        return BULLETS
    if found[1].isdigit():
        return "1"
    return "i" if ROMAN.fullmatch(found[1]) else "a"


def bare(marker: str) -> str:
    return marker.strip("().")


def marker_of(kind: str, number: int) -> str:
    return "•" if kind == BULLETS else printed(kind, number)


def point_in_words(runs: Runs) -> tuple[Point, list[Run]] | None:
    """A paragraph that begins like a point of a list: which point, and the rest of its words."""
    text = text_of(runs)
    found = last = LEADING.match(text)
    if not found:
        return None
    while following := LEADING.match(text, last.end()):
        last = following
    sign, number = found.groups()
    level = 2 if number == "o" else 1
    kind = BULLETS if sign else kind_of_marker(number)
    return Point(level, kind, marker=bare(number or "")), without_start(runs, last.end())


def _markers(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Node):
            if says_nothing(child):
                yield child.text()
            else:
                yield from _markers(child)
