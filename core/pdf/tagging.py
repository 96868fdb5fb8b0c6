"""Finishes the tags of a PDF that WeasyPrint has written, so that it keeps what PDF/UA-1 (ISO 14289-1) promises."""

import re
from collections.abc import Iterable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from .preparing import DECORATION

PRODUCER = "Corporate Parenting Panel portal"
PRINT = 4  # annotation flag, ISO 32000-1 table 165
POINTS = 0.75  # a CSS pixel
MARKED = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC\b")  # as WeasyPrint writes it; strings are in hexadecimal
ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def finish(written: bytes) -> bytes:
    """The same input gives the same bytes: no clock, no random number, and an identifier made from the content."""
    with pikepdf.open(BytesIO(written)) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot.K))
        decorations = [element for element in elements if _is_decoration(element)]
        for element in decorations:
            _take_out(element)
        for element in elements:
            if Name.Figure == element.S and "/A" in element:
                _place(element)
        read_out = {element.objgen for element in elements} - {element.objgen for element in decorations}
        for number, page in enumerate(pdf.pages):
            _mark_artifacts(pdf, page, _parents(pdf, number), read_out)
            for annotation in page.get("/Annots", ()):
                annotation.F = PRINT
        _index(pdf, elements)
        _name_producer(pdf)
        finished = BytesIO()
        pdf.save(finished, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return finished.getvalue()


def _elements(kids: pikepdf.Object) -> Iterable[pikepdf.Object]:
    """Every structure element below, in reading order."""
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            if "/K" in kid:
                yield from _elements(kid.K)


def _is_decoration(element: pikepdf.Object) -> bool:
    return str(element.get("/Alt", "")) == DECORATION


def _take_out(element: pikepdf.Object) -> None:
    parent = element.P
    parent.K = Array([kid for kid in parent.K if not _is_same(kid, element)])


def _is_same(kid: pikepdf.Object, element: pikepdf.Object) -> bool:
    return isinstance(kid, Dictionary) and kid.objgen == element.objgen


def _place(figure: pikepdf.Object) -> None:
    """WeasyPrint gives a figure's box in CSS pixels from the top; PDF counts points from the foot."""
    left, top, right, bottom = (float(number) * POINTS for number in figure.A.BBox)
    height = float(figure.Pg.MediaBox[3])
    figure.A.BBox = Array([round(number, 2) for number in (left, height - bottom, right, height - top)])


def _parents(pdf: pikepdf.Pdf, page_number: int) -> Array:
    """The element that owns each marked content of the page, by its number."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return numbers[page_number * 2 + 1]


def _mark_artifacts(pdf: pikepdf.Pdf, page: pikepdf.Page, owners: Array, read_out: set) -> None:
    """Running headers, page numbers and decoration: on the page, but not read out."""
    silent = {number for number, owner in enumerate(owners) if owner.objgen not in read_out}
    if not silent:
        return

    def marking(match: re.Match) -> bytes:
        return ARTIFACT if int(match[1]) in silent else match[0]

    page.Contents = pdf.make_stream(MARKED.sub(marking, page.Contents.read_bytes()))
    for number in silent:
        owners[number] = None


def _index(pdf: pikepdf.Pdf, elements: list[pikepdf.Object]) -> None:
    """Table cells name their heads; readers look the names up here (ISO 32000-1, 14.7.2)."""
    named = sorted((bytes(element.ID), element) for element in elements if "/ID" in element)
    if named:
        names = Array([item for name, element in named for item in (pikepdf.String(name.decode()), element)])
        limits = Array([names[0], names[-2]])
        leaf = pdf.make_indirect(Dictionary(Names=names, Limits=limits))
        pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Kids=Array([leaf])))


def _name_producer(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[Name.Producer] = PRODUCER
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdf:Producer"] = PRODUCER
