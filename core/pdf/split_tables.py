"""A table that runs over pages is one table to a screen reader, and its repeated head is read out once."""

from xml.etree.ElementTree import Element

import pydyf
import weasyprint

LEFT_OUT = ("/THead", "/Caption")  # of every part but the first; tagging.py then marks them as artifacts


def join_split_tables(document: weasyprint.Document, pdf: pydyf.PDF, root: Element) -> None:
    """WeasyPrint tags each page's part of a table as a table of its own."""
    tables = _tables_of_cells(root)
    parts: dict[Element, dict[int, pydyf.Dictionary]] = {}
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element_tag in ("td", "th") and hasattr(box, "mark"):
                part = _ancestor(pdf, box.mark, "/Table")
                parts.setdefault(tables[box.element], {}).setdefault(part.number, part)
    for first, *rest in (list(found.values()) for found in parts.values()):
        for part in rest:
            _join(pdf, first, part)


def _tables_of_cells(root: Element) -> dict[Element, Element]:
    """The innermost table of each cell: inner tables come later in document order, and win."""
    return {cell: table for table in root.iter("table") for cell in table.iter() if cell.tag in ("td", "th")}


def _ancestor(pdf: pydyf.PDF, element: pydyf.Dictionary, kind: str) -> pydyf.Dictionary:
    while element["S"] != kind:
        element = _at(pdf, element["P"])
    return element


def _at(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]


def _join(pdf: pydyf.PDF, first: pydyf.Dictionary, part: pydyf.Dictionary) -> None:
    for reference in part["K"]:
        group = _at(pdf, reference)
        if group["S"] not in LEFT_OUT:
            group["P"] = first.reference
            first["K"].append(reference)
        elif group["S"] == "/THead":
            _name_the_first_heads(pdf, group, f"{part.number}-", f"{first.number}-")
    _at(pdf, part["P"])["K"].remove(part.reference)


def _name_the_first_heads(pdf: pydyf.PDF, head: pydyf.Dictionary, old: str, new: str) -> None:
    """A cell's list of heads shares these names ("table-row-column"), so it now names the heads of the first part."""
    for row in (_at(pdf, reference) for reference in head["K"]):
        for cell in (_at(pdf, reference) for reference in row["K"]):
            if "ID" in cell:
                cell["ID"].string = cell["ID"].string.replace(old, new, 1)
