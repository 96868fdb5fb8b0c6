"""One indicator gathered from the database: its months, lines, neighbours and what is said of it."""

from datetime import date
from decimal import Decimal

import pytest

from scorecard.models import FigureStatus, Indicator, Variant
from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit
from scorecard.rag import Rag
from scorecard.report.benchmarks import benchmark_lines
from scorecard.report.indicator import indicator_report
from scorecard.report.months import all_months, choose_month
from scorecard.report.standing import standing
from scorecard.travel import Comparison, TravelReason
from tests.factories.scorecard import (
    AUGUST,
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    RebaseFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)

pytestmark = pytest.mark.django_db


def back(months: int) -> date:
    return shift_months(AUGUST, -months)


def figures(values: dict[int, str | None], *, indicator=None, **fields) -> Indicator:
    """One figure for each number of months before August 2018."""
    indicator = indicator or IndicatorFactory()
    for months_back, value in values.items():
        status = FigureStatus.REPORTED if value else FigureStatus.NOT_AVAILABLE
        FigureFactory(
            indicator=indicator,
            period__ends_on=back(months_back),
            value=value and Decimal(value),
            status=status,
            **fields,
        )
    return indicator


def report_of(indicator: Indicator, *, variant: Variant = Variant.ALL, month: str | None = None):
    return indicator_report(
        Indicator.objects.get(pk=indicator.pk), choose_month(all_months(), month), variant=variant
    )


def test_history_reaches_back_36_months_with_a_row_for_every_month():
    history = report_of(figures({0: "90", 2: "80", 35: "70", 36: "60"})).history

    assert len(history.readings) == 36
    assert [(r.month.ends_on, r.text) for r in history.readings if r.text] == [
        (back(35), "70.0"),
        (back(2), "80.0"),
        (back(0), "90.0"),
    ]
    assert history.readings[-2].without_figure == "not reported"


def test_history_begins_with_the_first_month_of_any_figures():
    assert len(report_of(figures({0: "90", 3: "80"})).history.readings) == 4


def test_history_ends_with_the_month_that_is_read():
    report = report_of(figures({0: "90", 1: "80", 2: "70"}), month="2018-07")

    assert [reading.text for reading in report.history.readings] == ["70.0", "80.0"]
    assert report.headline.startswith("80.0% in July 2018")


def test_first_month_shown_is_compared_with_the_one_before_it():
    report = report_of(figures({0: "90", 35: "70", 36: "60"}))

    assert report.steps[0].change == 10


def test_steps_are_against_the_month_before():
    report = report_of(figures({0: "90", 1: "85", 3: "80"}))

    assert [(step.change, step.reason) for step in report.steps] == [
        (None, TravelReason.NO_PREVIOUS),
        (None, TravelReason.NO_CURRENT),
        (None, TravelReason.NO_PREVIOUS),
        (5, None),
    ]


def test_annual_figure_is_compared_with_the_year_before():
    indicator = IndicatorFactory(data_period=DataPeriod.A)
    figures({0: "90", 12: "80"}, indicator=indicator)
    for months_back in (1, 2):
        FigureFactory(
            indicator=indicator,
            period__ends_on=back(months_back),
            value=None,
            status=FigureStatus.NOT_DUE,
        )

    report = report_of(indicator)

    assert (
        report.headline
        == "90.0% in August 2018, not rated: no target is set. Up 10.0 points since August 2017, improved."
    )
    assert [step.comparison for step in report.steps] == [Comparison.PREVIOUS_YEAR] * 13


@pytest.mark.parametrize("data_period", [DataPeriod.YTD, DataPeriod.AC_YTD])
def test_count_to_date_is_held_against_the_same_month_last_year(data_period):
    indicator = figures({0: "90", 1: "85", 12: "80"}, indicator=IndicatorFactory(data_period=data_period))

    report = report_of(indicator)

    assert report.headline.endswith("Up 10.0 points since August 2017, improved.")
    assert {step.comparison for step in report.steps} == {Comparison.SAME_MONTH_LAST_YEAR}
    assert "Since July 2018: up 5.0 points, improved." in standing(report)
    assert not any("August 2017" in told for told in standing(report))


def test_count_to_date_without_a_figure_last_year_compares_with_nothing():
    indicator = figures({0: "90", 1: "85"}, indicator=IndicatorFactory(data_period=DataPeriod.YTD))

    assert report_of(indicator).headline.endswith("No figure for August 2017 to compare with.")


def test_annual_figure_tells_its_year_once():
    indicator = figures({0: "90", 12: "80"}, indicator=IndicatorFactory(data_period=DataPeriod.A))

    assert not any("August 2017" in told for told in standing(report_of(indicator)))


def test_annual_indicator_between_releases_tells_the_latest_figure():
    indicator = figures({5: "80"}, indicator=IndicatorFactory(data_period=DataPeriod.A))
    FigureFactory(indicator=indicator, value=None, status=FigureStatus.NOT_DUE)

    assert report_of(indicator).headline == (
        "No figure for August 2018: no new figure due. The latest figure is 80.0% in March 2018."
    )


def test_each_month_keeps_its_own_target_and_rating():
    indicator = figures({0: "85", 1: "85"})
    ThresholdFactory(indicator=indicator, target=Decimal(80), floor=None, valid_to=back(1))
    ThresholdFactory(indicator=indicator, target=Decimal(90), floor=None, valid_from=date(2018, 8, 1))

    report = report_of(indicator)

    assert [(r.target_text, r.rating.rating) for r in report.history.readings] == [
        ("80", Rag.GREEN),
        ("90", Rag.AMBER),
    ]
    assert [(line.target, line.valid_to) for line in report.targets] == [("90", None), ("80", back(1))]


def test_targets_of_the_other_population_are_not_shown():
    indicator = figures({0: "85"})
    ThresholdFactory(indicator=indicator, variant=Variant.EXC_UASC)

    assert report_of(indicator).targets == []
    assert len(report_of(indicator, variant=Variant.EXC_UASC).targets) == 1


@pytest.mark.parametrize(
    ("fields", "target", "floor", "source"),
    [
        ({}, "90", "80", ""),
        ({"target": None, "floor": None}, "", "", ""),
        (
            {"tolerance": Decimal(5), "floor": None, "floor_low": Decimal(80), "floor_high": Decimal(99)},
            "90, give or take 5",
            "80 to 99",
            "",
        ),
        ({"source": "Plan.", "approved_by": "The cabinet"}, "90", "80", "Plan. Approved by The cabinet."),
    ],
)
def test_target_is_told_as_it_was_set(fields, target, floor, source):
    indicator = figures({0: "85"})
    ThresholdFactory(indicator=indicator, **fields)

    (line,) = report_of(indicator).targets

    assert (line.target, line.floor, line.source) == (target, floor, source)


def test_other_population_is_there_once_it_has_a_figure():
    indicator = figures({0: "85", 1: "84"})
    assert report_of(indicator).other is None

    figures({0: "80"}, indicator=indicator, variant=Variant.EXC_UASC)
    report = report_of(indicator)

    assert [line.other.text for line in report.figures] == ["80.0", ""]
    assert report_of(indicator, variant=Variant.EXC_UASC).other.now.text == "85.0"


def test_figures_are_listed_latest_first():
    report = report_of(figures({0: "85", 1: "84"}))

    assert [(line.reading.text, line.step.change) for line in report.figures] == [
        ("85.0", 1),
        ("84.0", None),
    ]


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "is_met"),
    [
        ("89.96", None, None, True),
        ("90.0", None, None, False),
        ("89.94", None, None, False),
        (None, "1799", "2000", True),
        ("79.95", None, None, True),
    ],
)
def test_line_that_is_met_by_rounding_alone_is_marked(value, numerator, denominator, is_met):
    indicator = ThresholdFactory().indicator
    FigureFactory(
        indicator=indicator,
        value=value and Decimal(value),
        numerator=numerator and Decimal(numerator),
        denominator=denominator and Decimal(denominator),
    )

    report = report_of(indicator)

    assert report.is_met_by_rounding == is_met
    assert (
        "This is met by rounding: the figure before it was rounded falls just short." in standing(report)
    ) == is_met


def test_standing_tells_colour_floor_panel_year_and_other_population():
    indicator = ThresholdFactory(is_floor_illustrative=True).indicator
    figures({0: "85", 1: "86", 2: "84", 12: "87"}, indicator=indicator)
    figures({0: "82"}, indicator=indicator, variant=Variant.EXC_UASC)
    PanelReportFactory(period__ends_on=back(2), meeting_on=date(2018, 9, 19))

    assert standing(report_of(indicator)) == [
        "Amber: 85.0% is below the target of 90% and at or above the floor of 80%.",
        "It is 5.0 points above the floor of 80%, which is illustrative.",
        "Since June 2018, the last panel report: up 1.0 points, improved.",
        "Since August 2017: down 2.0 points, worsened.",
        "Excluding unaccompanied asylum-seeking children: 82.0%.",
    ]


def test_standing_without_a_figure_gives_the_reason_that_came_with_it():
    indicator = ThresholdFactory().indicator
    FigureFactory(
        indicator=indicator, value=None, status=FigureStatus.NOT_AVAILABLE, note="The system changed."
    )

    assert standing(report_of(indicator)) == ["Not rated: there is no figure.", "The system changed."]


def test_standing_says_why_nothing_is_compared():
    indicator = figures({0: "85", 2: "84"})
    PanelReportFactory(period__ends_on=back(2), meeting_on=date(2018, 9, 19))
    BaselineBreakFactory(indicator=indicator, from_period__ends_on=back(1))

    assert "Not compared: the measure has changed since June 2018." in standing(report_of(indicator))


def test_benchmarks_say_what_sets_them_apart():
    indicator = figures({0: "85"})
    BenchmarkFactory(
        indicator=indicator,
        value=Decimal("10.70"),
        period_ends_on=date(2017, 3, 31),
        excludes_uasc=True,
        comparability_note="At the end of March.",
        neighbour_model="2015",
    )

    (line,) = benchmark_lines(indicator.benchmarks.all(), unit=Unit.PERCENT, on=AUGUST)

    assert line == (
        "England, 2016/17",
        "10.7%",
        "National return",
        (
            "At the end of March.",
            "Excludes unaccompanied asylum-seeking children.",
            "Neighbours by the 2015 model.",
        ),
    )


@pytest.mark.parametrize(
    ("ended", "is_old"),
    [(None, False), (date(2016, 8, 31), False), (date(2016, 8, 30), True), (date(2018, 8, 31), False)],
)
def test_benchmark_of_more_than_two_years_before_is_marked(ended, is_old):
    BenchmarkFactory(period_ends_on=ended)

    (line,) = benchmark_lines(Indicator.objects.get().benchmarks.all(), unit=Unit.PERCENT, on=AUGUST)

    assert line.cautions == (("More than two years older than our figure.",) if is_old else ())


def test_benchmark_without_a_period_names_its_area_alone():
    BenchmarkFactory(period_label="")

    (line,) = benchmark_lines(Indicator.objects.get().benchmarks.all(), unit=Unit.DAYS, on=AUGUST)

    assert (line.place, line.figure) == ("England", "85 days")


def test_number_of_queries_does_not_grow_with_the_months(django_assert_num_queries):
    indicator = ThresholdFactory(indicator=figures({0: "85"})).indicator
    months = choose_month(all_months())
    with django_assert_num_queries(6):
        indicator_report(indicator, months, variant=Variant.ALL)

    figures(dict.fromkeys(range(1, 36), "80"), indicator=indicator)
    ThresholdFactory(indicator=indicator, valid_from=date(2014, 4, 1), valid_to=date(2016, 3, 31))
    BenchmarkFactory(indicator=indicator)
    BaselineBreakFactory(indicator=indicator, from_period=ReportingPeriodFactory(ends_on=back(3)))
    for months_back in (10, 20):
        RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(months_back)))
    months = choose_month(all_months())
    with django_assert_num_queries(6):
        report = indicator_report(indicator, months, variant=Variant.ALL)

    assert len(report.history.readings) == 36
