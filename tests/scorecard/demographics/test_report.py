"""What is gathered of a month, and that every file prints what the page prints."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from scorecard.demographics.files import FORMATS
from scorecard.demographics.report import Demographics, ShownTable, months_counted, read_demographics
from scorecard.demographics.words import finding, first_sentence, hidden_sentence, remarks
from scorecard.models import DemographicTable, UploadState
from tests.factories.demographics import count_children, make_table
from tests.factories.scorecard import WorkbookUploadFactory
from tests.scorecard.workbooks import AUGUST, JULY

pytestmark = pytest.mark.django_db

AGES = {"Under 1": (24, 28), "1": (11, 3), "2": (14, 17), "3": (30, 40), "All children": (79, 88)}


@pytest.fixture
def ages() -> DemographicTable:
    table = make_table("Age", *list(AGES)[:-1])
    count_children(table, AGES)
    return table


def read(threshold: int = 5) -> Demographics:
    return read_demographics(months_counted()[0], threshold=threshold)


def shown(name: str = "Age") -> ShownTable:
    return next(table for table in read().tables if table.name == name)


def printed(table: ShownTable) -> dict[str, tuple[str, ...]]:
    return {row.name: row.texts for row in table.lines}


def test_a_month_is_read_with_its_small_counts_hidden(ages):
    table = shown()

    assert [str(column) for column in table.columns] == ["Female", "Male", "All children"]
    assert printed(table) == {
        "Under 1": ("c", "c", "52"),
        "1": ("c", "c", "c"),
        "2": ("c", "c", "c"),
        "3": ("30", "40", "70"),
        "All children": ("79", "88", "167"),
    }


def test_a_share_is_told_only_of_a_number_that_is_shown(ages):
    assert [row.share for row in shown().lines] == ["31%", "", "", "42%", "100%"]


def test_the_change_is_told_only_between_two_numbers_that_are_shown(ages):
    july = {"Under 1": 52, "1": 30, "2": 31, "3": 70, "All children": 183}
    count_children(ages, july, month=JULY)

    table = shown()

    assert [row.change for row in table.lines] == ["no change", "", "", "no change", "16 fewer"]
    assert read().compared.label == "July 2018"


def test_rows_that_were_added_up_are_not_compared():
    table = make_table("Nationality", "A", "B", "C", "D", named_at_most=1)
    for month, rows in ((JULY, (60, 20, 20, 20)), (AUGUST, (60, 30, 20, 20))):
        numbers = dict(zip("ABCD", rows, strict=True))
        count_children(table, numbers | {"All children": sum(rows)}, month=month)

    assert [(row.name, row.change) for row in shown("Nationality").lines] == [
        ("A", "no change"),
        ("All others", ""),
        ("All children", "10 more"),
    ]


def test_the_latest_revision_is_shown_and_a_withdrawn_one_is_not(ages):
    revised = dict.fromkeys(list(AGES)[:-1], (20, 20)) | {"All children": (80, 80)}
    count_children(ages, revised, revision=2)
    withdrawn = WorkbookUploadFactory(by_command=True)
    count_children(ages, dict.fromkeys(AGES, 9), revision=3, upload=withdrawn)
    withdrawn.state = UploadState.WITHDRAWN
    withdrawn.withdrawn_by, withdrawn.withdrawn_at = (
        WorkbookUploadFactory().uploaded_by,
        withdrawn.uploaded_at,
    )
    withdrawn.withdrawal_reason = "Wrong."
    withdrawn.save()

    assert printed(shown())["All children"] == ("80", "80", "160")


def test_a_month_whose_only_upload_was_withdrawn_is_not_offered(ages):
    upload = ages.categories.first().counts.get().upload
    upload.state, upload.withdrawal_reason = UploadState.WITHDRAWN, "Wrong."
    upload.withdrawn_by, upload.withdrawn_at = WorkbookUploadFactory().uploaded_by, upload.uploaded_at
    upload.save()

    assert months_counted() == ()


def test_the_population_without_unaccompanied_children_is_a_column(ages):
    numbers = {"Under 1": 52, "1": 14, "2": 31, "3": 30, "All children": 127}
    count_children(ages, numbers, variant="exc_uasc")

    table = shown()

    assert str(table.columns[-1]) == "Without unaccompanied children"
    assert table.ends[-1].numbers[-1] == 127


@pytest.mark.parametrize(
    ("rows", "variant"),
    [({"Under 1": 20, "1": 30}, "all"), ({"Under 1": 20, "1": 30, "All children": 50}, "exc_uasc")],
)
@pytest.mark.parametrize("month", [JULY, AUGUST])
def test_a_table_that_says_nothing_of_all_children_is_passed_over(ages, rows, variant, month):
    count_children(make_table("Ethnicity", "Under 1", "1"), rows, variant=variant, month=month)

    assert [table.name for table in read().tables] == ["Age"]


def test_sentences_say_only_what_is_shown(ages):
    demographics = read()

    assert (
        first_sentence(demographics) == "167 children were in care on 31 August 2018: 79 female and 88 male"
    )
    assert finding(shown()) == "Largest number shown: 3 (70 of 167 children, 42%)."
    assert list(remarks(shown())) == []
    assert hidden_sentence(demographics).startswith('A "c" stands for a number from 1 to 5,')


def test_a_row_that_is_called_by_a_number_does_not_run_into_its_count():
    count_children(make_table("Age", "16", "17"), {"16": 240, "17": 270, "All children": 510})

    assert finding(shown()) == "Largest group: 17 (270 of 510 children, 53%)."


def test_a_table_that_overlaps_says_so():
    table = make_table("Disability", "Hearing", "Learning", "None", rows_overlap=True)
    count_children(table, {"Hearing": 20, "Learning": 70, "None": 900, "All children": 980})

    assert list(remarks(shown("Disability"))) == [
        "A child may be counted in several rows, so that the rows do not add up.",
        "80 children are in one or more of them.",
        "It is not shown by sex: for some rows the sex was not reported.",
    ]


def test_a_table_that_is_left_out_says_so():
    table = make_table("Age", "Under 1", "1")
    count_children(table, {"Under 1": 1, "1": 2, "All children": 3})

    assert (shown().lines, list(remarks(shown()))) == ((), [])
    assert finding(shown()).startswith("This table is left out: too few children")
    assert first_sentence(read()) == "Too few children were in care on 31 August 2018 to say more about them"


def from_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("threshold", [5, 10])
def test_page_and_files_print_the_same_numbers(ages, client_as, settings, threshold):
    settings.SMALL_NUMBER_THRESHOLD = threshold
    demographics = read(threshold)
    expected = {row.name: row.texts for row in demographics.tables[0].lines}

    csv_rows = from_csv(FORMATS["csv"].write(demographics))[1:]
    json_rows = json.loads(FORMATS["json"].write(demographics))["tables"][0]["rows"]
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].write(demographics)))["Age"]
    page = client_as("member").get("/scorecard/demographics/").content.decode()

    names = ("Female", "Male", "All children")
    assert {row[2]: tuple(row[3:6]) for row in csv_rows} == expected
    assert {row["category"]: tuple(str(row[name]) for name in names) for row in json_rows} == expected
    assert {
        row[0]: tuple(str(cell) for cell in row[1:4]) for row in sheet.iter_rows(min_row=2, values_only=True)
    } == expected
    for name, texts in expected.items():
        cells = "".join(f'<td class="govuk-table__cell govuk-table__cell--numeric">{t}</td>' for t in texts)
        assert f">{name}</th>{cells}<td" in page.replace("\n", "").replace("  ", "")


def test_no_name_of_a_row_is_a_live_formula():
    table = make_table("=1+1", "=cmd", "B")
    count_children(table, {"=cmd": 50, "B": 60, "All children": 110})
    demographics = read()

    workbook = load_workbook(io.BytesIO(FORMATS["xlsx"].write(demographics)))
    cells = [cell for sheet in workbook for row in sheet for cell in row]

    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert from_csv(FORMATS["csv"].write(demographics))[1][1:3] == ["'=1+1", "'=cmd"]
