"""From arrival to figures: who may decide, what is kept, and that all or nothing is written."""

import datetime
import hashlib
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from scorecard.actions import (
    CheckOutOfDate,
    UploadRefused,
    apply_from_command,
    approve_upload,
    cancel_upload,
    check_for_command,
    decline_upload,
    receive_upload,
    recheck_upload,
    submit_upload,
)
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, ReportingPeriod, UploadState, WorkbookUpload
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, IndicatorFactory, PanelReportFactory, ThresholdFactory
from tests.scorecard.workbooks import AUGUST, JULY, csv_file, ods, row, value, xlsx

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2018, 9, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def indicators(db):
    for code in ("CIC01", "CIC02"):
        ThresholdFactory(indicator__code=code, target=98, floor=90)


@pytest.fixture
def officer(db):
    return UserFactory()


@pytest.fixture
def approver(db):
    return UserFactory()


def received(*rows, by, **options):
    options = {"original_name": "august.xlsx", "at": AT} | options
    return receive_upload(xlsx(*rows), by=by, **options)


def submitted(*rows, by, note="", **options):
    upload = received(*rows, by=by, **options)
    ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
    return submit_upload(upload, by=by, seen=upload.fingerprint, ticked=ticked, note=note, at=AT)


def applied(*rows, officer, approver):
    upload = submitted(*rows, by=officer, note="Known")
    return approve_upload(upload, by=approver, seen=upload.fingerprint, at=AT)


def figures():
    return list(
        Figure.objects.order_by("indicator__code", "revision").values_list(
            "indicator__code", "value", "revision", "is_current"
        )
    )


class TestReceiving:
    def test_file_is_kept_with_its_hash_name_and_report(self, officer, uploads_folder):
        data = xlsx(row())

        upload = receive_upload(data, original_name="Figures for August.xlsx", by=officer, at=AT)

        assert (upload.state, upload.original_name, upload.size) == (
            "checked",
            "Figures for August.xlsx",
            len(data),
        )
        assert upload.sha256 == hashlib.sha256(data).hexdigest()
        assert (uploads_folder / upload.file.name).read_bytes() == data
        assert (upload.uploaded_by, upload.uploaded_at, upload.month_ends) == (officer, AT, [AUGUST])
        assert CheckReport.from_json(upload.report).new_count == 1

    def test_stored_name_says_nothing_of_the_original_one(self, officer):
        upload = receive_upload(xlsx(row()), original_name="../Jo Bloggs.xlsx", by=officer)

        assert "Bloggs" not in upload.file.name
        assert upload.file.name.endswith(".xlsx")

    def test_workbook_with_problems_is_kept_as_faulty(self, officer):
        upload = received(row("CIC99"), by=officer)

        assert (upload.state, bool(upload.file), Figure.objects.count()) == (UploadState.FAULTY, True, 0)

    def test_of_an_unreadable_file_only_the_record_is_kept(self, officer, uploads_folder):
        upload = receive_upload(b"%PDF-1.7", original_name="august.xlsx", by=officer)

        report = CheckReport.from_json(upload.report)
        assert (upload.state, upload.file.name, list(uploads_folder.iterdir())) == (
            UploadState.FAULTY,
            "",
            [],
        )
        assert report.verdict == "The file cannot be read"
        assert report.problems[0].message.startswith(
            'The name ends in ".xlsx", but the file is a PDF document.'
        )

    def test_same_file_sent_twice_by_one_person_is_one_upload(self, officer):
        data = xlsx(row())

        first, second = (receive_upload(data, original_name="a.xlsx", by=officer) for _ in range(2))

        assert first.pk == second.pk

    def test_same_file_from_two_people_is_two_uploads(self, officer, approver):
        data = xlsx(row())

        first, second = (receive_upload(data, original_name="a.xlsx", by=by) for by in (officer, approver))

        assert first.pk != second.pk

    def test_same_file_after_something_changed_is_a_new_upload(self, officer):
        data = xlsx(row())
        first = receive_upload(data, original_name="a.xlsx", by=officer)
        IndicatorFactory(code="CIC03")

        assert receive_upload(data, original_name="a.xlsx", by=officer).pk != first.pk

    def test_file_does_not_stay_when_its_row_cannot_be_written(self, officer, uploads_folder):
        officer.delete()

        with pytest.raises((IntegrityError, ValueError)), transaction.atomic():
            received(row(), by=officer)

        assert list(uploads_folder.iterdir()) == []

    def test_illustrative_figures_are_taken_in_a_demonstration_only(self, officer, settings):
        headings = ("Code", "Indicator", "Population", "Month", "Result", "Numerator")
        headings += ("Denominator", "Status", "Provisional", "RAG", "Note", "Illustrative")
        data = xlsx([*row(), "Yes"], headings=headings)

        states = []
        for settings.DEMO in (False, True):
            upload = receive_upload(data, original_name="a.xlsx", by=officer)
            states.append((upload.state, upload.is_illustrative))

        assert states == [("faulty", False), ("checked", True)]


class TestSubmitting:
    def test_checked_upload_goes_to_a_second_person(self, officer):
        upload = submitted(row(), by=officer)

        assert (upload.state, upload.submitted_at) == (UploadState.SUBMITTED, AT)

    def test_every_warning_needs_its_tick_and_a_note(self, officer):
        upload = received(row(Indicator="Other"), row("CIC02", Indicator="Other"), by=officer)
        submit = {"by": officer, "seen": upload.fingerprint}

        with pytest.raises(UploadRefused, match="1 of 2 are not ticked"):
            submit_upload(upload, **submit, ticked=["1"], note="Renamed")
        with pytest.raises(UploadRefused, match="Say in the note"):
            submit_upload(upload, **submit, ticked=["1", "2"], note=" ")
        upload = submit_upload(upload, **submit, ticked=["1", "2"], note=" Renamed ")

        assert (upload.state, upload.warnings_note) == (UploadState.SUBMITTED, "Renamed")

    def test_nobody_submits_another_officers_workbook(self, officer, approver):
        upload = received(row(), by=officer)

        with pytest.raises(PermissionDenied):
            submit_upload(upload, by=approver, seen=upload.fingerprint)

    def test_workbook_with_problems_cannot_be_submitted(self, officer):
        upload = received(row("CIC99"), by=officer)

        with pytest.raises(UploadRefused, match="problems to fix"):
            submit_upload(upload, by=officer, seen=upload.fingerprint)

    def test_report_that_changed_since_it_was_read_is_not_submitted(self, officer):
        upload = received(row(), by=officer)

        with pytest.raises(UploadRefused, match="changed since this page loaded"):
            submit_upload(upload, by=officer, seen="0" * 64)

    def test_workbook_that_would_change_nothing_is_not_submitted(self, officer, approver):
        applied(row(), officer=officer, approver=approver)
        upload = received(row(), by=officer)

        with pytest.raises(UploadRefused, match="Nothing would change"):
            submit_upload(upload, by=officer, seen=upload.fingerprint)

    @pytest.mark.parametrize("what", ["figure", "target", "report"])
    def test_check_that_is_out_of_date_is_not_submitted(self, what, officer):
        FigureFactory(indicator__code="CIC01", value=98.8)
        upload = received(row(), by=officer)
        if what == "figure":
            FigureFactory(indicator__code="CIC02", value=97)
        elif what == "target":
            ThresholdFactory(indicator__code="CIC03")
        else:
            PanelReportFactory(period=ReportingPeriod.objects.get())

        with pytest.raises(CheckOutOfDate, match="have changed since this workbook was checked"):
            submit_upload(upload, by=officer, seen=upload.fingerprint)

        upload.refresh_from_db()
        assert upload.state == UploadState.CHECKED


class TestApproving:
    def test_figures_are_written_with_who_and_when(self, officer, approver):
        upload = applied(row(), row("CIC02", Population="Excluding UASC"), officer=officer, approver=approver)

        assert (upload.state, upload.decided_by, upload.decided_at) == (UploadState.APPLIED, approver, AT)
        assert [figure.upload for figure in Figure.objects.all()] == [upload, upload]
        assert [period.slug for period in ReportingPeriod.objects.all()] == ["2018-08"]

    def test_applying_gives_what_checking_promised(self, officer, approver):
        FigureFactory(indicator__code="CIC01", value=97)
        upload = submitted(row(), row("CIC02", Provisional="Yes", Note="a\\b"), by=officer, note="Known")
        promised = {
            change["code"]: change["now"] for kind in ("new", "changed") for change in upload.report[kind]
        }

        approve_upload(upload, by=approver, seen=upload.fingerprint)

        report = check_for_command(xlsx(row(), row("CIC02")), original_name="a.xlsx")
        assert (promised["CIC01"], report.unchanged_count) == ("98.9% (1,513 of 1,530)", 1)
        assert (promised["CIC02"], report.changed[0].was) == (report.changed[0].was, report.changed[0].was)

    def test_only_what_differs_becomes_a_new_revision(self, officer, approver):
        applied(row(), row("CIC02"), officer=officer, approver=approver)

        applied(row(), value("CIC02", 97), officer=officer, approver=approver)

        assert [(code, str(value), *rest) for code, value, *rest in figures()] == [
            ("CIC01", "98.9000", 1, True),
            ("CIC02", "98.9000", 1, False),
            ("CIC02", "97.0000", 2, True),
        ]

    def test_revision_follows_the_highest_even_when_an_earlier_one_stands(self, officer, approver):
        for revision, is_current in ((1, True), (2, False)):
            FigureFactory(
                indicator__code="CIC01", value=90 + revision, revision=revision, is_current=is_current
            )

        applied(row(), officer=officer, approver=approver)

        assert [(revision, is_current) for _, _, revision, is_current in figures()] == [
            (1, False),
            (2, False),
            (3, True),
        ]

    def test_each_written_row_has_one_audit_event(self, officer, approver):
        applied(row(), row("CIC02"), officer=officer, approver=approver)
        applied(row(), value("CIC02", 97), officer=officer, approver=approver)

        events = Figure.events.rel.related_model.objects.order_by("pgh_id")
        assert [event.pgh_label for event in events] == ["insert", "insert", "update", "insert"]

    def test_nobody_decides_on_their_own_figures(self, officer):
        upload = submitted(row(), by=officer)

        for decide in (
            lambda: approve_upload(upload, by=officer, seen=upload.fingerprint),
            lambda: decline_upload(upload, by=officer, note="No"),
        ):
            with pytest.raises(PermissionDenied):
                decide()

        assert Figure.objects.count() == 0

    @pytest.mark.parametrize("what", ["figure", "target", "indicator"])
    def test_figures_that_changed_since_the_check_stop_the_approval(self, what, officer, approver):
        upload = submitted(row(), by=officer)
        if what == "figure":
            FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
        elif what == "target":
            ThresholdFactory(indicator__code="CIC03")
        else:
            IndicatorFactory(code="CIC03")
        before = figures()

        with pytest.raises(UploadRefused, match="have changed since this workbook was checked"):
            approve_upload(upload, by=approver, seen=upload.fingerprint)

        upload.refresh_from_db()
        assert (upload.state, figures()) == (UploadState.SUBMITTED, before)

    def test_file_that_was_exchanged_is_not_applied(self, officer, approver, uploads_folder):
        upload = submitted(row(), by=officer)
        (uploads_folder / upload.file.name).write_bytes(xlsx(row(Result=None)))

        with pytest.raises(UploadRefused, match="not the one that was checked"):
            approve_upload(upload, by=approver, seen=upload.fingerprint)

    def test_upload_is_applied_once(self, officer, approver):
        upload = applied(row(), officer=officer, approver=approver)

        with pytest.raises(UploadRefused, match="state is now: applied"):
            approve_upload(upload, by=approver, seen=upload.fingerprint)

    def test_workbook_sent_back_says_why(self, officer, approver):
        upload = submitted(row(), by=officer)

        with pytest.raises(UploadRefused, match="Say what has to be put right"):
            decline_upload(upload, by=approver, note="  ")
        upload = decline_upload(upload, by=approver, note="CIC01 is last month's", at=AT)

        assert (upload.state, upload.decided_by, upload.decision_note) == (
            *(UploadState.DECLINED, approver),
            "CIC01 is last month's",
        )


class TestCheckingAgain:
    def test_report_and_state_follow_what_the_portal_holds_now(self, officer, approver):
        upload = submitted(row(), by=officer)
        FigureFactory(indicator__code="CIC01", value=97)

        upload = recheck_upload(upload, by=approver)

        assert (upload.state, upload.submitted_at) == (UploadState.CHECKED, None)
        assert CheckReport.from_json(upload.report).changed_count == 1

    def test_unknown_code_is_no_problem_once_the_indicator_is_there(self, officer):
        upload = received(row("CIC03"), by=officer)
        IndicatorFactory(code="CIC03")

        assert recheck_upload(upload, by=officer).state == UploadState.CHECKED

    def test_submitted_upload_stays_submitted_when_nothing_has_changed(self, officer, approver):
        upload = submitted(row(), by=officer)

        assert recheck_upload(upload, by=approver).state == UploadState.SUBMITTED

    def test_unreadable_file_cannot_be_checked_again(self, officer):
        upload = receive_upload(b"%PDF-1.7", original_name="august.xlsx", by=officer)

        with pytest.raises(UploadRefused, match="was not kept"):
            recheck_upload(upload, by=officer)


class TestCancelling:
    def test_officer_takes_their_own_upload_back(self, officer, approver):
        upload = submitted(row(), by=officer)

        with pytest.raises(PermissionDenied):
            cancel_upload(upload, by=approver)

        assert cancel_upload(upload, by=officer).state == UploadState.CANCELLED

    def test_applied_upload_cannot_be_cancelled(self, officer, approver):
        upload = applied(row(), officer=officer, approver=approver)

        with pytest.raises(UploadRefused, match="can no longer be done"):
            cancel_upload(upload, by=officer)


class TestCommand:
    def test_good_file_is_checked_applied_and_kept(self, uploads_folder):
        report, upload = apply_from_command(xlsx(row()), original_name="august.xlsx")

        assert (report.new_count, upload.state, upload.channel, upload.uploaded_by) == (
            1,
            "applied",
            "command",
            None,
        )
        assert (uploads_folder / upload.file.name).exists()
        assert [figure.upload for figure in Figure.objects.all()] == [upload]

    def test_file_with_a_problem_leaves_nothing_behind(self, uploads_folder):
        report, upload = apply_from_command(xlsx(row(), row("CIC99")), original_name="august.xlsx")

        assert (report.problem_count, upload) == (1, None)
        assert (Figure.objects.count(), WorkbookUpload.objects.count(), list(uploads_folder.iterdir())) == (
            0,
            0,
            [],
        )

    def test_same_file_twice_writes_nothing_the_second_time(self):
        data = xlsx(row())
        apply_from_command(data, original_name="august.xlsx")

        report, upload = apply_from_command(data, original_name="august.xlsx")

        assert (report.unchanged_count, report.changes_something, upload) == (1, False, None)
        assert (Figure.objects.count(), WorkbookUpload.objects.count()) == (1, 1)

    @pytest.mark.parametrize(("build", "name"), [(xlsx, "a.xlsx"), (ods, "a.ods"), (csv_file, "a.csv")])
    def test_every_kind_of_file_gives_the_same_figures(self, build, name):
        apply_from_command(build(row(), row("CIC02", Result=None)), original_name=name)

        assert [(code, value and str(value)) for code, value, *_ in figures()] == [
            ("CIC01", "98.9000"),
            ("CIC02", None),
        ]

    def test_figures_the_database_refuses_leave_no_file_and_no_row(self, uploads_folder):
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE scorecard_figure ADD CONSTRAINT none CHECK (numerator <> 1513)")

        with pytest.raises(IntegrityError), transaction.atomic():
            apply_from_command(xlsx(row()), original_name="august.xlsx")

        assert (WorkbookUpload.objects.count(), list(uploads_folder.iterdir())) == (0, [])


class TestDatabase:
    def test_file_must_be_kept_unless_the_upload_is_faulty(self, officer):
        upload = received(row(), by=officer)

        with pytest.raises(IntegrityError, match="upload_file_kept_unless_faulty"), transaction.atomic():
            WorkbookUpload.objects.create(
                state=UploadState.CHECKED,
                uploaded_by=officer,
                uploaded_at=timezone.now(),
                size=1,
                sha256=upload.sha256,
            )


def at_once(*works):
    """Each in a thread and a connection of its own, started together; what each returned or raised."""
    start, results = Barrier(len(works)), [None] * len(works)

    def run(n, work):
        try:
            start.wait()
            results[n] = work()
        except Exception as error:
            results[n] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_two_workbooks_of_one_month_leave_one_consistent_result(self, officer, approver):
        one = submitted(row(), row("CIC02"), by=officer)
        other = submitted(value("CIC01", 97), value("CIC02", 97), by=officer)

        results = at_once(
            *(lambda u=u: approve_upload(u, by=approver, seen=u.fingerprint) for u in (one, other))
        )

        refused = [result for result in results if isinstance(result, UploadRefused)]
        assert [str(refusal)[:46] for refusal in refused] == [
            "Figures, indicators or targets in the portal h"
        ]
        (winner,) = WorkbookUpload.objects.filter(state=UploadState.APPLIED)
        assert {figure.upload_id for figure in Figure.objects.all()} == {winner.pk}
        assert [(code, revision, is_current) for code, _, revision, is_current in figures()] == [
            ("CIC01", 1, True),
            ("CIC02", 1, True),
        ]

    def test_one_upload_approved_twice_is_applied_once(self, officer, approver):
        upload = submitted(row(), by=officer)

        def approve():
            own = WorkbookUpload.objects.get(pk=upload.pk)
            return approve_upload(own, by=approver, seen=own.fingerprint)

        results = at_once(approve, approve, approve, approve)

        assert sorted(type(result).__name__ for result in results) == ["UploadRefused"] * 3 + [
            "WorkbookUpload"
        ]
        assert len(figures()) == 1

    def test_one_file_sent_twice_at_once_is_one_upload(self, officer):
        data = xlsx(row())

        results = at_once(*[lambda: receive_upload(data, original_name="a.xlsx", by=officer, at=AT)] * 3)

        assert len({upload.pk for upload in results}) == 1

    def test_month_that_is_held_too_long_is_said_plainly(self, officer, approver):
        upload = submitted(row(), by=officer)
        month = AUGUST.year * 12 + AUGUST.month

        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('scorecard_reportingperiod'), %s)", [month])
            (result,) = at_once(lambda: approve_upload(upload, by=approver, seen=upload.fingerprint))

        assert str(result).startswith("Somebody else is working on figures of the same month")
        assert figures() == []
