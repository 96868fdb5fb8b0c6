from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from meetings.pack import opening
from meetings.pack.faults import PackFault
from tests.core.test_documents import whole
from tests.core.test_pdf_layers import HIDDEN, SEEN, layered
from tests.meetings.pack import papers
from tests.meetings.pack.built import letters, pack_of, texts, took_in
from tests.pdf_checks import problems, spoken

CANARY = b"canaryzq"


def no_pages(pdf):
    del pdf.pages[:]


def no_size(pdf):
    pdf.pages[1].MediaBox = Array([0, 0, 0, 0])


def broken_drawing(pdf):
    stream = pdf.make_stream(b"not deflated at all")
    stream.write(b"x\x9cnot deflated", filter=Name.FlateDecode)
    pdf.pages[0].Contents = stream


def no_drawing(pdf):
    pdf.pages[0].Contents = Dictionary(Not="a stream")


REFUSED = [
    ("empty", b""),
    ("empty", b" \n"),
    ("unreadable", b"<!doctype html><p>Saved as a PDF by its name only</p>"),
    ("unreadable", b"PK\x03\x04 a workbook"),
    ("unreadable", papers.plain()[:200]),
    ("password", papers.locked("secret")),
    ("no_pages", papers.plain(finish=no_pages)),
    ("no_size", papers.plain(pages=2, finish=no_size)),
    ("damaged", papers.plain(finish=broken_drawing)),
    ("damaged", papers.plain(finish=no_drawing)),
    ("torn", papers.plain(pages=9)[:-1500]),
    ("cut_short", papers.plain(pages=3).replace(b"/Count 3", b"/Count 9")),
]


@pytest.mark.parametrize(("code", "data"), REFUSED)
def test_a_file_that_cannot_be_taken_in_whole_is_refused(code, data):
    with pytest.raises(PackFault) as refused:
        took_in(data)

    assert refused.value.code == code


def test_a_refusal_names_item_file_and_what_to_do():
    fault = PackFault("damaged", page=3).of(item="8", file="Adoption report")

    assert str(fault) == (
        "Item 8, “Adoption report”: page 3 of it is damaged. Save it as a PDF again and replace it."
    )


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 2)

    with pytest.raises(PackFault, match="it has 3 pages, and one paper may have 2"):
        took_in(papers.plain(pages=3))


def test_restrictions_that_need_no_password_to_open_are_lifted_and_told():
    prepared, facts = took_in(papers.locked(""))

    assert facts.was_restricted
    with pikepdf.open(BytesIO(prepared)) as pdf:
        assert not pdf.is_encrypted


def test_an_index_that_had_to_be_put_together_again_is_told():
    data = papers.plain()
    start = data.rindex(b"startxref")

    _, facts = took_in(data[:start] + b"startxref\n9\n%%EOF\n")

    assert facts.was_mended
    assert not took_in(data)[1].was_mended


@pytest.mark.parametrize("make", [papers.plain, papers.scanned])
def test_nothing_active_or_hidden_is_taken_in(make):
    prepared, _ = took_in(make(finish=papers.active))

    with pikepdf.open(BytesIO(prepared)) as pdf:
        out = BytesIO()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        kept = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", ()) if "/A" in link]
    assert kept == ["https://example.org/kept"]
    assert CANARY not in out.getvalue()
    for sign in (b"/AA", b"/JavaScript", b"/Launch", b"/EmbeddedFiles", b"/XFA", b"/Thumb", b"/PieceInfo"):
        assert sign not in out.getvalue()
    assert problems(pack_of(make(finish=papers.active))) == problems(pack_of(make(finish=with_one_link)))


def with_one_link(pdf):
    action = Dictionary(S=Name.URI, URI="https://example.org/kept")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 19, 19]), A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def test_a_scan_is_described_by_report_and_page():
    prepared, facts = took_in(papers.scanned(2), title="Adoption report")

    assert (facts.is_tagged, facts.keeps_ua, facts.problems) == (False, True, [])
    with pikepdf.open(BytesIO(prepared)) as pdf:
        figures = list(pdf.Root.PortalPaper.Top.K)
    assert [(str(one.S), str(one.Alt)) for one in figures] == [
        ("/Figure", "Adoption report, page 1 of 2: a picture without text."),
        ("/Figure", "Adoption report, page 2 of 2: a picture without text."),
    ]


def test_words_without_tags_are_read_out_but_do_not_pass():
    said, (_, facts) = spoken(pack_of(papers.plain("Read me out"))), took_in(papers.plain())

    assert "Read me out 1" in said
    assert (facts.keeps_ua, facts.problems[0]) == (False, "words without tags")


def test_own_kinds_and_classes_become_what_they_stand_for():
    said = spoken(pack_of(papers.tagged("Adoption")))

    assert [line.strip() for line in said.splitlines() if "Scope" in line] == ["/Scope /Column"] * 2
    assert 'H1 (block)\n      "Adoption 1"' in said
    assert 'P (block)\n      "Adoption 2"' in said


def untidy_loop(pdf):
    document = pdf.Root.StructTreeRoot.K
    document.K.append(document)


def untidy_numbers(pdf):
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([0]), Kids=Array([3]))


def untidy_kinds(pdf):
    pdf.Root.StructTreeRoot.K.K[1] = pdf.make_indirect(
        Dictionary(S=Name.Figure, Pg=pdf.pages[0].obj, A=Dictionary(O=Name.Layout, BBox=7))
    )


@pytest.mark.parametrize("spoil", [untidy_loop, untidy_numbers, untidy_kinds])
def test_a_file_whose_tags_contradict_themselves_is_read_as_one_without(spoil):
    data = papers.tagged(pages=1, finish=spoil)

    _, facts = took_in(data)

    assert (facts.is_tagged, facts.keeps_ua) == (False, False)
    assert "Words with tags 1" in texts(pack_of(data))[0]


@pytest.mark.parametrize("stray", [b" q q 9 0 0 9 0 0 cm", b" Q Q Q", b" BT", b" /Span BMC q"])
def test_what_a_page_leaves_open_does_not_reach_the_stamps(stray):
    spoilt, whole = pack_of(papers.tagged(stray=stray)), pack_of(papers.tagged())

    assert texts(spoilt) == texts(whole)
    with pikepdf.open(BytesIO(spoilt)) as pdf:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(pdf.pages[0], "q Q"):
            depth += 1 if str(operator) == "q" else -1
            assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("seed", range(60))
def test_a_spoilt_file_is_refused_by_name_or_makes_a_whole_pack(seed):
    """benchmarks/fuzz_pack.py does this two thousand times."""
    from benchmarks.fuzz_pack import spoilt, verdict

    assert verdict(spoilt(seed), letters()) in ("refused", "whole")


def test_a_layer_that_is_switched_off_is_not_in_the_pack():
    prepared, _ = took_in(layered(SEEN + b"/OC /Off BDC " + HIDDEN + b" EMC"))

    with pikepdf.open(BytesIO(prepared)) as pdf:
        assert CANARY not in whole(pdf)
