"""Leaves of a page what a reader sees, and links. Everything else goes: it is an allow-list, not a list of dangers."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from meetings.pack.faults import PackFault

SAFE_ADDRESSES = ("https://", "http://", "mailto:", "tel:")
PAGE_KEYS = {
    *("/Type", "/Parent", "/Resources", "/MediaBox", "/Rotate", "/UserUnit"),
    *("/Contents", "/Annots", "/StructParents", "/Tabs", "/Group"),
}
LINK_KEYS = {
    *("/Type", "/Subtype", "/Rect", "/QuadPoints", "/Border", "/BS", "/C", "/H", "/F", "/Contents"),
    *("/StructParent", "/A"),
}
NEVER_PRINTED = {"/Metadata", "/PieceInfo", "/OPI", "/Ref", "/Alternates", "/LastModified", "/AF", "/Thumb"}
PRINT = 4  # annotation flag
LOWEST, HIGHEST = 3.0, 14_400.0  # points; ISO 32000-1, annex C
DEEPEST = 12


def flatten(pdf: pikepdf.Pdf) -> bool:
    """Filled-in fields and notes that would print become part of their page. Says whether there were any."""
    others = any(
        annotation.get("/Subtype") != Name.Link and "/AP" in annotation
        for page in pdf.pages
        for annotation in _annotations(page)
    )
    if others:
        pdf.flatten_annotations("print")
    return others


def take_inner_links(pdf: pikepdf.Pdf) -> list[tuple[int, int, int, float | None]]:
    """Links into the file itself: page, number among its links, page led to, height.

    They are taken out, because a page is copied before the page that it leads to.
    """
    numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
    names = _names(pdf)
    found = []
    for index, page in enumerate(pdf.pages):
        for place, annotation in enumerate(_links(page)):
            target = _target(annotation, names)
            if target is not None and (led := numbers.get(_objgen(target[0]))) is not None:
                found.append((index, place, led, _height(target)))
            if "/Dest" in annotation:
                del annotation["/Dest"]
    return found


def clean_page(page: pikepdf.Page, number: int) -> list[pikepdf.Object]:
    """Gives the links that stay. The crop box becomes the page. Raises PackFault for a page without a size."""
    _keep_what_is_seen(page, number)
    for key in set(page.keys()) - PAGE_KEYS:
        del page[key]
    links = list(_links(page))
    for link in links:
        _clean_link(link)
    if links:
        page.Annots = Array(links)
    elif "/Annots" in page:
        del page["/Annots"]
    return links


def clean_drawings(page: pikepdf.Page, seen: set) -> None:
    """What rides along with pictures: their own metadata, former versions, links to other files."""
    stack = [(page.obj.get("/Resources", Dictionary()), 0)]
    while stack:
        resources, depth = stack.pop()
        drawings = resources.get("/XObject", {}) if isinstance(resources, Dictionary) else {}
        for drawing in drawings.values() if isinstance(drawings, Dictionary) else ():
            if not isinstance(drawing, pikepdf.Stream) or drawing.objgen in seen:
                continue
            seen.add(drawing.objgen)
            if drawing.get("/Subtype") not in (Name.Image, Name.Form):
                drawing.Subtype, drawing.BBox = Name.Form, Array([0, 0, 0, 0])  # a program for a printer
            for key in NEVER_PRINTED & set(drawing.keys()):
                del drawing[key]
            if "/Resources" in drawing and depth < DEEPEST:
                stack.append((drawing.Resources, depth + 1))


def _keep_what_is_seen(page: pikepdf.Page, number: int) -> None:
    try:
        media, crop = (_box(box) for box in (page.mediabox, page.cropbox))
    except (ValueError, TypeError, AttributeError, pikepdf.PdfError):
        raise PackFault("no_size", page=number) from None
    box = tuple(f(a, b) for f, a, b in zip((max, max, min, min), media, crop, strict=True))
    if not all(LOWEST <= size <= HIGHEST for size in (box[2] - box[0], box[3] - box[1])):
        raise PackFault("no_size", page=number)
    page.MediaBox = Array([round(number, 3) for number in box])
    page.Rotate = _rotation(page)
    unit = _number(page.obj.get("/UserUnit", 1))
    page.UserUnit = unit if unit and 0.01 <= unit <= 1000 else 1


def _box(box: Array) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(side) for side in box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _rotation(page: pikepdf.Page) -> int:
    turned = _number(page.obj.get("/Rotate", 0))
    return int(turned) % 360 if turned is not None and turned % 90 == 0 else 0


def _number(value: object) -> float | None:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, pikepdf.PdfError):
        return None


def _annotations(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    held = page.obj.get("/Annots", ())
    for annotation in held if isinstance(held, Array) else ():
        if isinstance(annotation, Dictionary):
            yield annotation


def _links(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    for annotation in _annotations(page):
        if annotation.get("/Subtype") == Name.Link and annotation.is_indirect:
            yield annotation


def _clean_link(link: pikepdf.Object) -> None:
    action = link.get("/A")
    address = _address(action)
    for key in set(link.keys()) - LINK_KEYS:
        del link[key]
    if address:
        link.A = Dictionary(Type=Name.Action, S=Name.URI, URI=pikepdf.String(address))
    elif "/A" in link:
        del link["/A"]
    link.F = PRINT
    link.Border = Array([0, 0, 0])


def _address(action: object) -> str:
    """Web, mail and telephone only: no file, no script, no program."""
    if not isinstance(action, Dictionary) or action.get("/S") != Name.URI:
        return ""
    address = _text(action.get("/URI")).strip()
    return address if address.lower().startswith(SAFE_ADDRESSES) else ""


def _text(value: object) -> str:
    return str(value) if isinstance(value, pikepdf.String) else ""


def _names(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    found: dict[str, pikepdf.Object] = {}
    try:
        if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
            found |= dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        found |= {key.lstrip("/"): value for key, value in pdf.Root.get("/Dests", {}).items()}
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError):
        pass  # a list of names that nobody can read leads nowhere
    return found


def _target(link: pikepdf.Object, names: dict[str, pikepdf.Object]) -> Array | None:
    action = link.get("/A")
    target = link.get("/Dest")
    if target is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        target = action.get("/D")
    if isinstance(target, pikepdf.String | pikepdf.Name):
        target = names.get(str(target).lstrip("/"))
    if isinstance(target, Dictionary):
        target = target.get("/D")
    return target if isinstance(target, Array) and len(target) > 1 else None


def _objgen(value: object) -> tuple[int, int]:
    return value.objgen if isinstance(value, pikepdf.Object) else (0, 0)


def _height(target: Array) -> float | None:
    place = {"/XYZ": 3, "/FitH": 2, "/FitBH": 2}.get(str(target[1]))
    return _number(target[place]) if place and len(target) > place else None
