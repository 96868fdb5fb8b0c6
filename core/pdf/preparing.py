"""Puts right, in the parsed HTML, what would otherwise make a wrong or inaccessible PDF."""

import re
import unicodedata
from collections.abc import Collection
from xml.etree.ElementTree import Element, SubElement

from .faults import PdfError

SVG = "{http://www.w3.org/2000/svg}"
DECORATION = "\ue000decoration"  # a description that tagging.py turns into "not to be read out"
LINKS_KEPT = ("#", "http://", "https://", "mailto:", "tel:", "attachment:")
NEVER_PRINTED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
JOINERS = re.compile("(?<![\u0620-\u06ff])\u200d|[\ufe0e\ufe0f]")  # of emoji: Arabic letters need theirs
BLOCKS = ("p", "ol", "ul", "blockquote", "table", "div")
NEVER_IN_A_DOCUMENT = ("base", "script", "iframe", "object", "embed", "form")


def prepare(root: Element, *, title: str, lang: str, base_url: str, covered: Collection[int]) -> None:
    """``covered`` are the code points of the document font. Raises PdfError for a picture without a description."""
    root.set("lang", lang)
    _set_title(root, title)
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter()):
        if element.tag in NEVER_IN_A_DOCUMENT:
            parents[element].remove(element)
        elif element.tag == "a":
            _keep_safe_link(element, may_be_relative=bool(base_url))
        elif element.tag == "img":
            element.set("alt", _description(element.get("alt")))
        elif element.tag == f"{SVG}svg" and not parents[element].tag.startswith(SVG):
            _describe_drawing(element)
        element.text, element.tail = _printable(element.text, covered), _printable(element.tail, covered)
    for item in list(root.iter("li")):
        _give_body(item)
    for points in root.iter("ol"):
        _begin_as_said(points)


def _begin_as_said(points: Element) -> None:
    """WeasyPrint reads styles only, not the number a list begins with."""
    start = points.get("start", "")
    if start.isascii() and start.isdigit():
        points.set("style", f"counter-reset: list-item {int(start) - 1}; {points.get('style', '')}")


def _give_body(item: Element) -> None:
    """Paragraphs and lists in a point get one element around them, which WeasyPrint tags as the point's body (LBody).

    Without it paragraphs stand where PDF/UA allows none, and a list in a list is read out after what follows it.
    """
    if any(child.tag in BLOCKS for child in item):
        body = Element("dd")
        body.text, body[:] = item.text, item[:]
        item.text, item[:] = None, [body]


def _set_title(root: Element, title: str) -> None:
    head = root.find("head")
    for old in head.findall("title"):
        head.remove(old)
    SubElement(head, "title").text = title


def _keep_safe_link(link: Element, *, may_be_relative: bool) -> None:
    """A link that leads nowhere from a printed page becomes plain words, and is not read out as a link."""
    href = link.get("href", "").strip()
    relative = may_be_relative and ":" not in href.split("/")[0]
    if not href.lower().startswith(LINKS_KEPT) and not relative:
        link.attrib.pop("href", None)
        link.tag = "span"


def _description(words: str | None) -> str:
    if words is None:
        raise PdfError("no_description")
    return " ".join(words.split()) or DECORATION


def _describe_drawing(drawing: Element) -> None:
    """WeasyPrint reads out ``<title>`` only: title and description of a chart become one text."""
    title, more = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    if title is None:
        hidden = drawing.get("aria-hidden") == "true"
        title = SubElement(drawing, f"{SVG}title")
        title.text = _description("" if hidden else drawing.get("aria-label"))
        return
    sentences = [" ".join((part.text or "").split()) for part in (title, more) if part is not None]
    title.text = _description(". ".join(sentence.rstrip(".") for sentence in sentences if sentence) + ".")


def _printable(text: str | None, covered: Collection[int]) -> str | None:
    """Emoji that the font lacks become words: [grinning face]. Other letters are left for the check after layout."""
    if not text:
        return text
    text = NEVER_PRINTED.sub("", text)
    if text.isascii():
        return text
    return "".join(c if ord(c) in covered else _in_words(c) for c in JOINERS.sub("", text))


def _in_words(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Sk":  # a skin tone
        return ""
    return f"[{unicodedata.name(character, 'symbol').lower()}]" if kind == "So" else character
