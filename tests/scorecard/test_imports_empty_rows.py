"""A row left empty takes no figure away; the word that says why there is none does."""

from decimal import Decimal

import pytest

from scorecard.imports.check import LOST, SAY_WHY, SAY_WHY_ELSEWHERE
from scorecard.imports.findings import Rule
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.checking import checked, report_of, told
from tests.scorecard.test_imports_panel_layout import panel
from tests.scorecard.test_imports_panel_layout import row as panel_row
from tests.scorecard.workbooks import AUGUST, JULY, csv_file, value, xlsx

pytestmark = pytest.mark.django_db

EMPTY = value("CIC01", None)


@pytest.fixture(autouse=True)
def indicators():
    ThresholdFactory(indicator__code="CIC01", target=98, floor=90)
    IndicatorFactory(code="CIC02", is_kpi=False)


@pytest.fixture
def standing():
    return FigureFactory(indicator__code="CIC01", numerator=1513, denominator=1530)


def lost(figure: str, say_why: str = SAY_WHY) -> str:
    return LOST.format(figure=figure, say_why=say_why)


def test_empty_row_where_a_figure_stands_is_a_problem_at_its_cell(standing):
    report = report_of(xlsx(EMPTY, value("CIC02", 50)))

    assert told(report.problems) == [("E2", "", lost("98.9% (1,513 of 1,530)"))]
    assert (report.problems[0].rule, report.changed_count) == (Rule.LOST, 0)


@pytest.mark.parametrize(
    "cells", [{"Result": "-"}, {"Note": "Late return."}, {"Provisional": "Yes"}, {"RAG": "-"}]
)
def test_a_dash_or_a_remark_is_no_reason_to_take_a_figure_away(standing, cells):
    report = report_of(xlsx(value("CIC01", cells.pop("Result", None), **cells)))

    assert [(problem.cell, problem.rule) for problem in report.problems] == [("E2", Rule.LOST)]


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({"Status": "Not available"}, "not_available"),
        ({"Status": "Suppressed"}, "suppressed"),
        ({"Status": "Not applicable"}, "not_applicable"),
        ({"Status": "Not due"}, "not_due"),
        ({"Result": "-", "Status": "Not available"}, "not_available"),
        ({"Result": "c"}, "suppressed"),
        ({"Result": "n/a"}, "not_applicable"),
    ],
)
def test_a_status_or_its_sign_takes_the_figure_away(standing, cells, status):
    result = checked(xlsx(value("CIC01", cells.pop("Result", None), **cells)))

    assert result.report.problems == []
    assert result.report.changed_count == 1
    assert result.to_write[0].held[:4] == (None, None, None, status)


@pytest.mark.parametrize("stands", ["nothing", "another_month", "another_population", "a_status"])
def test_empty_row_where_no_figure_stands_is_not_available(stands):
    if stands == "another_month":
        FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    if stands == "another_population":
        FigureFactory(indicator__code="CIC01", variant="exc_uasc")
    if stands == "a_status":
        FigureFactory(indicator__code="CIC01", value=None, status="suppressed")

    result = checked(xlsx(EMPTY))

    assert result.report.problems == []
    assert [one.held.status for one in result.to_write] == ["not_available"]


def test_a_figure_that_no_longer_stands_is_not_lost(standing):
    standing.upload.figures.update(is_current=False)

    assert report_of(xlsx(EMPTY)).problems == []


def test_a_csv_file_loses_nothing_either(standing):
    report = report_of(csv_file(EMPTY), "figures.csv")

    assert told(report.problems) == [("E2", "", lost("98.9% (1,513 of 1,530)"))]


class TestPanelLayout:
    @pytest.fixture(autouse=True)
    def august(self):
        reviewed = IndicatorFactory(code="CIC11", name="% of CIC cases which were reviewed")
        FigureFactory(indicator=reviewed, period__ends_on=AUGUST, value=Decimal("98.8"))

    def problems(self, result):
        empty = dict.fromkeys(("numerator", "denominator", "exc", "exc_rag", "rag", "last", "last_rag"))
        row = panel_row(result=result, target=None, **empty)
        return told(report_of(panel(row), for_month=AUGUST).problems)

    @pytest.mark.parametrize("result", [None, "-"])
    def test_a_row_without_a_result_takes_no_figure_away(self, result):
        assert self.problems(result) == [("D2", "", lost("98.8%", SAY_WHY_ELSEWHERE))]

    def test_the_sign_of_a_status_does(self):
        assert self.problems("c") == []
