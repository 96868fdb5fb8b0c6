"""What the portal gives out to be read is no template: one sentence says so, and where the template is."""

import pytest

from scorecard.exports import FORMATS
from scorecard.exports.two_months import comparison_file
from scorecard.imports.not_a_template import MESSAGE
from scorecard.imports.template import template_workbook
from scorecard.models import Variant
from scorecard.report.months import all_months
from scorecard.report.scorecard import scorecard_context
from scorecard.report.two_months import compare_months
from tests.factories.scorecard import FigureFactory
from tests.scorecard.checking import report_of, told
from tests.scorecard.workbooks import AUGUST, HEADINGS, JULY, row, xlsx

pytestmark = pytest.mark.django_db
DOWNLOAD = "a download of the scorecard"


@pytest.fixture(autouse=True)
def figure():
    return FigureFactory(indicator__code="CIC01")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_download_of_a_month_is_one_problem(ending):
    data = FORMATS[ending].write(scorecard_context("2018-08"))

    assert told(report_of(data, f"scorecard.{ending}").problems) == [("", DOWNLOAD, MESSAGE)]


def test_download_of_two_months_is_one_problem_too(figure):
    FigureFactory(indicator=figure.indicator, period__ends_on=JULY)
    later, earlier = all_months()
    data = comparison_file(
        compare_months([later, earlier], earlier=earlier, later=later, variant=Variant.ALL)
    )

    assert told(report_of(data, "two-months.csv").problems) == [("", DOWNLOAD, MESSAGE)]


def test_the_template_itself_is_read():
    assert DOWNLOAD not in [problem.found for problem in report_of(template_workbook(AUGUST)).problems]


def test_template_with_columns_of_ones_own_is_told_which_they_are():
    data = xlsx([*row(), "Placements", "%"], headings=(*HEADINGS, "Section", "Unit"))

    assert [problem.cell for problem in report_of(data).problems] == ["L1", "M1"]
