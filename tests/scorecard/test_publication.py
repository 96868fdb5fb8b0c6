"""What was published stays, word for word and byte for byte, whatever comes later."""

import json
import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, connections, transaction

from core.access import Role
from scorecard.models import Figure, PanelReport, PaperPart, PublishedFigure, ReportPlan, Variant
from scorecard.publishing.locks import PUBLISHED, ReportRefused, WrittenMeanwhile
from scorecard.publishing.paper_text import DUE_TOO_LATE, MEETING_TAKEN, TOO_EARLY, edit_part, plan_report
from scorecard.publishing.publication import (
    CHANGED,
    NO_NOTE,
    NO_REASON,
    WITHDRAWN,
    publish_report,
    withdraw_report,
)
from scorecard.report.months import all_months, choose_month
from scorecard.report.readiness import NO_MEETING, STANDS
from scorecard.report.revised_since import revised_since
from scorecard.travel import Comparison
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, ThresholdFactory, WorkbookUploadFactory
from tests.scorecard.panel import (
    AUGUST,
    JULY,
    MEETING,
    NOW,
    an_amber_indicator,
    an_approver,
    an_owner,
    month,
    published,
    ready,
    revise,
    submitted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture
def post():
    return an_amber_indicator()


@pytest.fixture
def officer():
    return UserFactory(roles=[Role.MI_OFFICER])


@pytest.fixture
def report(post):
    return published()


def planned(by):
    plan_report(month(), by=by, meeting_on=MEETING)


def frozen(report) -> tuple:
    again = PanelReport.objects.get(pk=report.pk)
    rows = list(again.figures.order_by("pk").values_list())
    return again.content, again.content_sha256, bytes(again.pdf), again.pdf_sha256, rows


def test_publishing_freezes_content_pdf_and_figures_with_their_hashes(post):
    submitted(an_owner(post))
    FigureFactory(indicator__code="CIC01", variant=Variant.EXC_UASC, value=Decimal("84.0"))

    report = published()

    content, content_hash, pdf, pdf_hash, _ = frozen(report)
    assert content_hash == sha256(content.encode()).hexdigest()
    assert pdf_hash == sha256(pdf).hexdigest()
    assert pdf.startswith(b"%PDF-")
    data = json.loads(content)
    assert (data["blocks"][0]["commentary"]["why"], data["meeting"]) == (
        "Two workers left.",
        "1 November 2018",
    )
    (told,) = data["scorecard"]["indicators"]
    assert (told["value"], told["rating"], told["reason"], told["target"], told["floor"]) == (
        85,
        "amber",
        "floor_met",
        90,
        80,
    )
    rows = PublishedFigure.objects.values_list("variant", "text", "rating", "reason", "target", "floor")
    assert list(rows) == [
        ("all", "85.0%", "amber", "floor_met", 90, 80),
        ("exc_uasc", "84.0%", "not_rated", "no_target", None, None),
    ]


def test_a_later_upload_leaves_the_report_byte_for_byte_and_is_told_beside_it(report):
    before = frozen(report)

    revise("CIC01", Decimal("95.0"), note="Eight records were entered late.")

    assert frozen(report) == before
    (revised,) = revised_since(report)
    assert (revised.name, revised.old, revised.new) == ("Indicator CIC01", "85.0%", "95.0%")
    assert (revised.revised_on, revised.reason) == (date(2018, 12, 3), "Eight records were entered late.")


def test_a_note_that_was_printed_already_is_no_reason_for_the_revision(post):
    ThresholdFactory(indicator__code="CIC07")
    same = {"indicator__code": "CIC07", "note": "From the return"}
    printed = FigureFactory(**same, value=85)
    report = published()
    Figure.objects.filter(pk=printed.pk).update(is_current=False)

    upload = WorkbookUploadFactory(applied=True, warnings_note="Eight came late.")
    FigureFactory(**same, value=95, revision=2, upload=upload)

    assert [revised.reason for revised in revised_since(report)] == ["Eight came late."]


def test_a_published_month_keeps_the_target_it_was_rated_by(report):
    with pytest.raises(IntegrityError, match="keeps its target"), transaction.atomic():
        report.figures.get().indicator.thresholds.update(target=70, floor=60)

    assert PublishedFigure.objects.get().rating == "amber"


def test_a_revision_back_to_what_was_published_is_no_revision(report):
    revise("CIC01", Decimal("95.0"))
    revise("CIC01", Decimal("85.0"))

    assert revised_since(report) == []


def test_a_figure_that_came_later_and_one_without_a_reason_are_told_too(report):
    ThresholdFactory(indicator__code="CIC02")
    FigureFactory(indicator__code="CIC02", value=None, status="not_available")
    revise("CIC01", None, status="suppressed")

    told = [(r.code, r.old, r.new, r.reason) for r in revised_since(report)]

    assert told == [
        ("CIC01", "85.0%", "suppressed", "No reason was given."),
        ("CIC02", "not reported", "not available", "No reason was given."),
    ]


def test_a_figure_whose_upload_was_withdrawn_is_told_as_not_reported(report):
    PublishedFigure.objects.get().figure.upload.figures.update(is_current=False)

    assert [(r.old, r.new, r.reason) for r in revised_since(report)] == [
        ("85.0%", "not reported", "No reason was given.")
    ]


def test_a_later_upload_that_is_withdrawn_leaves_no_trace_on_the_report(report):
    before = frozen(report)
    revise("CIC01", Decimal("95.0"))
    withdrawn_by_an_approver("CIC01")

    assert (frozen(report), revised_since(report)) == (before, [])


def test_withdrawing_what_was_published_tells_when_and_why(post):
    revise("CIC01", Decimal("86.0"))
    report = published()

    withdrawn_by_an_approver("CIC01")

    (revised,) = revised_since(report)
    assert (revised.old, revised.new, revised.revised_on, revised.reason) == (
        "86.0%",
        "85.0%",
        date(2018, 12, 4),
        "Sent too early.",
    )


def withdrawn_by_an_approver(code: str) -> None:
    upload = Figure.objects.current().get(indicator__code=code).upload
    at, by = datetime(2018, 12, 4, 12, tzinfo=UTC), an_approver()
    withdraw_upload(upload, by=by, reason="Sent too early.", seen=withdrawal_of(upload).seen, at=at)


def test_a_revision_of_the_parts_alone_is_told(post):
    ThresholdFactory(indicator__code="CIC07")
    FigureFactory(indicator__code="CIC07", value=None, numerator=85, denominator=100)
    report = published()

    revise("CIC07", None, numerator=170, denominator=200)

    (revised,) = revised_since(report)
    assert (revised.old, revised.new) == ("85.0%, from 85 and 100", "85.0%, from 170 and 200")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scorecard_panelreport SET content = '{}'",
        "UPDATE scorecard_panelreport SET content = 'x', content_sha256 = encode(sha256('x'), 'hex')",
        "UPDATE scorecard_panelreport SET pdf = 'x', pdf_sha256 = encode(sha256('x'), 'hex')",
        "UPDATE scorecard_panelreport SET meeting_on = '2018-12-01'",
        "UPDATE scorecard_panelreport SET note = 'x'",
        "UPDATE scorecard_panelreport SET made_at = now()",
        "UPDATE scorecard_panelreport SET withdrawn_at = now()",
        "DELETE FROM scorecard_panelreport",
        "UPDATE scorecard_publishedfigure SET rating = 'green'",
        "UPDATE scorecard_publishedfigure SET text = '95.0%'",
        "UPDATE scorecard_publishedfigure SET figure_id = figure_id + 1",
        "DELETE FROM scorecard_publishedfigure",
        "UPDATE scorecard_reportplan SET meeting_on = '2018-12-01'",
        "DELETE FROM scorecard_reportplan",
        "UPDATE scorecard_paperpart SET text = 'x'",
        "DELETE FROM scorecard_paperpart",
    ],
)
def test_the_database_refuses_to_change_what_was_published(post, officer, statement):
    edit_part(month(), "summary", by=officer, text="In our own words.", version=0)
    report = published()
    before = frozen(report)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert frozen(report) == before


def test_the_database_refuses_a_document_whose_hash_is_not_its_own(post):
    document = {"content": "{}", "content_sha256": "0" * 64, "pdf": b"x"}

    with pytest.raises(IntegrityError, match="panel_report_document_whole"), transaction.atomic():
        PanelReport.objects.create(
            period=FigureFactory().period,
            meeting_on=MEETING,
            pdf_sha256=sha256(b"x").hexdigest(),
            **document,
        )


def test_the_same_page_sent_twice_publishes_once(post):
    by = an_approver()
    planned(by)
    how = {
        "by": by,
        "seen": ready().fingerprint,
        "ticked": ["commentary"],
        "note": "Looked at.",
        "at": NOW,
    }

    first, second = publish_report(month(), **how), publish_report(month(), **how)

    assert first == second
    assert PanelReport.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_approvers_at_the_same_moment_leave_one_report(post):
    approvers = [an_approver(), an_approver()]
    planned(approvers[0])
    seen, start, told = ready().fingerprint, threading.Barrier(2), []

    def publish(by):
        try:
            start.wait(timeout=10)
            told.append(
                publish_report(month(), by=by, seen=seen, ticked=["commentary"], note="Looked at.", at=NOW).pk
            )
        finally:
            connections.close_all()

    threads = [threading.Thread(target=publish, args=[by]) for by in approvers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert told == [PanelReport.objects.get().pk] * 2


def test_what_changed_since_the_page_was_read_is_not_published(post):
    by = an_approver()
    planned(by)
    seen = ready().fingerprint
    submitted(an_owner(post))

    with pytest.raises(ReportRefused, match=CHANGED):
        publish_report(month(), by=by, seen=seen, ticked=["commentary"], note="Looked at.")

    assert PanelReport.objects.count() == 0


@pytest.mark.parametrize(
    ("ticked", "note", "said"),
    [
        ([], "Looked at.", "Tick every warning when you have looked at it: 1 of 1 are not ticked."),
        (["other"], "Looked at.", "Tick every warning when you have looked at it: 1 of 1 are not ticked."),
        (["commentary"], " ", NO_NOTE),
    ],
)
def test_cautions_are_ticked_and_explained(post, ticked, note, said):
    by = an_approver()
    planned(by)

    with pytest.raises(ReportRefused) as refusal:
        publish_report(month(), by=by, seen=ready().fingerprint, ticked=ticked, note=note)

    assert str(refusal.value) == said


def test_cautions_name_what_is_missing_waiting_provisional_and_outdated(post, officer):
    FigureFactory(indicator__code="CIC02", is_provisional=True, is_illustrative=True)
    edit_part(month(), "summary", by=officer, text="In our own words.", version=0)
    FigureFactory(indicator__code="CIC03")
    WorkbookUploadFactory(submitted=True, original_name="Later.xlsx")
    WorkbookUploadFactory(submitted=True, month_ends=[JULY])
    WorkbookUploadFactory(applied=True)

    told = {caution.key: (caution.sentence, caution.details) for caution in ready().cautions}

    assert told == {
        "commentary": (
            "Commentary is missing on one indicator. The paper says so.",
            ("Indicator CIC01: not begun",),
        ),
        "uploads": ("One workbook with figures of this month is not decided on yet.", ("Later.xlsx",)),
        "provisional": ("One figure is provisional and may change.", ("Indicator CIC02",)),
        "illustrative": ("One figure is illustrative.", ("Indicator CIC02",)),
        "outdated": (
            "The figures behind text that an officer wrote have changed since. Read whether the text still fits: "
            "Summary.",
            (),
        ),
    }


def test_nothing_is_published_without_a_meeting(post):
    with pytest.raises(ReportRefused, match=NO_MEETING):
        publish_report(month(), by=an_approver(), seen=ready().fingerprint)


def test_only_an_approver_publishes_and_withdraws(post, officer):
    planned(officer)
    with pytest.raises(PermissionDenied):
        publish_report(month(), by=officer, seen=ready().fingerprint, ticked=["commentary"], note="x")
    report = published()

    with pytest.raises(PermissionDenied):
        withdraw_report(report, by=officer, reason="A mistake.")

    assert not PanelReport.objects.get().is_withdrawn


def test_a_report_published_by_mistake_is_withdrawn_and_another_takes_its_place(report):
    before = frozen(report)

    withdraw_report(report, by=an_approver(), reason="The wrong month.", at=NOW)

    assert frozen(report) == before
    assert month().chosen.report_pk is None
    another = published()
    assert (month().chosen.report_pk, another.pk != report.pk) == (another.pk, True)


@pytest.mark.parametrize(("reason", "said"), [(" ", NO_REASON), ("Again.", WITHDRAWN)])
def test_a_report_is_withdrawn_once_and_with_a_reason(report, reason, said):
    if said == WITHDRAWN:
        withdraw_report(report, by=an_approver(), reason="The wrong month.")

    with pytest.raises(ReportRefused, match=said):
        withdraw_report(report, by=an_approver(), reason=reason)


@pytest.mark.parametrize(
    "change",
    ["withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawal_reason = ''", "withdrawal_reason = 'x'"],
)
def test_a_withdrawal_is_not_taken_back_by_sql(report, change):
    withdraw_report(report, by=an_approver(), reason="The wrong month.")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE scorecard_panelreport SET {change}")


def test_a_withdrawn_report_is_no_baseline(post):
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)
    july = published(slug="2018-07", meeting_on=date(2018, 9, 19))
    assert baseline() == JULY

    withdraw_report(july, by=an_approver(), reason="The wrong month.")

    assert baseline() is None
    assert [found.ends_on for found in all_months()] == [AUGUST, JULY]


def baseline():
    found = choose_month(all_months(), "2018-08").baseline(Comparison.PREVIOUS_PANEL)
    return found.ends_on if found else None


def test_a_published_month_takes_no_other_words_dates_or_report(report, officer):
    for change in (
        lambda: edit_part(month(), "summary", by=officer, text="x", version=0),
        lambda: plan_report(month(), by=officer, meeting_on=date(2018, 12, 1)),
    ):
        with pytest.raises(ReportRefused, match="The report of this month is published"):
            change()
    assert PUBLISHED.startswith("The report of this month is published")
    revise("CIC01", Decimal("95.0"))

    assert ready().obstacles == (STANDS,)
    with pytest.raises(ReportRefused, match=STANDS):
        publish_report(month(), by=an_approver(), seen=ready().fingerprint)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"meeting_on": AUGUST}, TOO_EARLY),
        ({"meeting_on": MEETING, "commentary_due_on": date(2018, 11, 2)}, DUE_TOO_LATE),
        ({"meeting_on": date(2018, 9, 19)}, MEETING_TAKEN),
    ],
)
def test_dates_that_cannot_be_are_refused(post, officer, dates, said):
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)
    published(slug="2018-07", meeting_on=date(2018, 9, 19))

    with pytest.raises(ReportRefused, match=said):
        plan_report(month(), by=officer, **dates)

    assert ReportPlan.objects.count() == 1


def test_dates_at_the_edge_are_kept(post, officer):
    plan_report(month(), by=officer, meeting_on=date(2018, 9, 1), commentary_due_on=date(2018, 9, 1))

    assert ReportPlan.objects.get().commentary_due_on == date(2018, 9, 1)


def test_second_editor_of_a_part_is_told_and_nothing_is_lost(post, officer):
    colleague = UserFactory(roles=[Role.MI_APPROVER])
    edit_part(month(), "summary", by=officer, text="First.", version=0)

    with pytest.raises(WrittenMeanwhile) as meanwhile:
        edit_part(month(), "summary", by=colleague, text="Second.", version=0)

    assert meanwhile.value.theirs.text == "First."
    assert PaperPart.objects.get().text == "First."


def test_the_same_text_sent_twice_is_saved_once(post, officer):
    for _ in range(2):
        edit_part(month(), "summary", by=officer, text="First.", version=0)

    assert PaperPart.objects.get().version == 1


def test_only_officers_edit_and_plan(post):
    for role in (Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.ADMINISTRATOR):
        user = UserFactory(roles=[role])
        with pytest.raises(PermissionDenied):
            edit_part(month(), "summary", by=user, text="x", version=0)
        with pytest.raises(PermissionDenied):
            plan_report(month(), by=user, meeting_on=MEETING)


def test_a_month_takes_as_many_queries_to_compare_for_three_figures_as_for_one(
    post, django_assert_num_queries
):
    report = published()
    revise("CIC01", Decimal("95.0"))
    with django_assert_num_queries(2):
        assert len(revised_since(report)) == 1
    for code in ("CIC02", "CIC03"):
        FigureFactory(indicator__code=code)

    with django_assert_num_queries(2):
        assert len(revised_since(report)) == 3
