"""PDF and Word files as officers send them, honest and hostile ones, made here so that none has to be stored."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

A4 = (595.28, 841.89)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
ROOT = RELATIONS.format(
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_pdf(
    *pages: str, size: tuple[float, float] = A4, change: Callable[[Pdf], object] | None = None, **saved
) -> bytes:
    """With a line of words on each page, in a font that is not embedded."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for words in pages or ("A paper about adoption",):
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode())
    if change:
        change(pdf)
    made = BytesIO()
    pdf.save(made, deterministic_id="encryption" not in saved, **saved)
    return made.getvalue()


def a_scan(pages: int = 1) -> bytes:
    def scan(pdf: Pdf) -> None:
        for page in pdf.pages:
            picture = pdf.make_stream(b"\x80" * 64, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8)
            picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
            page.obj.Resources = Dictionary(XObject=Dictionary(Im1=picture))
            page.obj.Contents = pdf.make_stream(b"q 500 0 0 700 50 50 cm /Im1 Do Q")

    return a_pdf(*[""] * pages, change=scan)


def annotated(pdf: Pdf, **entries) -> Dictionary:
    """One more annotation on the first page."""
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 100, 30]), **entries))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", ()), made])
    return made


def linked(pdf: Pdf, **action) -> None:
    annotated(pdf, Subtype=Name.Link, A=Dictionary(**action))


def with_a_script(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('canaryzq')"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("one"), script])))
    pdf.Root.OpenAction = script


def with_page_actions(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert('canaryzq')")))


def with_an_attachment(pdf: Pdf) -> None:
    pdf.attachments["canaryzq.exe"] = b"MZ canaryzq"


def with_comments(pdf: Pdf) -> None:
    annotated(pdf, Subtype=Name.Text, Contents=String("canaryzq: who wrote this?"), T=String("canaryzq"))
    annotated(pdf, Subtype=Name.Popup)


def with_a_film(pdf: Pdf) -> None:
    annotated(pdf, Subtype=Name.RichMedia, RichMediaContent=Dictionary(canaryzq=1))


def with_a_form(pdf: Pdf) -> None:
    """Filled in: the answer has to stay on the page."""
    font = pdf.pages[0].obj.Resources.Font.F1
    answer = annotated(
        pdf,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("question"),
        V=String("Yes please"),
        DA=String("/F1 12 Tf 0 g"),
        F=4,
        AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("canaryzq"))),
    )
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([answer]),
        NeedAppearances=True,
        DR=Dictionary(Font=Dictionary(F1=font)),
        XFA=String("canaryzq"),
    )


def with_an_author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "canaryzq"
    with pdf.open_metadata() as xmp:
        xmp["dc:creator"] = ["canaryzq"]
    pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=String("C:/canaryzq")))


def with_a_bookmark_that_starts(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Here", 0))
    pdf.Root.Outlines.First.A = Dictionary(S=Name.Launch, F=String("canaryzq.exe"))


def with_a_hidden_chain(pdf: Pdf) -> None:
    """A harmless step whose next one is not."""
    linked(
        pdf,
        S=Name.URI,
        URI=String("https://example.org"),
        Next=Dictionary(S=Name.Launch, F=String("canaryzq.exe")),
    )


def docx(body: str, *, parts: dict[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """A Word file with this inside its body, and further parts."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": RELATIONS.format(relations),
        **(parts or {}),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return made.getvalue()


def para(words: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}<w:r><w:t>{words}</w:t></w:r></w:p>"


def a_docx() -> bytes:
    """With a heading, words and a table."""
    cells = "".join(f"<w:tc>{para(words)}</w:tc>" for words in ("Year", "Adopted"))
    body = f"{para('What we did', 'Heading1')}{para('More children were matched.')}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    named = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    styles = f'<w:styles xmlns:w="{W}">{named}</w:styles>'
    relation = f'<Relationship Id="rId9" Type="{OFFICE}/styles" Target="styles.xml"/>'
    return docx(body, parts={"word/styles.xml": styles}, relations=relation)
