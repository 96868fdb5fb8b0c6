"""Files that officers upload: what is seen of them, what is taken out, what is refused and with which words."""

import random
import zipfile
import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from core.documents import UnreadableDocument, read_document
from core.documents.asking import LIMITS
from core.documents.office import convert, without_outside
from tests.core import office_files as files
from tests.core.documents import document as our_document
from tests.core.documents import rendered
from tests.core.office_files import a_docx, a_pdf, a_scan, docx, linked, para
from tests.meetings.pack import papers
from tests.pdf_checks import nothing_is_active

CANARY = b"canaryzq"


def read(data: bytes, filename: str = "paper.pdf"):
    return read_document(data, filename=filename)


def code_of(data: bytes, filename: str = "paper.pdf") -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        read(data, filename)
    assert str(refusal.value).endswith(".")
    return refusal.value.code


def opened(document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(document.pdf))


def whole(pdf: pikepdf.Pdf) -> bytes:
    """Every byte that a program could read in it, nothing compressed."""
    out = BytesIO()
    pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(BytesIO(out.getvalue())) as again:
        streams = b"".join(one.read_bytes() for one in again.objects if isinstance(one, pikepdf.Stream))
    return out.getvalue() + streams


class TestWhatIsSeen:
    def test_pages_words_and_fonts(self):
        document = read(a_pdf("First page", "Second page"))

        assert document.pages == ["First page", "Second page"]
        assert document.seen == {
            "was_protected": False,
            "was_mended": False,
            "has_title": False,
            "taken_out": [],
            "sizes": [["A4 portrait", 2]],
            "rotated": 0,
            "is_tagged": False,
            "has_language": False,
            "fonts_missing": ["Helvetica"],
            "scanned": [],
            "blank": [],
        }

    def test_scanned_pages_are_told_from_empty_ones(self):
        assert read(a_scan(2)).seen["scanned"] == [1, 2]
        assert read(a_pdf("Words on it", "")).seen["blank"] == [2]

    @pytest.mark.parametrize(
        ("size", "turned", "words"),
        [
            ((595, 842), 0, "A4 portrait"),
            ((595, 842), 90, "A4 landscape"),
            ((842, 1191), 0, "A3 portrait"),
            ((612, 792), 0, "Letter portrait"),
            ((500, 500), 0, "176 x 176 mm"),
        ],
    )
    def test_sizes_are_those_that_a_reader_sees(self, size, turned, words):
        document = read(a_pdf(size=size, change=lambda pdf: pdf.pages[0].rotate(turned, relative=False)))

        assert document.seen["sizes"] == [[words, 1]]

    def test_cropped_page_has_the_size_of_its_crop(self):
        def crop(pdf):
            pdf.pages[0].obj.CropBox = Array([100, 100, 695, 942])
            pdf.pages[0].obj.MediaBox = Array([0, 0, 1000, 1000])

        assert read(a_pdf(change=crop)).seen["sizes"] == [["A4 portrait", 1]]

    def test_owner_protection_is_lifted_and_told(self):
        locked = pikepdf.Encryption(owner="secret", user="", allow=pikepdf.Permissions(print_lowres=False))
        document = read(a_pdf(encryption=locked))

        assert document.seen["was_protected"] is True
        assert not opened(document).is_encrypted

    def test_damage_that_was_mended_is_told(self):
        whole_file = a_pdf("Words that stay")
        damaged = whole_file[: whole_file.rindex(b"startxref")]

        document = read(damaged)

        assert (document.seen["was_mended"], document.pages) == (True, ["Words that stay"])

    @pytest.mark.pdf
    def test_tags_of_our_own_papers_are_kept(self):
        found = read(rendered(our_document(rows=3)))

        assert (found.is_tagged, found.seen["fonts_missing"], found.seen["taken_out"]) == (True, [], [])

    def test_same_file_gives_the_same_bytes(self):
        data = a_pdf("One", "Two")

        assert read(data).pdf == read(data).pdf


class TestWhatIsTakenOut:
    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (files.with_a_script, {"actions": 1, "scripts": 1}),
            (files.with_page_actions, {"actions": 1}),
            (files.with_an_attachment, {"attachments": 1}),
            (files.with_comments, {"comments": 1}),
            (files.with_a_film, {"media": 1}),
            (files.with_a_form, {"form_fields": 1}),
            (files.with_an_author, {}),
            (files.with_a_bookmark_that_starts, {"links": 1}),
            (files.with_a_hidden_chain, {}),
        ],
    )
    def test_is_gone_and_told(self, change, told):
        data = a_pdf(change=change)
        with pikepdf.open(BytesIO(data)) as before:
            assert CANARY in whole(before)

        document = read(data)

        with opened(document) as pdf:
            assert CANARY not in whole(pdf)
            assert list(nothing_is_active(pdf)) == []
        found = dict(document.seen["taken_out"])
        assert {kind: found.get(kind, 0) for kind in told} == told

    @pytest.mark.parametrize(
        "action",
        [
            {"S": Name.Launch, "F": String("canaryzq.exe")},
            {"S": Name.URI, "URI": String("file:///etc/canaryzq")},
            {"S": Name.URI, "URI": String("javascript:canaryzq()")},
            {"S": Name.GoToR, "F": String("canaryzq.pdf"), "D": Array([0, Name.Fit])},
            {"S": Name.SubmitForm, "F": String("https://example.org/canaryzq")},
            {"S": Name.Named, "N": Name("/canaryzq")},
        ],
    )
    def test_link_that_does_more_than_lead_on_is_a_link_no_more(self, action):
        document = read(a_pdf(change=lambda pdf: linked(pdf, **action)))

        with opened(document) as pdf:
            assert CANARY not in whole(pdf)
        assert document.seen["taken_out"] == [["links", 1]]

    @pytest.mark.parametrize("address", ["https://example.org", "HTTP://example.org", "mailto:a@b.example"])
    def test_honest_links_stay(self, address):
        document = read(a_pdf(change=lambda pdf: linked(pdf, S=Name.URI, URI=String(address))))

        with opened(document) as pdf:
            assert [str(one.A.URI) for one in pdf.pages[0].Annots] == [address]

    def test_bookmarks_and_places_to_go_to_stay(self):
        def lead(pdf):
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("Adoption", 0))
            linked(pdf, S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))

        with opened(read(a_pdf(change=lead))) as pdf:
            assert pdf.Root.Outlines.First.Title == "Adoption"
            assert Name.GoTo == pdf.pages[0].Annots[0].A.S

    def test_what_was_filled_in_stays_on_the_page(self):
        assert "Yes please" in read(a_pdf(change=files.with_a_form)).pages[0]

    def test_font_whose_name_means_a_script_elsewhere_stays(self):
        def rename(pdf):
            fonts = pdf.pages[0].obj.Resources.Font
            pdf.pages[0].obj.Resources.Font = Dictionary(JS=fonts.F1)
            pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /JS 12 Tf 72 700 Td (Words) Tj ET")

        assert read(a_pdf(change=rename)).pages == ["Words"]


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("data", "filename", "code"),
        [
            (b"", "a.pdf", "empty"),
            (b"<html>no paper</html>", "a.pdf", "unknown"),
            (b"%PDF-1.7 and no more", "a.pdf", "broken"),
            (b"PK\x03\x04 and no more", "a.docx", "not_whole"),
            (bytes.fromhex("d0cf11e0a1b11ae1"), "a.docx", "old_word"),
        ],
    )
    def test_files_that_are_none(self, data, filename, code):
        assert code_of(data, filename) == code

    def test_names_that_say_something_else(self):
        assert code_of(a_pdf(), "paper.docx") == "is_pdf"
        assert code_of(a_docx(), "paper.pdf") == "is_word"

    def test_password_to_open(self):
        locked = pikepdf.Encryption(owner="secret", user="secret")

        assert code_of(a_pdf(encryption=locked)) == "password"

    def test_no_pages(self):
        def take_away(pdf):
            del pdf.pages[0]

        assert code_of(a_pdf(change=take_away)) == "no_pages"

    def test_too_many_pages(self):
        assert code_of(a_pdf(*["x"] * 401)) == "too_many_pages"

    @pytest.mark.parametrize(("size", "code"), [((14_400, 14_400), "page_size"), ((20, 20), "page_size")])
    def test_pages_that_cannot_be_printed(self, size, code):
        assert code_of(a_pdf(size=size)) == code

    def test_page_whose_content_is_damaged_is_named(self):
        def damage(pdf):
            held = pdf.pages[1].obj.Contents
            held.write(b"no deflated bytes", filter=Name.FlateDecode)

        with pytest.raises(UnreadableDocument, match="Page 2 of the file is damaged"):
            read(a_pdf("One", "Two", change=damage))

    def test_content_that_unpacks_without_end(self):
        def bomb(pdf):
            squeezer = zlib.compressobj(9)
            zeros = b" " * 10_000_000
            packed = b"".join(squeezer.compress(zeros) for _ in range(90)) + squeezer.flush()
            pdf.pages[0].obj.Contents.write(packed, filter=Name.FlateDecode)

        assert code_of(a_pdf(change=bomb)) in ("too_much_memory", "page_broken")

    def test_pages_that_go_round_in_a_circle(self):
        data = a_pdf().replace(b"/Kids [ ", b"/Kids [ 2 0 R ", 1)

        with pytest.raises(UnreadableDocument):
            read(data)


def test_reader_that_takes_too_long_is_stopped():
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(
            a_pdf(*["words"] * 390),
            filename="a.pdf",
            limits=LIMITS._replace(wall_seconds=0.01, cpu_seconds=1),
        )

    assert refusal.value.code in ("too_slow", "busy")


def test_file_that_takes_too_long_is_asked_for_as_pdf_whatever_it_is():
    assert str(UnreadableDocument("too_slow", seconds=20)) == (
        "The file took longer than 20 seconds to read. Open it in the program that made it, save it as PDF there and "
        "upload that."
    )


class TestTags:
    @pytest.mark.pdf
    def test_headings_lists_and_tables_of_a_page_are_told_by_its_tags(self):
        content = (
            "<h1>Adoption</h1><p>More children were matched than in the year before, and each of them waited a shorter "
            "time for it than children did in all the years before that one.</p><ol><li>First</li><li>Second</li></ol>"
            "<ul><li>A point &lt;b&gt;</li></ul><table><tr><th>Year</th><td>65</td></tr></table>"
        )
        (html,) = read(rendered(content)).tagged

        assert html == (
            "<h2>Adoption</h2><p>More children were matched than in the year before, and each of them waited a shorter "
            "time for it than children did in all the years before that one.</p><ol><li>First</li><li>Second</li></ol>"
            "<ul><li>A point &lt;b&gt;</li></ul><table><tr><th>Year</th><td>65</td></tr></table>"
        )

    @pytest.mark.pdf
    def test_each_page_has_its_own(self):
        words = ["One " + "year " * 60, "Two " + "years " * 60]
        content = f"<p>{words[0]}</p><p style='page-break-before: always'>{words[1]}</p>"

        assert read(rendered(content)).tagged == [f"<p>{one.strip()}</p>" for one in words]

    def test_kinds_of_other_programs_are_known_by_what_they_stand_for(self):
        first, second = read(papers.tagged("Words")).tagged

        assert first == "<h2>Words 1</h2><table><tr><th>Measure</th><td>47.7</td></tr></table>"
        assert second.startswith("<p>Words 2")

    def test_page_without_tags_has_none(self):
        assert read(a_pdf("One", "Two")).tagged == []

    def test_tags_that_leave_words_out_are_not_followed(self):
        stray = b" BT /F 12 Tf 60 300 Td (Words that no tag names and that nobody would read) Tj ET"

        assert read(papers.tagged("Words", stray=stray)).tagged == []


class TestWord:
    def test_words_headings_and_tables_are_read(self):
        document = read(a_docx(), "paper.docx")

        assert document.html == (
            "<h1>What we did</h1><p>More children were matched.</p>"
            "<table><tr><td><p>Year</p></td><td><p>Adopted</p></td></tr></table>"
        )
        assert document.seen == {
            "pictures": 0,
            "embedded": 0,
            "changes": 0,
            "comments": 0,
            "linked": 0,
            "hidden": 0,
        }

    def test_what_stays_behind_is_counted(self):
        body = f'{para("Kept")}<w:p><w:ins w:id="1"><w:r><w:t>New</w:t></w:r></w:ins></w:p>'
        comments = f'<w:comments xmlns:w="{files.W}"><w:comment w:id="1"/></w:comments>'
        outside = (
            '<Relationship Id="rId7" Type="x/image" Target="http://example.org/a.png" TargetMode="External"/>'
        )
        link = (
            '<Relationship Id="rId8" Type="x/hyperlink" Target="http://example.org" TargetMode="External"/>'
        )
        parts = {
            "word/media/a.png": b"\x89PNG",
            "word/embeddings/b.xlsx": b"PK",
            "word/comments.xml": comments,
        }

        document = read(docx(body, parts=parts, relations=outside + link), "paper.docx")

        assert document.html == "<p>Kept</p><p>New</p>"
        assert document.seen == {
            "pictures": 1,
            "embedded": 1,
            "changes": 1,
            "comments": 1,
            "linked": 1,
            "hidden": 0,
        }

    @pytest.mark.parametrize(
        ("hidden", "pieces"),
        [
            ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>canaryzq</w:t></w:r>", 1),
            ('<w:r><w:rPr><w:b/><w:vanish w:val="true"/></w:rPr><w:t>canaryzq</w:t><w:tab/></w:r>', 1),
            ("<w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>canaryzq</w:t></w:r></w:hyperlink>", 1),
            ('<w:ins w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:t>canaryzq</w:t></w:r></w:ins>', 1),
            ('<w:r><w:rPr><w:rStyle w:val="Below"/></w:rPr><w:t>canaryzq</w:t></w:r>', 1),
            ("<w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r>", 0),
        ],
    )
    def test_hidden_words_are_left_out_and_counted(self, hidden, pieces):
        styles = (
            f'<w:styles xmlns:w="{files.W}"><w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr>'
            '</w:style><w:style w:type="character" w:styleId="Below"><w:basedOn w:val="Hidden"/></w:style></w:styles>'
        )
        body = f"<w:p><w:r><w:t>Kept</w:t></w:r>{hidden}</w:p>"

        document = read(docx(body, parts={"word/styles.xml": styles}), "paper.docx")

        assert (document.html, document.seen["hidden"]) == ("<p>Kept</p>", pieces)

    @pytest.mark.parametrize(
        ("paragraph", "letters", "is_read"),
        [
            ("", "", True),
            ("Hidden", "", False),
            ("Hidden", '<w:vanish w:val="0"/>', True),
            ("Hidden", '<w:rStyle w:val="Letters"/>', True),
            ("", '<w:rStyle w:val="Letters"/>', False),
            ("Round", "", True),
        ],
    )
    def test_words_are_hidden_by_their_styles_as_word_hides_them(self, paragraph, letters, is_read):
        hides = "<w:rPr><w:vanish/></w:rPr>"
        styles = (
            f'<w:styles xmlns:w="{files.W}"><w:style w:type="paragraph" w:styleId="Hidden">{hides}</w:style>'
            f'<w:style w:type="character" w:styleId="Letters">{hides}</w:style>'
            '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style></w:styles>'
        )
        said = f'<w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr>' if paragraph else ""
        body = f"{para('Kept')}<w:p>{said}<w:r><w:rPr>{letters}</w:rPr><w:t>Words</w:t></w:r></w:p>"

        html = read(docx(body, parts={"word/styles.xml": styles}), "paper.docx").html

        assert html == ("<p>Kept</p><p>Words</p>" if is_read else "<p>Kept</p>")

    def test_before_libreoffice_draws_it_what_lies_elsewhere_is_cut_off(self):
        outside = (
            '<Relationship Id="rId7" Type="x/image" Target="http://example.org/t" TargetMode="External"/>'
        )
        link = (
            '<Relationship Id="rId8" Type="x/hyperlink" Target="http://kept.example" TargetMode="External"/>'
        )

        cut = without_outside(docx(para("Kept"), relations=outside + link))

        relations = zipfile.ZipFile(BytesIO(cut)).read("word/_rels/document.xml.rels").decode()
        assert ("example.org/t" in relations, "kept.example" in relations) == (False, True)

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (docx(para("x"), parts={"word/vbaProject.bin": b"x"}), "macros"),
            (docx(para("x"), parts={"word/a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "not_whole"),
            (docx("<w:p><w:r>"), "not_whole"),
            (docx(para("x"), parts={"word/media/a.png": b"\0" * 101 * 1024 * 1024}), "unpacks"),
            (docx(para("x") * 70_000), "too_long"),
            (
                docx(
                    "<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r>"
                    '<w:r><w:instrText>TEXT "C:/secret.docx"</w:instrText></w:r></w:p>'
                ),
                "brings_in",
            ),
            (docx('<w:p><w:fldSimple w:instr=" DDEAUTO c:/cmd.exe /c calc "/></w:p>'), "brings_in"),
        ],
        ids=["macros", "doctype", "cut", "bomb", "long", "includes", "dde"],
    )
    def test_hostile_ones_are_refused(self, data, code):
        assert code_of(data, "paper.docx") == code

    def test_link_in_words_of_a_field_is_no_field_that_brings_in(self):
        field = '<w:p><w:r><w:instrText> HYPERLINK "https://example.org/IMPORT" </w:instrText></w:r></w:p>'

        assert read(docx(field + para("Words")), "paper.docx").html == "<p>Words</p>"

    def test_parts_in_two_copies_are_refused(self):
        with pytest.warns(UserWarning, match="Duplicate name"):
            twice = _twice()

        assert code_of(twice, "paper.docx") == "not_whole"


def _twice() -> bytes:
    made = BytesIO(a_docx())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/document.xml", "<other/>")
    return made.getvalue()


class TestLibreOffice:
    """With a program that does what LibreOffice would do with the same arguments."""

    @pytest.fixture
    def program(self, tmp_path):
        def make(script: str) -> str:
            path = tmp_path / "soffice"
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o755)
            return str(path)

        return make

    def test_gives_the_pdf_it_made(self, program, tmp_path):
        (tmp_path / "made.pdf").write_bytes(a_pdf("As Word shows it"))
        made = program(f'for last; do :; done; cp {tmp_path}/made.pdf "$(dirname "$last")/paper.pdf"')

        assert read(convert(a_docx(), program=made)).pages == ["As Word shows it"]

    def test_that_makes_nothing_is_told(self, program):
        with pytest.raises(UnreadableDocument, match="LibreOffice could not make a PDF of the file"):
            convert(a_docx(), program=program("exit 1"))

    def test_that_is_not_there_is_told(self):
        with pytest.raises(UnreadableDocument, match="LibreOffice could not make a PDF of the file"):
            convert(a_docx(), program="/nowhere/soffice")


HONEST = (a_pdf("One", "Two", change=files.with_a_form), a_scan(), a_docx())


@pytest.mark.parametrize("seed", range(60))
def test_mutated_file_is_read_clean_or_refused_in_words(seed):
    """A few bytes of an honest file are changed, moved or cut, the same way in every run."""
    chance = random.Random(seed)
    data = _mutated(bytearray(chance.choice(HONEST)), chance)

    try:
        document = read_document(bytes(data), filename="x")
    except UnreadableDocument as refusal:
        document, code = None, refusal.code
    if document is None:
        assert code not in ("busy", "stopped")
    elif document.pdf:
        with opened(document) as pdf:
            assert len(pdf.pages) == len(document.pages) >= 1
            assert list(nothing_is_active(pdf)) == []


def _mutated(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) - 20)
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 20)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 20)]
            case _:
                data[at : at + 6] = chance.choice(
                    [b"/Kids ", b"/AA   ", b"null  ", b"999999", b"endobj", b"<<<<<<"]
                )
    return data
