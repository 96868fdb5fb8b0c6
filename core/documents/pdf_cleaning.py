"""Takes out of a PDF whatever is not needed to read and print its pages. What may stay is listed; the rest goes."""

from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from .pdf_layers import take_out_hidden
from .ua_claim import claim_ua, claims_ua

CATALOG = {
    *["/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Dests", "/Names", "/Outlines"],
    *["/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents"],
}
PAGE = {
    *["/Type", "/Parent", "/Resources", "/Contents", "/Rotate", "/UserUnit", "/Group", "/Annots"],
    *["/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Tabs", "/StructParents"],
}
LINK = {
    *["/Type", "/Subtype", "/Rect", "/Contents", "/P", "/NM", "/F", "/Border", "/C", "/H", "/QuadPoints"],
    *["/A", "/Dest", "/StructParent", "/BS", "/AP", "/AS"],
}
SCHEMES = ("http://", "https://", "mailto:", "tel:")
RUNNING = (
    "/AA",
    "/OpenAction",
    "/JS",
    "/JavaScript",
    "/XFA",
    "/EmbeddedFiles",
    "/EF",
    "/AF",
    "/RichMediaContent",
)
PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo", "/Threads", "/Collection")
ACTIONS = {
    *["/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"],
    *["/Movie", "/Sound", "/Hide", "/Named", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute"],
    *["/Thread", "/NOP", "/GoToDp"],
}
SCRIPTS, STARTS, ATTACHED, COMMENTS = "scripts", "actions", "attachments", "comments"
FORMS, LINKS, PLAYED, LAYERS = "form_fields", "links", "media", "layers"
ATTACHES, PLAYS = {"/FileAttachment"}, {"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"}


def clean(pdf: Pdf) -> Counter[str]:
    """How many of each kind were taken out, by the names above."""
    told: Counter[str] = Counter()
    keeps_ua = _says_so(pdf)
    told[LAYERS] += take_out_hidden(pdf)
    _count_document(pdf, told)
    for page in pdf.pages:
        _clean_page(page, told)
    _print_forms(pdf, told)
    _keep(pdf.Root, CATALOG)
    _keep_destinations(pdf)
    for held in pdf.objects:
        for part in _and_inside(held):
            _clean_part(part, told)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if keeps_ua and not told[FORMS]:  # what was filled in is on the page now, and in no tag
        claim_ua(pdf)
    return told


def _says_so(pdf: Pdf) -> bool:
    """Not if what it says cannot be read."""
    try:
        return claims_ua(pdf)
    except (pikepdf.PdfError, RuntimeError):
        return False


def _count_document(pdf: Pdf, told: Counter[str]) -> None:
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        told[ATTACHED] += len(pdf.attachments) if "/EmbeddedFiles" in names else 0
        told[SCRIPTS] += "/JavaScript" in names
    told[STARTS] += "/OpenAction" in pdf.Root
    _drop_empty(told)


def _clean_page(page: pikepdf.Page, told: Counter[str]) -> None:
    told[STARTS] += "/AA" in page.obj
    annotations = page.obj.get("/Annots")
    kept = []
    for one in annotations if isinstance(annotations, Array) else ():
        kind = str(one.get("/Subtype", "")) if isinstance(one, Dictionary) else ""
        if kind in ("/Link", "/Widget"):
            kept.append(one)
        else:
            told[ATTACHED if kind in ATTACHES else PLAYED if kind in PLAYS else COMMENTS] += kind != "/Popup"
    _keep(page.obj, PAGE)
    if kept:
        page.obj.Annots = Array(kept)
    elif "/Annots" in page.obj:
        del page.obj["/Annots"]
    if int(page.obj.get("/Rotate", 0)) % 90:
        del page.obj["/Rotate"]
    _drop_empty(told)


def _print_forms(pdf: Pdf, told: Counter[str]) -> None:
    """What was filled in stays on the page as it is seen. Links wait aside: they are no part of a form."""
    links = [_links(page) for page in pdf.pages]
    fields = [len(page.obj.get("/Annots", ())) - len(own) for page, own in zip(pdf.pages, links, strict=True)]
    if sum(fields):
        told[FORMS] += sum(fields)
        form = pdf.Root.get("/AcroForm")
        if isinstance(form, Dictionary) and form.get("/NeedAppearances", False):
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
    for page, own in zip(pdf.pages, links, strict=True):
        for link in own:
            _clean_link(link, told)
        if own:
            page.obj.Annots = Array(own)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]


def _links(page: pikepdf.Page) -> list[Dictionary]:
    return [one for one in page.obj.get("/Annots", ()) if Name.Link == one.get("/Subtype")]


def _clean_link(link: Dictionary, told: Counter[str]) -> None:
    _keep(link, LINK)
    action = link.get("/A")
    if action is not None and not _is_safe(action):
        told[LINKS] += 1
        del link["/A"]


def _is_safe(action: pikepdf.Object) -> bool:
    if not isinstance(action, Dictionary):
        return False
    if Name.GoTo == action.get("/S"):
        return True
    return action.get("/S") == Name.URI and str(action.get("/URI", "")).lower().startswith(SCHEMES)


def _keep_destinations(pdf: Pdf) -> None:
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        _keep(names, {"/Dests"})
    elif names is not None:
        del pdf.Root["/Names"]


def _clean_part(part: pikepdf.Object, told: Counter[str]) -> None:
    """Whatever hangs on bookmarks, forms, pictures or on nothing: no path to it is trusted to be the only one."""
    is_stream = isinstance(part, pikepdf.Stream)
    for key in (*PRIVATE, *(("/F", "/FFilter", "/OPI", "/Ref") if is_stream else ())):
        if key in part:
            del part[key]
    for key in RUNNING:
        if key in part and not _is_font(part[key]):
            told[SCRIPTS] += key in ("/JS", "/JavaScript", "/XFA")
            del part[key]
    action = part.get("/A")
    if isinstance(action, Dictionary) and "/S" in action and not _is_safe(action):
        told[LINKS] += 1
        del part["/A"]
    if str(part.get("/S", "")) in ACTIONS or _is_unsafe_address(part):
        for key in list(part.keys()):
            del part[key]
    elif part.get("/S") in (Name.GoTo, Name.URI) and "/Next" in part:
        del part["/Next"]
    _drop_empty(told)


def _is_unsafe_address(part: pikepdf.Object) -> bool:
    return part.get("/S") == Name.URI and not _is_safe(part)


def _is_font(held: pikepdf.Object) -> bool:
    """A resource may have any name, even one that elsewhere means a script."""
    return isinstance(held, Dictionary) and Name.Font == held.get("/Type")


def _and_inside(held: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Dictionaries and streams, and those that lie directly in them; indirect ones come by themselves."""
    waiting = [held]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Array):
            waiting += [one for one in part if isinstance(one, Array | Dictionary) and not one.is_indirect]
        elif isinstance(part, Dictionary | pikepdf.Stream):
            yield part
            waiting += [
                one for one in part.values() if isinstance(one, Array | Dictionary) and not one.is_indirect
            ]


def _keep(owner: pikepdf.Object, keys: set[str]) -> None:
    for key in set(owner.keys()) - keys:
        del owner[key]


def _drop_empty(told: Counter[str]) -> None:
    for kind in [kind for kind, number in told.items() if not number]:
        del told[kind]
