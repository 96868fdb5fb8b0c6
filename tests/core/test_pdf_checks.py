"""Each check must bite: a good document is broken in one way, and that, and only that, is found."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from core.pdf import render
from tests.core.documents import TITLE, document
from tests.pdf_checks import elements, problems

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def good() -> bytes:
    return render(document(rows=2), title=TITLE)


def first(pdf: Pdf, kind: str) -> pikepdf.Object:
    return next(element for element in elements(pdf) if str(element.S) == kind)


def xmp(pdf: Pdf, key: str, value: str | None) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        del metadata[key]
        if value:
            metadata[key] = value


def on_page(pdf: Pdf, content: bytes) -> None:
    pdf.pages[0].contents_add(content)


def rename(pdf: Pdf, kind: str, other: str) -> None:
    first(pdf, kind).S = Name(other)


def remove_embedded_font(pdf: Pdf) -> None:
    for part in pdf.objects:
        if isinstance(part, Dictionary) and part.get("/Type") == "/FontDescriptor":
            del part[next(key for key in part.keys() if key.startswith("/FontFile"))]  # noqa: SIM118
            return


def remove_letters_of_a_font(pdf: Pdf) -> None:
    del next(part for part in pdf.objects if isinstance(part, Dictionary) and "/ToUnicode" in part)[
        "/ToUnicode"
    ]


def take_from_tree(pdf: Pdf, kind: str) -> None:
    element = first(pdf, kind)
    element.P.K = Array([kid for kid in element.P.K if kid.objgen != element.objgen])


def act(pdf: Pdf, **action) -> None:
    pdf.pages[0].Annots[0].A = Dictionary(**action)


def second_head(pdf: Pdf) -> None:
    table = first(pdf, "/Table")
    table.K.append(pdf.make_indirect(Dictionary(S=Name.THead, P=table, K=Array())))


def drop(pdf: Pdf, kind: str, key: str) -> None:
    del first(pdf, kind)[key]


def drop_name_of_a_column(pdf: Pdf) -> None:
    del [element for element in elements(pdf) if element.S == "/TH"][1]["/ID"]


def no_bookmarks(pdf: Pdf) -> None:
    del pdf.Root["/Outlines"]


BREAKAGES: list[tuple[Callable[[Pdf], object], str]] = [
    (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "no tags at all"),
    (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "not marked as tagged"),
    (lambda pdf: pdf.Root.__delitem__("/Lang"), "no language"),
    (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), "the title is not shown in the window"),
    (lambda pdf: xmp(pdf, "pdfuaid:part", "2"), "does not say that it keeps PDF/UA-1"),
    (lambda pdf: xmp(pdf, "dc:title", None), "no title"),
    (lambda pdf: drop(pdf, "/Figure", "/Alt"), "a figure without a description"),
    (lambda pdf: first(pdf, "/TH").A.__delitem__("/Scope"), "a table head without a scope"),
    (drop_name_of_a_column, "a table cell names a head that is not there"),
    (lambda pdf: rename(pdf, "/H2", "/H1"), "heading level 3 follows level 1"),
    (lambda pdf: rename(pdf, "/H1", "/H3"), "the first heading has level 3"),
    (lambda pdf: rename(pdf, "/LI", "/Div"), "/Div in /L"),
    (lambda pdf: rename(pdf, "/TBody", "/Sect"), "/Sect in /Table"),
    (lambda pdf: rename(pdf, "/TD", "/P"), "/P in /TR"),
    (second_head, "a table with two heads"),
    (lambda pdf: pdf.pages[0].Annots[0].__setitem__("/Contents", " "), "a link without words"),
    (lambda pdf: pdf.pages[0].Annots[0].__setitem__("/F", 0), "a link that does not print"),
    (lambda pdf: rename(pdf, "/Link", "/Span"), "a link that is not tagged"),
    (lambda pdf: pdf.pages[0].__delitem__("/Tabs"), "page 1: the tab key does not follow the tags"),
    (lambda pdf: pdf.pages[0].__delitem__("/StructParents"), "page 1 is not tagged"),
    (lambda pdf: on_page(pdf, b"0 0 5 5 re f"), "page 1: content that is neither tagged nor an artifact"),
    (
        lambda pdf: on_page(pdf, b"/P <</MCID 9999>> BDC EMC"),
        "page 1: content whose tag is not in the document",
    ),
    (
        lambda pdf: on_page(pdf, b"/P <</MCID 0>> BDC /Artifact BMC EMC EMC"),
        "page 1: an artifact and tagged content lie in each other",
    ),
    (lambda pdf: take_from_tree(pdf, "/H1"), "page 1: content whose tag is not in the document"),
    (remove_embedded_font, "is not embedded"),
    (remove_letters_of_a_font, "does not say what its letters are"),
    (lambda pdf: act(pdf, S=Name.JavaScript, JS="app.alert(1)"), "an active part: /JavaScript"),
    (lambda pdf: act(pdf, S=Name.Launch, F="a.exe"), "an active part: /Launch"),
    (lambda pdf: act(pdf, S=Name.URI, URI="file:///etc/passwd"), "a link to file:///etc/passwd"),
    (lambda pdf: pdf.pages[0].__setitem__("/AA", Dictionary()), "an active part: /AA"),
    (lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary()), "an active part: /OpenAction"),
    (no_bookmarks, "no bookmarks"),
]


def test_a_good_document_has_no_problem(good):
    assert problems(good) == []


@pytest.mark.parametrize(("breakage", "problem"), BREAKAGES, ids=[problem for _, problem in BREAKAGES])
def test_a_broken_document_is_found_out(good, breakage, problem):
    with pikepdf.open(BytesIO(good)) as pdf:
        breakage(pdf)
        broken = BytesIO()
        pdf.save(broken)

    assert [found for found in problems(broken.getvalue()) if problem in found]
