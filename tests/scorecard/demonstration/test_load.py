import json
from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest

from core.access import Role
from people.models import User
from scorecard.actions import approve_upload, receive_upload, submit_upload
from scorecard.demonstration import load, load_demonstration, months
from scorecard.demonstration.load import DELIVERIES, DemonstrationFault
from scorecard.demonstration.reference import load_reference_data
from scorecard.demonstration.workbooks import build
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, Indicator, PanelReport, UploadState, WorkbookUpload
from scorecard.models.uploads import UploadChannel
from tests.scorecard.demonstration.published_rows import rows
from tests.scorecard.demonstration.test_reference import events

pytestmark = pytest.mark.django_db

JULY = next(delivery for delivery in DELIVERIES if delivery.what == "July 2018")


@pytest.fixture(autouse=True)
def demonstration(settings):
    settings.DEMO = True


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER)


@pytest.fixture
def approver(user_as):
    return user_as(Role.MI_APPROVER)


@pytest.fixture
def only_july(monkeypatch):
    monkeypatch.setattr(load, "DELIVERIES", (JULY,))


def loaded() -> list[str]:
    said: list[str] = []
    load_demonstration(said.append)
    return said


def july_workbook(rows: list[months.SheetRow]) -> bytes:
    return build(rows, notes=JULY.notes, written_on=JULY.written_on)


def test_demonstration_comes_in_by_uploads_that_a_second_person_approved(officer, approver):
    said = loaded()

    assert said == [
        "Indicators: 48 added.",
        "Demographic tables: 5 added.",
        "Figures for December 2015 to May 2018: 1,440 checked, approved and applied.",
        "Figures for June 2018: 48 checked, approved and applied.",
        "Report for June 2018: published to the meeting on 19 September 2018.",
        "Figures for July 2018: 48 checked, approved and applied.",
        "Figures for August 2018: 77 checked, approved and applied.",
        "Report for August 2018: published to the meeting on 1 November 2018.",
    ]
    uploads = list(WorkbookUpload.objects.order_by("uploaded_at"))
    assert [upload.original_name for upload in uploads] == [delivery.name for delivery in DELIVERIES]
    assert [upload.is_illustrative for upload in uploads] == [True, True, False, False]
    with pikepdf.open(BytesIO(PanelReport.objects.get(meeting_on="2018-11-01").pdf)) as paper:
        assert len(paper.pages) == 10  # as in the council's pack
    for upload in uploads:
        assert (upload.state, upload.channel) == (UploadState.APPLIED, UploadChannel.PAGE)
        assert (upload.uploaded_by, upload.decided_by) == (officer, approver)
    assert stored_figures() == {
        (row.code, row.variant, row.month): (
            row.result,
            row.numerator,
            row.denominator,
            row.status,
            row.is_provisional,
            row.is_illustrative,
            row.note,
        )
        for row in rows()
    }
    august = CheckReport.from_json(uploads[-1].report)
    assert [(change.code, change.was, change.now) for change in august.rating_changes] == [
        ("CIC29", "green", "amber")
    ]

    before = events()
    assert loaded() == [
        "Indicators: there already.",
        "Demographic tables: there already.",
        "Figures for December 2015 to May 2018: there already.",
        "Figures for June 2018: there already.",
        "Report for June 2018: there already.",
        "Figures for July 2018: there already.",
        "Figures for August 2018: there already.",
        "Report for August 2018: there already.",
    ]
    assert events() == before


def test_demonstration_publishes_june_and_august_with_the_owners_words(officer, approver):
    loaded()

    reports = {report.period.slug: report for report in PanelReport.objects.all()}
    assert {slug: str(report.meeting_on) for slug, report in reports.items()} == {
        "2018-06": "2018-09-19",
        "2018-08": "2018-11-01",
    }
    assert {report.made_by for report in reports.values()} == {approver}
    blocks = json.loads(reports["2018-08"].content)["blocks"]
    assert [block["code"] for block in blocks if block["commentary"]] == [
        *("CIC03", "CIC04", "CIC05", "CIC06", "CIC07", "CIC22", "CIC23", "CIC29", "CIC37", "CIC46", "CIC47")
    ]
    writers = User.objects.filter(roles__contains=[Role.REPORT_OWNER])
    assert {user.has_usable_password() for user in writers} == {False}


def stored_figures() -> dict[tuple, tuple]:
    figures = Figure.objects.current().select_related("indicator", "period")
    return {
        (figure.indicator.code, figure.variant, figure.period.ends_on): (
            figure.value,
            figure.numerator,
            figure.denominator,
            figure.status,
            figure.is_provisional,
            figure.is_illustrative,
            figure.note,
        )
        for figure in figures
    }


def test_loading_takes_up_an_upload_that_was_cut_off_before_it_was_submitted(officer, approver, only_july):
    load_reference_data()
    begun = receive_upload(july_workbook(months.july()), original_name=JULY.name, by=officer)

    loaded()

    assert WorkbookUpload.objects.get() == begun
    assert Figure.objects.count() == 48


def test_loading_takes_up_an_upload_that_was_cut_off_before_it_was_approved(officer, approver, only_july):
    load_reference_data()
    begun = receive_upload(july_workbook(months.july()), original_name=JULY.name, by=officer)
    submit_upload(begun, by=officer, seen=begun.fingerprint)

    loaded()

    assert WorkbookUpload.objects.get().state == UploadState.APPLIED
    assert Figure.objects.count() == 48


def test_loading_again_leaves_a_figure_that_was_corrected_since(officer, approver, only_july):
    loaded()
    corrected = [
        row._replace(result=Decimal("99.0")) if row.code == "CIC01" else row for row in months.july()
    ]
    upload = receive_upload(july_workbook(corrected), original_name="Corrected.xlsx", by=officer)
    upload = submit_upload(upload, by=officer, seen=upload.fingerprint)
    approve_upload(upload, by=approver, seen=upload.fingerprint)

    loaded()

    assert Figure.objects.current().get(indicator__code="CIC01").value == 99


@pytest.mark.parametrize(
    ("roles", "missing"),
    [
        ([], "Management information officer"),
        ([Role.MI_OFFICER], "Management information approver"),
        ([Role.MI_APPROVER], "Management information officer"),
    ],
)
def test_loading_says_which_account_is_missing(user_as, only_july, roles, missing):
    for role in roles:
        user_as(role)

    with pytest.raises(DemonstrationFault) as fault:
        loaded()

    assert str(fault.value) == (f"Nobody holds the role {missing}. Load the demonstration's accounts first.")


def test_nobody_approves_their_own_upload(user_as, approver, only_july):
    both = user_as(Role.MI_OFFICER, Role.MI_APPROVER)

    loaded()

    upload = WorkbookUpload.objects.get()
    assert (upload.uploaded_by, upload.decided_by) == (both, approver)


def test_a_workbook_with_a_fault_is_not_brought_in_and_the_fault_is_named(officer, approver, only_july):
    load_reference_data()
    Indicator.objects.filter(code="CIC01").update(polarity="L")

    with pytest.raises(DemonstrationFault) as fault:
        loaded()

    assert str(fault.value).startswith(
        "scorecard-2018-07.xlsx: 47 figures ready; 1 problem to fix in the workbook."
    )
    assert Figure.objects.count() == 0
