"""What stands in another language says so, and words written from right to left can be read in their order."""

from collections.abc import Iterator

import pydyf
import weasyprint
from weasyprint.formatting_structure import boxes

PART, TAG = "article", "/Art"  # what may stand in another language, and what it is in the PDF


def tell_languages(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """For every article with a language, and what has another inside it. ValueError if tags and boxes do not agree."""
    parts = list(_parts(document))
    if any(box.element.get("lang") for box in parts):
        for box, tag in zip(parts, _tags(pdf), strict=True):
            _tell(pdf, box, tag)


def _parts(document: weasyprint.Document) -> Iterator[boxes.Box]:
    for page in document.pages:
        yield from (box for box in page._page_box.descendants() if box.element_tag == PART)


def _tags(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """WeasyPrint adds them in the order of the boxes."""
    for held in pdf.objects:
        if isinstance(held, pydyf.Dictionary) and held.get("S") == TAG:
            yield held


def _tell(pdf: pydyf.PDF, box: boxes.Box, tag: pydyf.Dictionary) -> None:
    if isinstance(box, boxes.TextBox):
        _tell_words(box, tag)
        return
    if language := box.element is not None and box.element.get("lang"):
        tag["Lang"] = pydyf.String(language)
    for inner, reference in zip(_inside(box), tag["K"], strict=True):
        _tell(pdf, inner, pdf.objects[int(reference.split()[0])])


def _tell_words(box: boxes.TextBox, tag: pydyf.Dictionary) -> None:
    """The glyphs of a line go from left to right whatever its direction is: only this tells how it is read."""
    if box.style["direction"] == "rtl":
        tag["ActualText"] = pydyf.String(box.text)


def _inside(box: boxes.ParentBox) -> Iterator[boxes.Box]:
    for child in box.children:
        yield from child.children if isinstance(child, boxes.LineBox) else [child]
