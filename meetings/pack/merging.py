"""Pages and tags of prepared papers become one document with one tree of tags."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from meetings.pack.linking import CARRIED
from meetings.pack.sharing import Shared


class Merged:
    """Grows paper by paper; `finish` puts the tree together."""

    def __init__(self, title: str, lang: str) -> None:
        self.pdf = pikepdf.new()
        self.title, self.lang = title, lang
        self.document = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        self.parts: list[Object] = []
        self.owners = Array()
        self.names: list[tuple[bytes, Object]] = []
        self.held = 0
        self.shared = Shared()

    def add(self, prepared: bytes, title: str) -> list[Page]:
        """The new pages. Their tags hang under a part with this title."""
        before = len(self.pdf.pages)
        with pikepdf.open(BytesIO(prepared)) as source:
            self.pdf.pages.extend(source.pages)
            carried = self.pdf.copy_foreign(source.Root[CARRIED])
        self._hang(carried, title)
        names, links = list(carried.Names), carried.Links
        self.names += [(bytes(name), element) for name, element in zip(names[::2], names[1::2], strict=True)]
        for index in range(0, len(links), 2):
            links[index].Dest = links[index + 1]
        pages = list(self.pdf.pages)[before:]
        self.shared.share(pages)
        return pages

    def add_blank(self, size: tuple[float, float]) -> Page:
        page = self.pdf.add_blank_page(page_size=size)
        page.Tabs = Name.S
        page.Rotate = 0
        self._own(page.obj, "/StructParents", Array())
        return page

    def finish(self) -> Pdf:
        root = Dictionary(Type=Name.StructTreeRoot, K=self.document, ParentTreeNextKey=self.held)
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=self.owners))
        if self.names:
            root.IDTree = self._index()
        self.pdf.Root.StructTreeRoot = self.pdf.make_indirect(root)
        self.document.P = self.pdf.Root.StructTreeRoot
        self.document.K = Array(self.parts)
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String(self.lang)
        preferences = Dictionary(DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge)
        self.pdf.Root.ViewerPreferences = preferences
        return self.pdf

    def _index(self) -> Object:
        """Table cells name their heads; readers look the names up here (ISO 32000-1, 14.7.2)."""
        names = sorted(self.names, key=lambda pair: pair[0])
        told = Array([one for name, element in names for one in (String(name), element)])
        leaf = Dictionary(Names=told, Limits=Array([String(names[0][0]), String(names[-1][0])]))
        return self.pdf.make_indirect(Dictionary(Kids=Array([self.pdf.make_indirect(leaf)])))

    def _hang(self, carried: Object, title: str) -> None:
        top = carried.Top
        top.T, top.P = String(title), self.document
        self.parts.append(top)
        for holder, owner in zip(carried.Holders, carried.Owners, strict=True):
            key = "/StructParents" if "/StructParents" in holder else "/StructParent"
            self._own(holder, key, owner)

    def _own(self, holder: Object, key: str, owner: Object) -> None:
        holder[key] = self.held
        self.owners.append(self.held)
        self.owners.append(owner)
        self.held += 1
