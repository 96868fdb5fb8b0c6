"""Sheets and headings: what is missing, repeated, unknown, merged or hidden is named at its place."""

from decimal import Decimal

import pytest

from tests.factories.scorecard import FigureFactory, IndicatorFactory
from tests.scorecard.checking import checked, report_of, told
from tests.scorecard.workbooks import HEADINGS, book, csv_file, ods, row, saved, xlsx

pytestmark = pytest.mark.django_db

ALL_HEADINGS = ", ".join(HEADINGS)
UNHIDE = "Unhide or delete what is hidden, so that everybody sees what is read."


@pytest.fixture(autouse=True)
def indicator():
    return IndicatorFactory(code="CIC01", is_kpi=False)


def places(findings):
    return [(finding.place, finding.message) for finding in findings]


def test_wrong_sheet_says_which_sheets_there_are():
    workbook = book(row(), sheet="Sheet1")
    workbook.create_sheet("Workings")

    problems = report_of(saved(workbook)).problems

    assert [problem.found for problem in problems] == ['"Sheet1", "Workings"']
    assert places(problems) == [
        (
            "The file",
            'There is no sheet "Scorecard". Give the sheet with the figures that name.',
        )
    ]


@pytest.mark.parametrize("name", ["scorecard", "SCORECARD"])
def test_capitals_in_the_name_of_the_sheet_do_not_matter(name):
    assert report_of(xlsx(row(), sheet=name)).problems == []


@pytest.mark.parametrize(("build", "name"), [(xlsx, "a.xlsx"), (ods, "a.ods"), (csv_file, "a.csv")])
def test_every_kind_of_file_gives_the_same_figures(build, name):
    report = report_of(build(row()), name)

    assert (report.problems, [change.now for change in report.new]) == ([], ["98.9% (1,513 of 1,530)"])


def test_unknown_sheet_with_something_in_it_is_refused():
    workbook = book(row())
    workbook.create_sheet("Names")["A1"] = "A child"

    ((place, message),) = places(report_of(saved(workbook)).problems)

    assert place == 'Sheet "Names"'
    assert message.startswith("This sheet is not part of the scorecard workbook.")


def test_empty_extra_sheets_and_the_sheets_of_the_layout_are_no_problem():
    workbook = book(row())
    workbook.create_sheet("Sheet2")
    workbook.create_sheet("Notes")["A1"] = "How to fill this in"
    workbook.create_sheet("Demographics")

    report = report_of(saved(workbook))

    assert (report.problems, report.sheets_not_read) == ([], ["Notes"])


def test_merged_cells_are_a_problem_at_their_first_cell():
    workbook = book(row())
    workbook.active.merge_cells("C2:D2")

    assert (
        "C2",
        "merged cells",
        "The cells C2:D2 are merged, so it is not clear which of them is meant. Unmerge them.",
    ) in (told(report_of(saved(workbook)).problems))


def test_headings_without_rows_are_a_problem():
    assert places(report_of(xlsx()).problems) == [
        (
            'Sheet "Scorecard"',
            "There are no figures below the headings. Fill in the month's template workbook.",
        )
    ]


@pytest.mark.parametrize("gone", HEADINGS)
def test_missing_heading_is_named(gone):
    headings = tuple(heading for heading in HEADINGS if heading != gone)
    cells = [cell for cell, heading in zip(row(), HEADINGS, strict=True) if heading != gone]

    problems = report_of(xlsx(cells, headings=headings)).problems

    message = (
        f'The heading "{gone}" is missing. Add the column, or start from the month\'s template workbook.'
    )
    assert places(problems) == [(f'Sheet "Scorecard", cell A1 ({gone})', message)]


@pytest.mark.parametrize("gone", ["Indicator", "Population", "Provisional", "RAG", "Note"])
def test_history_needs_no_column_that_it_would_leave_empty(gone):
    headings = tuple(heading for heading in HEADINGS if heading != gone)
    cells = [cell for cell, heading in zip(row(), HEADINGS, strict=True) if heading != gone]

    found = checked(xlsx(cells, headings=headings), is_history=True)

    assert (found.report.problems, len(found.to_write)) == ([], 1)


@pytest.mark.parametrize("gone", ["Code", "Month", "Result", "Numerator", "Denominator", "Status"])
def test_history_without_an_essential_column_names_it(gone):
    essential = [heading for heading in ("Code", *HEADINGS[3:8]) if heading != gone]
    cells = [cell for cell, heading in zip(row(), HEADINGS, strict=True) if heading in essential]

    (problem,) = report_of(xlsx(cells, headings=tuple(essential)), is_history=True).problems

    assert problem.message.startswith(f'The heading "{gone}" is missing.')


@pytest.mark.parametrize(
    ("gone", "result", "held"),
    [
        (("Note", "Provisional"), 98.9, None),
        (("Note",), 98.9, (False, "Late.")),
        (("Note", "Provisional"), 98.8, (False, "")),
    ],
)
def test_columns_left_out_of_a_history_leave_what_was_said_of_the_same_figure(gone, result, held):
    FigureFactory(indicator__code="CIC01", value=Decimal("98.9"), is_provisional=True, note="Late.")
    headings = tuple(heading for heading in HEADINGS if heading not in gone)
    cells = row(Result=result, Numerator=None, Denominator=None)
    cells = [cell for cell, heading in zip(cells, HEADINGS, strict=True) if heading not in gone]

    written = checked(xlsx(cells, headings=headings), is_history=True).to_write

    assert [(one.held.is_provisional, one.held.note) for one in written] == ([held] if held else [])


def test_rows_are_still_read_when_a_column_is_missing_that_they_can_do_without():
    headings, cells = HEADINGS[:-1], row(Result="abc")[:-1]

    assert [p.cell for p in report_of(xlsx(cells, headings=headings)).problems] == ["A1", "E2"]


def test_repeated_heading_is_named_at_the_second():
    headings = (*HEADINGS, "Result")

    assert told(report_of(xlsx([*row(), 97], headings=headings)).problems) == [
        ("L1", '"Result"', "The same heading stands in E1. Delete one of the two columns.")
    ]


@pytest.mark.parametrize("heading", ["Resutl", "Illustrative", "Target"])
def test_unknown_heading_is_named(heading):
    fix = f"Correct it, or delete the column. The headings are: {ALL_HEADINGS}."

    assert told(report_of(xlsx(row(), headings=(*HEADINGS, heading))).problems) == [
        ("L1", f'"{heading}"', f"This is not a heading of the scorecard. {fix}")
    ]


def test_illustrative_figures_are_taken_in_a_demonstration():
    data = xlsx([*row(), "Yes"], headings=(*HEADINGS, "Illustrative"))

    report = report_of(data, with_illustrative=True)

    assert (report.problems, report.new[0].now) == ([], "98.9% (1,513 of 1,530), illustrative")


def test_capitals_spaces_and_order_of_headings_do_not_matter():
    headings = tuple(f" {heading.upper()} " for heading in reversed(HEADINGS))

    assert report_of(xlsx(row()[::-1], headings=headings)).problems == []


def test_last_months_result_is_not_read():
    data = xlsx([*row(), "#REF!"], headings=(*HEADINGS, "Last month (for reference)"))

    assert report_of(data).problems == []


def test_title_above_the_headings_is_a_problem():
    data = xlsx(HEADINGS, row(), headings=("Scorecard for August",))

    assert told(report_of(data).problems) == [
        (
            "A1",
            '"Scorecard for August"',
            f"The first row that holds anything must be the headings: {ALL_HEADINGS}. Delete what stands above them.",
        )
    ]


def test_hidden_rows_and_columns_are_read_with_a_warning():
    workbook = book(row(), row(Population="Excluding UASC"))
    workbook.active.row_dimensions[3].hidden = True
    workbook.active.column_dimensions["K"].hidden = True
    workbook.active["K2"] = "A note"

    report = report_of(saved(workbook))

    assert report.new_count == 2
    assert [str(warning) for warning in report.warnings] == [
        f'Sheet "Scorecard": Found hidden rows: 3. Something stands there. {UNHIDE}',
        f'Sheet "Scorecard": Found hidden columns: K. Something stands there. {UNHIDE}',
    ]


def test_hidden_sheet_is_warned_about():
    workbook = book(row())
    workbook.create_sheet("Notes")["A1"] = "Something"
    workbook["Notes"].sheet_state = "hidden"

    (warning,) = report_of(saved(workbook)).warnings

    assert str(warning) == f'Sheet "Notes": Found a hidden sheet. {UNHIDE}'
