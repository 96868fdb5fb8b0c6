"""What the database itself refuses, whoever asks and by whatever way."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from scorecard.models import ReportingPeriod, Threshold, UploadState, WorkbookUpload
from scorecard.models.uploads import UploadChannel
from tests.factories.people import UserFactory
from tests.factories.scorecard import (
    BenchmarkFactory,
    FigureFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
    WorkbookUploadFactory,
)

pytestmark = pytest.mark.django_db


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scorecard_reportingperiod SET starts_on = '2030-01-01', ends_on = '2030-01-31'",
        "DELETE FROM scorecard_reportingperiod",
        "UPDATE scorecard_figure SET value = 1",
        "UPDATE scorecard_figure SET upload_id = upload_id + 1",
        "DELETE FROM scorecard_figure",
    ],
)
def test_a_month_and_its_figures_stay(statement):
    FigureFactory()

    assert refused(statement)


def test_a_month_leaves_an_event_when_it_is_made():
    period = ReportingPeriodFactory(ends_on=date(2018, 7, 31))

    assert ReportingPeriod.pgh_event_model.objects.filter(pgh_obj=period).count() == 1


@pytest.mark.parametrize("column", ["target", "floor", "tolerance", "floor_low", "floor_high"])
def test_a_line_is_a_number_that_a_page_can_print(column):
    ThresholdFactory()

    assert refused(f"UPDATE scorecard_threshold SET {column} = 'NaN'")
    assert Threshold.objects.get().target == Decimal(90)


def test_a_benchmark_is_a_number_that_a_page_can_print():
    BenchmarkFactory()

    assert refused("UPDATE scorecard_benchmark SET value = 'NaN'")


@pytest.fixture
def decided():
    return WorkbookUploadFactory(
        state=UploadState.APPLIED, decided_by=UserFactory(), decided_at="2018-09-25T09:00Z"
    )


@pytest.mark.parametrize(
    "change",
    [
        "state = 'cancelled'",
        "decided_at = now()",
        "report = '{\"rows\": 1}'",
        "fingerprint = 'other'",
        "month_ends = '{}'",
    ],
)
def test_what_was_decided_stays(decided, change):
    assert refused(f"UPDATE scorecard_workbookupload SET {change}, decision_note = 'x'")
    assert WorkbookUpload.objects.get().state == UploadState.APPLIED


def test_an_officers_upload_does_not_become_a_commands():
    WorkbookUploadFactory(state=UploadState.SUBMITTED)

    with pytest.raises(DatabaseError), transaction.atomic():
        WorkbookUpload.objects.update(channel=UploadChannel.COMMAND, state=UploadState.APPLIED)


def test_only_a_second_person_decides():
    upload = WorkbookUploadFactory(state=UploadState.SUBMITTED)

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkbookUpload.objects.update(
            state=UploadState.APPLIED, decided_by=upload.uploaded_by, decided_at="2018-09-25T09:00Z"
        )
