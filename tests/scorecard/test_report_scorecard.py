"""A month gathered once: against what the council printed for August 2018, and piece by piece."""

from datetime import date
from decimal import Decimal

import pytest

from scorecard.counts import RatingCounts, TravelCounts
from scorecard.models import Benchmark, FigureStatus, Indicator, Section, Threshold, Variant
from scorecard.periods import shift_months
from scorecard.published import Unit
from scorecard.rag import Rag
from scorecard.report.changes import changes_since, disagreements
from scorecard.report.months import all_months, choose_month
from scorecard.report.scorecard import read_scorecard, scorecard_context
from scorecard.travel import Comparison, DirectionOfTravel, TravelReason
from tests.factories.scorecard import (
    AUGUST,
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.scorecard.published_2018 import ROWS

MONTH, PANEL, YEAR = (
    Comparison.PREVIOUS_MONTH,
    Comparison.PREVIOUS_PANEL,
    Comparison.SAME_MONTH_LAST_YEAR,
)
JULY, JUNE = shift_months(AUGUST, -1), shift_months(AUGUST, -2)
LETTERS = {Rag.GREEN: "G", Rag.AMBER: "A", Rag.RED: "R", Rag.NOT_RATED: ""}


@pytest.fixture
def august(summer_of_2018):
    return scorecard_context("2018-08")


def test_august_2018_is_what_the_council_printed(august):
    shown = {row.code: row for row in august.rows}

    assert {
        code: (row.now.figure, LETTERS[row.now.rating.rating], row.now.numerator, row.now.denominator)
        for code, row in shown.items()
    } == {row.code: (row.august, row.august_rating, row.numerator, row.denominator) for row in ROWS}


def test_july_and_the_other_population_are_what_the_council_printed(august):
    assert {
        row.code: (row.earlier[MONTH].figure, row.other.figure, LETTERS[row.other.rating.rating])
        for row in august.rows
    } == {row.code: (row.july, row.excluding_uasc, row.excluding_uasc_rating) for row in ROWS}


def test_august_2018_counts_what_the_report_counts(august):
    assert august.ratings == RatingCounts(green=13, amber=11, red=0, not_rated=24)
    assert len(august.rated) == 24
    assert august.travel[MONTH] == TravelCounts(improved=8, worsened=13, unchanged=3, not_judged=0)


def test_since_june_2018_one_rating_changed_and_seven_ambers_improved(august):
    changes = changes_since(august, PANEL)

    assert [(change.row.code, change.before, change.now) for change in changes.rating_changes] == [
        ("CIC29", Rag.GREEN, Rag.AMBER)
    ]
    assert [(move.direction, len(move.rows)) for move in changes.moves] == [
        (DirectionOfTravel.IMPROVING, 7),
        (DirectionOfTravel.WORSENING, 4),
    ]


def test_july_2018_tells_another_story_of_four_ambers(august):
    assert [row.code for row in disagreements(august)] == ["CIC04", "CIC06", "CIC07", "CIC37"]


def test_month_that_was_never_uploaded_has_no_scorecard(summer_of_2018):
    assert scorecard_context("2018-05") is None


def test_without_a_month_it_is_the_latest(summer_of_2018):
    assert scorecard_context().month.slug == "2018-08"


def test_other_population_takes_its_place(summer_of_2018):
    others = scorecard_context("2018-08", variant=Variant.EXC_UASC)
    by_code = {row.code: row for row in others.rows}

    assert by_code["CIC03"].now.text == "47.8"
    assert by_code["CIC03"].other.text == "47.7"
    printed = [row.excluding_uasc_rating for row in ROWS]
    assert others.ratings == tuple(printed.count(letter) for letter in ("G", "A", "R", ""))


def only_row(comparisons=(MONTH, PANEL), variant=Variant.ALL):
    (row,) = read_scorecard(choose_month(all_months()), variant=variant, comparisons=comparisons).rows
    return row


@pytest.mark.django_db
def test_every_comparison_asked_for_is_made_even_without_a_baseline():
    FigureFactory()

    row = only_row((MONTH, PANEL, YEAR))

    assert {name: travel.reason for name, travel in row.travel.items()} == dict.fromkeys(
        (MONTH, PANEL, YEAR), TravelReason.NO_PREVIOUS
    )
    assert row.earlier == {}


@pytest.mark.django_db
def test_each_baseline_is_read_from_its_own_month():
    for months_back, value in ((0, 90), (1, 80), (2, 70), (12, 60)):
        FigureFactory(
            indicator__code="CIC01", value=Decimal(value), period__ends_on=shift_months(AUGUST, -months_back)
        )
    PanelReportFactory(period__ends_on=JUNE, meeting_on=date(2018, 9, 19))

    row = only_row((MONTH, PANEL, YEAR))

    assert {name: (row.earlier[name].text, travel.change) for name, travel in row.travel.items()} == {
        MONTH: ("80.0", 10),
        PANEL: ("70.0", 20),
        YEAR: ("60.0", 30),
    }


@pytest.mark.django_db
def test_comparison_that_nobody_asks_for_is_not_made():
    FigureFactory(indicator__code="CIC01")
    FigureFactory(indicator__code="CIC01", period__ends_on=shift_months(AUGUST, -12))

    assert list(only_row().travel) == [MONTH, PANEL]


@pytest.mark.django_db
def test_rating_then_keeps_the_target_of_then():
    indicator = IndicatorFactory()
    ThresholdFactory(indicator=indicator, target=Decimal(80), floor=None, valid_to=JULY)
    ThresholdFactory(indicator=indicator, target=Decimal(90), floor=None, valid_from=date(2018, 8, 1))
    FigureFactory(indicator=indicator, value=Decimal(85))
    FigureFactory(indicator=indicator, value=Decimal(85), period__ends_on=JULY)

    row = only_row()

    assert (row.earlier[MONTH].rating.rating, row.now.rating.rating) == (Rag.GREEN, Rag.AMBER)
    assert row.has_changed_rating(MONTH)


@pytest.mark.django_db
def test_break_between_two_months_forbids_to_compare_them():
    indicator = IndicatorFactory()
    for day in (AUGUST, JULY, JUNE):
        FigureFactory(indicator=indicator, period__ends_on=day)
    PanelReportFactory(period__ends_on=JUNE, meeting_on=date(2018, 9, 19))
    BaselineBreakFactory(indicator=indicator, from_period__ends_on=JULY)

    row = only_row()

    assert row.travel[MONTH].reason is None
    assert row.travel[PANEL].reason == TravelReason.BASELINE_BREAK


@pytest.mark.django_db
def test_series_has_24_places_and_gaps_where_nothing_came():
    for months_back in (0, 2, 23, 24):
        FigureFactory(
            indicator__code="CIC01",
            value=Decimal(50 + months_back),
            period__ends_on=shift_months(AUGUST, -months_back),
        )

    row = only_row()

    assert len(row.series) == 24
    assert {place: value for place, value in enumerate(row.series) if value is not None} == {
        0: 73.0,
        21: 52.0,
        23: 50.0,
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("illustrative", "places"), [((), 0), ((2,), 22), ((0, 2), 24), ((23,), 1)])
def test_series_is_dotted_up_to_the_latest_illustrative_month(illustrative, places):
    for months_back in (0, 1, 2, 23):
        FigureFactory(
            indicator__code="CIC01",
            period__ends_on=shift_months(AUGUST, -months_back),
            is_illustrative=months_back in illustrative,
        )

    assert only_row().illustrative == places


@pytest.mark.django_db
def test_benchmark_is_told_in_words_with_its_area():
    indicator = IndicatorFactory(unit=Unit.DAYS)
    FigureFactory(indicator=indicator)
    BenchmarkFactory(indicator=indicator, value=Decimal("550.0"), excludes_uasc=True, comparability_note="N")

    (benchmark,) = only_row().benchmarks

    assert benchmark == ("England", "2016/17", Decimal("550.0000"), "550 days", "National return", True, "N")
    assert only_row().benchmark == benchmark


@pytest.mark.django_db
def test_row_without_a_benchmark_has_none():
    FigureFactory()

    assert only_row().benchmark is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "are_all_illustrative", "remarks"),
    [
        ({"numerator": Decimal(3), "denominator": Decimal(4)}, False, "3 of 4"),
        ({"is_provisional": True}, False, "provisional"),
        ({"is_illustrative": True}, False, "illustrative figure"),
        ({"is_illustrative": True}, True, ""),
        ({"note": "Recounted."}, False, ""),
        (
            {"value": None, "status": FigureStatus.NOT_AVAILABLE, "note": "A new system."},
            False,
            "A new system.",
        ),
    ],
)
def test_remarks_stand_under_the_name(fields, are_all_illustrative, remarks):
    FigureFactory(**fields)

    assert only_row().remarks(are_all_illustrative=are_all_illustrative) == remarks


@pytest.mark.django_db
@pytest.mark.parametrize("is_kpi", [True, False])
def test_sparkline_has_the_target_of_a_rated_indicator_alone(is_kpi):
    FigureFactory(indicator=ThresholdFactory(indicator__is_kpi=is_kpi).indicator)

    assert ('class="chart-target"' in only_row().sparkline) == is_kpi


@pytest.mark.django_db
def test_month_that_is_read_again_is_not_worked_out_again():
    FigureFactory()

    assert only_row() is only_row()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (lambda: Indicator.objects.update(name="Other name"), lambda row: row.name == "Other name"),
        (lambda: Section.objects.update(name="Other"), lambda row: row.section == "Other"),
        (lambda: Threshold.objects.update(target=Decimal(99)), lambda row: row.now.target_text == "99"),
        (lambda: Benchmark.objects.update(area="Wales"), lambda row: row.benchmark.area == "Wales"),
        (
            lambda: FigureFactory(indicator=Indicator.objects.get(), period__ends_on=JULY),
            lambda row: row.earlier[MONTH].text == "98.9",
        ),
        (
            lambda: PanelReportFactory(period__ends_on=JUNE, meeting_on=date(2018, 9, 19)),
            lambda row: row.earlier[PANEL].text == "97.0",
        ),
    ],
)
def test_whatever_changes_is_read_at_once(change, shown):
    indicator = ThresholdFactory(indicator=BenchmarkFactory().indicator).indicator
    FigureFactory(indicator=indicator)
    FigureFactory(indicator=indicator, period__ends_on=JUNE, value=Decimal(97))
    before = only_row()

    change()

    assert (shown(only_row()), only_row() is before) == (True, False)


@pytest.mark.django_db
def test_one_statement_reads_any_number_of_indicators(django_assert_num_queries):
    FigureFactory()
    months = choose_month(all_months())

    with django_assert_num_queries(1):
        assert len(read_scorecard(months, variant=Variant.ALL).rows) == 1

    FigureFactory.create_batch(2, period=ReportingPeriodFactory())
    with django_assert_num_queries(1):
        assert len(read_scorecard(months, variant=Variant.ALL).rows) == 3
