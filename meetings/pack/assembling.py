"""Puts a pack together from prepared papers. The same order always makes the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from meetings.pack.bookmarks import Bookmark, nested, write
from meetings.pack.labels import label_runs
from meetings.pack.letters import Letters, put_into
from meetings.pack.merging import Merged
from meetings.pack.orders import PAGE_ADDRESS, Order, Part
from meetings.pack.stamping import Stamps, seen_page

PRODUCER = "Corporate Parenting Panel portal"
BLANK = "This page is intentionally left blank."
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>{ua}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(slots=True)
class _Growing:
    numbers: list[int] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    items: dict[str, Bookmark] = field(default_factory=dict)
    front: list[pikepdf.Page] = field(default_factory=list)


def assemble(order: Order, letters: Letters) -> bytes:
    merged, growing = Merged(order.title, order.lang), _Growing()
    with merged.pdf as pdf:
        stamps = Stamps(pdf, letters, put_into(pdf, letters))
        for place, part in enumerate(order.parts):
            pages = merged.add(part.prepared, _name(part))
            _bookmark(growing, part)
            _stamp(stamps, part, pages)
            growing.numbers += range(part.first, part.first + len(pages))
            growing.front += [] if part.item else pages
            if part.is_padded and place + 1 < len(order.parts):
                growing.numbers.append(_pad(merged, stamps, pages[-1], growing.numbers[-1] + 1))
        _lead(pdf, growing)
        merged.finish()
        _say_what_it_is(pdf, order)
        pdf.Root.PageLabels = _labels(growing.numbers)
        write(pdf, growing.bookmarks)
        return _saved(pdf)


def for_reader(pack: bytes, words: Sequence[str], letters: Letters) -> bytes:
    """A member's own copy, with these lines across every page."""
    with pikepdf.open(BytesIO(pack)) as pdf:
        stamps = Stamps(pdf, letters, put_into(pdf, letters))
        for page in pdf.pages:
            stamps.reader(page, words)
        return _saved(pdf)


def _name(part: Part) -> str:
    return f"Item {part.item}: {part.title}" if part.item else part.title


def _bookmark(growing: _Growing, part: Part) -> None:
    here = len(growing.numbers)
    paper = Bookmark(part.title, here, nested(part.marks, here))
    if not part.item:
        growing.bookmarks.append(paper)
        return
    if part.item not in growing.items:
        growing.items[part.item] = Bookmark(f"{part.item}. {part.item_title}", here)
        growing.bookmarks.append(growing.items[part.item])
    growing.items[part.item].below.append(paper)


def _stamp(stamps: Stamps, part: Part, pages: list[pikepdf.Page]) -> None:
    for index, page in enumerate(pages):
        is_cover = not part.item and index == 0
        mark = part.mark if index == 0 else ""
        if not is_cover:
            stamps.number(page, part.first + index, mark)
        if part.notice:
            stamps.notice(page, part.notice, mark)


def _pad(merged: Merged, stamps: Stamps, before: pikepdf.Page, number: int) -> int:
    """As large as the page it is printed behind."""
    whole = seen_page(before)
    page = merged.add_blank((whole.width, whole.height))
    stamps.sentence(page, BLANK)
    stamps.number(page, number)
    return number


def _lead(pdf: pikepdf.Pdf, growing: _Growing) -> None:
    """Lines of the front sheet to their pages; one whose page is left out leads nowhere."""
    indexes = {number: index for index, number in enumerate(growing.numbers)}
    pages = list(pdf.pages)
    for page in growing.front:
        for link in page.obj.get("/Annots", ()):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(PAGE_ADDRESS):
                del link["/A"]
                index = indexes.get(int(address.removeprefix(PAGE_ADDRESS)))
                if index is not None:
                    link.Dest = Array([pages[index].obj, Name.XYZ, None, None, None])


def _say_what_it_is(pdf: pikepdf.Pdf, order: Order) -> None:
    keeps_ua = all(part.keeps_ua for part in order.parts)
    ua = "\n<pdfuaid:part>1</pdfuaid:part>" if keeps_ua else ""
    words = {"title": escape(order.title), "lang": order.lang, "producer": PRODUCER, "ua": ua}
    told = pdf.make_stream(XMP.format(**words).encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = told
    pdf.docinfo[Name.Title], pdf.docinfo[Name.Producer] = String(order.title), String(PRODUCER)


def _labels(numbers: Sequence[int]) -> pikepdf.Object:
    runs = [one for index, start in label_runs(numbers) for one in (index, Dictionary(S=Name.D, St=start))]
    return Dictionary(Nums=Array(runs))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
