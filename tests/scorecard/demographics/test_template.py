"""The sheet of the month's template, and that what an officer fills in there comes back through the check."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from scorecard.imports.template import template_workbook
from tests.factories.demographics import count_children, make_table
from tests.factories.scorecard import FigureFactory, IndicatorFactory
from tests.scorecard.checking import checked
from tests.scorecard.workbooks import AUGUST, JULY, saved

pytestmark = pytest.mark.django_db


def template() -> Workbook:
    return load_workbook(io.BytesIO(template_workbook(AUGUST)))


def test_the_template_has_every_row_and_no_number_of_last_month():
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    count_children(
        make_table("Age", "Under 1", "=1"), {"Under 1": (4, 8), "=1": 5, "All children": 17}, month=JULY
    )

    headings, *rows = template()["Demographics"].iter_rows(values_only=True)

    assert headings[0:3] + headings[4:] == (
        *("Table", "Category", "Population", "Female", "Male", "All children"),
    )
    assert [row[:3] + row[4:] for row in rows] == [
        ("Age", "Under 1", "All children", None, None, None),
        ("Age", "'=1", "All children", None, None, None),
        ("Age", "All children", "All children", None, None, None),
    ]
    assert {row[3].date() for row in rows} == {AUGUST}


def test_a_population_is_asked_for_where_it_was_counted_last_month():
    IndicatorFactory()
    table = make_table("Age", "1")
    for variant, number in (("all", 9), ("exc_uasc", 8)):
        count_children(table, {"1": number, "All children": number}, month=JULY, variant=variant)

    sheet = template()["Demographics"]

    assert [cell.value for cell in sheet["C"][1:]] == ["All children"] * 2 + ["Excluding UASC"] * 2


def test_a_portal_without_tables_asks_for_none():
    IndicatorFactory()

    assert template().sheetnames == ["Scorecard", "Notes"]


def test_a_filled_in_template_passes_the_check():
    IndicatorFactory(code="CIC01")
    make_table("Age", "Under 1", "=1")
    workbook = template()
    workbook["Scorecard"]["E2"] = 98.9
    for line, number in enumerate((12, 5, 17), start=2):
        workbook["Demographics"][f"G{line}"] = number

    result = checked(saved(workbook))

    assert (result.report.problems, len(result.tables_to_write)) == ([], 1)
