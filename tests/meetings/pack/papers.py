"""Papers such as officers send: every size, turned, cropped, scanned, locked, damaged. Made by a script, not stored."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

A4, A3, LETTER = (595, 842), (842, 1191), (612, 792)
EDGES = b"0.8 0.1 0.1 rg %d %d %d 8 re f %d %d %d 8 re f\n"


def saved(pdf: Pdf, **how) -> bytes:
    out = BytesIO()
    pdf.save(out, static_id=True, **how) if "encryption" not in how else pdf.save(out, **how)
    return out.getvalue()


def plain(
    words: str = "Words of an officer",
    *,
    pages: int = 1,
    size: tuple[float, float] = A4,
    corner: tuple[float, float] = (0, 0),
    crop: tuple[float, float, float, float] | None = None,
    rotate: int = 0,
    unit: float = 1,
    finish: Callable[[Pdf], None] = lambda pdf: None,
    **how,
) -> bytes:
    """Without tags. Red bars lie along the edges at the foot and the head: a stamp may not touch them."""
    with pikepdf.new() as pdf:
        for number in range(1, pages + 1):
            x, y = corner
            box = [x, y, x + size[0], y + size[1]]
            left, bottom, right, top = crop or box
            pdf.pages.append(pikepdf.Page(Dictionary(Type=Name.Page, MediaBox=Array(box))))
            page = pdf.pages[-1]
            page.Resources = Dictionary(Font=Dictionary(F=_helvetica(pdf)))
            bars = EDGES % (left, bottom, right - left, left, top - 8, right - left)
            text = f"BT /F 14 Tf 0 g {left + 60:.0f} {(bottom + top) / 2:.0f} Td ({words} {number}) Tj ET"
            page.Contents = pdf.make_stream(bars + text.encode())
            if crop:
                page.CropBox = Array(crop)
            if rotate:
                page.Rotate = rotate
            if unit != 1:
                page.UserUnit = unit
        finish(pdf)
        return saved(pdf, **how)


def scanned(pages: int = 1, finish: Callable[[Pdf], None] = lambda pdf: None, **how) -> bytes:
    """Nothing but a picture that fills each page."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=A4)
            picture = pdf.make_stream(
                bytes(200 + (x * y) % 56 for y in range(30) for x in range(20)),
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=20,
                Height=30,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
                Metadata=pdf.make_stream(b"<x>scanner of canaryzq</x>"),
            )
            page.Resources = Dictionary(XObject=Dictionary(Im0=picture))
            page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")
        finish(pdf)
        return saved(pdf, **how)


def tagged(
    words: str = "Words with tags",
    *,
    pages: int = 2,
    claims_ua: bool = False,
    size: tuple[float, float] = A4,
    rotate: int = 0,
    stray: bytes = b"",
    finish: Callable[[Pdf], None] = lambda pdf: None,
) -> bytes:
    """As word processors write it: own kinds and classes, a table with named heads, a link to the last page."""
    with pikepdf.new() as pdf:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = _element(pdf, "/Document", root)
        numbers = Array()
        pdf.Root.StructTreeRoot, root.K = root, document
        kids = []
        for index in range(pages):
            page = pdf.add_blank_page(page_size=size)
            page.Resources = Dictionary(Font=Dictionary(F=_helvetica(pdf)))
            lines = [
                f"/Standard <</MCID {n}>> BDC BT /F 12 Tf 60 {700 - 20 * n} Td ({word}) Tj ET EMC"
                for n, word in enumerate((f"{words} {index + 1}", "Measure", "47.7"))
            ]
            page.Contents = pdf.make_stream("\n".join(lines).encode() + stray)
            page.StructParents = index
            if rotate:
                page.Rotate = rotate
            paragraph = _element(pdf, "/Heading1" if index == 0 else "/Standard", document, page, 0)
            table = _element(pdf, "/Table", document)
            row = _element(pdf, "/TR", table)
            head = _element(pdf, "/TH", row, page, 1)
            head.C, head.ID = Name.ColumnHead, String(f"head-{index}")
            cell = _element(pdf, "/TD", row, page, 2)
            cell.A = Dictionary(O=Name.Table, Headers=Array([String(f"head-{index}")]))
            table.K, row.K = Array([row]), Array([head, cell])
            kids += [paragraph, table]
            numbers.extend([index, pdf.make_indirect(Array([paragraph, head, cell]))])
        link = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 600, 200, 620]), StructParent=pages
            )
        )
        link.A = Dictionary(S=Name.GoTo, D=Array([pdf.pages[-1].obj, Name.XYZ, 0, 700, None]))
        link.Contents = String("To the end")
        pdf.pages[0].Annots = Array([link])
        held = _element(pdf, "/Link", document)
        held.K = Array([Dictionary(Type=Name.OBJR, Obj=link, Pg=pdf.pages[0].obj)])
        numbers.extend([pages, held])
        document.K = Array([*kids, held])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        root.RoleMap = Dictionary({"/Standard": Name.P, "/Heading1": Name.H1})
        root.ClassMap = Dictionary(ColumnHead=Dictionary(O=Name.Table, Scope=Name.Column))
        pdf.Root.MarkInfo, pdf.Root.Lang = Dictionary(Marked=True), String("en-GB")
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("The end of it", pages - 1))
        if claims_ua:
            with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
                xmp["pdfuaid:part"] = "1"
        finish(pdf)
        return saved(pdf)


def locked(password: str) -> bytes:
    """With a password for its owner; and with one to open it, when `password` is not empty."""
    return plain(encryption=pikepdf.Encryption(owner="owner", user=password, R=6))


def active(pdf: Pdf) -> None:
    """All that a hostile file could do."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('canaryzq')"))
    pdf.Root.OpenAction, pdf.Root.AA = script, Dictionary(WC=script)
    names = Dictionary(JavaScript=Dictionary(Names=Array(["run", script])))
    spec = Dictionary(Type=Name.Filespec, F="canaryzq.exe", EF=Dictionary(F=pdf.make_stream(b"MZ canaryzq")))
    names.EmbeddedFiles = Dictionary(Names=Array(["canaryzq.exe", spec]))
    pdf.Root.Names = names
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T="canaryzq", V="canaryzq", AA=Dictionary(K=script)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=pdf.make_stream(b"<xfa>canaryzq</xfa>"))
    page = pdf.pages[0]
    page.AA = Dictionary(O=script)
    page.Metadata = pdf.make_stream(b"<x>canaryzq</x>")
    page.PieceInfo = Dictionary(Word=Dictionary(Private="canaryzq"))
    page.Thumb = pdf.make_stream(b"\0", Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    actions = [
        script,
        Dictionary(S=Name.Launch, F="calc.exe"),
        Dictionary(S=Name.SubmitForm, F="https://example.org/canaryzq"),
        Dictionary(S=Name.GoToR, F="canaryzq.pdf", D=Array([0, Name.Fit])),
        Dictionary(S=Name.URI, URI="file:///etc/passwd"),
        Dictionary(S=Name.URI, URI="javascript:canaryzq"),
        Dictionary(S=Name.URI, URI="https://example.org/kept", Next=script),
    ]
    held = [
        pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, y, 90, y + 9]), A=action)
        )
        for y, action in zip(range(100, 200, 12), actions, strict=False)
    ]
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 19, 19]), Contents="canaryzq")
    held.append(pdf.make_indirect(note))
    page.Annots = Array(held)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:creator"] = ["canaryzq"]
        xmp["dc:title"] = "canaryzq"


def _helvetica(pdf: Pdf) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def _element(
    pdf: Pdf, kind: str, parent: pikepdf.Object, page: pikepdf.Page | None = None, mark: int | None = None
) -> pikepdf.Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=parent))
    if page is not None:
        element.Pg, element.K = page.obj, mark
    return element
