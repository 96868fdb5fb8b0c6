"""The month's own numerator and denominator: two columns that may be left out."""

import csv
import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from scorecard.actions import apply_from_command
from scorecard.exports import FORMATS
from scorecard.imports.template import template_workbook
from scorecard.models import Figure, Indicator
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.report.scorecard import scorecard_context
from tests.factories.scorecard import FigureFactory, IndicatorFactory
from tests.scorecard.checking import checked, report_of, told
from tests.scorecard.workbooks import AUGUST, HEADINGS, csv_file, ods, row, xlsx

pytestmark = pytest.mark.django_db
WITH_MONTH = (*HEADINGS, "Month numerator", "Month denominator")
KINDS = [(xlsx, "a.xlsx"), (ods, "a.ods"), (csv_file, "a.csv")]


@pytest.fixture(autouse=True)
def indicators():
    IndicatorFactory(code="CIC01", data_period=DataPeriod.R12M)
    IndicatorFactory(code="CIC02", data_period=DataPeriod.SS)
    IndicatorFactory(code="CIC17", data_period=DataPeriod.AC_YTD, unit=Unit.COUNT, decimals=0, is_kpi=False)
    IndicatorFactory(code="CIC28", data_period=DataPeriod.R12M, unit=Unit.DAYS)


def month(numerator: Any, denominator: Any = None, code: str = "CIC01", **cells: Any) -> list[Any]:
    """98.9% of the year, 1,513 of 1,530, and these parts of the month."""
    return [*row(code, **cells), numerator, denominator]


def problems(*rows: list[Any]) -> list[tuple[str, str, str]]:
    return told(report_of(xlsx(*rows, headings=WITH_MONTH)).problems)


@pytest.mark.parametrize(("make", "filename"), KINDS)
def test_parts_of_the_month_are_read_from_every_kind_of_file(make, filename):
    (one,) = checked(make(month(125, 130), headings=WITH_MONTH), filename).to_write

    assert (one.held.month_numerator, one.held.month_denominator) == (125, 130)


def test_columns_may_stand_anywhere():
    headings = ("Month denominator", *HEADINGS, "Month numerator")

    (one,) = checked(xlsx([130, *row(), 125], headings=headings)).to_write

    assert (one.held.month_numerator, one.held.month_denominator) == (125, 130)


@pytest.mark.parametrize("empty", [None, "", "-", "n/a"])
def test_empty_cells_are_no_parts(empty):
    (one,) = checked(xlsx(month(empty, empty), headings=WITH_MONTH)).to_write

    assert not one.held.has_month


@pytest.mark.parametrize(
    ("typed", "cell", "found", "message"),
    [
        ((125, None), "M2", "", "Enter the month's denominator that goes with its numerator."),
        ((None, 130), "L2", "", "Enter the month's numerator that goes with its denominator."),
        (
            (131, 130),
            "L2",
            '"131"',
            "The month's numerator is more than its denominator, 130. Correct one of them.",
        ),
        (
            (125, 1531),
            "M2",
            '"1531"',
            "The month alone has more than all the months together, 1,530. Correct one of them.",
        ),
        (
            (1514, 1530),
            "L2",
            '"1514"',
            "The month alone has more than all the months together, 1,513. Correct one of them.",
        ),
        ((-1, 130), "L2", '"-1"', "Enter 0 or more."),
        ((125, 1_000_000_000), "M2", '"1000000000"', "Enter a number below 1,000,000,000."),
    ],
)
def test_parts_that_cannot_be_are_named_at_their_cell(typed, cell, found, message):
    assert problems(month(*typed)) == [(cell, found, message)]


@pytest.mark.parametrize("typed", [(0, 0), (0, 130), (130, 130), (1513, 1530)])
def test_parts_at_their_edges_are_taken(typed):
    assert problems(month(*typed)) == []


def test_text_in_a_part_is_a_problem_at_its_cell():
    ((cell, found, message),) = problems(month("many", 130))

    assert (cell, found) == ("L2", '"many"')
    assert message.startswith("Expected a number like 87.5.")


def test_percentage_in_a_part_is_a_problem_at_its_cell():
    workbook = openpyxl.load_workbook(io.BytesIO(xlsx(month(0.5, 130), headings=WITH_MONTH)))
    workbook.active["L2"].number_format = "0%"
    file = io.BytesIO()
    workbook.save(file)

    assert told(report_of(file.getvalue()).problems)[0][::2] == (
        "L2",
        "A percentage does not belong here. Give the cell the number format General.",
    )


@pytest.mark.parametrize(("typed", "cell"), [((5, 10), "L2"), ((None, 10), "M2")])
def test_figure_of_one_month_anyway_has_no_parts_of_its_own(typed, cell):
    ((at, _, message),) = problems(month(*typed, code="CIC02"))

    assert (at, message) == (
        cell,
        "The month alone is asked for where a figure covers many months, and this one does not (snapshot). Delete it.",
    )


def test_parts_without_a_result_ask_for_it():
    rows = month(125, 130, Result=None, Numerator=None, Denominator=None)

    assert problems(rows) == [
        ("E2", "", "Enter the result as well, or its parts: the month alone does not give it.")
    ]


def test_parts_belong_to_no_row_that_says_there_is_no_figure():
    rows = month(125, 130, Result=None, Numerator=None, Denominator=None, Status="Not available")

    assert problems(rows) == [
        (
            "L2",
            '"125"',
            "The row says not available, so no figure belongs here. Delete the figure, or correct the status.",
        )
    ]


@pytest.mark.parametrize(("of_month", "is_sound"), [(3, True), (5, True), (6, False)])
def test_count_has_no_denominator_and_the_month_no_more_than_the_year(of_month, is_sound):
    rows = month(of_month, code="CIC17", Result=5, Numerator=None, Denominator=None)

    assert (problems(rows) == []) == is_sound


def test_average_may_have_a_numerator_above_its_denominator():
    rows = month(2000, 6, code="CIC28", Result=None, Numerator=26000, Denominator=80)

    assert problems(rows) == []


def test_column_named_twice_is_a_problem():
    headings = (*WITH_MONTH, "Month numerator")

    assert told(report_of(xlsx([*month(1, 2), 1], headings=headings)).problems) == [
        ("N1", '"Month numerator"', "The same heading stands in L1. Delete one of the two columns.")
    ]


@pytest.mark.parametrize(
    ("alone", "missing"),
    [("Month numerator", "Month denominator"), ("Month denominator", "Month numerator")],
)
def test_one_of_the_two_columns_asks_for_the_other(alone, missing):
    report = report_of(xlsx([*row(), 125], headings=(*HEADINGS, alone)))

    assert told(report.problems) == [
        ("A1", "", f'The heading "{missing}" is missing. Add the column, or delete the column "{alone}".')
    ]


def apply(*rows: list[Any], headings: tuple = WITH_MONTH) -> None:
    apply_from_command(xlsx(*rows, headings=headings), original_name="august.xlsx", is_confirmed=True)


def stands() -> tuple:
    return (
        Figure.objects.current()
        .values_list("revision", "value", "month_numerator", "month_denominator")
        .get()
    )


def test_parts_are_written_and_the_same_file_again_changes_nothing(uploads_folder):
    apply(month(125, 130))
    apply(month(125, 130))

    assert stands() == (1, Decimal("98.9"), 125, 130)


def test_changed_part_is_a_revision_and_the_report_tells_it(uploads_folder):
    apply(month(125, 130))

    (change,) = report_of(xlsx(month(126, 130), headings=WITH_MONTH)).changed
    apply(month(126, 130))

    assert change.was == "98.9% (1,513 of 1,530), the month alone 96.2% (125 of 130)"
    assert change.now == "98.9% (1,513 of 1,530), the month alone 96.9% (126 of 130)"
    assert stands() == (2, Decimal("98.9"), 126, 130)
    assert Figure.objects.get(revision=1).month_numerator == 125


def test_workbook_without_the_columns_leaves_what_stands(uploads_folder):
    apply(month(125, 130))
    apply(row(), headings=HEADINGS)
    assert stands() == (1, Decimal("98.9"), 125, 130)

    apply(row(Note="Late return"), headings=HEADINGS)
    assert stands() == (2, Decimal("98.9"), 125, 130)


@pytest.mark.parametrize("empty", [None, "-", "\N{EN DASH}"])
def test_cells_left_empty_leave_what_stands(empty, uploads_folder):
    apply(month(125, 130))
    apply(month(empty, empty))
    assert stands() == (1, Decimal("98.9"), 125, 130)

    apply(month(empty, empty, Note="Late return"))
    assert stands() == (2, Decimal("98.9"), 125, 130)


def test_count_left_without_its_month_keeps_it(uploads_folder):
    of_year = {"code": "CIC17", "Result": 5, "Numerator": None, "Denominator": None}
    apply(month(3, **of_year))
    apply(month(None, **of_year | {"Result": 6}))

    assert stands() == (2, 6, 3, None)


@pytest.mark.parametrize("typed", [("n/a", "n/a"), ("n/a", None), (None, "NA")])
def test_a_word_takes_the_parts_away_and_the_report_tells_it(typed, uploads_folder):
    apply(month(125, 130))

    (change,) = report_of(xlsx(month(*typed), headings=WITH_MONTH)).changed
    apply(month(*typed))

    assert change.was == f"{change.now}, the month alone 96.2% (125 of 130)"
    assert stands() == (2, Decimal("98.9"), None, None)


def test_parts_go_with_a_figure_that_is_no_more(uploads_folder):
    apply(month(125, 130))
    gone = {"Result": None, "Numerator": None, "Denominator": None, "Status": "Suppressed"}
    apply(row(**gone), headings=HEADINGS)

    assert stands() == (2, None, None, None)


def test_template_asks_for_parts_where_figures_cover_many_months():
    sheet = openpyxl.load_workbook(io.BytesIO(template_workbook(AUGUST)))["Scorecard"]
    headings = [cell.value for cell in sheet[1]]
    at = headings.index("Month numerator")
    fills = {cells[0].value: cells[at].fill.fgColor.rgb[-6:] for cells in sheet.iter_rows(min_row=2)}

    assert headings[at + 1] == "Month denominator"
    assert fills == {"CIC01": "FFF8E5", "CIC02": "E7E9EA", "CIC17": "FFF8E5", "CIC28": "FFF8E5"}


def test_parts_are_in_every_file_of_the_month():
    Indicator.objects.exclude(code="CIC01").delete()
    FigureFactory(indicator__code="CIC01", month_numerator=125, month_denominator=130)
    scorecard = scorecard_context("2018-08")

    (in_csv,) = csv.DictReader(io.StringIO(FORMATS["csv"].write(scorecard).decode("utf-8-sig")))
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(scorecard)))["Scorecard"]
    headings, cells = (list(line) for line in sheet.iter_rows(max_row=2, values_only=True))
    in_sheet = dict(zip(headings, cells, strict=True))

    named = ("Month's numerator", "Month's denominator")
    assert [in_csv[name] for name in named] == ["125", "130"]
    assert [in_sheet[name] for name in named] == [125, 130]
    assert (
        '"month_numerator": 125,\n      "month_denominator": 130,'
        in FORMATS["json"].write(scorecard).decode()
    )
