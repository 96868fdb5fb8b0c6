"""Control limits and signals on the charts, also of months on their own."""

from datetime import date
from decimal import Decimal

import pytest

from core.charts import LevelKind, Signal, trend_chart
from scorecard.models import Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.report.chart import month_chart_of, trend_of
from tests.factories.scorecard import (
    AUGUST,
    FigureFactory,
    IndicatorFactory,
    RebaseFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.scorecard.test_report_chart import levels
from tests.scorecard.test_report_indicator import back, figures, report_of

pytestmark = pytest.mark.django_db


def alternating(months: int, **fields):
    """10, 12, 10, 12 .. up to August 2018: mean 11 and limits 5.68 and 16.32, the average 11 in short."""
    return figures({back: ("12" if back % 2 else "10") for back in range(months)}, **fields)


def test_limits_are_named_at_their_ends():
    assert levels(alternating(16)) == [
        (LevelKind.MEAN, "Average 11.0%", date(2017, 5, 1), None),
        (LevelKind.LIMIT, "Upper limit 16.3%", date(2017, 5, 1), None),
        (LevelKind.LIMIT, "Lower limit 5.7%", date(2017, 5, 1), None),
    ]


def test_limits_from_few_figures_are_named_as_on_trial():
    assert [text for _, text, _, _ in levels(alternating(12))] == [
        "Average 11.0%",
        "Upper limit 16.3%, on trial",
        "Lower limit 5.7%, on trial",
    ]


def test_limit_that_no_figure_can_reach_is_not_drawn():
    indicator = figures({back: ("100" if back % 2 else "98") for back in range(16)})

    assert [text for _, text, _, _ in levels(indicator)] == ["Average 99.0%", "Lower limit 93.7%"]


@pytest.mark.parametrize("data_period", [DataPeriod.R12M, DataPeriod.YTD, DataPeriod.AC_YTD, DataPeriod.A])
def test_figures_that_are_not_of_one_month_have_no_limits(data_period):
    indicator = alternating(16, indicator=IndicatorFactory(data_period=data_period))

    assert levels(indicator) == []


def test_eleven_figures_have_no_limits():
    assert levels(alternating(11)) == []


def test_month_that_stands_out_carries_its_signal():
    indicator = figures({back: ("30" if back == 0 else "12" if back % 2 else "10") for back in range(16)})
    alternating(16, indicator=indicator, variant=Variant.EXC_UASC)

    ours, others = trend_of(report_of(indicator)).series

    assert ours.points[-1].signal == Signal.IMPROVEMENT_HIGH
    assert {point.signal for point in others.points} == {None}


def test_former_limits_stay_drawn_up_to_the_rebase():
    indicator = figures({back: ("52" if back % 2 else "50") for back in range(12)})
    figures({back: ("12" if back % 2 else "10") for back in range(12, 28)}, indicator=indicator)
    RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(11)))

    chart = trend_of(report_of(indicator))

    assert [
        (level.text, level.starts_on, level.ends_on) for level in chart.levels if level.kind == "mean"
    ] == [
        ("Average 11.0%", date(2016, 5, 1), back(12)),
        ("Average 51.0%", date(2017, 9, 1), None),
    ]
    (event,) = chart.events
    assert (event.period_end, event.text, event.breaks_the_line) == (back(11), "Limits start again", False)


def test_withdrawn_rebase_draws_nothing():
    indicator = alternating(28)
    rebase = RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(11)))
    rebase.withdrawn_by, rebase.withdrawn_on = rebase.agreed_by, AUGUST
    rebase.withdrawn_reason = "A slip."
    rebase.save()

    assert trend_of(report_of(indicator)).events == ()


def test_variation_is_told_to_people_who_do_not_see_the_chart():
    drawing = trend_chart(trend_of(report_of(alternating(16))))

    assert (
        "Ordinary variation. 10.0% in August 2018 is within the usual range of 5.7% to 16.3% and part of no run."
        in drawing
    )


def months_apart(months: int = 16, data_period=DataPeriod.R12M, **fields):
    """A rolling indicator whose months on their own are 10 and 12 of 100."""
    indicator = IndicatorFactory(data_period=data_period)
    for months_back in range(months):
        FigureFactory(
            indicator=indicator,
            period__ends_on=back(months_back),
            value=Decimal(50),
            month_numerator=12 if months_back % 2 else 10,
            month_denominator=100,
            **fields,
        )
    return indicator


def test_months_on_their_own_are_a_chart_with_limits():
    indicator = months_apart()
    ThresholdFactory(indicator=indicator)

    chart = month_chart_of(report_of(indicator))

    assert [point.text for point in chart.series[0].points][-2:] == ["12.0%", "10.0%"]
    assert [level.text for level in chart.levels] == [
        "Target 90%",
        "Average 11.0%",
        "Upper limit 16.3%",
        "Lower limit 5.7%",
    ]
    assert chart.title.endswith("each month on its own. Ordinary variation.")
    assert chart.id != trend_of(report_of(indicator)).id


@pytest.mark.parametrize("data_period", [DataPeriod.SS, DataPeriod.M, DataPeriod.A])
def test_figures_of_one_month_have_no_second_chart(data_period):
    assert month_chart_of(report_of(months_apart(data_period=data_period))) is None


def test_without_parts_of_months_there_is_no_second_chart():
    indicator = alternating(16, indicator=IndicatorFactory(data_period=DataPeriod.R12M))

    assert month_chart_of(report_of(indicator)) is None


def test_months_on_their_own_begin_with_the_first_that_has_parts_and_end_with_the_chosen_one():
    indicator = IndicatorFactory(data_period=DataPeriod.R12M)
    figures(dict.fromkeys((0, 1, 5), "50"), indicator=indicator)
    figures({3: "50"}, indicator=indicator, month_numerator=1, month_denominator=40)

    (series,) = month_chart_of(report_of(indicator)).series

    assert [(point.period_end, point.value) for point in series.points] == [
        (back(3), Decimal("2.5")),
        (back(2), None),
        (back(1), None),
        (AUGUST, None),
    ]


def test_small_months_stay_a_plain_line():
    indicator = IndicatorFactory(data_period=DataPeriod.R12M)
    figures(dict.fromkeys(range(16), "50"), indicator=indicator, month_numerator=1, month_denominator=19)

    report = report_of(indicator)

    assert month_chart_of(report).levels == ()
    assert report.alone.allowed.sentence.startswith("No control limits: most denominators are below 20")


def test_count_of_a_month_needs_no_denominator():
    indicator = IndicatorFactory(data_period=DataPeriod.AC_YTD, unit=Unit.COUNT, decimals=0)
    figures({1: "50", 0: "52"}, indicator=indicator, month_numerator=2)

    (series,) = month_chart_of(report_of(indicator)).series

    assert [point.text for point in series.points] == ["2", "2"]
