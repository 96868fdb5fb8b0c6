"""What the database itself refuses, whoever asks and by whatever way."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from scorecard.models import (
    Figure,
    FigureStatus,
    Indicator,
    Rebase,
    ReportingPeriod,
    Threshold,
    UploadState,
    WorkbookUpload,
)
from scorecard.models.uploads import UploadChannel
from scorecard.rag import Polarity
from tests.factories.people import UserFactory
from tests.factories.scorecard import (
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    RebaseFactory,
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


DECISION = {"decided_at": "2018-09-25T09:00Z", "decided_by": UserFactory}
WITHDRAWAL = {"withdrawn_at": "2018-09-26T09:00Z", "withdrawn_by": UserFactory, "withdrawal_reason": "A slip"}
OTHER_STATES = {
    UploadState.FAULTY: {},
    UploadState.CHECKED: {},
    UploadState.SUBMITTED: {},
    UploadState.CANCELLED: {},
    UploadState.DECLINED: DECISION,
    UploadState.WITHDRAWN: DECISION | WITHDRAWAL,
}


def test_every_state_but_applied_is_tried():
    assert set(UploadState) - set(OTHER_STATES) == {UploadState.APPLIED}


@pytest.mark.parametrize("state", OTHER_STATES)
def test_no_figure_comes_from_an_upload_that_was_not_applied(state):
    made = {name: fact() if fact is UserFactory else fact for name, fact in OTHER_STATES[state].items()}
    upload = WorkbookUploadFactory(state=state, **made)

    with pytest.raises(IntegrityError, match="comes from an upload that was applied"), transaction.atomic():
        FigureFactory(upload=upload)


def test_no_figure_of_a_withdrawn_upload_stands_again():
    upload = WorkbookUploadFactory(applied=True)
    figure = FigureFactory(upload=upload)
    Figure.objects.update(is_current=False)
    WorkbookUpload.objects.update(state=UploadState.WITHDRAWN, **WITHDRAWAL | {"withdrawn_by": UserFactory()})

    with pytest.raises(IntegrityError, match="was withdrawn"), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(is_current=True)


OTHERWISE = [{"decimals": 0}, {"polarity": Polarity.LOWER_IS_BETTER}, {"is_kpi": False}]


@pytest.fixture
def rated():
    ThresholdFactory(indicator__code="CIC01")
    return FigureFactory(indicator__code="CIC01")


@pytest.mark.parametrize("change", OTHERWISE)
def test_what_the_panel_saw_is_printed_and_rated_as_it_was(rated, change):
    PanelReportFactory(period=rated.period)

    with pytest.raises(IntegrityError, match="retire it and add a new indicator"), transaction.atomic():
        Indicator.objects.update(**change)


@pytest.mark.parametrize("change", OTHERWISE)
def test_before_the_panel_has_seen_it_an_indicator_can_still_be_put_right(rated, change):
    assert Indicator.objects.update(**change) == 1


def test_what_is_never_rated_may_get_another_polarity():
    PanelReportFactory(period=FigureFactory(indicator__is_kpi=False).period)

    assert Indicator.objects.update(polarity=Polarity.LOWER_IS_BETTER) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"month_denominator": 10},
        {"month_numerator": -1},
        {"month_numerator": 11, "month_denominator": 10},
        {"month_numerator": 5, "month_denominator": Decimal(10**9)},
        {"month_numerator": 5, "status": FigureStatus.NOT_AVAILABLE, "value": None},
    ],
)
def test_parts_of_a_month_are_such_as_can_be(fields):
    with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
        FigureFactory(**fields)


@pytest.mark.parametrize(
    "fields", [{}, {"month_numerator": 5}, {"month_numerator": 5, "month_denominator": 5}]
)
def test_parts_of_a_month_may_be_left_out(fields):
    assert FigureFactory(**fields).pk


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM scorecard_rebase",
        "UPDATE scorecard_rebase SET reason = 'another'",
        "UPDATE scorecard_rebase SET agreed_on = '2020-01-01'",
        "UPDATE scorecard_rebase SET withdrawn_on = '2020-01-01'",
        "UPDATE scorecard_rebase SET withdrawn_reason = 'x'",
        "UPDATE scorecard_rebase SET withdrawn_on = '2020-01-01', withdrawn_by_id = agreed_by_id",
    ],
)
def test_a_rebase_stays_as_it_was_decided(statement):
    RebaseFactory()

    assert refused(statement)


def test_a_withdrawn_rebase_stays_withdrawn_and_makes_room_for_another():
    rebase = RebaseFactory()
    Rebase.objects.update(
        withdrawn_by=rebase.agreed_by, withdrawn_on=date(2018, 10, 1), withdrawn_reason="A slip."
    )

    assert refused("UPDATE scorecard_rebase SET withdrawn_reason = 'Another.'")
    assert RebaseFactory(indicator=rebase.indicator).pk
    with pytest.raises(IntegrityError), transaction.atomic():
        RebaseFactory(indicator=rebase.indicator)


def test_a_rebase_needs_a_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        RebaseFactory(reason="")


def test_what_counts_when_a_figure_is_both_is_one_of_the_choices():
    IndicatorFactory()

    assert refused("UPDATE scorecard_indicator SET conflict = 'whatever'")
