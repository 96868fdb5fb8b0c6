"""A change of what the panel was shown needs a reason: in its row, or in the note that goes with the upload."""

from datetime import date

import pytest

from scorecard.actions import UploadRefused, apply_from_command, approve_upload, receive_upload, submit_upload
from scorecard.imports.findings import Rule
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, Indicator, PanelReport, Variant
from scorecard.report.history import measure_of
from scorecard.report.revisions import revisions
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, IndicatorFactory, PanelReportFactory
from tests.scorecard.checking import report_of
from tests.scorecard.test_imports_panel_layout import panel
from tests.scorecard.test_imports_panel_layout import row as panel_row
from tests.scorecard.workbooks import AUGUST, JULY, value, xlsx

pytestmark = pytest.mark.django_db
MEETING = date(2018, 11, 1)
SHOWN = "The panel was shown August 2018 on 1 November 2018, so each change needs a reason. Write it "
PRINTED = "in the note that goes with the upload. It is printed beside the old and the new figure."
IN_ROW = "in the note of its row, or for all of them "


@pytest.fixture(autouse=True)
def standing():
    for code in ("CIC01", "CIC02"):
        indicator = IndicatorFactory(code=code, is_kpi=False)
        figure = FigureFactory(indicator=indicator, value=98, note="From the return")
    PanelReportFactory(period=figure.period, meeting_on=MEETING)


def asked(*rows) -> list[tuple[str, str]]:
    warnings = report_of(xlsx(*rows)).warnings
    return [(warning.found, warning.message) for warning in warnings if warning.rule == Rule.REVISED]


@pytest.mark.parametrize("note", [None, "From the return"])
def test_change_of_a_month_that_went_to_the_panel_asks_for_a_reason_once(note):
    assert asked(value("CIC01", 97, Note=note), value("CIC02", 97, Note=note)) == [
        ("no reason for CIC01, CIC02", f"{SHOWN}{IN_ROW}{PRINTED}")
    ]


def test_figure_that_was_not_there_asks_too():
    assert [found for found, _ in asked(value("CIC01", 97, Population="Excluding UASC"))] == [
        "no reason for CIC01 (excluding UASC)"
    ]


def test_a_note_of_the_row_is_the_reason():
    assert asked(value("CIC01", 97, Note="Adoption corrected")) == []


def test_unchanged_row_needs_no_reason():
    assert [found for found, _ in asked(value("CIC01", 98, Note="From the return"), value("CIC02", 97))] == [
        "no reason for CIC02"
    ]


def test_provisional_figure_that_becomes_final_needs_no_other_reason():
    FigureFactory(indicator=IndicatorFactory(code="CIC03", is_kpi=False), value=50, is_provisional=True)

    assert asked(value("CIC03", 51)) == []
    assert len(asked(value("CIC03", 51, Provisional="Yes"))) == 1


def test_months_and_reports_that_do_not_stand_ask_for_nothing():
    FigureFactory(indicator__code="CIC01", value=98, period__ends_on=JULY)
    assert asked(value("CIC01", 97, Month=JULY)) == []

    PanelReport.objects.update(
        withdrawn_at="2018-12-01T09:00Z", withdrawn_by=UserFactory(), withdrawal_reason="x"
    )

    assert asked(value("CIC01", 97)) == []


def test_layout_without_notes_asks_for_the_note_of_the_upload():
    Indicator.objects.filter(code="CIC01").update(name=panel_row()[0])

    (warning,) = (
        warning
        for warning in report_of(
            panel(panel_row(rag=None, exc=None, exc_rag=None)), for_month=AUGUST
        ).warnings
        if warning.rule == Rule.REVISED
    )

    assert warning.message == f"{SHOWN}{PRINTED}"


def test_the_note_of_the_upload_is_demanded_and_printed(uploads_folder):
    officer, approver = UserFactory(), UserFactory()
    upload = receive_upload(xlsx(value("CIC01", 97)), original_name="a.xlsx", by=officer)
    ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
    send = {"by": officer, "seen": upload.fingerprint, "ticked": ticked}

    with pytest.raises(UploadRefused, match="Say in the note"):
        submit_upload(upload, **send)
    submit_upload(upload, **send, note="Adoption corrected")
    approve_upload(upload, by=approver, seen=upload.fingerprint)

    indicator = Indicator.objects.get(code="CIC01")
    (told,) = revisions(indicator, measure_of(indicator), Variant.ALL, [AUGUST])
    assert (told.was, told.now, told.why) == ("98.0%", "97.0%", "Adoption corrected.")


@pytest.mark.parametrize(("is_strict", "stands"), [(False, 97), (True, 98)])
def test_the_command_warns_and_applies_unless_it_is_strict(uploads_folder, is_strict, stands):
    """Scripts call it: nobody is there to write a note, and what it prints says that one is missing."""
    report, _ = apply_from_command(xlsx(value("CIC01", 97)), original_name="a.xlsx", is_strict=is_strict)

    assert Rule.REVISED in {warning.rule for warning in report.warnings}
    assert Figure.objects.current().get(indicator__code="CIC01").value == stands
