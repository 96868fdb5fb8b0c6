"""The panel's paper is public: what rests on 1 to 5 children is hidden in it where an indicator is marked so."""

import json
from decimal import Decimal

import pytest

from scorecard.models import Indicator, Variant
from scorecard.published import Unit
from scorecard.report.paper import read_paper
from scorecard.report.scorecard import scorecard_context
from scorecard.report.small_counts import NOTE, is_small
from tests.factories.scorecard import FigureFactory, PanelReportFactory, ThresholdFactory
from tests.scorecard.panel import JULY, TODAY, month, published

pytestmark = pytest.mark.django_db


def a_personal_indicator(**fields) -> None:
    ThresholdFactory(indicator__code="CIC01", indicator__is_personal=True)
    FigureFactory(indicator__code="CIC01", **fields)


@pytest.mark.parametrize(
    ("unit", "value", "numerator", "denominator", "small"),
    [
        (Unit.PERCENT, 0, 0, 40, False),
        (Unit.PERCENT, None, 1, 40, True),
        (Unit.PERCENT, None, 5, 40, True),
        (Unit.PERCENT, None, 6, 40, False),
        (Unit.PERCENT, None, 34, 40, False),
        (Unit.PERCENT, None, 35, 40, True),
        (Unit.PERCENT, None, 39, 40, True),
        (Unit.PERCENT, None, 40, 40, False),
        (Unit.PERCENT, 10, None, None, False),
        (Unit.COUNT, 0, None, None, False),
        (Unit.COUNT, 1, None, None, True),
        (Unit.COUNT, 5, None, None, True),
        (Unit.COUNT, 6, None, None, False),
        (Unit.DAYS, None, 600, 5, True),
        (Unit.DAYS, None, 600, 6, False),
        (Unit.RATE_PER_10000, None, 5, 300_000, True),
        (Unit.RATE_PER_10000, None, 6, 300_000, False),
    ],
)
def test_small_are_one_to_five_children_or_all_but_so_many(unit, value, numerator, denominator, small):
    FigureFactory(indicator__unit=unit, value=value, numerator=numerator, denominator=denominator)
    (one,) = scorecard_context("2018-08").rows

    assert is_small(one.now) is small


@pytest.mark.parametrize(("is_personal", "figure"), [(True, ""), (False, "87.5%")])
def test_small_count_is_hidden_with_its_parts_where_the_indicator_is_marked(is_personal, figure):
    a_personal_indicator(value=None, numerator=35, denominator=40)
    Indicator.objects.update(is_personal=is_personal)
    data = read_paper(month(), today=TODAY).data

    (line,) = data["sections"][0]["rows"]
    assert (line["figure"], line["parts"]) == (figure, "35 of 40" if figure else "")
    assert (line["without"], NOTE in data["notes"]) == (("", False) if figure else ("suppressed", True))
    assert ("87.5" in json.dumps(data), "35 of" in json.dumps(data)) == (bool(figure), bool(figure))


@pytest.mark.parametrize(("numerator", "rating", "counts"), [(5, "not_rated", 0), (4, "amber", 1)])
def test_colour_goes_where_it_gives_the_figure_away(numerator, rating, counts):
    """All of five; four of five against a target of 90 and a floor of 80."""
    a_personal_indicator(value=None, numerator=numerator, denominator=5)
    data = read_paper(month(), today=TODAY).data

    (line,) = data["sections"][0]["rows"]
    assert (line["figure"], line["rating"], sum(number for colour, number in data["counts"][:3])) == (
        "",
        rating,
        counts,
    )


def test_movement_to_or_from_a_hidden_figure_is_not_told():
    PanelReportFactory(period__ends_on=JULY)
    a_personal_indicator(value=None, numerator=3, denominator=40)
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY, value=None, numerator=20, denominator=40)
    now = read_paper(month(), today=TODAY).data

    (line,) = now["sections"][0]["rows"]
    assert line["panel"] == {"arrow": "", "words": "not compared: a figure is suppressed"}
    assert "7.5" not in json.dumps(now)


@pytest.mark.parametrize(("theirs", "told"), [(20, ""), (14, "Without unaccompanied children: 38.9%")])
def test_other_population_goes_where_the_difference_is_a_small_count(theirs, told):
    a_personal_indicator(value=None, numerator=22, denominator=50)
    FigureFactory(
        indicator__code="CIC01", variant=Variant.EXC_UASC, value=None, numerator=theirs, denominator=36
    )
    (line,) = read_paper(month(), today=TODAY).data["sections"][0]["rows"]

    assert line["other"] == told


def test_signed_in_members_and_what_is_kept_hold_every_figure():
    a_personal_indicator(value=None, numerator=35, denominator=40)

    report = published()

    assert report.figures.get().published == Decimal("87.5")
    assert scorecard_context("2018-08").rows[0].now.text == "87.5"
    assert "87.5" not in report.content
