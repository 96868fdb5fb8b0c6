"""The month's template: what it lays out, and that filled in it comes back without a problem."""

import datetime
import io

import openpyxl
import pytest

from scorecard.imports.template import COLUMNS, template_workbook
from scorecard.published import Unit
from tests.factories.scorecard import FigureFactory, IndicatorFactory, SectionFactory, ThresholdFactory
from tests.scorecard.checking import report_of
from tests.scorecard.workbooks import JULY, csv_file, ods, saved

pytestmark = pytest.mark.django_db

SEPTEMBER = datetime.date(2018, 9, 30)


@pytest.fixture(autouse=True)
def indicators():
    health = SectionFactory(name="Health", order=30_000)
    IndicatorFactory(code="CIC24", section=health)
    ThresholdFactory(indicator__code="CIC01", indicator__name="=1+1", target=98, floor=90)
    IndicatorFactory(code="CIC09", unit=Unit.COUNT, decimals=0, is_kpi=False)
    FigureFactory(indicator__code="CIC01", value=None, numerator=1513, denominator=1530)
    FigureFactory(indicator__code="CIC01", variant="exc_uasc", period__ends_on=JULY)


@pytest.fixture
def template():
    return openpyxl.load_workbook(io.BytesIO(template_workbook(SEPTEMBER)))


def rows(workbook):
    return [list(cells) for cells in workbook["Scorecard"].iter_rows(values_only=True)]


def test_every_indicator_has_its_rows_in_the_order_of_the_scorecard(template):
    headings, *laid_out = rows(template)

    assert headings == [str(column) for column in COLUMNS]
    assert [(code, population) for code, _, population, *_ in laid_out] == [
        ("CIC01", "All children"),
        ("CIC01", "Excluding UASC"),
        ("CIC09", "All children"),
        ("CIC24", "All children"),
    ]


def test_month_is_filled_in_and_last_months_figure_stands_beside(template):
    first = rows(template)[1]

    assert (first[3].date(), first[4:13], first[13]) == (SEPTEMBER, [None] * 9, "98.9% (1,513 of 1,530)")


def test_text_that_begins_like_a_formula_stays_text(template):
    cell = template["Scorecard"]["B2"]

    assert (cell.value, cell.data_type) == ("'=1+1", "s")


def test_choices_are_offered_where_words_are_wanted(template):
    offered = {str(v.sqref): v.formula1 for v in template["Scorecard"].data_validations.dataValidation}

    assert offered == {
        "C2:C5": '"All children,Excluding UASC"',
        "H2:H5": '"Reported,Suppressed,Not available,Not applicable,Not due"',
        "I2:I5": '"Yes,No"',
        "J2:J5": '"G,A,R"',
    }


def test_nobody_is_named_in_the_properties(template):
    properties = template.properties

    assert (properties.creator, properties.lastModifiedBy, properties.title) == (
        *(None, None),
        "Scorecard, September 2018",
    )


def test_headings_stay_in_sight_and_notes_say_how(template):
    assert template["Scorecard"].freeze_panes == "C2"
    assert template["Notes"]["A1"].value == "How to fill in this workbook"


def filled(workbook):
    sheet = workbook["Scorecard"]
    for line, (result, numerator, denominator) in enumerate(
        [(98.8, 1512, 1530), (98.9, None, None), (1579, None, None), (None, 9, 10)], start=2
    ):
        for column, number in zip("EFG", (result, numerator, denominator), strict=True):
            sheet[f"{column}{line}"] = number
    return workbook


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_template_filled_in_comes_back_without_a_problem(template, kind):
    workbook = filled(template)
    headings, *cells = rows(workbook)
    for line in cells:
        line[3] = line[3].date()
    data = {
        "xlsx": lambda: saved(workbook),
        "ods": lambda: ods(*cells, headings=headings),
        "csv": lambda: csv_file(*cells, headings=headings),
    }[kind]()

    report = report_of(data, f"september.{kind}", today=datetime.date(2018, 10, 9))

    assert (report.problems, report.warnings, report.new_count, report.months) == (
        [],
        [],
        4,
        ["September 2018"],
    )


def test_template_left_empty_says_that_figures_are_missing(template):
    report = report_of(saved(template), today=datetime.date(2018, 10, 9))

    assert [(warning.cell, warning.rule.name) for warning in report.warnings] == [("E2", "MISSING")]
