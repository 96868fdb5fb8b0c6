"""What a retired indicator still shows, and where it no longer stands."""

import io
from datetime import date

import openpyxl
import pytest

from core.access import Role
from scorecard.imports.template import template_workbook
from scorecard.models import Indicator
from scorecard.report.scorecard import scorecard_context
from tests.factories.scorecard import FigureFactory, ThresholdFactory
from tests.page import open_page
from tests.scorecard.checking import problems_in, report_of
from tests.scorecard.workbooks import row, xlsx

pytestmark = pytest.mark.django_db
JULY, AUGUST = date(2018, 7, 31), date(2018, 8, 31)
MISSED = "CIC02 had a figure in July 2018 and would have none in August 2018."


@pytest.fixture
def two() -> None:
    """CIC01 goes on, CIC02 is retired after July."""
    for code in ("CIC01", "CIC02"):
        ThresholdFactory(indicator__code=code, target=98, floor=90)
        FigureFactory(indicator__code=code, period__ends_on=JULY)
    FigureFactory(indicator__code="CIC01", period__ends_on=AUGUST)
    Indicator.objects.filter(code="CIC02").update(measured_until=JULY)


@pytest.mark.parametrize(("month", "codes"), [("2018-07", ["CIC01", "CIC02"]), ("2018-08", ["CIC01"])])
def test_scorecard_shows_it_up_to_its_last_month(two, month, codes):
    scorecard = scorecard_context(month)

    assert [row.code for row in scorecard.rows] == codes
    assert scorecard.ratings.green == len(codes)


def test_template_leaves_it_out(two):
    def codes(month):
        sheet = openpyxl.load_workbook(io.BytesIO(template_workbook(month)))["Scorecard"]
        return [code for (code, *_) in sheet.iter_rows(min_row=2, values_only=True)]

    assert (codes(JULY), codes(AUGUST)) == (["CIC01", "CIC02"], ["CIC01"])


def test_row_for_a_later_month_is_a_problem(two):
    assert problems_in(row(Code="CIC02")) == [
        (
            "A2",
            '"CIC02"',
            "CIC02 is retired: it counts until July 2018. Delete the row, or bring the indicator back.",
        )
    ]


@pytest.mark.parametrize(("until", "missed"), [(JULY, []), (None, [MISSED])])
def test_nobody_misses_it(two, until, missed):
    Indicator.objects.filter(code="CIC02").update(measured_until=until)

    warnings = report_of(xlsx(row("CIC01", Result="98.5", Numerator=None, Denominator=None))).warnings

    assert [warning.message for warning in warnings if warning.message.startswith("CIC02")] == missed


def test_its_page_says_until_when(two, client_as):
    member = client_as(Role.MEMBER)

    retired = open_page(member, "/scorecard/indicators/CIC02/")
    other = open_page(member, "/scorecard/indicators/CIC01/")

    assert retired.texts(".govuk-inset-text") == [
        "This indicator is retired. It was measured until July 2018."
    ]
    assert (len(retired.all(".govuk-pagination__prev")), other.all(".govuk-pagination a")) == (1, [])
