"""The tags of one paper, made ready to hang under a pack's own: names of its own, standard kinds, nothing active.

Custom kinds are replaced by what the file itself says they stand for, and classes by their attributes, so that papers
from two programs cannot contradict each other.
"""

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from meetings.pack.attributes import Untidy, is_said, moved_sides, table_attributes
from meetings.pack.places import Matrix

STANDARD = {
    *("/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI", "/Index"),
    *("/NonStruct", "/Private", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/P", "/L", "/LI", "/Lbl"),
    *("/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Quote", "/Note"),
    *("/Reference", "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby", "/Warichu", "/RB", "/RT", "/RP"),
    *("/WT", "/WP", "/Figure", "/Formula", "/Form"),
}
ELEMENT_KEYS = {"/S", "/P", "/K", "/Pg", "/Alt", "/ActualText", "/E", "/Lang", "/A", "/ID", "/T"}
ATTRIBUTE_OWNERS = {"/Layout", "/List", "/PrintField", "/Table"}
MOST = 200_000
HELD_BY = ("/StructParents", "/StructParent")


@dataclass
class Tags:
    """``top`` is the element for the whole paper; ``owners`` says for each of ``holders`` what it belongs to."""

    top: pikepdf.Object
    holders: list[pikepdf.Object] = field(default_factory=list)
    owners: list[pikepdf.Object] = field(default_factory=list)
    names: list[tuple[bytes, pikepdf.Object]] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)

    def add(self, holder: pikepdf.Object, owner: pikepdf.Object) -> None:
        """A page's marks belong to several elements, a link or a picture to one."""
        key = "/StructParents" if isinstance(owner, Array) else "/StructParent"
        holder[key] = len(self.holders)
        self.holders.append(holder)
        self.owners.append(owner)


def new_tags(pdf: pikepdf.Pdf) -> Tags:
    return Tags(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=Array())))


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    root = pdf.Root.get("/StructTreeRoot")
    marked = pdf.Root.get("/MarkInfo", Dictionary())
    return (
        isinstance(root, Dictionary)
        and root.get("/K") is not None
        and "/ParentTree" in root
        and isinstance(marked, Dictionary)
        and bool(marked.get("/Marked", False))
    )


def take_in(
    pdf: pikepdf.Pdf,
    root: pikepdf.Object,
    *,
    prefix: str,
    holders: list[pikepdf.Object],
    links: set,
    moved: dict[tuple[int, int], Matrix],
) -> Tags:
    """``root`` is the file's own, copied; ``holders`` are the pages, links and drawings that have a number in it.

    Raises Untidy.
    """
    walk = _Walk(root, prefix, links, moved)
    tags = Tags(_top(pdf, root))
    tags.top.S, tags.faults = Name.Part, walk.faults
    walk.go(tags.top)
    tags.names = sorted(walk.names, key=lambda pair: pair[0])
    numbers = _numbers(root)
    for holder in holders:
        number = next((holder[key] for key in HELD_BY if key in holder), None)
        for key in HELD_BY:
            if key in holder:
                del holder[key]
        owner = numbers.get(int(number)) if isinstance(number, int) else None
        owner = _known(owner, walk.known)
        if owner is not None:
            tags.add(holder, owner)
        elif number is not None:
            raise Untidy
    return tags


def _top(pdf: pikepdf.Pdf, root: pikepdf.Object) -> pikepdf.Object:
    """The file's one outermost element becomes the paper's part; several get one around them."""
    kids = list(root.K) if isinstance(root.K, Array) else [root.K]
    kids = [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    if len(kids) == 1 and kids[0].get("/S") == Name.Document and kids[0].is_indirect:
        return kids[0]
    if not kids:
        raise Untidy
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part))
    kids = [kid if kid.is_indirect else pdf.make_indirect(kid) for kid in kids]
    for kid in kids:
        kid.P = top
    top.K = Array(kids)
    return top


def _numbers(root: pikepdf.Object) -> dict[int, pikepdf.Object]:
    try:
        return dict(pikepdf.NumberTree(root.ParentTree).items())
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError):
        raise Untidy from None


def _known(owner: object, known: set) -> pikepdf.Object | None:
    if isinstance(owner, Array):
        return Array([one if _is_known(one, known) else None for one in owner])
    return owner if _is_known(owner, known) else None


def _is_known(one: object, known: set) -> bool:
    return isinstance(one, Dictionary) and one.objgen in known


class _Walk:
    """Goes through every element once, without recursion: a file can nest them as deep as it likes."""

    def __init__(
        self, root: pikepdf.Object, prefix: str, links: set, moved: dict[tuple[int, int], Matrix]
    ) -> None:
        roles, classes = root.get("/RoleMap"), root.get("/ClassMap")
        self.roles = dict(roles.items()) if isinstance(roles, Dictionary) else {}
        self.classes = classes if isinstance(classes, Dictionary) else Dictionary()
        self.prefix, self.links, self.moved = prefix, links, moved
        self.known: set[tuple[int, int]] = set()
        self.faults: set[str] = set()
        self.ids: set[bytes] = set()
        self.names: list[tuple[bytes, pikepdf.Object]] = []

    def go(self, top: pikepdf.Object) -> None:
        stack = [(top, None)]
        while stack:
            element, page = stack.pop()
            if element.objgen in self.known or len(self.known) > MOST:
                raise Untidy
            if element.is_indirect:
                self.known.add(element.objgen)
            page = element.get("/Pg", page)
            self._clean(element, page)
            stack += [(kid, page) for kid in self._kids(element)]

    def _kids(self, element: pikepdf.Object) -> list[pikepdf.Object]:
        """Those that are elements; what leads to a thing that is gone is taken out."""
        held = element.get("/K")
        if held is None:
            return []
        kids = list(held) if isinstance(held, Array) else [held]
        kept = [kid for kid in kids if self._stays(kid)]
        if len(kept) != len(kids):
            element.K = Array(kept)
        return [kid for kid in kept if isinstance(kid, Dictionary) and "/S" in kid]

    def _stays(self, kid: object) -> bool:
        if not isinstance(kid, Dictionary):
            return isinstance(kid, int)
        if "/Obj" in kid:
            return kid.Obj.objgen in self.links
        return "/S" in kid or "/MCID" in kid

    def _clean(self, element: pikepdf.Object, page: object) -> None:
        self._name_kind(element)
        if "/C" in element:
            self._inline_classes(element)
        for key in set(element.keys()) - ELEMENT_KEYS - {"/Type"}:
            del element[key]
        if "/ID" in element:
            self._rename(element)
        if "/A" in element:
            self._clean_attributes(element, page)
        self._look_for_faults(element)

    def _name_kind(self, element: pikepdf.Object) -> None:
        kind, tried = str(element.S), set()
        while kind not in STANDARD and kind in self.roles and kind not in tried:
            tried.add(kind)
            kind = str(self.roles[kind])
        if kind not in STANDARD:
            self.faults.add("a kind of tag that stands for nothing")
            kind = "/NonStruct"
        if kind != str(element.S):
            element.S = Name(kind)

    def _inline_classes(self, element: pikepdf.Object) -> None:
        named = element.C if isinstance(element.C, Array) else [element.C]
        found = [self.classes.get(name) for name in named if isinstance(name, Name)]
        own = element.get("/A")
        attributes = [one for one in (*found, own) if isinstance(one, Dictionary)]
        if attributes:
            element.A = Array(attributes)

    def _rename(self, element: pikepdf.Object) -> None:
        name = bytes(element.ID) if isinstance(element.ID, String) else b""
        if not name or name in self.ids:
            del element["/ID"]
            return
        self.ids.add(name)
        element.ID = self._own_name(name)
        self.names.append((bytes(element.ID), element))

    def _own_name(self, name: bytes) -> String:
        return String(f"{self.prefix}-{name.decode('latin-1')}".encode("latin-1"))

    def _clean_attributes(self, element: pikepdf.Object, page: object) -> None:
        held = element.A
        several = [
            one for one in (held if isinstance(held, Array) else [held]) if isinstance(one, Dictionary)
        ]
        kept = [one for one in several if str(one.get("/O", "")) in ATTRIBUTE_OWNERS]
        for one in kept:
            if "/Headers" in one and isinstance(one.Headers, Array):
                one.Headers = Array([self._own_name(bytes(name)) for name in one.Headers])
            if "/BBox" in one and isinstance(page, Dictionary) and page.objgen in self.moved:
                one.BBox = moved_sides(one.BBox, self.moved[page.objgen])
        if not kept:
            del element["/A"]
        elif len(kept) != 1 or isinstance(held, Array):
            element.A = kept[0] if len(kept) == 1 else Array(kept)

    def _look_for_faults(self, element: pikepdf.Object) -> None:
        kind = str(element.S)
        if kind in ("/Figure", "/Formula") and not is_said(element):
            self.faults.add("a picture without a description")
        elif kind == "/TH" and "/Scope" not in table_attributes(element) and "/ID" not in element:
            self.faults.add("a table head that does not say what it heads")
        elif kind == "/H":
            self.faults.add("headings without a level")
