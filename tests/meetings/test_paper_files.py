"""Files as papers: uploaded and replaced, laid where they belong, served to whom they are for."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.access import Role
from core.documents import UnreadableDocument
from core.files import Closed, Damaged, public_files
from meetings.actions.agenda_items import change_access
from meetings.actions.locks import Refused
from meetings.actions.paper_files import add_file, replace_file
from meetings.actions.papers import add_live, change_paper, move_paper, restore_paper, withdraw_paper
from meetings.models import Access, Paper, PaperFile, PaperKind, PaperState
from meetings.pack.sources import paper_pdf
from meetings.report.paper_files import inspected
from tests.core import office_files as files
from tests.core.office_files import a_docx, a_pdf, a_scan, docx, para
from tests.factories.meetings import PaperFactory, PaperFileFactory, member
from tests.factories.people import UserFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november
from tests.meetings.pack.papers import tagged
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
EXEMPT = {"paragraphs": [2], "exempt_reason": "About one child.", "public_interest": "Privacy weighs more."}


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def meeting():
    return november()


@pytest.fixture
def item(meeting, shelves):
    return an_item(meeting, "Adoption")


@pytest.fixture
def paper(item, officer) -> Paper:
    return uploaded(item, officer)


@pytest.fixture
def clerk(officer) -> Client:
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def on_the_panel(client_as) -> Client:
    reader = client_as(Role.PANEL_MEMBER)
    member(user=reader.user)
    return reader


def uploaded(item, officer, data: bytes | None = None, filename: str = "adoption.pdf", **how) -> Paper:
    how = {"title": "Adoption in figures"} | how
    data = data or a_pdf("How adoption did", "canaryzq")
    return again(add_file(item, by=officer, data=data, filename=filename, **how))


def again(paper: Paper) -> Paper:
    return Paper.objects.select_related("item__meeting__body").get(pk=paper.pk)


def sent(data: bytes, name: str = "adoption.pdf", **words) -> dict:
    return {"title": "Adoption in figures", "file": SimpleUploadedFile(name, data), "is_listed": "on"} | words


def address(name: str, thing) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": thing.pk})


def read_address(paper, name: str = "paper_read") -> str:
    return reverse(f"meetings:{name}", args=[paper.item.meeting_id, paper.pk])


class TestUpload:
    def test_makes_a_paper_that_has_its_pages(self, item, paper, shelves):
        file = paper.files.get()

        assert (paper.kind, paper.position, file.pages, file.is_exempt) == (PaperKind.FILE, 1, 2, False)
        assert paper_pdf(paper, public_files()).text == "How adoption did\fcanaryzq"
        assert shelves.open.holds(file.original_sha256)
        item.refresh_from_db()
        assert item.paper_state == PaperState.ATTACHED

    def test_ends_the_wait_for_a_paper_that_was_to_follow(self, item, officer):
        type(item).objects.update(paper_state=PaperState.TO_FOLLOW, late_reason="The figures come late.")

        uploaded(item, officer)

        item.refresh_from_db()
        assert (item.paper_state, item.late_reason) == (PaperState.ATTACHED, "")

    def test_sent_twice_is_one_paper(self, item, officer, paper):
        assert uploaded(item, officer) == paper
        assert (Paper.objects.count(), PaperFile.objects.count()) == (1, 1)

    def test_that_cannot_be_read_leaves_nothing(self, item, officer):
        with pytest.raises(UnreadableDocument):
            uploaded(item, officer, b"%PDF-1.7 no more")

        assert Paper.objects.count() == 0

    def test_on_an_exempt_item_lies_on_the_exempt_shelf_alone(self, item, officer, shelves, tmp_path):
        type(item).objects.update(access=Access.EXEMPT, **EXEMPT)
        item.refresh_from_db()

        paper = uploaded(item, officer)

        assert (paper.is_exempt, paper.files.get().is_exempt) == (True, True)
        assert [path for path in (tmp_path / "papers").rglob("*") if path.is_file()] == []
        with pytest.raises(Closed):
            paper_pdf(paper, public_files())

    @pytest.mark.pdf
    def test_of_a_word_document_becomes_an_accessible_pdf(self, item, officer, shelves):
        paper = uploaded(item, officer, a_docx(), "adoption.docx")
        found = paper_pdf(paper, shelves)

        assert_accessible(found.pdf)
        assert found.tagged
        assert "More children were matched." in found.text
        assert (
            "The PDF was made by the portal, from its words and tables." in inspected(paper.files.get()).facts
        )

    @pytest.mark.pdf
    def test_of_a_word_document_is_drawn_by_libreoffice_where_it_is(self, item, officer, settings, tmp_path):
        (tmp_path / "made.pdf").write_bytes(a_pdf("As Word shows it"))
        program = tmp_path / "soffice"
        program.write_text(
            f'#!/bin/sh\nfor last; do :; done\ncp {tmp_path}/made.pdf "$(dirname "$last")/paper.pdf"\n'
        )
        program.chmod(0o755)
        settings.LIBREOFFICE = str(program)

        file = uploaded(item, officer, a_docx(), "adoption.docx").files.get()

        assert "The PDF was made by LibreOffice, as Word shows it." in inspected(file).facts

    @pytest.mark.pdf
    def test_of_a_word_document_that_libreoffice_cannot_draw_is_drawn_here(self, item, officer, settings):
        settings.LIBREOFFICE = "/nowhere/soffice"

        file = uploaded(item, officer, a_docx(), "adoption.docx").files.get()

        assert file.seen["made_by"] == "portal"

    def test_of_a_word_document_without_words_is_refused(self, item, officer):
        with pytest.raises(UnreadableDocument, match="There are no words in the file"):
            uploaded(item, officer, docx(para("")), "empty.docx")

    def test_that_fails_half_way_leaves_no_row(self, item, officer, shelves, monkeypatch):
        def full(path, data):
            raise OSError("No space left on device")

        monkeypatch.setattr(type(shelves.open), "_write", lambda self, path, data: full(path, data))

        with pytest.raises(OSError, match="No space"):
            uploaded(item, officer)
        assert (Paper.objects.count(), PaperFile.objects.count()) == (0, 0)


class TestReplacing:
    def test_gives_the_new_file_and_keeps_the_old_one(self, paper, officer, shelves):
        replace_file(paper, by=officer, data=a_pdf("Newer words"), filename="newer.pdf")

        assert paper_pdf(paper, shelves).text == "Newer words"
        assert list(paper.files.values_list("number", "original_name")) == [
            (1, "adoption.pdf"),
            (2, "newer.pdf"),
        ]

    def test_by_the_same_file_changes_nothing(self, paper, officer):
        replace_file(paper, by=officer, data=a_pdf("How adoption did", "canaryzq"), filename="again.pdf")

        assert paper.files.count() == 1

    @pytest.mark.parametrize("what", [0, 1, 2], ids=["original", "pages", "words"])
    @pytest.mark.parametrize(
        "hurt",
        [
            Path.unlink,
            lambda path: path.write_bytes(path.read_bytes()[:9]),
            lambda path: path.write_bytes(b"?" * path.stat().st_size),
        ],
        ids=["lost", "cut short", "other bytes"],
    )
    @pytest.mark.parametrize("way", ["replaced", "sent again"])
    def test_by_the_same_file_lays_back_what_its_shelf_lost(
        self, item, paper, officer, shelves, what, hurt, way
    ):
        file = paper.files.get()
        name = file.hashes[what]
        hurt(Path(shelves.open.path(f"{name[:2]}/{name}")))
        with pytest.raises(Damaged):
            shelves.open.take(name)

        if way == "replaced":
            replace_file(paper, by=officer, data=a_pdf("How adoption did", "canaryzq"), filename="again.pdf")
        else:
            assert uploaded(item, officer) == paper

        assert shelves.open.take(name)
        assert paper.files.get() == file

    @pytest.mark.pdf
    def test_whose_pages_are_lost_and_made_otherwise_today_is_a_file_anew(self, item, officer, shelves):
        paper = uploaded(item, officer, a_docx(), "adoption.docx")
        shelves.open.drop(paper.files.get().pdf_sha256)
        paper = change_paper(paper, by=officer, version=paper.version, title="Its title is in its pages")

        replace_file(paper, by=officer, data=a_docx(), filename="adoption.docx")

        assert paper.files.count() == 2
        assert "More children were matched." in paper_pdf(again(paper), shelves).text

    def test_leaves_the_issued_one_where_it_was_issued(self, paper, officer, meeting, client):
        issued(meeting, officer)
        replace_file(paper, by=officer, data=a_pdf("Newer words"), filename="newer.pdf")

        page = open_page(client, read_address(paper))
        assert page.texts(".paper-page p") == ["How adoption did", "canaryzq"]

    def test_of_a_report_or_a_withdrawn_paper_is_refused(self, item, officer, paper):
        report = a_whole_report(item, officer, position=9)
        withdraw_paper(paper, by=officer)

        for one in (report.paper, paper):
            with pytest.raises(Refused):
                replace_file(one, by=officer, data=a_pdf(), filename="a.pdf")


class TestShelves:
    """Whatever makes a paper exempt takes its bytes off the open shelf; whatever opens it brings them back."""

    def places(self, paper, shelves) -> tuple[list[bool], list[bool]]:
        file = paper.files.get()
        return tuple([shelf.holds(name) for name in file.hashes] for shelf in (shelves.open, shelves.exempt))

    def test_paper_made_exempt_and_open_again(
        self, paper, officer, shelves, django_capture_on_commit_callbacks
    ):
        for version, is_exempt in ((1, True), (2, False)):
            with django_capture_on_commit_callbacks(execute=True):
                change_paper(paper, by=officer, version=version, is_exempt=is_exempt)

            assert self.places(paper, shelves) == ([not is_exempt] * 3, [is_exempt] * 3)
            assert paper.files.get().is_exempt is is_exempt

    def test_item_made_exempt(self, paper, item, officer, shelves, django_capture_on_commit_callbacks):
        shelves.open.note(str(paper.pk), "drawn", b"canaryzq")
        item.refresh_from_db()
        with django_capture_on_commit_callbacks(execute=True):
            change_access(item, by=officer, version=item.version, access=Access.EXEMPT, **EXEMPT)

        assert self.places(paper, shelves) == ([False] * 3, [True] * 3)
        assert shelves.open.noted(str(paper.pk), "drawn") is None

    def test_bytes_that_another_open_paper_has_too_stay(
        self, paper, meeting, officer, shelves, django_capture_on_commit_callbacks
    ):
        other = uploaded(an_item(meeting, "Fostering"), officer)
        with django_capture_on_commit_callbacks(execute=True):
            change_paper(paper, by=officer, version=1, is_exempt=True)

        assert self.places(other, shelves) == ([True] * 3, [True] * 3)

    def test_nothing_moves_when_the_change_is_not_kept(self, paper, officer, shelves):
        change_paper(paper, by=officer, version=1, is_exempt=True)  # its transaction is never committed here

        assert self.places(paper, shelves)[0] == [True] * 3


class TestReaders:
    @pytest.fixture
    def secret(self, item, officer, meeting, paper, django_capture_on_commit_callbacks):
        """One paper that is exempt on an item that is open else."""
        item.refresh_from_db()
        change_access(item, by=officer, version=item.version, access=Access.PART_EXEMPT, **EXEMPT)
        with django_capture_on_commit_callbacks(execute=True):
            change_paper(paper, by=officer, version=1, is_exempt=True)
        issued(meeting, officer)
        return again(paper)

    @pytest.mark.parametrize("name", ["paper_read", "paper_print"])
    def test_what_is_not_issued_is_not_there(self, paper, client, on_the_panel, name):
        assert [one.get(read_address(paper, name)).status_code for one in (client, on_the_panel)] == [
            404,
            404,
        ]

    def test_everybody_reads_an_issued_file(self, paper, officer, meeting, client):
        issued(meeting, officer)
        page = open_page(client, reverse("meetings:meeting_read", args=[meeting.pk]))
        assert page.texts(".reading-item__papers li")[0].startswith("Adoption in figures PDF, 2 pages")

        response = client.get(read_address(paper, "paper_print"))
        assert response.content.startswith(b"%PDF")
        assert response["Content-Disposition"] == 'inline; filename="2018-11-01-adoption-in-figures.pdf"'
        assert response["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize("name", ["paper_read", "paper_print"])
    def test_exempt_file_is_for_those_with_a_right_to_it(self, secret, client, client_as, on_the_panel, name):
        others = [client, client_as(Role.PANEL_MEMBER), client_as(Role.MEMBER), client_as(Role.ADMINISTRATOR)]

        assert [one.get(read_address(secret, name)).status_code for one in others] == [404] * 4
        response = on_the_panel.get(read_address(secret, name))
        assert (response.status_code, "no-store" in response["Cache-Control"]) == (200, True)

    def test_answer_to_the_public_is_the_same_as_for_a_paper_that_is_not(self, secret, client):
        nowhere = reverse("meetings:paper_print", args=[secret.item.meeting_id, 999_999])

        def said(path):
            return Page(client.get(path).content).texts("main h1, main p:not(.request)")

        assert said(read_address(secret, "paper_print"))[0] == said(nowhere)[0]

    def test_paper_that_became_exempt_after_its_issue_is_gone_for_the_public(
        self, paper, officer, meeting, client, django_capture_on_commit_callbacks
    ):
        issued(meeting, officer)
        with django_capture_on_commit_callbacks(execute=True):
            change_paper(paper, by=officer, version=1, is_exempt=True)

        assert client.get(read_address(paper, "paper_print")).status_code == 404

    @pytest.mark.parametrize(
        "name", ["paper_edit", "paper_preview", "paper_original", "paper_replace", "paper_move"]
    )
    def test_only_officers_see_how_a_paper_is_made(self, paper, client_as, on_the_panel, clerk, name):
        refused = [on_the_panel, client_as(Role.REPORT_OWNER)]

        assert [one.post(address(name, paper)).status_code in (403, 405) for one in refused] == [True, True]
        assert clerk.get(address(name, paper)).status_code in (200, 405)

    def test_original_is_saved_not_shown(self, paper, clerk):
        response = clerk.get(address("paper_original", paper))

        assert response["Content-Disposition"] == 'attachment; filename="adoption.pdf"'
        assert response["Content-Security-Policy"].startswith("sandbox")


class TestPages:
    def test_officer_uploads_a_paper_and_reads_what_was_seen(self, item, clerk):
        response = clerk.post(address("paper_add", item), sent(a_scan()), follow=True)

        page = Page(response.content)
        assert page.texts("h1 ~ h2")[0] == "2 things to look at in the file"
        assert page.texts(".paper-cautions li")[0].startswith("Page 1 is a picture of text")
        assert page.texts(".paper-facts li")[1:3] == [
            "Page size: A4 portrait.",
            "Not tagged for screen readers.",
        ]

    def test_reader_gets_headings_and_tables_of_a_tagged_file_under_its_page_numbers(
        self, item, officer, meeting, client
    ):
        paper = uploaded(item, officer, tagged("Adoption"))
        issued(meeting, officer)

        page = open_page(client, read_address(paper))

        assert page.texts(".paper-page h2") == ["Page 1", "Page 2"]
        assert page.texts(".paper-page h3") == ["Adoption 1"]
        assert page.texts(".paper-page th") == ["Measure", "Measure"]

    @pytest.mark.pdf
    def test_hidden_words_of_a_word_file_are_in_no_page_and_told(self, item, clerk, shelves):
        hidden = (
            "<w:p><w:r><w:t>Shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>canaryzq</w:t></w:r></w:p>"
        )

        response = clerk.post(address("paper_add", item), sent(docx(hidden), "a.docx"), follow=True)

        assert Page(response.content).texts(".paper-cautions li") == [
            "1 piece of hidden text was left out. To have it read, take “Hidden” off it in Word (under Font) and "
            "replace this file."
        ]
        words = paper_pdf(again(item.papers.get()), shelves).text.splitlines()
        assert [line for line in words if "Shown" in line or "canaryzq" in line] == ["Shown"]

    def test_what_was_taken_out_is_told(self, item, clerk):
        def change(pdf):
            files.with_comments(pdf)
            files.with_a_form(pdf)

        response = clerk.post(address("paper_add", item), sent(a_pdf(change=change)), follow=True)

        told = Page(response.content).texts(".paper-facts li")
        assert any(
            one.startswith("Taken out of the copy that is published: 1 comments and marks and 1 form fields")
            for one in told
        )

    @pytest.mark.parametrize(
        ("data", "name", "message"),
        [
            (b"", "a.pdf", "The file is empty. Save it again, then choose it."),
            (b"x", "a.exe", "Choose a file whose name ends in .pdf or .docx."),
            (
                b"x",
                "a.pdf",
                "The file is neither a PDF nor a Word document (.docx). Save it as PDF and choose that.",
            ),
        ],
    )
    def test_refusal_says_what_to_do_and_keeps_what_was_typed(self, item, clerk, data, name, message):
        page = Page(clerk.post(address("paper_add", item), sent(data, name)).content)

        assert page.texts(".govuk-error-summary__list li") == [message]
        assert page.all("input[name=title]")[0].get("value") == "Adoption in figures"

    def test_the_same_file_under_another_title_is_told_not_lost(self, item, paper, clerk):
        again = sent(a_pdf("How adoption did", "canaryzq")) | {"title": "Another title"}

        page = Page(clerk.post(address("paper_add", item), again, follow=True).content)

        assert page.texts(".govuk-notification-banner__heading")[0].startswith(
            "This very file is on the item already, as “Adoption in figures”."
        )
        assert item.papers.count() == 1

    def test_file_above_the_limit_is_refused(self, item, clerk, settings):
        settings.UPLOAD_LIMIT_MB = 1
        response = clerk.post(address("paper_add", item), sent(b"%PDF-" + b"0" * 1024 * 1025))

        assert response.status_code == 413

    def test_replacing_goes_the_same_way(self, paper, clerk):
        response = clerk.post(
            address("paper_replace", paper),
            {"file": SimpleUploadedFile("b.pdf", a_pdf("Newer"))},
            follow=True,
        )

        assert "number 2 of this paper's files" in Page(response.content).root.text_content()

    def test_empty_list_says_what_can_be_done(self, item, clerk):
        assert open_page(clerk, address("item_papers", item)).texts(".portal-empty h2") == [
            "There is no paper yet"
        ]

    def test_papers_are_put_in_order_withdrawn_and_put_back(self, item, paper, clerk, officer):
        second = uploaded(item, officer, a_pdf("Second"), title="Second")

        clerk.post(address("paper_move", second), {"way": "up"})
        assert open_page(clerk, address("item_papers", item)).texts(".paper-row__title") == [
            "Second",
            "Adoption in figures",
        ]
        clerk.post(address("paper_withdraw", second))
        page = open_page(clerk, address("item_papers", item))
        assert page.texts(".paper-row__title") == ["Adoption in figures"]
        assert page.texts(".paper-withdrawn > span") == ["Second"]
        clerk.post(address("paper_restore", second))
        assert len(open_page(clerk, address("item_papers", item)).texts(".paper-row__title")) == 2

    def test_paper_of_the_portal_is_added_once(self, item, clerk):
        for _ in range(2):
            clerk.post(address("paper_draw", item), {"source_key": "scorecard"})

        assert [(one.kind, one.title) for one in item.papers.all()] == [
            ("live", "Performance scorecard for children in care")
        ]

    def test_title_and_openness_are_changed(self, item, paper, clerk):
        clerk.post(address("paper_edit", paper), {"title": "A better title", "is_exempt": "on", "version": 1})

        paper.refresh_from_db()
        assert (paper.title, paper.is_exempt, paper.is_listed, paper.version) == (
            "A better title",
            True,
            False,
            2,
        )

    def test_second_officer_is_told(self, paper, officer, clerk):
        change_paper(paper, by=officer, version=1, title="Theirs")
        page = Page(clerk.post(address("paper_edit", paper), {"title": "Mine", "version": 1}).content)

        assert "Somebody else changed this paper" in page.texts(".govuk-error-summary__list li")[0]
        assert page.all("input[name=title]")[0].get("value") == "Mine"

    def test_paper_without_pages_says_so(self, item, clerk):
        paper = PaperFactory(item=item, kind=PaperKind.FILE, title="To come")
        page = Page(clerk.get(address("paper_preview", paper), follow=True).content)

        assert "“To come” cannot be printed: no file was uploaded yet" in page.root.text_content()

    @pytest.mark.parametrize("number", [1, 3])
    def test_list_takes_as_many_queries_for_three_as_for_one(
        self, item, clerk, number, django_assert_num_queries
    ):
        for place in range(number):
            seen = {
                "sizes": [["A4 portrait", 1]],
                "rotated": 0,
                "scanned": [],
                "fonts_missing": [],
                "blank": [],
            }
            PaperFileFactory(
                paper=PaperFactory(item=item, kind=PaperKind.FILE, position=place + 1),
                seen=seen | {"was_mended": False, "was_protected": False, "taken_out": []},
            )

        with django_assert_num_queries(5):
            clerk.get(address("item_papers", item))


@pytest.mark.parametrize(
    "act",
    [
        lambda item, by: add_file(item, by=by, title="x", data=a_pdf(), filename="a.pdf"),
        lambda item, by: add_live(item, by=by, source_key="scorecard"),
        lambda item, by: replace_file(item.papers.get(), by=by, data=a_pdf(), filename="a.pdf"),
        lambda item, by: change_paper(item.papers.get(), by=by, version=1, is_exempt=True),
        lambda item, by: move_paper(item.papers.get(), by=by, up=True),
        lambda item, by: withdraw_paper(item.papers.get(), by=by),
        lambda item, by: restore_paper(item.papers.get(), by=by),
    ],
)
def test_nobody_but_an_officer_changes_papers(item, paper, act):
    with pytest.raises(PermissionDenied):
        act(item, UserFactory(roles=[Role.REPORT_OWNER, Role.PANEL_MEMBER]))
