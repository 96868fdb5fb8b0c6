"""New, changed with old and new, unchanged; and the ratings that would follow."""

import json

import pytest

from scorecard.imports.report import CheckReport
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.checking import checked, report_of
from tests.scorecard.workbooks import AUGUST, JULY, row, value, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def indicators():
    ThresholdFactory(indicator__code="CIC01", target=98, floor=90)
    IndicatorFactory(code="CIC02", is_kpi=False)


def standing(code="CIC01", month=AUGUST, **fields):
    usual = {"value": "98.9", "numerator": 1513, "denominator": 1530}
    return FigureFactory(indicator__code=code, period__ends_on=month, **usual | fields)


def test_figure_the_portal_does_not_hold_is_new():
    report = report_of(xlsx(row()))

    (change,) = report.new
    assert (change.was, change.now, change.cell) == ("", "98.9% (1,513 of 1,530)", "A2")
    assert (report.new_count, report.changed_count, report.unchanged_count) == (1, 0, 0)


def test_figure_that_stands_already_is_unchanged_and_would_not_be_written():
    standing()

    result = checked(xlsx(row()))

    assert (result.report.unchanged_count, result.to_write) == (1, [])


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ({"Result": None}, "98.9% (1,513 of 1,530)"),
        ({"Result": 98.93}, "98.9% (1,513 of 1,530)"),
        ({"Numerator": 1514, "Result": None}, "99.0% (1,514 of 1,530)"),
        ({"Provisional": "Yes"}, "98.9% (1,513 of 1,530), provisional"),
        ({"Note": "Late"}, '98.9% (1,513 of 1,530). Note: "Late"'),
        ({"Numerator": None, "Denominator": None}, "98.9%"),
        ({"Result": "c", "Numerator": None, "Denominator": None}, "Suppressed"),
        ({"Result": None, "Numerator": 0, "Denominator": 0}, "No result (0 of 0)"),
    ],
)
def test_figure_that_differs_in_anything_is_changed_with_old_and_new(typed, now):
    standing()

    (change,) = report_of(xlsx(row(**typed))).changed

    assert (change.was, change.now) == ("98.9% (1,513 of 1,530)", now)


def test_only_the_revision_that_stands_is_compared_with():
    former = standing(value=97, numerator=None, denominator=None, revision=1)
    type(former).objects.update(is_current=False)
    standing(revision=2)

    assert report_of(xlsx(row())).unchanged_count == 1


def test_other_months_and_populations_stay_out_of_it():
    standing(month=JULY)
    standing(variant="exc_uasc")

    assert report_of(xlsx(row())).new_count == 1


def test_new_figure_that_changes_the_rating_is_told_against_last_month():
    standing(month=JULY, value=99, numerator=None, denominator=None)

    (change,) = report_of(xlsx(value("CIC01", 97.9))).rating_changes

    assert str(change) == "CIC01, All children, August 2018: amber; in July 2018 green"


def test_revised_figure_that_changes_the_rating_is_told_against_what_stands():
    standing(month=JULY, value=99, numerator=None, denominator=None)
    standing(value=89, numerator=None, denominator=None)

    (change,) = report_of(xlsx(value("CIC01", 98))).rating_changes

    assert str(change) == "CIC01, All children, August 2018: green; as it stands red"


def test_rating_that_stays_and_activity_measures_are_no_rating_changes():
    standing(month=JULY, value=99, numerator=None, denominator=None)
    standing("CIC02", month=JULY, value=99, numerator=None, denominator=None)

    assert report_of(xlsx(value("CIC01", 98), value("CIC02", 10))).rating_changes == []


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([row()], "1 figure ready"),
        ([row(), row("CIC02")], "2 figures ready"),
        ([row(), row("CIC02", Indicator="Other")], "2 figures ready; 1 warning to look at"),
        ([row(), row("CIC99"), row("CIC98")], "1 figure ready; 2 problems to fix in the workbook"),
        ([row("CIC99")], "No figure ready; 1 problem to fix in the workbook"),
        ([row(Month=JULY), row()], "1 figure ready, 1 unchanged; 1 warning to look at"),
    ],
)
def test_verdict_is_one_sentence(rows, verdict):
    standing(month=JULY)

    assert report_of(xlsx(*rows)).verdict == verdict


def test_nothing_is_written_from_a_workbook_with_a_problem():
    assert checked(xlsx(row(), row("CIC99"))).to_write == []


def test_report_survives_being_stored():
    standing(month=JULY, value=80, numerator=None, denominator=None)
    report = report_of(xlsx(row(Indicator="Other", Note="Late"), row("CIC99")))

    assert CheckReport.from_json(json.loads(json.dumps(report.as_json()))) == report


def test_fingerprint_is_the_same_for_the_same_answer():
    data = xlsx(row())

    assert checked(data).fingerprint == checked(data).fingerprint


@pytest.mark.parametrize("what", ["figure", "earlier figure", "target", "indicator"])
def test_fingerprint_changes_with_whatever_the_check_saw(what):
    data = xlsx(row())
    before = checked(data).fingerprint

    if what == "figure":
        standing()
    elif what == "earlier figure":
        standing("CIC02", month=JULY)
    elif what == "target":
        ThresholdFactory(indicator__code="CIC02")
    else:
        IndicatorFactory(code="CIC03")

    assert checked(data).fingerprint != before
