"""The drawing of one page, with room for stamps around it and its tags in order."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from meetings.pack.faults import PackFault
from meetings.pack.orders import Asked, Facts
from meetings.pack.places import Matrix, moved_box, product
from meetings.pack.structure import Tags

SHOWS_TEXT = re.compile(rb"T[jJ]\b|['\"]\s")
NESTED = re.compile(rb"/Artifact\b|\bBDC\b|\bBMC\b")
BALANCED = "q Q BT ET BMC BDC EMC"


def content_of(page: pikepdf.Page, number: int) -> bytes:
    """What is drawn, decoded. Raises PackFault when a part of it cannot be."""
    held = page.obj.get("/Contents", Array())
    streams = list(held) if isinstance(held, Array) else [held]
    if not all(isinstance(stream, pikepdf.Stream) for stream in streams):
        raise PackFault("damaged", page=number)
    try:
        return b"\n".join(stream.read_bytes() for stream in streams)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise PackFault("damaged", page=number) from None


def wrap_tagged(
    pdf: pikepdf.Pdf, page: pikepdf.Page, content: bytes, move: Matrix | None, asked: Asked
) -> None:
    """The content stays the page's own, since its marks are counted by page."""
    before, after = (b"", b"") if asked.is_ours else _balance(pdf, content)
    if move is not None:
        _move_patterns(pdf, page, move)
    parts = [_begin(page, move), before, content, after, b"Q\n"]
    page.Contents = pdf.make_stream(b"\n".join(part for part in parts if part))


def _begin(page: pikepdf.Page, move: Matrix | None) -> bytes:
    """What lay outside the page before stays outside it."""
    if move is None:
        return b"q"
    left, bottom, right, top = box_of(page)
    return b"q %s cm %s re W n" % (_numbers(move), _numbers((left, bottom, right - left, top - bottom)))


def wrap_untagged(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    content: bytes,
    move: Matrix | None,
    tags: Tags,
    asked: Asked,
    facts: Facts,
) -> None:
    """The page becomes one drawing: described, or when it has words, read out as a paragraph."""
    if not content.strip():
        page.Contents = pdf.make_stream(b"")
        tags.add(page.obj, Array())
        return
    element = _described(pdf, page, content, tags, asked, facts)
    if "/A" in element and move is not None:
        element.A.BBox = Array([round(side, 2) for side in moved_box(move, box_of(page))])
    resources = page.obj.get("/Resources", Dictionary())
    whole = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox)
    whole.Resources = resources
    page.Resources = Dictionary(XObject=Dictionary(PortalPage=whole))
    kind = str(element.S).encode()
    drawn = b"%s <</MCID 0>> BDC\n%s\n/PortalPage Do\nQ\nEMC\n" % (kind, _begin(page, move))
    page.Contents = pdf.make_stream(drawn)
    tags.add(page.obj, Array([element]))


def _described(
    pdf: pikepdf.Pdf, page: pikepdf.Page, content: bytes, tags: Tags, asked: Asked, facts: Facts
) -> pikepdf.Object:
    has_words = bool(SHOWS_TEXT.search(content)) or _has_words_inside(page)
    if NESTED.search(content):
        facts.problems.append("marks on a page without tags")
    number = page.index + 1
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P if has_words else Name.Figure, P=tags.top, Pg=page.obj, K=0)
    )
    if has_words:
        facts.problems.append("words without tags")
    else:
        element.Alt = String(f"{asked.title}, page {number} of {facts.pages}: a picture without text.")
        element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=page.MediaBox)
    append(tags.top, element)
    return element


def append(top: pikepdf.Object, element: pikepdf.Object) -> None:
    held = top.get("/K")
    kids = list(held) if isinstance(held, Array) else ([] if held is None else [held])
    top.K = Array([*kids, element])


def _has_words_inside(page: pikepdf.Page) -> bool:
    drawings = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    forms = [
        one
        for one in (drawings.values() if isinstance(drawings, Dictionary) else ())
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form
    ]
    return any(SHOWS_TEXT.search(form.read_bytes()) for form in forms)


def _balance(pdf: pikepdf.Pdf, content: bytes) -> tuple[bytes, bytes]:
    """What must stand before and after, so that a stamp is not drawn inside something left open."""
    try:
        found = pikepdf.parse_content_stream(pdf.make_stream(content), BALANCED)
    except pikepdf.PdfError:
        raise PackFault("unreadable") from None
    depth = lowest = marks = texts = 0
    for _, operator in found:
        name = str(operator)
        depth += (name == "q") - (name == "Q")
        lowest = min(lowest, depth)
        texts += (name == "BT") - (name == "ET")
        marks += (name in ("BMC", "BDC")) - (name == "EMC")
    return b"q " * -lowest, b"ET " * max(0, texts) + b"EMC " * max(0, marks) + b"Q " * (depth - lowest)


def _move_patterns(pdf: pikepdf.Pdf, page: pikepdf.Page, move: Matrix) -> None:
    """A pattern is drawn from the page's own corner, whatever moves the rest."""
    resources = page.obj.get("/Resources", Dictionary())
    patterns = resources.get("/Pattern")
    if not isinstance(patterns, Dictionary) or not len(patterns.keys()):
        return
    own = Dictionary(dict(resources.items()))
    own.Pattern = Dictionary({key: _moved_pattern(pdf, one, move) for key, one in patterns.items()})
    page.Resources = own


def _moved_pattern(pdf: pikepdf.Pdf, pattern: pikepdf.Object, move: Matrix) -> pikepdf.Object:
    held = [float(number) for number in pattern.get("/Matrix", (1, 0, 0, 1, 0, 0))]
    copy = pdf.make_stream(pattern.read_raw_bytes()) if isinstance(pattern, pikepdf.Stream) else Dictionary()
    for key, value in pattern.items():
        if key != "/Length":
            copy[key] = value
    copy.Matrix = Array([round(number, 6) for number in product(tuple(held), move)])
    return pdf.make_indirect(copy)


def box_of(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(side) for side in page.MediaBox)
    return left, bottom, right, top


def _numbers(numbers: tuple[float, ...]) -> bytes:
    return " ".join(f"{number:.5f}".rstrip("0").rstrip(".") for number in numbers).encode()
