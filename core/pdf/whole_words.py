"""A paragraph is one tag, not one for each of its lines: a third of the objects, which every pack has to carry on."""

from collections.abc import Iterator

import pydyf

HOLD_WORDS = {
    "/P",
    "/H1",
    "/H2",
    "/H3",
    "/H4",
    "/H5",
    "/H6",
    "/TH",
    "/TD",
    "/Caption",
    "/LBody",
    "/Lbl",
    "/Span",
}
OF_A_LINE = {"Type", "S", "K", "Pg", "P"}  # one that says nothing more says nothing at all


def join_lines(pdf: pydyf.PDF) -> None:
    """WeasyPrint tags every line as a span of its own. Their marks become those of the element around them."""
    moved: dict[bytes, bytes] = {}
    for element in _elements(pdf):
        if element["S"] in HOLD_WORDS:
            _take_marks(pdf, element, moved)
    numbers = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for owners in numbers:
        if isinstance(owners, list):
            owners[:] = [_now(owner, moved) for owner in owners]


def _elements(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """The inner ones first: they were added last."""
    for held in reversed(pdf.objects):
        if isinstance(held, pydyf.Dictionary) and held.get("Type") == "/StructElem":
            yield held


def _take_marks(pdf: pydyf.PDF, element: pydyf.Dictionary, moved: dict[bytes, bytes]) -> None:
    marks: list[object] = []
    for kid in element["K"]:
        line = _at(pdf, kid) if isinstance(kid, bytes) else None
        if line is not None and _is_a_line(line, element):
            line.free = "f"
            moved[kid] = element.reference
            marks += line["K"]
        else:
            marks.append(kid)
    element["K"][:] = marks


def _is_a_line(line: pydyf.Object, around: pydyf.Dictionary) -> bool:
    return (
        isinstance(line, pydyf.Dictionary)
        and line.get("S") == "/Span"
        and line.get("Pg") == around["Pg"]
        and set(line) <= OF_A_LINE
        and all(isinstance(mark, int) for mark in line["K"])
    )


def _now(owner: bytes, moved: dict[bytes, bytes]) -> bytes:
    while owner in moved:
        owner = moved[owner]
    return owner


def _at(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return pdf.objects[int(reference.split()[0])]
