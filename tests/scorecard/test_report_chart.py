from datetime import date
from decimal import Decimal

import pytest

from core.charts import ChartPoint, LevelKind, trend_chart
from scorecard.models import FigureStatus, Variant
from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit
from scorecard.report.chart import trend_of
from tests.factories.scorecard import (
    AUGUST,
    BaselineBreakFactory,
    FigureFactory,
    IndicatorFactory,
    ThresholdFactory,
)
from tests.scorecard.test_report_indicator import back, figures, report_of

pytestmark = pytest.mark.django_db


def levels(indicator) -> list[tuple]:
    found = trend_of(report_of(indicator)).levels
    return [(level.kind, level.text, level.starts_on, level.ends_on) for level in found]


def test_points_are_the_published_figures_with_what_marks_them():
    indicator = IndicatorFactory()
    FigureFactory(indicator=indicator, value=Decimal("47.65"), is_provisional=True, revision=2)
    FigureFactory(indicator=indicator, value=None, status=FigureStatus.NOT_AVAILABLE, period__ends_on=back(1))
    FigureFactory(indicator=indicator, period__ends_on=back(2), is_illustrative=True)

    (series,) = trend_of(report_of(indicator)).series

    assert series.name == ""
    assert series.points == (
        ChartPoint(back(2), Decimal("98.9"), "98.9%", is_illustrative=True),
        ChartPoint(back(1), None, "not available"),
        ChartPoint(AUGUST, Decimal("47.7"), "47.7%", is_provisional=True, is_revised=True),
    )


def test_title_is_the_finding():
    chart = trend_of(report_of(figures({0: "85", 1: "84"})))

    assert chart.title.endswith(
        "85.0% in August 2018, not rated: no target is set. Up 1.0 points since July 2018, improved."
    )


def test_without_any_figure_there_is_no_chart():
    assert trend_of(report_of(figures({0: None, 1: None}))) is None


def test_other_population_is_a_second_line_from_its_first_figure():
    indicator = figures({0: "85", 1: "84", 2: "83"})
    figures({0: "80", 1: "81"}, indicator=indicator, variant=Variant.EXC_UASC)

    ours, others = trend_of(report_of(indicator)).series

    assert (ours.name, others.name) == ("All children", "Excluding unaccompanied children")
    assert [point.period_end for point in others.points] == [back(1), AUGUST]


@pytest.mark.parametrize(("data_period", "starts_in"), [(DataPeriod.YTD, 4), (DataPeriod.AC_YTD, 9)])
def test_count_that_begins_again_is_one_line_a_year_of_one_population(data_period, starts_in):
    indicator = figures({0: "85"}, indicator=IndicatorFactory(data_period=data_period))
    figures({0: "80"}, indicator=indicator, variant=Variant.EXC_UASC)

    chart = trend_of(report_of(indicator))

    assert (chart.year_starts_in, len(chart.series)) == (starts_in, 1)


def test_annual_figures_have_no_gaps_between_them():
    indicator = figures({0: "85", 12: "80"}, indicator=IndicatorFactory(data_period=DataPeriod.A))
    for months_back in range(1, 12):
        FigureFactory(
            indicator=indicator, value=None, status=FigureStatus.NOT_DUE, period__ends_on=back(months_back)
        )

    chart = trend_of(report_of(indicator))

    assert chart.step_months == 12
    assert [point.period_end for point in chart.series[0].points] == [back(12), AUGUST]


def test_target_and_floor_run_for_their_own_months():
    indicator = figures({0: "85", 10: "84"})
    ThresholdFactory(indicator=indicator, target=Decimal(80), floor=None, valid_to=date(2018, 3, 31))
    ThresholdFactory(indicator=indicator, valid_from=date(2018, 4, 1), is_floor_illustrative=True)

    assert levels(indicator) == [
        (LevelKind.TARGET, "Target 80%", date(2016, 4, 1), date(2018, 3, 31)),
        (LevelKind.TARGET, "Target 90%", date(2018, 4, 1), None),
        (LevelKind.FLOOR, "Floor 80%, illustrative", date(2018, 4, 1), None),
    ]


def test_line_that_goes_on_as_it_was_is_drawn_and_named_once():
    indicator = figures({0: "85", 10: "84"})
    ThresholdFactory(indicator=indicator, floor=Decimal(70), valid_to=date(2018, 3, 31))
    ThresholdFactory(indicator=indicator, valid_from=date(2018, 4, 1))

    assert levels(indicator) == [
        (LevelKind.TARGET, "Target 90%", date(2016, 4, 1), None),
        (LevelKind.FLOOR, "Floor 70%", date(2016, 4, 1), date(2018, 3, 31)),
        (LevelKind.FLOOR, "Floor 80%", date(2018, 4, 1), None),
    ]


def test_line_that_comes_back_after_a_while_is_a_line_of_its_own():
    indicator = figures({0: "85", 20: "84"})
    ThresholdFactory(indicator=indicator, floor=None, valid_to=date(2017, 3, 31))
    ThresholdFactory(indicator=indicator, floor=None, valid_from=date(2018, 4, 1))

    assert len(levels(indicator)) == 2


def test_lines_of_months_not_shown_are_left_out():
    indicator = figures({0: "85", 3: "84"})
    ThresholdFactory(indicator=indicator, floor=None, valid_to=shift_months(AUGUST, -4))
    ThresholdFactory(indicator=indicator, floor=None, target=Decimal(95), valid_from=date(2018, 9, 1))

    assert levels(indicator) == []


def test_target_in_the_middle_has_its_tolerance_and_both_limits():
    indicator = figures({0: "50"}, indicator=IndicatorFactory(unit=Unit.SCORE, polarity="T"))
    ThresholdFactory(
        indicator=indicator,
        target=Decimal(50),
        floor=None,
        tolerance=Decimal(5),
        floor_low=Decimal(40),
        floor_high=Decimal(60),
    )

    assert [text for _, text, _, _ in levels(indicator)] == [
        "Target 50",
        "Lower floor 40",
        "Upper floor 60",
        "Tolerance 55",
        "Tolerance 45",
    ]


def test_activity_measure_is_held_against_nothing():
    indicator = figures({0: "85"}, indicator=IndicatorFactory(is_kpi=False))
    ThresholdFactory(indicator=indicator)

    assert levels(indicator) == []


def test_break_is_told_and_breaks_the_line():
    indicator = figures({0: "85", 3: "84"})
    BaselineBreakFactory(indicator=indicator, from_period__ends_on=back(1))

    (event,) = trend_of(report_of(indicator)).events

    assert (event.period_end, event.text, event.breaks_the_line) == (
        back(1),
        "The recording system changed",
        True,
    )


@pytest.mark.parametrize(
    ("unit", "caption", "suffix", "may_break", "ceiling"),
    [
        (Unit.PERCENT, "", "%", True, 100),
        (Unit.COUNT, "Number", "", False, None),
        (Unit.DAYS, "Days", "", True, None),
    ],
)
def test_axis_is_that_of_the_unit(unit, caption, suffix, may_break, ceiling):
    axis = trend_of(report_of(figures({0: "85"}, indicator=IndicatorFactory(unit=unit)))).axis

    assert (axis.caption, axis.suffix, axis.may_break, axis.ceiling) == (caption, suffix, may_break, ceiling)


def test_name_of_an_indicator_cannot_put_markup_into_the_drawing():
    indicator = figures({0: "85"}, indicator=IndicatorFactory(name="<script>alert(1)</script>"))

    assert "<script" not in trend_chart(trend_of(report_of(indicator)))
