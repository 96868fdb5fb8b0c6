"""Words that Word hides: not shown, not printed, and not published. Runs in the limited child only."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .word_package import MAIN, Package

STYLES = "word/styles.xml"
PARTS = (MAIN, "word/footnotes.xml", "word/endnotes.xml")
STAYS = ("rPr", "fldChar", "instrText")  # a field needs its beginning and its end
OFF = ("0", "false", "off")


def without_hidden(data: bytes, package: Package) -> tuple[bytes, int]:
    """The file without them, and in how many places they stood. Raises ElementTree.ParseError."""
    if not any(":vanish" in package.texts.get(name, "") for name in (*PARTS, STYLES)):
        return data, 0
    styles = _Styles(package.texts.get(STYLES, ""))
    changed, found = {}, 0
    for name in PARTS:
        if name in package.texts:
            top = ElementTree.fromstring(package.texts[name])  # noqa: S314  it has no entities: word_package
            found += _take_out(top, styles)
            changed[name] = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return _packed(data, changed), found


class _Styles:
    """Which of them hide, each with what it is based on."""

    def __init__(self, xml: str) -> None:
        top = ElementTree.fromstring(xml) if xml else Element("none")  # noqa: S314
        self.known = {_value(one, "styleId"): one for one in top if _is(one, "style")}
        self.usual = next((key for key, one in self.known.items() if _is_usual(one)), "")

    def hides(self, key: str) -> bool:
        seen: set[str] = set()
        while key in self.known and key not in seen:
            seen.add(key)
            style = self.known[key]
            said = _vanishes(_child(style, "rPr"))
            if said is not None:
                return said
            key = _value(_child(style, "basedOn"), "val")
        return False


def _take_out(top: Element, styles: _Styles) -> int:
    found = 0
    for paragraph in [one for one in top.iter() if _is(one, "p")]:
        key = _value(_child(_child(paragraph, "pPr"), "pStyle"), "val") or styles.usual
        of_paragraph = styles.hides(key)
        for holder in _holders(paragraph):
            for run in [one for one in holder if _is(one, "r") and _is_hidden(one, styles, of_paragraph)]:
                found += any(_is(one, "t") and (one.text or "").strip() for one in run.iter())
                for part in [one for one in run if not any(_is(one, name) for name in STAYS)]:
                    run.remove(part)
    return found


def _holders(paragraph: Element) -> Iterator[Element]:
    """What may have runs: the paragraph, and links and changes in it; a paragraph inside has its own turn."""
    yield paragraph
    for one in paragraph:
        if not _is(one, "p") and not _is(one, "r"):
            yield from _holders(one)


def _is_hidden(run: Element, styles: _Styles, of_paragraph: bool) -> bool:
    """A style of letters turns round what the style of the paragraph says; what the run says itself counts."""
    own = _child(run, "rPr")
    said = _vanishes(own)
    return styles.hides(_value(_child(own, "rStyle"), "val")) != of_paragraph if said is None else said


def _vanishes(properties: Element | None) -> bool | None:
    found = _child(properties, "vanish")
    return None if found is None else _value(found, "val").lower() not in OFF


def _is_usual(style: Element) -> bool:
    return _value(style, "type") == "paragraph" and _value(style, "default") in ("1", "true", "on")


def _child(element: Element | None, name: str) -> Element | None:
    return next((one for one in element if _is(one, name)), None) if element is not None else None


def _is(element: Element, name: str) -> bool:
    return str(element.tag).rpartition("}")[2] == name


def _value(element: Element | None, name: str) -> str:
    held = element.attrib.items() if element is not None else ()
    return next((value for key, value in held if key.rpartition("}")[2] == name), "")


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, changed.get(info.filename) or old.read(info))
    return out.getvalue()
