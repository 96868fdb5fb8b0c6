"""What the check says of the sheet with the demographics, fault by fault."""

import datetime
from typing import Any

import pytest

from scorecard.imports.report import CheckReport
from tests.factories.demographics import count_children, make_table
from tests.factories.scorecard import IndicatorFactory
from tests.scorecard.checking import checked, told
from tests.scorecard.demographics.sheets import GOOD, changed, good_lines, line, with_sheet
from tests.scorecard.workbooks import AUGUST, JULY, book, row, saved

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ages():
    IndicatorFactory(code="CIC01")
    return make_table("Age", "Under 1", "1")


def report_of(*lines: list[Any], **options: Any) -> CheckReport:
    return checked(with_sheet(*lines, **options)).report


def problems_in(*lines: list[Any]) -> list[tuple[str, str, str]]:
    return told(report_of(*lines).problems)


def tables_of(report: CheckReport) -> list[str]:
    return [str(table) for table in report.tables]


def test_a_good_sheet_gives_a_table():
    report = report_of(*good_lines())

    assert (report.problems, report.warnings) == ([], [])
    assert tables_of(report) == ["Age, All children, August 2018: new"]
    assert report.verdict == "1 figure and 1 demographic table ready"


def test_a_workbook_without_the_sheet_stays_as_it_is():
    report = checked(saved(book(row()))).report

    assert (report.problems, report.tables, report.verdict) == ([], [], "1 figure ready")


def test_all_children_may_be_left_to_be_added_up():
    result = checked(with_sheet(*changed(0, "Under 1", 24, 28, None)))

    (proposal,) = result.tables_to_write
    assert [numbers.everyone for numbers in proposal.rows.values()] == [52, 29, 81]


def test_a_table_need_not_be_by_sex():
    assert problems_in(*(line(name, None, None, total) for name, _, _, total in GOOD)) == []


def test_one_row_may_be_without_sexes():
    assert problems_in(*changed(0, "Under 1", None, None, 52)) == []


EMPTY = [line(name, None, None, None) for name, *_ in GOOD]


def test_a_sheet_left_empty_was_not_counted_and_changes_nothing(ages):
    make_table("Ethnicity", "A")
    count_children(ages, {"Under 1": (24, 28), "1": (11, 18), "All children": (35, 46)}, month=JULY)
    others = [line(name, None, None, None, table="Ethnicity") for name in ("A", "All children")]

    result = checked(with_sheet(*EMPTY, *others))

    assert (result.report.problems, result.report.warnings, result.tables_to_write) == ([], [], [])
    assert result.report.tables_left_empty == ["Age", "Ethnicity"]
    assert (result.report.verdict, result.months) == ("1 figure ready", [AUGUST])


def test_a_table_left_empty_leaves_the_others_and_what_stands(ages):
    ethnicity = make_table("Ethnicity", "A")
    count_children(ethnicity, {"A": (35, 46), "All children": (35, 46)})
    others = [line(name, None, None, None, table="Ethnicity") for name in ("A", "All children")]

    report = report_of(*others, *good_lines())

    assert (report.problems, report.warnings) == ([], [])
    assert report.tables_left_empty == ["Ethnicity"]
    assert tables_of(report) == ["Age, All children, August 2018: new"]


def test_a_population_left_empty_is_named_with_its_table():
    without = [line(name, None, None, None, population="Excluding UASC") for name, *_ in GOOD]

    report = report_of(*good_lines(), *without)

    assert (report.problems, report.tables_left_empty) == ([], ["Age, excluding UASC"])


def test_a_month_left_empty_does_not_empty_another():
    july = [line(name, None, None, None, month=JULY) for name, *_ in GOOD]

    result = checked(with_sheet(*july, *good_lines()))

    assert (result.report.problems, len(result.tables_to_write), result.months) == ([], 1, [AUGUST])


@pytest.mark.parametrize("numbers", [(24, None, None), (None, None, 52), ("c", None, None), ("-", "-", "-")])
def test_one_cell_filled_in_asks_for_the_rest_of_the_table(numbers):
    report = report_of(line("Under 1", *numbers), *EMPTY[1:])

    assert {problem.cell[1] for problem in report.problems} >= {"3", "4"}
    assert report.tables_left_empty == []


def test_an_empty_row_of_no_table_is_still_told():
    problems = problems_in(*good_lines(), line("Under 1", None, None, None, table=None))

    assert problems[0] == ("A5", "", "Enter the table, or delete the row.")


@pytest.mark.parametrize(
    ("place", "cells", "problem"),
    [
        (0, ("Under 1", "many", 28, 52), ("E2", '"many"', "Expected a number like 87.5.")),
        (0, ("Under 1", -1, 28, 27), ("E2", '"-1"', "Enter a whole number from 0 to 1,000,000, like 27.")),
        (0, ("Under 1", 1.5, 28, 52), ("E2", '"1.5"', "Enter a whole number from 0 to 1,000,000, like 27.")),
        (
            0,
            ("Under 1", 2_000_000, 28, 52),
            ("E2", '"2000000"', "Enter a whole number from 0 to 1,000,000, like 27."),
        ),
        (
            0,
            ("Under 1", "c", 28, 52),
            ("E2", '"c"', "Enter the number itself, 0 for nobody."),
        ),
        (
            0,
            ("Under 1", None, 28, 52),
            ("E2", "", "Enter this number as well, or leave both sexes empty."),
        ),
        (
            0,
            ("Under 1", 24, None, 52),
            ("F2", "", "Enter this number as well, or leave both sexes empty."),
        ),
        (
            0,
            ("Under 1", None, None, None),
            ("G2", "", "Enter a whole number from 0 to 1,000,000, like 27."),
        ),
        (
            0,
            ("Under 1", 24, 28, 53),
            ("G2", '"53"', "Female and male add up to 52. Correct whichever number is wrong."),
        ),
        (
            2,
            ("All children", 36, 46, 82),
            ("E4", '"36"', "The other rows add up to 35. Correct the total, or the row that is wrong."),
        ),
        (
            1,
            ("Ten", 11, 18, 29),
            ("B3", '"Ten"', "The table Age has no row of that name."),
        ),
        (
            1,
            (None, 11, 18, 29),
            ("B3", "", "Enter the category, or delete the row."),
        ),
        (
            1,
            ("Under 1", 11, 18, 29),
            ("B3", '"Under 1"', "Row 2 holds the same category, population and month."),
        ),
    ],
)
def test_a_fault_is_told_at_its_cell(place: int, cells: tuple, problem: tuple[str, str, str]):
    told_first = problems_in(*changed(place, *cells))[0]

    assert told_first[:2] == problem[:2]
    assert told_first[2].startswith(problem[2])


@pytest.mark.parametrize(
    ("changes", "cell", "message"),
    [
        ({"table": "Height"}, "A2", "There is no table of that name. The tables are: Age."),
        ({"table": None}, "A2", "Enter the table, or delete the row."),
        ({"population": "Girls"}, "C2", "Enter one of these: All children, Excluding UASC;"),
        ({"month": "soon"}, "D2", "Expected a date like 31 August 2018."),
        ({"month": datetime.date(1950, 8, 31)}, "D2", "Check the year"),
    ],
)
def test_what_a_row_is_about_is_checked(changes: dict, cell: str, message: str):
    first = problems_in(*good_lines(**changes))[0]

    assert first[0] == cell
    assert first[2].startswith(message)


def test_a_row_that_is_missing_is_told_once():
    (problem,) = problems_in(*good_lines()[1:])

    assert problem == (
        "B2",
        '"1"',
        "Age, August 2018, has no row for: Under 1. Add what is missing, with 0 where there is nobody.",
    )


def test_headings_are_checked():
    report = report_of(*good_lines(), headings=("Table", "Category", "Table", "Height"))

    assert [(p.cell, p.message.partition(".")[0]) for p in report.problems[:2]] == [
        ("A1", 'The heading "Population" is missing'),
        ("A1", 'The heading "Month" is missing'),
    ]
    assert ("C1", "The same heading stands in A1") in [
        (p.cell, p.message.partition(".")[0]) for p in report.problems
    ]


def test_merged_cells_are_a_problem():
    workbook = book(row())
    sheet = workbook.create_sheet("Demographics")
    for cells in (
        ("Table", "Category", "Population", "Month", "Female", "Male", "All children"),
        *good_lines(),
    ):
        sheet.append(list(cells))
    sheet.merge_cells("E2:F2")

    problems = checked(saved(workbook)).report.problems

    assert [problem.place for problem in problems][:1] == ['Sheet "Demographics", cell E2']


def test_tables_of_a_month_count_the_same_children():
    make_table("Ethnicity", "A", "B")
    other = [line(name, *n, table="Ethnicity") for name, *n in (("A", 30, 40, 70), ("B", 5, 7, 12))]
    total = line("All children", 35, 47, 82, table="Ethnicity")

    problems = problems_in(*good_lines(), *other, total)

    assert problems == [
        ("F7", '"47"', "Age counts 46 children of the same month. Correct whichever is wrong."),
        ("G7", '"82"', "Age counts 81 children of the same month. Correct whichever is wrong."),
    ]


def test_what_stands_counts_too():
    ethnicity = make_table("Ethnicity", "A")
    count_children(ethnicity, {"A": 90, "All children": 90})

    problems = problems_in(*good_lines())

    assert problems == [
        ("G4", '"81"', "Ethnicity counts 90 children of the same month. Correct whichever is wrong.")
    ]


def test_children_without_the_unaccompanied_are_some_of_all():
    without = [("Under 1", 24, 28, 52), ("1", 12, 18, 30), ("All children", 36, 46, 82)]
    lines = [line(*cells, population="Excluding UASC") for cells in without]

    problems = problems_in(*good_lines(), *lines)

    assert [cell for cell, _, _ in problems] == ["E6", "G6", "E7", "G7"]
    assert {message for _, _, message in problems} == {
        "More than of all children. Correct this number, or that of all children."
    }


@pytest.fixture
def standing(ages):
    """Both populations stand, with nobody unaccompanied."""
    rows = {"Under 1": (24, 28), "1": (11, 18), "All children": (35, 46)}
    for variant in ("all", "exc_uasc"):
        count_children(ages, rows, variant=variant)


FEWER = [line("Under 1", 24, 18, 42), line("1", 11, 18, 29), line("All children", 35, 36, 71)]


def test_all_children_are_not_fewer_than_those_without_that_stand(standing):
    problems = problems_in(*FEWER)

    assert [cell for cell, _, _ in problems] == ["F2", "G2", "F4", "G4"]
    assert problems[1][2] == (
        "Without unaccompanied children 52 stand on the portal. Correct this number, or add the table without "
        "unaccompanied children to the workbook."
    )


def test_all_children_may_become_fewer_with_those_without(standing):
    without = [[*cells[:2], "Excluding UASC", *cells[3:]] for cells in FEWER]

    assert problems_in(*FEWER, *without) == []


def test_all_children_may_be_as_many_as_those_without_or_more(standing):
    more = [line("Under 1", 24, 28, 52), line("1", 11, 19, 30), line("All children", 35, 47, 82)]

    assert (problems_in(*good_lines()), problems_in(*more)) == ([], [])


def test_children_without_the_unaccompanied_need_all_children():
    (problem,) = problems_in(*good_lines(population="Excluding UASC"))

    assert problem[0] == "C2"
    assert problem[2].startswith("Age without unaccompanied children, August 2018, needs the same table")


@pytest.mark.parametrize(
    ("hearing", "none", "cell", "message"),
    [
        (10, 71, None, ""),
        (11, 71, "G7", "10 children are left for the other rows, and one of them has more."),
        (9, 71, "G7", "10 children are left for the other rows, which together have fewer."),
        (10, 82, "G7", "More children than the 81 there are."),
    ],
)
def test_overlapping_rows_are_held_to_those_in_none_of_them(hearing, none, cell, message):
    make_table("Disability", "Hearing", "Vision", "None", rows_overlap=True)
    rows = (("Hearing", hearing), ("Vision", 0), ("None", none), ("All children", 81))
    lines = [line(name, None, None, number, table="Disability") for name, number in rows]

    problems = problems_in(*good_lines(), *lines)

    assert [(found[0], found[2].startswith(message)) for found in problems] == (
        [(cell, True)] if cell else []
    )


def test_overlapping_rows_need_not_add_up():
    make_table("Disability", "Hearing", "Vision", "None", rows_overlap=True)
    rows = (("Hearing", 10), ("Vision", 10), ("None", 71), ("All children", 81))

    assert problems_in(*good_lines(), *(line(n, None, None, c, table="Disability") for n, c in rows)) == []


def test_a_table_that_was_there_last_month_is_missed():
    ethnicity = make_table("Ethnicity", "A")
    count_children(ethnicity, {"A": 90, "All children": 90}, month=JULY)

    report = report_of(*good_lines())

    assert [(w.cell, w.message) for w in report.warnings] == [
        ("A2", "Ethnicity was given for July 2018 and is not for August 2018.")
    ]


class TestFaultyTableBesideASoundOne:
    """Only the fault is told: neither a warning nor a problem at a cell of the other table."""

    @pytest.fixture(autouse=True)
    def ethnicity(self, ages):
        table = make_table("Ethnicity", "A")
        for month in (JULY, AUGUST):
            count_children(table, {"A": 90, "All children": 90}, month=month)
        return table

    def told(self, *lines):
        report = report_of(*good_lines(), *lines)
        return [(f.cell, f.message.partition(".")[0]) for f in (*report.problems, *report.warnings)]

    @pytest.mark.parametrize(
        ("first", "told"),
        [
            (line("A", None, None, "many", table="Ethnicity"), ("G5", "Expected a number like 87")),
            (
                line("B", None, None, 81, table="Ethnicity"),
                ("B5", "The table Ethnicity has no row of that name"),
            ),
        ],
    )
    def test_its_numbers_are_not_missed_and_what_it_replaces_is_not_compared(self, first, told):
        assert self.told(first, line("All children", None, None, 81, table="Ethnicity")) == [told]

    def test_a_row_too_few_is_told_alone(self):
        (problem,) = self.told(line("All children", None, None, 81, table="Ethnicity"))

        assert problem == ("B5", "Ethnicity, August 2018, has no row for: A")

    def test_a_name_that_is_not_one_is_told_alone(self):
        lines = (line(name, None, None, 81, table="Ethnic") for name in ("A", "All children"))
        make_table("Weight", "A")
        count_children(make_table("Height", "A"), {"A": 81, "All children": 81}, month=JULY)

        messages = {message for _, message in self.told(*lines)}

        assert "There is no table of that name" in messages
        assert not [message for message in messages if "was given for" in message]


def test_those_without_are_not_held_to_a_faulty_table_of_all():
    problems = problems_in(*changed(0, "Under 1", "many", 28, 52), *good_lines(population="Excluding UASC"))

    assert [cell for cell, _, _ in problems] == ["E2"]


def test_all_are_not_held_to_a_faulty_table_of_those_without(ages):
    for variant in ("all", "exc_uasc"):
        count_children(ages, {"Under 1": (34, 28), "1": (11, 18), "All children": (45, 46)}, variant=variant)
    without = good_lines(population="Excluding UASC")[1:]

    problems = problems_in(
        *good_lines(), line("Under 1", "many", 28, 52, population="Excluding UASC"), *without
    )

    assert [cell for cell, _, _ in problems] == ["E5"]


def test_the_same_table_again_changes_nothing(ages):
    count_children(ages, {"Under 1": (24, 28), "1": (11, 18), "All children": (35, 46)})

    result = checked(with_sheet(*good_lines()))

    assert result.tables_to_write == []
    assert tables_of(result.report) == ["Age, All children, August 2018: unchanged"]


def test_a_changed_table_tells_each_row_as_it_was_and_would_be(ages):
    count_children(ages, {"Under 1": (24, 29), "1": (11, 18), "All children": (35, 47)})

    report = report_of(*good_lines())

    assert tables_of(report) == ["Age, All children, August 2018: changed"]
    assert [(change.name, change.was, change.now) for change in report.table_changes] == [
        ("Under 1", "53 (24 female, 29 male)", "52 (24 female, 28 male)"),
        ("All children", "82 (35 female, 47 male)", "81 (35 female, 46 male)"),
    ]


def test_a_report_comes_back_from_its_stored_form_as_it_was():
    report = report_of(*good_lines())

    assert CheckReport.from_json(report.as_json()) == report


def test_the_months_of_the_sheet_are_the_months_of_the_upload():
    result = checked(with_sheet(*good_lines(month=JULY), figures=row(Month=AUGUST)))

    assert result.months == [JULY, AUGUST]


def test_the_check_writes_nothing_and_knows_when_what_stands_changes(ages):
    data = with_sheet(*good_lines())
    before = checked(data).fingerprint
    assert checked(data).fingerprint == before

    upload = count_children(ages, {"Under 1": 50, "1": 31, "All children": 81}, month=JULY)

    assert upload.demographic_counts.count() == 3
    assert checked(data).fingerprint != before


def test_problems_are_told_sheet_by_sheet_whatever_their_rows():
    lines = changed(0, "Under 1", "many", 28, 52)

    report = report_of(*lines, figures=row(Result="x", Note="#N/A"))

    places = [(problem.sheet, problem.cell) for problem in report.problems]
    assert places == [("Scorecard", "E2"), ("Scorecard", "K2"), ("Demographics", "E2")]
