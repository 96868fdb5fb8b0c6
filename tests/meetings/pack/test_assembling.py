import subprocess
from io import BytesIO

import pikepdf
import pytest
from lxml import html

from core.pdf import render
from meetings.exempt_wording import not_for_publication
from meetings.pack.assembling import assemble, for_reader
from meetings.pack.orders import PAGE_ADDRESS, Order, Part
from meetings.pack.places import BAND
from meetings.pack.stamping import seen_page
from tests.core.documents import TITLE, document, page
from tests.meetings.pack import papers
from tests.meetings.pack.built import bookmarks, labels, letters, pack_of, texts, took_in
from tests.pdf_checks import elements, problems, spoken

ODD = {
    "a4": papers.plain(),
    "turned right": papers.plain(rotate=90),
    "upside down": papers.plain(rotate=180),
    "turned left": papers.plain(rotate=270),
    "cropped": papers.plain(crop=(100, 150, 500, 700)),
    "cropped and turned": papers.plain(crop=(100, 150, 500, 700), rotate=90),
    "off its corner": papers.plain(corner=(-100, -200)),
    "letter": papers.plain(size=papers.LETTER),
    "a3": papers.plain(size=papers.A3),
    "landscape": papers.plain(size=(842, 595)),
    "own unit": papers.plain(size=(300, 420), unit=2),
    "slip": papers.plain(size=(280, 120)),
    "scanned": papers.scanned(),
    "tagged": papers.tagged(pages=1),
    "tagged and turned": papers.tagged(pages=1, rotate=90),
    "locked by its owner": papers.locked(""),
}


@pytest.fixture(scope="module")
def ours() -> bytes:
    return render(document(), title=TITLE)


@pytest.fixture(scope="module")
def odd_pack() -> bytes:
    return pack_of(*ODD.values())


def test_every_page_has_its_number_and_every_first_page_its_item(odd_pack):
    seen = texts(odd_pack)

    assert len(seen) == 2 * len(ODD) - 1
    for index, words in enumerate(seen):
        item, is_pad = index // 2 + 1, index % 2
        assert f"Page {index + 3}" in words
        assert words.count("Page") == 1
        assert ("intentionally left blank" in words) == bool(is_pad)
        assert (f"Agenda Item {item}" in words) != bool(is_pad)


@pytest.mark.parametrize("layout", ["", " class='landscape'"])
def test_our_own_papers_leave_their_numbers_to_the_pack(ours, layout):
    own = render(document().replace("<body", f"<body{layout}"), title=TITLE)
    (before,), (after,) = texts(own)[:1], texts(pack_of(own, ours=frozenset({1})))[:1]

    assert "Page 1 of " in before
    assert ("Page 1 of " in after, "Page 3" in after) == (False, True)
    assert before.split("\n")[0].startswith(TITLE) == after.split("\n")[0].startswith(TITLE)


def test_a_table_over_two_pages_keeps_its_whole_head_on_both(ours):
    """The head is set apart on the second page, as the page number is, but it is no number."""
    seen = [text for text in texts(pack_of(ours, ours=frozenset({1}))) if "Indicator 5" in text]

    assert len(seen) > 1
    assert [text.count("24 months") for text in seen] == [1] * len(seen)


def test_labels_are_the_printed_numbers_and_bookmarks_lead_to_them(odd_pack):
    assert labels(odd_pack) == [str(number) for number in range(3, 2 * len(ODD) + 2)]
    assert bookmarks(odd_pack)[:4] == [
        (1, "1. Subject 1", "3"),
        (2, "Paper 1", "3"),
        (1, "2. Subject 2", "5"),
        (2, "Paper 2", "5"),
    ]


@pytest.mark.parametrize("place", range(len(ODD)), ids=ODD)
def test_stamps_lie_on_the_page_as_it_is_seen_upright_and_clear_of_its_edges(odd_pack, place):
    command = ["pdftotext", "-bbox", "-f", str(2 * place + 1), "-l", str(2 * place + 1), "-", "-"]
    told = subprocess.run(command, input=odd_pack, capture_output=True, check=True).stdout
    sheet = html.fromstring(told)
    (seen,) = sheet.iter("page")
    with pikepdf.open(BytesIO(odd_pack)) as pdf:
        is_turned = int(pdf.pages[2 * place].Rotate) % 180 == 90
    sides = float(seen.get("width")), float(seen.get("height"))  # before it is turned
    width, height = reversed(sides) if is_turned else sides
    words = {word.text: [float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax")] for word in seen}
    number, mark = words[str(2 * place + 3)], words["Item"]
    foot = [words["Page"][0], number[2]]
    assert sum(foot) / 2 == pytest.approx(width / 2, abs=1)
    assert height * 0.85 < number[1] < number[3] < height
    assert 0 < mark[1] < mark[3] < height * 0.15
    assert width / 2 < mark[0] < mark[2] < width
    assert number[2] - number[0] < number[3] - number[1] + 10  # upright


@pytest.mark.parametrize("relied_on", [[1], [3], [1, 4], [1, 2, 3, 4, 5, 6, 7]])
@pytest.mark.parametrize("place", ODD)
def test_why_it_is_withheld_stands_whole_on_every_page_beside_its_item_and_above_its_words(place, relied_on):
    prepared, _ = took_in(ODD[place])
    said = not_for_publication(relied_on)
    part = Part(prepared, "Report", first=29, item="9", item_title="A", mark="Agenda Item 9", notice=said)
    pack = assemble(Order("Pack", [part, part]), letters())

    assert [said in words for words in texts(pack)] == [True] * 2
    command = ["pdftotext", "-bbox", "-f", "1", "-l", "1", "-", "-"]
    sheet = html.fromstring(subprocess.run(command, input=pack, capture_output=True, check=True).stdout)
    with pikepdf.open(BytesIO(pack)) as pdf:
        whole = seen_page(pdf.pages[0])
    found = [
        (word.text, *[float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax")])
        for word in sheet.iter("word")
    ]
    above = [one for one in found if one[4] <= (BAND + 1) * whole.unit]
    (mark,) = [one for one in above if one[0] == "Agenda"]
    notice = [one for one in above if one[1] < mark[1]]
    assert sorted(one[0] for one in notice) == sorted(said.split())
    assert max(one[3] for one in notice) < mark[1]
    assert min(one[2] for one in notice) > 0


def test_the_same_order_makes_the_same_bytes():
    files = (papers.plain(), papers.scanned(), papers.tagged())

    assert pack_of(*files) == pack_of(*files)


def test_papers_of_the_portals_own_share_their_fonts():
    """A pack of five papers carries the letters of one: each font file once, and still all words."""
    files = [render(page(f"<p>Paper {n}: £{n},000 for “care leavers”.</p>"), title=TITLE) for n in range(5)]
    pack = pack_of(*files, ours=frozenset(range(1, 6)))

    assert len(font_files(pack)) == len(font_files(pack_of(files[0], ours=frozenset({1}))))
    assert [f"Paper {n}: £{n},000 for “care leavers”." in spoken(pack) for n in range(5)] == [True] * 5


def test_papers_with_other_letters_keep_their_own():
    files = [render(page(f"<p>{words}</p>"), title=TITLE) for words in ("Łukasz", "Nguyễn")]
    pack = pack_of(*files, ours=frozenset({1, 2}))

    assert len(font_files(pack)) > len(font_files(pack_of(files[0], ours=frozenset({1}))))
    assert [words in spoken(pack) for words in ("Łukasz", "Nguyễn")] == [True, True]


def font_files(data: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            bytes(held.read_raw_bytes())
            for held in pdf.objects
            if "/Length1" in getattr(held, "keys", list)()
        ]


def test_a_paper_that_is_left_out_leaves_a_gap_in_the_numbers_and_no_word():
    whole, public = (
        pack_of(
            papers.plain("Open"), papers.plain("canaryzq", pages=3), papers.tagged("Also open"), left_out=out
        )
        for out in (frozenset(), frozenset({2}))
    )

    assert labels(whole) == ["3", "4", "5", "6", "7", "8", "9", "10"]
    assert labels(public) == ["3", "4", "9", "10"]
    assert texts(public) == [
        words for words, label in zip(texts(whole), labels(whole), strict=True) if label in labels(public)
    ]
    assert "canaryzq" in spoken(whole)
    out = BytesIO()
    with pikepdf.open(BytesIO(public)) as pdf:
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"canaryzq" not in out.getvalue()
    assert b"Paper 2" not in out.getvalue()


@pytest.mark.pdf
def test_a_pack_of_tagged_papers_and_scans_keeps_pdf_ua(ours):
    pack = pack_of(ours, papers.scanned(3), ours, ours=frozenset({1, 3}))

    assert problems(pack) == []
    info = subprocess.run(["pdfinfo", "-"], input=pack, capture_output=True, check=True).stdout.decode()
    assert "Tagged:          yes" in info
    assert "Title:           Pack of the panel" in info


@pytest.mark.pdf
def test_an_officers_file_that_keeps_pdf_ua_still_does_when_it_is_shrunk(ours):
    pack = pack_of(ours, ours)

    assert problems(pack) == []
    with pikepdf.open(BytesIO(pack)) as pdf:
        figures = [element for element in elements(pdf) if str(element.S) == "/Figure"]
        assert len(figures) == 2


@pytest.mark.pdf
def test_one_source_that_does_not_keep_it_takes_the_claim_away(ours):
    assert (
        problems(pack_of(ours, papers.plain(), ours=frozenset({1})))[0]
        == "does not say that it keeps PDF/UA-1"
    )


@pytest.mark.pdf
def test_every_tagged_word_is_still_there_in_order(ours):
    sources = [ours, papers.tagged("Adoption"), papers.tagged("Fostering", pages=5)]

    said = lines(spoken(pack_of(*sources)))

    assert said == [line for source in sources for line in lines(spoken(source))]


def lines(told: str) -> list[str]:
    return [line.strip() for line in told.splitlines() if line.strip().startswith('"')]


def test_a_link_inside_a_paper_leads_to_the_same_place_of_the_pack():
    with pikepdf.open(BytesIO(pack_of(papers.plain(pages=2), papers.tagged(pages=3)))) as pdf:
        (link,) = [one for sheet in pdf.pages for one in sheet.get("/Annots", ())]
        target = next(sheet for sheet in pdf.pages if sheet.objgen == link.Dest[0].objgen)

        assert target.label == "7"
        assert 600 < float(link.Dest[3]) < 700  # shrunk with its page
        assert "/A" not in link


@pytest.mark.pdf
def test_lines_of_the_front_sheet_lead_to_their_pages():
    sheet = page(
        f"<h1>Agenda</h1><p><a href='{PAGE_ADDRESS}5'>Page 5</a> <a href='{PAGE_ADDRESS}7'>Page 7</a></p>"
    )
    front, facts = took_in(render(sheet, title="Agenda"), "Agenda", "front", is_ours=True)
    paper, _ = took_in(papers.scanned())
    parts = [
        Part(front, "Agenda", 1, is_padded=True, keeps_ua=facts.keeps_ua, marks=facts.marks),
        Part(paper, "Report", 5, "4", "Subject", keeps_ua=True),
    ]

    pack = assemble(Order("Pack of the panel", parts), letters())

    assert problems(pack) == []
    with pikepdf.open(BytesIO(pack)) as pdf:
        known, left_out = pdf.pages[0].Annots
        assert known.Dest[0].objgen == pdf.pages[2].objgen
        assert not {"/A", "/Dest"} & set(left_out.keys())
    assert labels(pack) == ["1", "2", "5"]
    assert "Page 1 " not in texts(pack)[0].replace("Page 1 of", "")


@pytest.mark.pdf
def test_a_readers_copy_has_the_name_on_every_page_and_is_still_accessible(ours):
    pack = pack_of(ours, papers.scanned(), ours=frozenset({1}))

    copy = for_reader(pack, ["Mrs Łucja Adams", "24 October 2018"], letters())

    assert problems(copy) == []
    assert lines(spoken(copy)) == lines(spoken(pack))
    with pikepdf.open(BytesIO(copy)) as pdf, pikepdf.open(BytesIO(pack)) as before:
        assert [len(one.Contents) for one in pdf.pages] == [len(one.Contents) + 1 for one in before.pages]
    assert all("24October2018" in "".join(words.split()) for words in texts(copy))
