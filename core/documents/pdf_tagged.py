"""A page of a PDF as its tags tell it: headings, paragraphs, lists, tables. Runs in the limited child only."""

import ctypes
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

DEEPEST = 40
ENOUGH = 0.7  # of the page's letters: what its tags leave out beside running lines is not left out here
HEADINGS = {"H": 3, "H1": 2, "H2": 3} | {f"H{level}": 4 for level in range(3, 7)}
IN_A_LINE = {"Span", "Link", "Em", "Strong", "Quote", "Reference", "Code", "Note", "Lbl", "Annot", "Formula"}
BROKEN_WORD = re.compile("[\u00ad\ufffe\x02]\\s*")


def tagged_html(page: pypdfium2.PdfPage, words: str) -> str:
    """Empty for a page without tags, or whose tags tell too little of its ``words``."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return ""
    try:
        reader = _Reader(_marked(page.get_textpage()))
        number = pdfium.FPDF_StructTree_CountChildren(tree)
        tops = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(number)]
        html = "".join(reader.blocks(one, 0) for one in tops if one)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    told = sum(map(str.isalnum, re.sub(r"<[^>]*>|&\w+;", "", html)))
    return html if told and told >= ENOUGH * sum(map(str.isalnum, words)) else ""


def _marked(text: pypdfium2.PdfTextPage) -> dict[int, str]:
    """The words of each piece of the page that a tag can name; spaces of the layout go with what is before them."""
    found: dict[int, list[str]] = defaultdict(list)
    last = -1
    for place in range(pdfium.FPDFText_CountChars(text.raw)):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, place))
        drawn = pdfium.FPDFText_GetTextObject(text.raw, place)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1
        if mark < 0 and letter.isspace():
            mark = last
        found[mark].append(letter)
        last = mark
    return {mark: "".join(letters) for mark, letters in found.items() if mark >= 0}


class _Reader:
    """Each piece is told once, whatever the tags say."""

    def __init__(self, marked: dict[int, str]) -> None:
        self.marked = marked

    def blocks(self, element: Any, depth: int) -> str:
        kind = _kind(element)
        if depth > DEEPEST:
            return ""
        if kind in HEADINGS:
            return _wrapped(f"h{HEADINGS[kind]}", self.line(element, depth))
        if kind in ("L", "Table"):
            return self.list(element, depth) if kind == "L" else self.table(element, depth)
        if kind == "Figure":
            described = _said(pdfium.FPDF_StructElement_GetAltText, element)
            return _wrapped("p", escape(described)) + _wrapped("p", self.line(element, depth))
        if kind == "P" or kind in IN_A_LINE or not any(True for _ in _below(element)):
            return _wrapped("p", self.line(element, depth))
        return self._holder(element, depth)

    def _holder(self, element: Any, depth: int) -> str:
        """What only holds others; words that stand in it bare, or in pieces of a line, are a paragraph."""
        found, bare = [], ""
        for child, mark in _kids(element):
            if child is not None and _kind(child) not in IN_A_LINE:
                found += [_wrapped("p", bare), self.blocks(child, depth + 1)]
                bare = ""
            else:
                bare += self.line(child, depth + 1) if child is not None else self._piece(mark)
        return "".join([*found, _wrapped("p", bare)])

    def list(self, element: Any, depth: int) -> str:
        """Its numbers are those of the list again; letters stay before their point."""
        items = [child for child in _below(element) if _kind(child) == "LI"]
        labels = [self._label(one, depth) for one in items]
        is_numbered = bool(labels) and all(label.rstrip(".)").isdigit() for label in labels)
        points = [
            _wrapped("li", f"{'' if is_numbered else label} {self.line(one, depth + 1)}")
            for label, one in zip(labels, items, strict=True)
        ]
        return _wrapped("ol" if is_numbered else "ul", "".join(points))

    def _label(self, item: Any, depth: int) -> str:
        said = "".join(self.line(one, depth) for one in _below(item) if _kind(one) == "Lbl").strip()
        return said if any(map(str.isalnum, said)) else ""

    def table(self, element: Any, depth: int) -> str:
        rows = []
        for row in _found(element, "TR", depth):
            cells = [(_kind(one).lower(), one) for one in _below(row) if _kind(one) in ("TH", "TD")]
            rows.append("".join(f"<{kind}>{self.line(one, depth).strip()}</{kind}>" for kind, one in cells))
        return _wrapped("table", "".join(_wrapped("tr", row) for row in rows))

    def line(self, element: Any, depth: int) -> str:
        """Its words and those of all below it."""
        if depth > DEEPEST:
            return ""
        parts = [
            self.line(child, depth + 1) + (" " if _kind(child) not in IN_A_LINE else "")
            if child is not None
            else self._piece(mark)
            for child, mark in _kids(element)
        ]
        return "".join(parts)

    def _piece(self, mark: int) -> str:
        return escape(BROKEN_WORD.sub("", self.marked.pop(mark, "")))


def _wrapped(name: str, inside: str) -> str:
    inside = " ".join(inside.split())
    return f"<{name}>{inside}</{name}>" if inside else ""


def _kids(element: Any) -> Iterator[tuple[Any, int]]:
    for place in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)
        yield (child or None), mark


def _below(element: Any) -> Iterator[Any]:
    return (child for child, _ in _kids(element) if child is not None)


def _found(element: Any, kind: str, depth: int) -> Iterator[Any]:
    for child in _below(element) if depth <= DEEPEST else ():
        if _kind(child) == kind:
            yield child
        else:
            yield from _found(child, kind, depth + 1)


def _kind(element: Any) -> str:
    return _said(pdfium.FPDF_StructElement_GetType, element)


def _said(ask: Callable[..., int], element: Any) -> str:
    length = ask(element, None, 0)
    if length <= 2:
        return ""
    held = ctypes.create_string_buffer(length)
    ask(element, held, length)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0").replace("\0", "")
