"""Takes one paper in: checked, cleaned, tagged, with room for stamps. Done once for each content of a paper.

The answer is a small PDF whose catalogue carries what `merging` needs, and facts about it.
"""

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, String

from core.documents.pdf_layers import take_out_hidden
from core.documents.ua_claim import claims_ua
from meetings.pack.attributes import Untidy
from meetings.pack.cleaning import clean_drawings, clean_page, flatten, take_inner_links
from meetings.pack.faults import PackFault
from meetings.pack.linking import finish_links
from meetings.pack.noticing import fonts_outside, own_marks
from meetings.pack.opening import opened, refuse_what_is_lost, warnings_of, was_mended
from meetings.pack.orders import Asked, Facts
from meetings.pack.own_numbers import without_numbers
from meetings.pack.places import Matrix, seen, shrunk
from meetings.pack.structure import Tags, is_tagged, new_tags, take_in
from meetings.pack.wrapping import box_of, content_of, wrap_tagged, wrap_untagged


def prepare(data: bytes, asked: Asked) -> tuple[bytes, Facts]:
    """Raises PackFault."""
    source, warnings = opened(data)
    with source:
        facts = Facts(len(source.pages), was_restricted=source.is_encrypted, was_mended=was_mended(warnings))
        try:
            take_out_hidden(source)
            facts.was_flattened = flatten(source)
            facts.marks = own_marks(source)
            with pikepdf.new() as pdf:
                _take_in(pdf, source, asked, facts)
                written = _written(pdf)
            refuse_what_is_lost(warnings_of(source))
        except (pikepdf.PdfError, RuntimeError, OverflowError, RecursionError):
            raise PackFault("unreadable") from None
    return written, facts


def _take_in(pdf: pikepdf.Pdf, source: pikepdf.Pdf, asked: Asked, facts: Facts) -> None:
    links = take_inner_links(source)
    has_tags, claims = is_tagged(source), claims_ua(source)
    for key in ("/Names", "/Dests", "/AcroForm"):
        if key in source.Root:
            del source.Root[key]
    pdf.pages.extend(source.pages)
    pages = list(pdf.pages)
    kept = [clean_page(page, number) for number, page in enumerate(pages, 1)]
    drawings: set = set()
    for page in pages:
        clean_drawings(page, drawings)
    moves = [_move(page, asked) for page in pages]
    contents = [_content(page, number, asked) for number, page in enumerate(pages, 1)]
    tags = _own_tags(pdf, source, pages, kept, moves, asked, facts) if has_tags else None
    facts.is_tagged = tags is not None
    tags = tags or new_tags(pdf)
    for page, content, move in zip(pages, contents, moves, strict=True):
        if facts.is_tagged and "/StructParents" in page:
            wrap_tagged(pdf, page, content, move, asked)
        else:
            wrap_untagged(pdf, page, content, move, tags, asked, facts)
        page.Tabs = Name.S
    finish_links(pdf, pages, kept, links, moves, tags)
    tags.top.T = String(asked.title)
    if "/P" in tags.top:
        del tags.top["/P"]
    _set_language(tags.top, source, asked)
    facts.problems += sorted(tags.faults) + fonts_outside(pdf)
    facts.keeps_ua = not facts.problems and (claims or not facts.is_tagged) and not facts.was_flattened


def _content(page: pikepdf.Page, number: int, asked: Asked) -> bytes:
    content = content_of(page, number)
    if not asked.is_ours:
        return content
    left, _, right, _ = box_of(page)
    return without_numbers(content, right - left)


def _own_tags(
    pdf: pikepdf.Pdf, source: pikepdf.Pdf, pages: list, kept: list, moves: list, asked: Asked, facts: Facts
) -> Tags | None:
    links = [link for found in kept for link in found]
    try:
        root = pdf.copy_foreign(pdf_indirect(source, source.Root.StructTreeRoot))
        return take_in(
            pdf,
            root,
            prefix=asked.name,
            holders=[*(page.obj for page in pages), *links, *_tagged_drawings(pages)],
            links={link.objgen for link in links},
            moved={page.objgen: move for page, move in zip(pages, moves, strict=True) if move},
        )
    except (Untidy, pikepdf.PdfError, TypeError, ValueError, AttributeError, KeyError):
        facts.problems.append("tags that no reader can follow")
        for holder in (*(page.obj for page in pages), *links):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    del holder[key]
        return None


def pdf_indirect(pdf: pikepdf.Pdf, held: pikepdf.Object) -> pikepdf.Object:
    return held if held.is_indirect else pdf.make_indirect(held)


def _tagged_drawings(pages: list[pikepdf.Page]) -> list[pikepdf.Object]:
    found: dict[tuple[int, int], pikepdf.Object] = {}
    for page in pages:
        drawings = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
        for drawing in drawings.values() if isinstance(drawings, Dictionary) else ():
            if isinstance(drawing, pikepdf.Stream) and {"/StructParents", "/StructParent"} & set(
                drawing.keys()
            ):
                found[drawing.objgen] = drawing
    return list(found.values())


def _move(page: pikepdf.Page, asked: Asked) -> Matrix | None:
    """Papers of the portal's own leave room for stamps already."""
    return None if asked.is_ours else shrunk(seen(box_of(page), int(page.Rotate), float(page.UserUnit)))


def _set_language(top: pikepdf.Object, source: pikepdf.Pdf, asked: Asked) -> None:
    lang = str(source.Root.get("/Lang", "")) if isinstance(source.Root.get("/Lang"), String) else ""
    if lang and lang.lower() != asked.lang.lower() and "/Lang" not in top:
        top.Lang = String(lang)


def _written(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
