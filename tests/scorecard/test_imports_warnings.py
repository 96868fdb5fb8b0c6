"""What is unusual is a warning at its cell, on both sides of each boundary."""

from datetime import date
from decimal import Decimal

import pytest

from scorecard.imports.findings import Rule
from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit
from tests.factories.scorecard import (
    BaselineBreakFactory,
    FigureFactory,
    IndicatorFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.scorecard.checking import report_of, warnings_in
from tests.scorecard.workbooks import AUGUST, JULY, JUNE, row, value, xlsx

pytestmark = pytest.mark.django_db


def indicator(code="CIC01", **fields):
    return IndicatorFactory(code=code, **{"is_kpi": False} | fields)


def figure(code, month, result=None, **fields):
    """A figure that stands already."""
    return FigureFactory(indicator__code=code, period__ends_on=month, value=result, **fields)


def past(code, *results, until=JULY):
    """Figures of the months up to `until`, the last result being its."""
    for back, result in enumerate(reversed(results)):
        if result is not None:
            figure(code, shift_months(until, -back), result)


def rules(*rows, **options):
    return [warning.rule.name for warning in report_of(xlsx(*rows), **options).warnings]


def test_name_that_differs_is_a_warning():
    indicator(name="% of reviews held in time")

    assert warnings_in(row(Indicator="% of reviews held late")) == [
        (
            "B2",
            'CIC01 is called "% of reviews held in time" here. Check that the figure is of that indicator.',
        )
    ]


@pytest.mark.parametrize("typed", ["% OF reviews  held in time", None])
def test_capitals_and_spaces_of_a_name_do_not_matter_nor_does_its_absence(typed):
    indicator(name="% of reviews held in time")

    assert warnings_in(row(Indicator=typed)) == []


@pytest.mark.parametrize(("result", "is_large"), [(90, False), (90.1, True), (70, False), (69.9, True)])
def test_change_of_more_than_10_points_is_a_warning(result, is_large):
    indicator()
    figure("CIC01", JULY, 80)

    assert (rules(value("CIC01", result)) == ["CHANGE"]) == is_large


def test_one_value_with_several_reasons_is_one_warning_to_tick():
    ThresholdFactory(indicator__code="CIC01", target=90, floor=80)
    past("CIC01", 92)

    (warning,) = report_of(xlsx(value("CIC01", 15))).warnings

    assert (warning.cell, warning.rule) == ("E2", Rule.CHANGE)
    assert warning.message.count(". ") >= 2
    assert [words in warning.message for words in ("77.0 points", "target", "red")] == [True] * 3


def test_points_are_of_percentages_only():
    indicator(unit=Unit.COUNT, decimals=0)
    figure("CIC01", JULY, 1593)

    assert rules(value("CIC01", 1579)) == []


@pytest.mark.parametrize(("result", "is_large"), [(53, False), (53.1, True), (47, False), (46.9, True)])
def test_change_of_more_than_three_times_the_usual_one_is_a_warning(result, is_large):
    indicator()
    past("CIC01", 50, 51, 50, 51, 50, 51, 50)

    assert (rules(value("CIC01", result)) == ["CHANGE"]) == is_large


def test_large_change_is_told_with_both_figures_and_both_reasons():
    indicator()
    past("CIC01", 50, 51, 50, 51, 50, 51, 50)

    assert warnings_in(value("CIC01", 60.2)) == [
        (
            "E2",
            "CIC01 was 50.0% in July 2018 and is 60.2% now: 10.2 points, "
            "more than 3 times the usual change of 1 point and more than 10 points.",
        )
    ]


def test_too_few_earlier_months_say_nothing_about_what_is_usual():
    indicator()
    past("CIC01", 50, 51, 50, 51, 50, 51)

    assert rules(value("CIC01", 58)) == []


def test_gaps_and_breaks_are_no_usual_changes():
    indicator()
    past("CIC01", 50, 51, 50, 51, None, 90, 50, 51, 50)
    BaselineBreakFactory(
        indicator__code="CIC01",
        from_period=ReportingPeriodFactory(ends_on=date(2018, 5, 31), starts_on=date(2018, 5, 1)),
    )

    assert rules(value("CIC01", 58)) == []


def test_month_after_a_gap_is_not_compared():
    indicator()
    figure("CIC01", JUNE, 20)

    assert rules(value("CIC01", 90)) == []


def test_count_that_began_again_is_not_compared():
    indicator(data_period=DataPeriod.AC_YTD)
    figure("CIC01", AUGUST, None, numerator=90, denominator=100)

    new_year = row(Month=date(2018, 9, 30), Result=10, Numerator=1, Denominator=10)

    assert rules(new_year, today=date(2018, 10, 20)) == []


@pytest.mark.parametrize(
    ("result", "is_far"), [(60, False), (60.1, True), (2.4, False), (2.3, True), (0, True)]
)
def test_result_far_from_its_target_is_a_warning(result, is_far):
    indicator()
    ThresholdFactory(indicator__code="CIC01", target=12, floor=None)

    assert (rules(value("CIC01", result)) == ["FAR_FROM_TARGET"]) == is_far


def test_result_far_from_its_target_is_told_with_the_target():
    indicator(unit=Unit.COUNT, decimals=0)
    ThresholdFactory(indicator__code="CIC01", target=420, floor=None)

    assert warnings_in(value("CIC01", 73390)) == [
        ("E2", "CIC01: 73,390 is more than 5 times the target of 420. Check both.")
    ]


def test_target_is_the_one_of_the_month():
    indicator()
    ThresholdFactory(indicator__code="CIC01", target=2, floor=None, valid_to=JULY)
    ThresholdFactory(indicator__code="CIC01", target=50, floor=None, valid_from=date(2018, 8, 1))

    assert rules(value("CIC01", 45)) == []


def test_colour_that_changes_since_last_month_is_a_warning():
    ThresholdFactory(indicator__code="CIC01", target=90, floor=80)
    figure("CIC01", JULY, 90)

    assert warnings_in(value("CIC01", 89.9)) == [("E2", "CIC01 was green in July 2018 and would be amber.")]


def test_colour_that_changes_by_a_revision_is_a_warning():
    ThresholdFactory(indicator__code="CIC01", target=90, floor=80)
    figure("CIC01", AUGUST, 79)

    assert warnings_in(value("CIC01", 80)) == [("E2", "CIC01 is red as it stands and would be amber.")]


def test_rating_that_comes_or_goes_is_no_change_of_colour():
    ThresholdFactory(indicator__code="CIC01", target=90, floor=80)
    figure("CIC01", JULY, None, numerator=4, denominator=4)

    assert rules(row("CIC01", Result=None, Numerator=9, Denominator=10)) == []


def test_key_indicator_without_a_row_that_was_there_last_month_is_a_warning():
    indicator("CIC01")
    IndicatorFactory(code="CIC02")
    figure("CIC02", JULY, 90)

    (warning,) = report_of(xlsx(row("CIC01"))).warnings

    assert (warning.place, warning.message) == (
        'Sheet "Scorecard"',
        "CIC02 had a figure in July 2018 and would have none in August 2018.",
    )


def test_key_indicator_left_blank_that_was_there_last_month_is_a_warning_at_its_cell():
    IndicatorFactory(code="CIC02")
    figure("CIC02", JULY, 90)

    assert warnings_in(value("CIC02", "-")) == [
        ("E2", "CIC02 had a figure in July 2018 and would have none in August 2018.")
    ]


def test_key_indicator_that_the_portal_holds_already_is_not_missing():
    indicator("CIC01")
    IndicatorFactory(code="CIC02")
    past("CIC02", 90, 91, until=AUGUST)

    assert rules(row("CIC01")) == []


def test_nothing_is_called_missing_while_a_row_has_a_problem():
    indicator("CIC01")
    IndicatorFactory(code="CIC02")
    figure("CIC02", JULY, 90)

    assert rules(row("CIC01"), value("CIC02", "98,9")) == []


def test_activity_measure_may_be_missing():
    indicator("CIC01")
    indicator("CIC02")
    figure("CIC02", JULY, 90)

    assert rules(row("CIC01")) == []


@pytest.mark.parametrize(
    ("data_period", "denominator", "is_fall"),
    [
        (DataPeriod.YTD, 299, True),
        (DataPeriod.YTD, 300, False),
        (DataPeriod.AC_YTD, 299, True),
        (DataPeriod.R12M, 250, False),
        (DataPeriod.R12M, 249, True),
        (DataPeriod.SS, 30, False),
    ],
)
def test_denominator_that_falls_where_it_cannot_is_a_warning(data_period, denominator, is_fall):
    indicator(data_period=data_period)
    figure("CIC01", JULY, None, numerator=0, denominator=300)

    found = rules(row(Result=None, Numerator=0, Denominator=denominator))

    assert (found == ["FALLING"]) == is_fall


def test_falling_denominator_is_told_with_both():
    indicator(data_period=DataPeriod.YTD)
    figure("CIC01", JULY, None, numerator=0, denominator=300)

    assert warnings_in(row(Result=None, Numerator=0, Denominator=299)) == [
        (
            "G2",
            "CIC01: the denominator was 300 in July 2018 and is 299 now, "
            "but a count for the year to date can only grow.",
        )
    ]


def test_total_that_differs_between_indicators_of_one_population_is_a_warning_at_the_odd_one():
    for code in ("CIC01", "CIC02", "CIC03"):
        indicator(code, denominator_label="Children in care")
    rows = [row(code, Result=None, Numerator=10, Denominator=1579) for code in ("CIC01", "CIC02")]

    warnings = warnings_in(*rows, row("CIC03", Result=None, Numerator=10, Denominator=1580))

    assert warnings == [
        ("G4", "CIC03 counts 1,580 where CIC01, CIC02 count 1,579 (children in care). Check which is right.")
    ]


def test_total_is_also_compared_with_the_count_itself():
    indicator("CIC01", denominator_label="Children in care")
    indicator("CIC02", denominator_label="Children in care")
    indicator("CIC09", unit=Unit.COUNT, decimals=0, numerator_label="Children in care")
    rows = [row(code, Result=None, Numerator=10, Denominator=1579) for code in ("CIC01", "CIC02")]

    assert [cell for cell, _ in warnings_in(*rows, value("CIC09", 1597))] == ["E4"]


@pytest.mark.parametrize(
    "other", [{"Population": "Excluding UASC"}, {"code": "CIC03"}, {"code": "CIC04"}, {"code": "CIC05"}]
)
def test_totals_of_other_populations_and_periods_may_differ(other):
    for code in ("CIC01", "CIC02"):
        indicator(code, denominator_label="Children in care")
    indicator("CIC03", denominator_label="Children reviewed")
    indicator("CIC04", denominator_label="Children in care", data_period=DataPeriod.R12M)
    indicator("CIC05")
    rows = [row(code, Result=None, Numerator=10, Denominator=1579) for code in ("CIC01", "CIC02")]

    assert (
        warnings_in(*rows, row(**{"code": "CIC01"} | other, Result=None, Numerator=9, Denominator=99)) == []
    )


def test_more_than_one_month_is_a_warning_where_the_fewest_rows_are():
    indicator("CIC01")
    indicator("CIC02")

    warnings = warnings_in(row("CIC01"), row("CIC02"), row("CIC02", Month=JULY))

    message = (
        "The workbook holds 2 months: July 2018 (1 row), August 2018 (2 rows). Check that none is a slip."
    )
    assert warnings == [("D4", message)]


def test_many_months_are_no_warning_in_a_history():
    indicator()

    assert rules(row(), row(Month=JULY), is_history=True) == []


@pytest.mark.parametrize(("today", "is_early"), [(date(2018, 8, 31), True), (date(2018, 9, 1), False)])
def test_month_that_is_not_over_is_a_warning(today, is_early):
    indicator()

    assert (rules(row(), today=today) == ["FUTURE"]) == is_early


def test_figures_that_stand_already_are_not_warned_about_again():
    ThresholdFactory(indicator__code="CIC01", target=90, floor=80)
    past("CIC01", 95, 50, until=AUGUST)

    report = report_of(xlsx(value("CIC01", 50, Indicator="Another name")))

    assert (report.warnings, report.verdict) == (
        [],
        "Nothing would change: the one figure in the workbook is the one that stands",
    )


def test_months_of_one_file_are_compared_with_each_other():
    indicator()

    found = report_of(xlsx(value("CIC01", 50, Month=JULY), value("CIC01", 70)), is_history=True).warnings

    assert [warning.cell for warning in found] == ["E3"]


def test_many_warnings_are_ticked_by_kind():
    codes = [f"CIC{n:02}" for n in range(1, 32)]
    for code in codes:
        indicator(code, name="Right")

    few = report_of(xlsx(*(row(code) for code in codes[:30])))
    many = report_of(xlsx(*(row(code) for code in codes)))

    assert [len(tick.warnings) for tick in few.ticks] == [1] * 30
    assert [(tick.key, len(tick.warnings)) for tick in many.ticks] == [("name", 31)]


def test_decimal_usual_change_survives_odd_series():
    indicator()
    past("CIC01", *[Decimal("50.1")] * 8)

    assert rules(value("CIC01", 50.2)) == ["CHANGE"]


def test_denominator_of_nought_leaves_a_figure_missing():
    IndicatorFactory(code="CIC01")
    figure("CIC01", JULY, 98)

    assert "MISSING" in rules(row("CIC01", Result=None, Numerator=0, Denominator=0))


def test_key_indicator_too_few_to_rate_is_a_warning():
    ThresholdFactory(indicator__code="CIC01", target=90)
    figure("CIC01", JULY, 98)

    assert "COLOUR" in rules(row("CIC01", Result=None, Numerator=4, Denominator=4))


def test_result_that_was_worked_out_is_what_was_found():
    ThresholdFactory(indicator__code="CIC01", target=90)
    figure("CIC01", JULY, 50)

    findings = report_of(xlsx(row("CIC01", Result=None))).warnings

    assert {finding.found for finding in findings if finding.cell == "E2"} == {
        "98.9%, worked out from 1,513 of 1,530"
    }


def test_figure_that_is_missing_says_that_there_is_no_row():
    indicator("CIC02")
    IndicatorFactory(code="CIC01")
    figure("CIC01", JULY, 98)

    (missing,) = [f for f in report_of(xlsx(value("CIC02", 50))).warnings if f.rule is Rule.MISSING]

    assert (missing.cell, missing.found) == ("", "no row for it")
