"""What a layer that is switched off holds is in no copy; what is switched on is in every one."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.core.office_files import a_pdf, annotated
from tests.core.test_documents import CANARY, opened, read, whole

HIDDEN = b"BT /F1 12 Tf 72 600 Td (canaryzq) Tj ET"
SEEN = b"BT /F1 12 Tf 72 700 Td (Seen words) Tj ET "


def layered(content: bytes, layer: Callable[[Pdf, Dictionary], object] = lambda pdf, group: group, **usual):
    """A page whose content calls its one group /Off; ``usual`` goes into the file's own setting of layers."""

    def change(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("canaryzq layer")))
        setting = Dictionary({f"/{key}": value for key, value in usual.items()} or {"/OFF": Array([group])})
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=setting)
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(Off=layer(pdf, group))
        page.Contents = pdf.make_stream(content)

    return a_pdf(change=change)


def by_rule(**rule) -> Callable[[Pdf, Dictionary], Dictionary]:
    return lambda pdf, group: pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=group, **rule))


@pytest.mark.parametrize(
    "content",
    [
        SEEN + b"/OC /Off BDC " + HIDDEN + b" EMC",
        b"/OC /Off BDC /Span <</ActualText (canaryzq)>> BDC " + HIDDEN + b" EMC EMC " + SEEN,
        SEEN + b"BT /F1 9 Tf /OC /Off BDC (canaryzq) ' 1 2 (canaryzq) \" [(canaryzq)] TJ EMC ET",
        SEEN + b"/OC /Off BDC " + HIDDEN,  # never closed
    ],
)
def test_words_of_a_layer_that_is_off_are_gone_and_told(content):
    data = layered(content)
    with pikepdf.open(BytesIO(data)) as before:
        assert CANARY in whole(before)

    document = read(data)

    with opened(document) as pdf:
        assert CANARY not in whole(pdf)
    assert document.pages == ["Seen words"]
    assert ["layers", 1] in [list(one) for one in document.seen["taken_out"]]


@pytest.mark.parametrize(
    ("rule", "is_seen"),
    [
        ({}, False),
        ({"P": Name.AllOn}, False),
        ({"P": Name.AnyOff}, True),
        ({"P": Name.AllOff}, True),
        ({"P": Name.Unheard}, False),
    ],
)
def test_a_rule_over_layers_is_kept_to(rule, is_seen):
    document = read(layered(SEEN + b"/OC /Off BDC " + HIDDEN + b" EMC", by_rule(**rule)))

    assert ("canaryzq" in document.pages[0]) is is_seen


@pytest.mark.parametrize(("sign", "is_seen"), [(Name.Not, True), (Name.Or, False), (Name.And, False)])
def test_a_sentence_over_layers_is_kept_to(sign, is_seen):
    def layer(pdf: Pdf, group: Dictionary) -> Dictionary:
        return pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=group, VE=Array([sign, group])))

    document = read(layered(SEEN + b"/OC /Off BDC " + HIDDEN + b" EMC", layer))

    assert ("canaryzq" in document.pages[0]) is is_seen


def test_what_is_switched_on_stays_and_no_layer_keeps_its_name():
    document = read(layered(SEEN + b"/OC /Off BDC BT /F1 9 Tf 72 500 Td (More) Tj ET EMC", BaseState=Name.ON))

    assert document.pages == ["Seen words\nMore"]
    with opened(document) as pdf:
        assert CANARY not in whole(pdf)
        assert "/OCProperties" not in pdf.Root


def test_all_are_off_where_the_file_begins_so():
    assert read(layered(b"/OC /Off BDC " + HIDDEN + b" EMC " + SEEN, BaseState=Name.OFF)).pages == [
        "Seen words"
    ]


def test_hidden_drawings_and_links_are_gone():
    def change(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        page = pdf.pages[0].obj
        form = pdf.make_stream(HIDDEN, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]))
        form.OC, form.Resources = group, page.Resources
        page.Resources.XObject = Dictionary(Fm1=form)
        page.Contents = pdf.make_stream(SEEN + b"/Fm1 Do")
        link = Dictionary(S=Name.URI, URI=String("https://canaryzq.example"))
        annotated(pdf, Subtype=Name.Link, OC=group, A=link)

    document = read(a_pdf(change=change))

    assert document.pages == ["Seen words"]
    with opened(document) as pdf:
        assert CANARY not in whole(pdf)
