from datetime import date

import pytest

from scorecard.models import FigureStatus
from scorecard.report.months import Month, all_months, choose_month
from scorecard.travel import Comparison
from tests.factories.scorecard import FigureFactory, PanelReportFactory, ReportingPeriodFactory

MONTH, PANEL, YEAR = (
    Comparison.PREVIOUS_MONTH,
    Comparison.PREVIOUS_PANEL,
    Comparison.SAME_MONTH_LAST_YEAR,
)


def month(year: int, number: int, day: int, meeting_on: date | None = None) -> Month:
    return Month(year * 100 + number, date(year, number, day), meeting_on)


AUGUST = month(2018, 8, 31)
JULY = month(2018, 7, 31)
JUNE = month(2018, 6, 30, date(2018, 9, 19))
APRIL = month(2018, 4, 30, date(2018, 6, 1))
YEAR_AGO = month(2017, 8, 31)


def slugs(found: dict) -> dict:
    return {comparison: month.slug for comparison, month in found.items()}


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ([AUGUST], {}),
        ([AUGUST, JULY], {MONTH: "2018-07"}),
        ([AUGUST, JUNE], {PANEL: "2018-06"}),
        ([AUGUST, JULY, JUNE, APRIL], {MONTH: "2018-07", PANEL: "2018-06"}),
        ([AUGUST, YEAR_AGO], {YEAR: "2017-08"}),
        ([AUGUST, JULY, JUNE, YEAR_AGO], {MONTH: "2018-07", PANEL: "2018-06", YEAR: "2017-08"}),
    ],
)
def test_baselines_are_those_months_that_hold_figures(every, expected):
    assert slugs(choose_month(tuple(every)).baselines) == expected


def test_panel_baseline_is_the_latest_month_before_that_went_to_the_panel():
    reported_itself = AUGUST._replace(meeting_on=date(2018, 11, 1))

    months = choose_month((reported_itself, JULY, JUNE, APRIL), "2018-08")

    assert months.baseline(PANEL) == JUNE


def test_later_report_is_no_baseline_for_an_earlier_month():
    assert choose_month((AUGUST, JULY, JUNE, APRIL), "2018-06").baseline(PANEL) == APRIL
    assert choose_month((AUGUST, JULY, JUNE, APRIL), "2018-04").baseline(PANEL) is None


@pytest.mark.parametrize(
    ("slug", "expected"), [(None, AUGUST), ("2018-08", AUGUST), ("2018-06", JUNE), ("2018-05", None)]
)
def test_month_is_chosen_by_its_address_and_the_latest_without_one(slug, expected):
    months = choose_month((AUGUST, JULY, JUNE), slug)

    assert (months and months.chosen) == expected


def test_without_months_there_is_nothing_to_choose():
    assert choose_month(()) is None


def test_last_months_have_a_place_for_each_that_is_missing():
    assert choose_month((AUGUST, JUNE)).last(4) == [None, JUNE, None, AUGUST]


def test_months_are_those_with_a_figure_latest_first(db, django_assert_num_queries):
    ReportingPeriodFactory(ends_on=date(2018, 9, 30))
    FigureFactory(period__ends_on=date(2018, 6, 30))
    reported = PanelReportFactory(period=FigureFactory().period)
    FigureFactory(
        period__ends_on=date(2018, 7, 31), value=None, status=FigureStatus.NOT_AVAILABLE, revision=1
    )
    FigureFactory(period__ends_on=date(2018, 5, 31), is_current=False)

    with django_assert_num_queries(1):
        found = all_months()

    assert [(month.label, month.slug, month.meeting_on) for month in found] == [
        ("August 2018", "2018-08", reported.meeting_on),
        ("July 2018", "2018-07", None),
        ("June 2018", "2018-06", None),
    ]
