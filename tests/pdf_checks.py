"""What every PDF of ours must keep: the parts of PDF/UA-1 (ISO 14289-1) that a program can see, and no active parts.

``assert_accessible(data)`` in a test of any document; ``problems(data)`` says all that is wrong, in words.
"""

import subprocess
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

PAINTING = {
    *["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"],
    "INLINE IMAGE",
}
HEADINGS = {f"/H{level}": level for level in range(1, 7)}
CHILDREN = {
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
}
PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/Lbl": {"/LI"},
}
ACTIVE = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Rendition",
    "/Movie",
}
ACTIVE_KEYS = {"/AA", "/OpenAction", "/JavaScript", "/JS", "/XFA", "/EmbeddedFiles"}
SAFE_ADDRESSES = ("https://", "http://", "mailto:", "tel:")


def assert_accessible(data: bytes) -> None:
    assert problems(data) == []


def spoken(data: bytes) -> str:
    """The document as a screen reader goes through it: tags and words, one a line."""
    command = ["pdfinfo", "-struct-text", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def problems(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["no tags at all"]
        found = [problem for check in CHECKS for problem in check(pdf)]
    return list(dict.fromkeys(found))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every structure element in reading order."""

    def below(kids) -> Iterator[pikepdf.Object]:
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid.get("/K", Array()))

    return list(below(pdf.Root.StructTreeRoot.K))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    held = element.get("/K", Array())
    found = held if isinstance(held, Array) else [held]
    return [kid for kid in found if isinstance(kid, Dictionary) and "/S" in kid]


def document_says_what_it_is(pdf: pikepdf.Pdf) -> Iterator[str]:
    if not pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "not marked as tagged"
    if not str(pdf.Root.get("/Lang", "")):
        yield "no language"
    if not pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "the title is not shown in the window"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        if xmp.get("pdfuaid:part") != "1":
            yield "does not say that it keeps PDF/UA-1"
        if not xmp.get("dc:title"):
            yield "no title"


def figures_are_described(pdf: pikepdf.Pdf) -> Iterator[str]:
    for figure in elements(pdf):
        if Name.Figure == figure.S and not str(figure.get("/Alt", "")).strip():
            yield "a figure without a description"


def table_heads_say_what_they_head(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in elements(pdf):
        if element.S == Name.TH and element.get("/A", Dictionary()).get("/Scope") not in (
            Name.Row,
            Name.Column,
        ):
            yield "a table head without a scope"


def named_heads_exist(pdf: pikepdf.Pdf) -> Iterator[str]:
    found = elements(pdf)
    names = [bytes(element.ID) for element in found if "/ID" in element]
    if len(names) != len(set(names)):
        yield "two table heads with one name"
    for element in found:
        if set(map(bytes, element.get("/A", Dictionary()).get("/Headers", ()))) - set(names):
            yield "a table cell names a head that is not there"


def headings_go_down_one_by_one(pdf: pikepdf.Pdf) -> Iterator[str]:
    last = 0
    for level in (HEADINGS[str(element.S)] for element in elements(pdf) if str(element.S) in HEADINGS):
        if level > last + 1:
            yield (
                f"heading level {level} follows level {last}"
                if last
                else f"the first heading has level {level}"
            )
        last = level


def elements_stand_where_they_may(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in elements(pdf):
        kind = str(element.S)
        for kid in kids(element):
            if kind in CHILDREN and str(kid.S) not in CHILDREN[kind]:
                yield f"{kid.S} in {kind}"
            if str(kid.S) in PARENTS and kind not in PARENTS[str(kid.S)]:
                yield f"{kid.S} in {kind}"
        if kind == "/Table" and sum(Name.THead == kid.S for kid in kids(element)) > 1:
            yield "a table with two heads"


def links_are_named_and_tagged(pdf: pikepdf.Pdf) -> Iterator[str]:
    tagged = {
        kid.Obj.objgen
        for element in elements(pdf)
        if Name.Link == element.S
        for kid in element.get("/K", ())
        if isinstance(kid, Dictionary) and "/Obj" in kid
    }
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            if not str(annotation.get("/Contents", "")).strip():
                yield "a link without words"
            if annotation.objgen not in tagged or "/StructParent" not in annotation:
                yield "a link that is not tagged"
            if not int(annotation.get("/F", 0)) & 4:
                yield "a link that does not print"


def every_mark_is_read_out_or_an_artifact(pdf: pikepdf.Pdf) -> Iterator[str]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
    read_out = {element.objgen for element in elements(pdf)}
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: the tab key does not follow the tags"
        if "/StructParents" not in page:
            yield f"page {number} is not tagged"
            continue
        owned = owners[int(page.StructParents)]
        for problem in _content_problems(page, owned, read_out):
            yield f"page {number}: {problem}"


def _content_problems(page: pikepdf.Page, owned: Array, read_out: set) -> Iterator[str]:
    open_marks: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            mark = _mark(operands, owned, read_out)
            if mark == "orphan":
                yield "content whose tag is not in the document"
            if {mark, *open_marks} >= {"artifact", "tagged"}:
                yield "an artifact and tagged content lie in each other"
            open_marks.append(mark)
        elif str(operator) == "EMC":
            open_marks.pop()
        elif str(operator) in PAINTING and not {"artifact", "tagged", "orphan"} & set(open_marks):
            yield "content that is neither tagged nor an artifact"


def _mark(operands: list, owned: Array, read_out: set) -> str:
    if operands[0] == Name.Artifact:
        return "artifact"
    if len(operands) < 2 or "/MCID" not in operands[1]:
        return "other"
    number = int(operands[1].MCID)
    known = number < len(owned) and isinstance(owned[number], Dictionary) and owned[number].objgen in read_out
    return "tagged" if known else "orphan"


def fonts_are_embedded_and_readable(pdf: pikepdf.Pdf) -> Iterator[str]:
    for font in pdf.objects:
        if not isinstance(font, Dictionary) or font.get("/Type") != Name.Font:
            continue
        if "/FontDescriptor" in font:
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()):
                yield f"font {font.BaseFont} is not embedded"
        elif "/ToUnicode" not in font:
            yield f"font {font.BaseFont} does not say what its letters are"


def nothing_is_active(pdf: pikepdf.Pdf) -> Iterator[str]:
    for held in pdf.objects:
        if not isinstance(held, Dictionary | pikepdf.Stream):
            continue
        for part in _and_inside(held):
            yield from (f"an active part: {key}" for key in ACTIVE_KEYS & set(part.keys()))
            kind = str(part.get("/S", ""))
            if kind in ACTIVE:
                yield f"an active part: {kind}"
            if kind == "/URI" and not str(part.get("/URI", "")).startswith(SAFE_ADDRESSES):
                yield f"a link to {part.URI}"


def _and_inside(held: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A dictionary and the direct ones inside it; indirect ones come by themselves."""
    yield held
    for part in held.values() if isinstance(held, Dictionary) else ():
        if isinstance(part, Dictionary) and not part.is_indirect:
            yield from _and_inside(part)


def bookmarks_lead_through(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        if not outline.root:
            yield "no bookmarks"
        if any(not item.title.strip() for item in outline.root):
            yield "a bookmark without words"


CHECKS = (
    document_says_what_it_is,
    figures_are_described,
    table_heads_say_what_they_head,
    named_heads_exist,
    headings_go_down_one_by_one,
    elements_stand_where_they_may,
    links_are_named_and_tagged,
    every_mark_is_read_out_or_an_artifact,
    fonts_are_embedded_and_readable,
    nothing_is_active,
    bookmarks_lead_through,
)
