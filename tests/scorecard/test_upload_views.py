"""The officers' pages: who may open and send what, side by side, and what each page says."""

import datetime
import io
import re

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from scorecard.actions import receive_upload, submit_upload
from scorecard.imports.register import NONE_IN_STATE
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, UploadState, WorkbookUpload
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.demographics import count_children, make_table
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory, WorkbookUploadFactory
from tests.page import Page, text_of
from tests.scorecard.demographics.sheets import line, with_sheet
from tests.scorecard.workbooks import JULY, book, row, saved, value, xlsx

pytestmark = pytest.mark.django_db

OFFICERS = (Role.MI_OFFICER, Role.MI_APPROVER)
OTHERS = tuple(role for role in Role if role not in OFFICERS)


@pytest.fixture(autouse=True)
def indicators(db, uploads_folder):
    for code in ("CIC01", "CIC02"):
        ThresholdFactory(indicator__code=code, target=98, floor=90)


@pytest.fixture
def officer(client_as):
    return client_as(Role.MI_OFFICER, name="Odile Officer")


@pytest.fixture
def approver(client_as):
    return client_as(Role.MI_APPROVER, name="Amos Approver")


def url(name, upload=None):
    return reverse(f"scorecard:{name}", kwargs={"pk": upload.pk} if upload else None)


def sent_file(data, name="august.xlsx"):
    file = io.BytesIO(data)
    file.name = name
    return {"file": file}


def checked(*rows, by):
    return receive_upload(xlsx(*rows), original_name="august.xlsx", by=by.user)


def submitted(*rows, by):
    upload = checked(*rows, by=by)
    ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
    return submit_upload(upload, by=by.user, seen=upload.fingerprint, ticked=ticked, note="A good reason")


def words(response):
    """The text of the page's content, on one line."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def heading(response):
    return " ".join(re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)[1].split())


class TestWhoMay:
    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("name", ["upload_list", "upload_create"])
    def test_only_officers_open_the_register_and_the_form(self, client_as, role, name):
        assert client_as(role).get(url(name)).status_code == (200 if role in OFFICERS else 403)

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("name", ["upload_detail", "upload_file"])
    def test_only_officers_open_an_upload_and_its_file(self, client_as, officer, role, name):
        upload = checked(row(), by=officer)

        assert client_as(role).get(url(name, upload)).status_code == (200 if role in OFFICERS else 403)

    @pytest.mark.parametrize("role", Role)
    def test_only_officers_download_the_template(self, client_as, role):
        response = client_as(role).get(url("template_download"), {"month": "2018-09"})

        assert response.status_code in ((200, 404) if role in OFFICERS else (403,))

    @pytest.mark.parametrize("role", OTHERS)
    def test_nobody_else_sends_a_file(self, client_as, role):
        response = client_as(role).post(url("upload_create"), sent_file(xlsx(row())))

        assert (response.status_code, WorkbookUpload.objects.count()) == (403, 0)

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("name", ["upload_approve", "upload_decline"])
    def test_only_approvers_decide(self, client_as, officer, role, name):
        upload = submitted(row(), by=officer)

        response = client_as(role).post(url(name, upload), {"seen": upload.fingerprint, "note": "No"})

        upload.refresh_from_db()
        is_decided = upload.state in (UploadState.APPLIED, UploadState.DECLINED)
        assert (response.status_code, is_decided) == (
            (302, True) if role == Role.MI_APPROVER else (403, False)
        )

    @pytest.mark.parametrize("name", ["upload_approve", "upload_decline"])
    def test_approver_does_not_decide_on_their_own_figures(self, approver, name):
        upload = submitted(row(), by=approver)

        response = approver.post(url(name, upload), {"seen": upload.fingerprint, "note": "No"})

        upload.refresh_from_db()
        assert (response.status_code, upload.state) == (403, UploadState.SUBMITTED)

    @pytest.mark.parametrize("name", ["upload_submit", "upload_cancel"])
    def test_another_officer_neither_submits_nor_cancels(self, officer, approver, name):
        upload = checked(row(), by=officer)

        response = approver.post(url(name, upload), {"seen": upload.fingerprint})

        upload.refresh_from_db()
        assert (response.status_code, upload.state) == (403, UploadState.CHECKED)

    @pytest.mark.parametrize("name", ["upload_list", "upload_create", "template_download"])
    def test_strangers_are_asked_to_sign_in(self, client, name):
        assert client.get(url(name)).url.startswith(reverse("account_login"))

    @pytest.mark.parametrize(
        "name", ["upload_submit", "upload_approve", "upload_decline", "upload_recheck", "upload_cancel"]
    )
    def test_decisions_are_posted_with_a_token(self, approver, officer, name):
        upload = submitted(row(), by=officer)
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(approver.user)

        assert approver.get(url(name, upload)).status_code == 405
        assert strict.post(url(name, upload), {"seen": upload.fingerprint, "note": "No"}).status_code == 403

    def test_file_is_sent_with_a_token(self, officer):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(officer.user)

        assert strict.post(url("upload_create"), sent_file(xlsx(row()))).status_code == 403

    @pytest.mark.parametrize("name", ["upload_detail", "upload_file"])
    def test_upload_that_is_not_there_is_404(self, officer, name):
        assert officer.get(reverse(f"scorecard:{name}", kwargs={"pk": 999_999})).status_code == 404


class TestSending:
    def test_file_leads_to_its_report(self, officer):
        response = officer.post(url("upload_create"), sent_file(xlsx(row(), row("CIC02"))), follow=True)

        upload = WorkbookUpload.objects.get()
        assert response.redirect_chain == [(url("upload_detail", upload), 302)]
        assert (heading(response), upload.uploaded_by, upload.is_history) == (
            "2 figures ready",
            officer.user,
            False,
        )

    def test_double_click_makes_one_upload(self, officer):
        data = xlsx(row())

        first, second = (officer.post(url("upload_create"), sent_file(data)) for _ in range(2))

        assert (first.url, WorkbookUpload.objects.count()) == (second.url, 1)

    def test_history_is_sent_as_one(self, officer):
        officer.post(url("upload_create"), sent_file(xlsx(row(), row(Month=JULY))) | {"is_history": "on"})

        assert CheckReport.from_json(WorkbookUpload.objects.get().report).warnings == []

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({}, "Choose the workbook to check."),
            (sent_file(b""), "The file is empty. Save the workbook again, then choose it."),
            (sent_file(b"x", "figures.pdf"), "Choose a file whose name ends in .xlsx, .ods or .csv."),
            (sent_file(b"x", "figures.xlsx.exe"), "Choose a file whose name ends in .xlsx, .ods or .csv."),
        ],
    )
    def test_form_says_what_is_wrong_with_the_file(self, officer, fields, message):
        response = officer.post(url("upload_create"), fields)

        assert response.context["form"].errors["file"] == [message]
        assert f'<a href="#id_file">{message}</a>' in response.content.decode()
        assert (response.status_code, WorkbookUpload.objects.count()) == (200, 0)

    def test_file_above_the_limit_is_413_with_words(self, officer, settings):
        settings.UPLOAD_LIMIT_MB = 1

        response = officer.post(url("upload_create"), sent_file(b"x" * (1024 * 1024 + 1)))

        assert (response.status_code, WorkbookUpload.objects.count()) == (413, 0)
        assert "and at most 1 MB can be sent" in words(response)

    def test_unreadable_file_leaves_only_its_record(self, officer, uploads_folder):
        response = officer.post(url("upload_create"), sent_file(b"%PDF-1.7"), follow=True)

        assert heading(response) == "The file cannot be read"
        assert "the file is a PDF document" in words(response)
        assert (WorkbookUpload.objects.get().file.name, list(uploads_folder.iterdir())) == ("", [])


class TestReport:
    def test_problems_come_first_with_their_cells(self, officer):
        upload = checked(row("CIC99"), row(Indicator="Other"), by=officer)

        page = words(officer.get(url("upload_detail", upload)))

        assert page.index("1 problem to fix in the workbook") < page.index("1 warning")
        assert "A2 Code Scorecard &quot;CIC99&quot; There is no indicator with this code." in page
        assert "Send for approval" not in page

    def test_changes_are_shown_old_and_new_with_the_ratings_that_follow(self, officer):
        FigureFactory(indicator__code="CIC01", value=97)
        FigureFactory(indicator__code="CIC02", numerator=1513, denominator=1530)

        page = words(officer.get(url("upload_detail", checked(row(), row("CIC02"), by=officer))))

        assert "1 figure would change" in page
        assert "97.0% 98.9% (1,513 of 1,530)" in page
        assert "Amber as it stands Green" in page
        assert "1 figure is as it stands and would not be written again." in page

    def test_new_figures_stand_beside_those_of_the_month_before(self, officer, approver):
        FigureFactory(indicator__code="CIC01", period__ends_on=JULY, value=98)

        page = Page(approver.get(url("upload_detail", submitted(row(), row("CIC02"), by=officer))).content)

        (new,) = [table for table in page.all("table") if "2 new figures" in text_of(table)]
        rows = [[text_of(cell) for cell in line] for line in new.iter("tr")]
        assert rows[0] == ["Indicator", "July 2018", "Figure"]
        assert [line[1:] for line in rows[1:]] == [
            ["98.0%", "98.9% (1,513 of 1,530)"],
            ["no figure", "98.9% (1,513 of 1,530)"],
        ]

    def test_changed_figures_stand_beside_those_of_the_month_before_too(self, officer):
        FigureFactory(indicator__code="CIC01", value=97)
        FigureFactory(indicator__code="CIC01", period__ends_on=JULY, value=96)

        page = words(officer.get(url("upload_detail", checked(row(), by=officer))))

        assert "July 2018 As it stands In the workbook" in page
        assert "96.0% 97.0% 98.9% (1,513 of 1,530)" in page

    def test_what_was_ticked_is_no_longer_to_look_at(self, officer, approver):
        before = heading(officer.get(url("upload_detail", checked(row(Indicator="Other"), by=officer))))
        upload = submitted(row(Indicator="Another"), by=officer)

        assert before == "1 figure ready; 1 warning to look at"
        assert heading(approver.get(url("upload_detail", upload))) == "1 figure ready; 1 warning ticked"

    def test_what_lies_hidden_is_named_at_its_tick_and_in_the_table(self, officer, approver):
        workbook = book(row())
        workbook.active.row_dimensions[2].hidden = True
        upload = receive_upload(saved(workbook), original_name="august.xlsx", by=officer.user)

        ticked = words(officer.get(url("upload_detail", upload)))
        answers = {"seen": upload.fingerprint, "ticked": ["1"], "note": "They were tidied away"}
        officer.post(url("upload_submit", upload), answers)

        assert "Found hidden rows: 2. Something stands there." in ticked
        assert "Scorecard hidden rows: 2 Something stands there." in words(
            approver.get(url("upload_detail", upload))
        )

    def test_workbook_that_changes_nothing_offers_nothing_to_send(self, officer):
        FigureFactory(indicator__code="CIC01", numerator=1513, denominator=1530)

        response = officer.get(url("upload_detail", checked(row(), by=officer)))

        assert heading(response).startswith("Nothing would change")
        assert "Send for approval" not in words(response)

    def test_text_from_a_workbook_is_escaped(self, officer):
        upload = checked(row("<script>alert(1)</script>"), by=officer)

        content = officer.get(url("upload_detail", upload)).content.decode()

        assert "<script>alert(1)" not in content
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content

    def test_report_shows_the_whole_hash_and_who_sent_it(self, officer):
        upload = checked(row(), by=officer)

        page = words(officer.get(url("upload_detail", upload)))

        assert upload.sha256 in page
        assert "by Odile Officer" in page


class TestSubmitting:
    def test_sent_for_approval_with_ticks_and_note(self, officer):
        upload = checked(row(Indicator="Other"), by=officer)
        answers = {"seen": upload.fingerprint, "ticked": ["1"], "note": "It was renamed"}

        response = officer.post(url("upload_submit", upload), answers, follow=True)

        upload.refresh_from_db()
        assert (upload.state, upload.warnings_note) == (UploadState.SUBMITTED, "It was renamed")
        assert "Sent for approval" in words(response)

    @pytest.mark.parametrize(
        ("answers", "field", "message"),
        [
            (
                {"note": "Why"},
                "ticked",
                "Tick each warning when the figure is right, or correct the workbook.",
            ),
            (
                {"note": "Why", "ticked": ["1"]},
                "ticked",
                "Tick each warning when the figure is right, or correct the workbook: 1 not ticked yet.",
            ),
            ({"ticked": ["1", "2"]}, "note", "Say why the figures are right although there are warnings."),
        ],
    )
    def test_missing_tick_or_note_comes_back_with_what_to_do(self, officer, answers, field, message):
        upload = checked(row(Indicator="Other"), row("CIC02", Indicator="Other"), by=officer)

        response = officer.post(url("upload_submit", upload), {"seen": upload.fingerprint} | answers)

        upload.refresh_from_db()
        assert (response.context["form"].errors[field], upload.state) == ([message], UploadState.CHECKED)
        assert message in words(response).partition("There is a problem")[2]

    def test_report_that_has_changed_is_not_sent(self, officer):
        upload = checked(row(), by=officer)

        response = officer.post(url("upload_submit", upload), {"seen": "0" * 64}, follow=True)

        upload.refresh_from_db()
        assert upload.state == UploadState.CHECKED
        assert "has changed since this page loaded" in words(response)

    def test_check_that_is_out_of_date_is_done_again_and_keeps_the_note(self, officer):
        upload = checked(row(Indicator="Other"), by=officer)
        FigureFactory(indicator__code="CIC01", value=98.5)
        answers = {"seen": upload.fingerprint, "ticked": ["1"], "note": "It was renamed"}

        page = officer.post(url("upload_submit", upload), answers)

        upload.refresh_from_db()
        assert upload.state == UploadState.CHECKED
        assert "Not sent: the check was out of date" in words(page)
        assert "98.5% 98.9% (1,513 of 1,530)" in words(page)
        form = page.context["submit_form"]
        assert (form["seen"].value(), form["note"].value()) == (upload.fingerprint, "It was renamed")

    def test_sent_twice_is_said_plainly(self, officer):
        upload = checked(row(), by=officer)

        for _ in range(2):
            response = officer.post(url("upload_submit", upload), {"seen": upload.fingerprint}, follow=True)

        assert "This can no longer be done. The upload&#x27;s state is now: waiting for approval." in words(
            response
        )


class TestDeciding:
    def test_second_person_reads_the_ticks_the_note_and_both_choices(self, officer, approver):
        upload = submitted(row(Indicator="Other"), by=officer)

        page = words(approver.get(url("upload_detail", upload)))

        assert "1 warning, ticked by Odile Officer" in page
        assert "A good reason" in page
        assert "Approve the figures" in page
        assert "Send back" in page

    def test_uploader_is_told_to_wait_for_another(self, officer):
        page = words(officer.get(url("upload_detail", submitted(row(), by=officer))))

        assert "You cannot do it yourself." in page
        assert "Approve the figures" not in page

    def test_approval_writes_the_figures_and_says_so(self, officer, approver):
        upload = submitted(row(), row("CIC02"), by=officer)

        response = approver.post(url("upload_approve", upload), {"seen": upload.fingerprint}, follow=True)

        assert (heading(response), Figure.objects.count()) == ("Applied: 2 figures added, 0 changed", 2)

    @pytest.mark.parametrize(
        ("stands", "told"),
        [
            ({}, "1 figure added, 0 changed; 1 demographic table added, 0 changed"),
            ({"figure": 97}, "0 figures added, 1 changed; 1 demographic table added, 0 changed"),
            ({"figure": 98.9}, "1 demographic table added, 0 changed"),
            ({"figure": 98.9, "table": 50}, "0 demographic tables added, 1 changed"),
            ({"table": 52}, "1 figure added, 0 changed"),
        ],
    )
    def test_what_was_applied_names_the_demographic_tables(self, officer, approver, stands, told):
        ages = make_table("Age", "Under 1")
        if "figure" in stands:
            FigureFactory(indicator__code="CIC01", value=stands["figure"])
        if children := stands.get("table"):
            count_children(ages, {"Under 1": children, "All children": children})
        lines = [line(name, None, None, 52) for name in ("Under 1", "All children")]
        figures = row(Result=98.9, Numerator=None, Denominator=None)
        upload = receive_upload(
            with_sheet(*lines, figures=figures), original_name="august.xlsx", by=officer.user
        )
        ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
        submit_upload(upload, by=officer.user, seen=upload.fingerprint, ticked=ticked, note="A good reason")

        response = approver.post(url("upload_approve", upload), {"seen": upload.fingerprint}, follow=True)

        assert heading(response) == f"Applied: {told}"

    def test_tables_left_empty_are_named_in_one_note_and_numbers_have_their_commas(self, officer):
        make_table("Age", "Under 1")
        make_table("Ethnicity", "A")
        lines = [line(name, None, None, 1579) for name in ("Under 1", "All children")]
        empty = [line(name, None, None, None, table="Ethnicity") for name in ("A", "All children")]
        upload = receive_upload(with_sheet(*lines, *empty), original_name="august.xlsx", by=officer.user)

        page = words(officer.get(url("upload_detail", upload)))

        assert page.count("Ethnicity") == 1
        assert (
            "Left empty in the sheet Demographics: Ethnicity. What is left empty was not counted this month, and "
            "nothing of it changes." in page
        )
        assert "1,579 in 2 rows" in page

    def test_a_withdrawn_upload_tells_what_happened_as_past(self, officer, approver):
        FigureFactory(indicator__code="CIC01", value=97)
        upload = submitted(row(), by=officer)
        approver.post(url("upload_approve", upload), {"seen": upload.fingerprint})
        seen = withdrawal_of(upload).seen
        withdraw_upload(upload, by=approver.user, reason="Wrong.", seen=seen)

        page = words(officer.get(url("upload_detail", upload)))

        assert "1 figure changed" in page
        assert "1 rating changed with it" in page
        assert "would change" not in page

    def test_figures_that_changed_meanwhile_are_said_plainly_and_can_be_checked_again(
        self, officer, approver
    ):
        upload = submitted(row(), by=officer)
        FigureFactory(indicator__code="CIC01", value=97)

        refused = approver.post(url("upload_approve", upload), {"seen": upload.fingerprint}, follow=True)
        again = officer.post(url("upload_recheck", upload), follow=True)

        assert "have changed since this workbook was checked" in words(refused)
        assert heading(again) == "1 figure ready; 1 warning to look at"
        assert "Send for approval" in words(again)

    def test_sent_back_with_the_reason(self, officer, approver):
        upload = submitted(row(), by=officer)

        refused = approver.post(url("upload_decline", upload), {"note": ""})
        approver.post(url("upload_decline", upload), {"note": "CIC01 is last month's"})

        assert "Say what has to be put right before the figures can be approved." in words(refused)
        page = words(officer.get(url("upload_detail", upload)))
        assert "Sent back by Amos Approver. No figure was changed. CIC01 is last month&#x27;s" in page

    def test_officer_takes_their_upload_back(self, officer):
        upload = submitted(row(), by=officer)

        response = officer.post(url("upload_cancel", upload), follow=True)

        upload.refresh_from_db()
        assert upload.state == UploadState.CANCELLED
        assert "Cancelled. No figure was changed." in words(response)


class TestRegister:
    def test_latest_first_with_state_month_hash_and_people(self, officer):
        upload = checked(row(), by=officer)
        WorkbookUploadFactory(by_command=True, original_name="history.xlsx")

        page = words(officer.get(url("upload_list")))

        assert page.index("august.xlsx August 2018") < page.index("history.xlsx August 2018")
        assert f" {upload.sha256[:12]} " in page
        assert "by a command" in page

    def test_state_narrows_the_list_by_a_link(self, officer):
        WorkbookUploadFactory(applied=True, original_name="applied.xlsx")
        WorkbookUploadFactory(submitted=True, original_name="waiting.xlsx")

        response = officer.get(url("upload_list"), {"state": "submitted"})

        assert [upload.original_name for upload in response.context["page"]] == ["waiting.xlsx"]
        assert "All (2) Waiting for approval (1) Applied (1)" in words(response)

    @pytest.mark.parametrize(("query", "number"), [({}, 25), ({"page": "2"}, 1), ({"state": "nonsense"}, 25)])
    def test_long_register_is_paged(self, officer, query, number):
        WorkbookUploadFactory.create_batch(26)

        assert len(officer.get(url("upload_list"), query).context["page"]) == number

    def test_paging_keeps_the_state(self, officer):
        WorkbookUploadFactory.create_batch(26)

        assert (
            'href="?state=checked&amp;page=2"'
            in officer.get(url("upload_list"), {"state": "checked"}).content.decode()
        )

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (0, "No workbook waits for approval."),
            (1, "1 workbook waits for approval."),
            (2, "2 workbooks wait for approval."),
        ],
    )
    def test_approver_reads_what_waits(self, officer, approver, number, said):
        WorkbookUploadFactory.create_batch(number, submitted=True)

        assert said in words(approver.get(url("upload_list")))
        assert said not in words(officer.get(url("upload_list")))

    @pytest.mark.parametrize("state", UploadState)
    def test_state_that_no_upload_is_in_says_so_in_its_own_words(self, officer, state):
        page = words(officer.get(url("upload_list"), {"state": state}))

        assert NONE_IN_STATE[state] in page
        assert "Show all uploads" in page

    def test_empty_register_says_how_to_begin(self, officer):
        assert "No workbook has been uploaded yet" in words(officer.get(url("upload_list")))

    @pytest.mark.parametrize("number", [1, 3])
    def test_queries_do_not_grow_with_the_list(self, officer, number, django_assert_num_queries):
        WorkbookUploadFactory.create_batch(number, applied=True)

        with django_assert_num_queries(5):
            officer.get(url("upload_list"))

    @pytest.mark.parametrize("number", [1, 3])
    def test_queries_do_not_grow_with_the_report(self, officer, number, django_assert_num_queries):
        for n in range(number):
            IndicatorFactory(code=f"KPI{n}")
        upload = checked(
            *[row(f"KPI{n}", Indicator="Other") for n in range(number)], row("CIC99"), by=officer
        )

        with django_assert_num_queries(3):
            officer.get(url("upload_detail", upload))

    @pytest.mark.parametrize("number", [1, 3])
    def test_queries_do_not_grow_with_the_workbook(self, officer, number, django_assert_num_queries):
        for n in range(number):
            IndicatorFactory(code=f"KPI{n}")
        data = xlsx(*[row(f"KPI{n}") for n in range(number)])

        with django_assert_num_queries(9):
            officer.post(url("upload_create"), sent_file(data))


class TestDownloads:
    def test_original_file_comes_as_an_attachment_that_nothing_runs(self, officer):
        data = xlsx(row())
        upload = receive_upload(data, original_name='Fig "ures".xlsx', by=officer.user)

        response = officer.get(url("upload_file", upload))

        assert response.content == data
        assert response["Content-Disposition"] == 'attachment; filename="Fig \\"ures\\".xlsx"'
        assert (response["X-Content-Type-Options"], response["Content-Security-Policy"]) == (
            "nosniff",
            "default-src 'none'; sandbox",
        )

    def test_file_that_was_not_kept_is_404(self, officer):
        upload = receive_upload(b"%PDF-1.7", original_name="a.xlsx", by=officer.user)

        assert officer.get(url("upload_file", upload)).status_code == 404

    def test_template_is_for_the_chosen_month(self, officer):
        last_month = datetime.date.today().replace(day=1) - datetime.timedelta(days=1)

        response = officer.get(url("template_download"), {"month": f"{last_month:%Y-%m}"})

        sheet = openpyxl.load_workbook(io.BytesIO(response.content))["Scorecard"]
        assert sheet["D2"].value.date() == last_month
        assert response["Content-Disposition"] == f'attachment; filename="scorecard-{last_month:%Y-%m}.xlsx"'

    @pytest.mark.parametrize("month", ["", "2018-13", "1066-01", "../etc"])
    def test_template_for_no_month_is_404(self, officer, month):
        assert officer.get(url("template_download"), {"month": month}).status_code == 404


def test_small_percentage_is_confirmed_by_its_tick(officer, approver):
    upload = checked(value("CIC01", 0.989), by=officer)
    assert "tick if 0.989% is meant" in words(officer.get(url("upload_detail", upload)))
    ticks = [tick.key for tick in CheckReport.from_json(upload.report).ticks]

    officer.post(
        url("upload_submit", upload),
        {"seen": upload.fingerprint, "ticked": ticks, "note": "It is that small"},
    )
    approver.post(url("upload_approve", upload), {"seen": upload.fingerprint})

    assert str(Figure.objects.get().value) == "0.9890"
