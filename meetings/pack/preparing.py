"""Takes one paper in: checked, cleaned, tagged, with room for stamps. Done once for each content of a paper.

The answer is a small PDF whose catalogue carries what `merging` needs, and facts about it.
"""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from meetings.pack.cleaning import clean_drawings, clean_page, flatten, take_inner_links
from meetings.pack.faults import PackFault
from meetings.pack.opening import opened, refuse_what_is_lost, warnings_of, was_mended
from meetings.pack.places import Matrix, moved, moved_box, product, seen, shrunk
from meetings.pack.structure import Tags, Untidy, is_tagged, new_tags, take_in

EDITION = 1  # of what is made here; another one makes it anew
CARRIED = Name.PortalPaper
SHOWS_TEXT = re.compile(rb"T[jJ]\b|['\"]\s")
NESTED = re.compile(rb"/Artifact\b|\bBDC\b|\bBMC\b")
BALANCED = "q Q BT ET BMC BDC EMC"
MOST_MARKS, DEEPEST_MARK = 300, 3
CLAIM = re.compile(rb"""pdfuaid:part(?:\s*=\s*["']|\s*>)\s*1\b""")


@dataclass(frozen=True, slots=True)
class Asked:
    """``title`` names the paper, ``name`` tells its tags from another's. ``is_ours``: made by the portal for stamps."""

    title: str
    name: str
    is_ours: bool = False
    lang: str = "en-GB"


@dataclass(slots=True)
class Facts:
    """``marks`` are the file's own bookmarks: level, title, page index. ``keeps_ua``: nothing in it breaks PDF/UA."""

    pages: int
    is_tagged: bool = False
    keeps_ua: bool = False
    was_restricted: bool = False
    was_mended: bool = False
    was_flattened: bool = False
    problems: list[str] = field(default_factory=list)
    marks: list[tuple[int, str, int]] = field(default_factory=list)


def prepare(data: bytes, asked: Asked) -> tuple[bytes, Facts]:
    """Raises PackFault."""
    source, warnings = opened(data)
    with source:
        facts = Facts(len(source.pages), was_restricted=source.is_encrypted, was_mended=was_mended(warnings))
        try:
            facts.was_flattened = flatten(source)
            facts.marks = _marks(source)
            with pikepdf.new() as pdf:
                _take_in(pdf, source, asked, facts)
                written = _written(pdf)
            refuse_what_is_lost(warnings_of(source))
        except (pikepdf.PdfError, RuntimeError, OverflowError, RecursionError):
            raise PackFault("unreadable") from None
    return written, facts


def _take_in(pdf: pikepdf.Pdf, source: pikepdf.Pdf, asked: Asked, facts: Facts) -> None:
    links = take_inner_links(source)
    has_tags, claims = is_tagged(source), _claims_ua(source)
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
    contents = [_content(page, number) for number, page in enumerate(pages, 1)]
    tags = _own_tags(pdf, source, pages, kept, moves, asked, facts) if has_tags else None
    facts.is_tagged = tags is not None
    tags = tags or new_tags(pdf)
    for page, content, move in zip(pages, contents, moves, strict=True):
        if facts.is_tagged and "/StructParents" in page:
            _wrap_tagged(pdf, page, content, move, asked)
        else:
            _wrap_untagged(pdf, page, content, move, tags, asked, facts)
        page.Tabs = Name.S
    _finish_links(pdf, pages, kept, links, moves, tags)
    tags.top.T = String(asked.title)
    if "/P" in tags.top:
        del tags.top["/P"]
    _set_language(tags.top, source, asked)
    facts.problems += sorted(tags.faults) + _fonts_outside(pdf)
    facts.keeps_ua = not facts.problems and (claims or not facts.is_tagged) and not facts.was_flattened


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
    return None if asked.is_ours else shrunk(seen(_box(page), int(page.Rotate), float(page.UserUnit)))


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(side) for side in page.MediaBox)
    return left, bottom, right, top


def _content(page: pikepdf.Page, number: int) -> bytes:
    """What is drawn, decoded. Raises PackFault when a part of it cannot be."""
    held = page.obj.get("/Contents", Array())
    streams = list(held) if isinstance(held, Array) else [held]
    if not all(isinstance(stream, pikepdf.Stream) for stream in streams):
        raise PackFault("damaged", page=number)
    try:
        return b"\n".join(stream.read_bytes() for stream in streams)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise PackFault("damaged", page=number) from None


def _wrap_tagged(
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
    left, bottom, right, top = _box(page)
    return b"q %s cm %s re W n" % (_numbers(move), _numbers((left, bottom, right - left, top - bottom)))


def _wrap_untagged(
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
        element.A.BBox = Array([round(side, 2) for side in moved_box(move, _box(page))])
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
    _append(tags.top, element)
    return element


def _append(top: pikepdf.Object, element: pikepdf.Object) -> None:
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


def _finish_links(pdf: pikepdf.Pdf, pages: list, kept: list, links: list, moves: list, tags: Tags) -> None:
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
    _append(tags.top, element)
    tags.add(link, element)


def _destination(page: pikepdf.Page, top: float | None, move: Matrix | None) -> Array:
    left, _, _, highest = _box(page)
    x, y = left, highest if top is None else min(top, highest)
    if move is not None:
        x, y = moved(move, x, y)
    return Array([page.obj, Name.XYZ, round(x, 2), round(y, 2), None])


def _set_language(top: pikepdf.Object, source: pikepdf.Pdf, asked: Asked) -> None:
    lang = str(source.Root.get("/Lang", "")) if isinstance(source.Root.get("/Lang"), String) else ""
    if lang and lang.lower() != asked.lang.lower() and "/Lang" not in top:
        top.Lang = String(lang)


def _claims_ua(source: pikepdf.Pdf) -> bool:
    told = source.Root.get("/Metadata")
    return isinstance(told, pikepdf.Stream) and bool(CLAIM.search(told.read_bytes()))


def _fonts_outside(pdf: pikepdf.Pdf) -> list[str]:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == Name.Font:
            descriptor = held.get("/FontDescriptor")
            is_composed = "/DescendantFonts" in held or held.get("/Subtype") == Name.Type3
            inside = isinstance(descriptor, Dictionary) and any(
                key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
            )
            if not is_composed and not inside:
                return ["a font that is not in the file"]
    return []


def _marks(source: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """At most some hundred, and none where they cannot be read: they only help to find the way."""
    numbers = {page.objgen: index for index, page in enumerate(source.pages)}
    found: list[tuple[int, str, int]] = []
    try:
        with source.open_outline(max_depth=DEEPEST_MARK) as outline:
            _gather(outline.root, 1, numbers, found)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        return []
    return found[:MOST_MARKS]


def _gather(items: list, level: int, numbers: dict, found: list) -> None:
    for item in items:
        target = item.destination
        if isinstance(target, Array) and len(target) and isinstance(target[0], pikepdf.Object):
            index = numbers.get(target[0].objgen)
            title = " ".join(str(item.title).split())[:200]
            if index is not None and title and len(found) < MOST_MARKS:
                found.append((level, title, index))
        if level < DEEPEST_MARK:
            _gather(item.children, level + 1, numbers, found)


def _written(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _numbers(numbers: tuple[float, ...]) -> bytes:
    return " ".join(f"{number:.5f}".rstrip("0").rstrip(".") for number in numbers).encode()
