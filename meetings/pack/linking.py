"""Links of one paper: moved with their pages, tagged, and led to pages that are copied after them."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from meetings.pack.faults import PackFault
from meetings.pack.places import Matrix, moved, moved_box
from meetings.pack.structure import Tags
from meetings.pack.wrapping import append, box_of

CARRIED = Name.PortalPaper


def finish_links(pdf: pikepdf.Pdf, pages: list, kept: list, links: list, moves: list, tags: Tags) -> None:
    tagged = {holder.objgen for holder in tags.holders}
    for page, found, move in zip(pages, kept, moves, strict=True):
        for link in found:
            _move_link(link, move)
            if link.objgen not in tagged:
                _tag_link(pdf, page, link, tags)
    led = Array()
    for index, place, target, top in links:
        if place < len(kept[index]):
            led.extend([kept[index][place], _destination(pages[target], top, moves[target])])
    carried = Dictionary(Top=tags.top, Holders=Array(tags.holders), Owners=Array(tags.owners), Links=led)
    carried.Names = Array([one for _, element in tags.names for one in (element.ID, element)])
    pdf.Root[CARRIED] = pdf.make_indirect(carried)


def _move_link(link: pikepdf.Object, move: Matrix | None) -> None:
    if not str(link.get("/Contents", "")).strip():
        link.Contents = String(str(link.A.URI) if "/A" in link else "Another page of this paper")
    for key in ("/Rect", "/QuadPoints"):
        if move is not None and key in link:
            try:
                sides = [float(side) for side in link[key]]
            except (TypeError, ValueError):
                raise PackFault("unreadable") from None
            link[key] = Array([round(side, 2) for side in _moved_sides(sides, move, is_box=key == "/Rect")])


def _moved_sides(sides: list[float], move: Matrix, *, is_box: bool) -> list[float]:
    if is_box:
        return list(moved_box(move, tuple(sides))) if len(sides) == 4 else [0, 0, 0, 0]
    return [side for x, y in zip(sides[::2], sides[1::2], strict=False) for side in moved(move, x, y)]


def _tag_link(pdf: pikepdf.Pdf, page: pikepdf.Page, link: pikepdf.Object, tags: Tags) -> None:
    reference = Dictionary(Type=Name.OBJR, Obj=link, Pg=page.obj)
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Link, P=tags.top, Pg=page.obj, K=Array([reference]))
    )
    element.Alt = String(str(link.Contents))
    append(tags.top, element)
    tags.add(link, element)


def _destination(page: pikepdf.Page, top: float | None, move: Matrix | None) -> Array:
    left, _, _, highest = box_of(page)
    x, y = left, highest if top is None else min(top, highest)
    if move is not None:
        x, y = moved(move, x, y)
    return Array([page.obj, Name.XYZ, round(x, 2), round(y, 2), None])
