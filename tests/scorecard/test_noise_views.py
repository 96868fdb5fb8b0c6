"""Whether it is noise, as the page of an indicator tells it."""

from decimal import Decimal

import pytest
from django.test import Client

from core.access import Role
from scorecard.models import FigureStatus
from scorecard.periods import DataPeriod
from tests.factories.scorecard import (
    BaselineBreakFactory,
    FigureFactory,
    IndicatorFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.page import open_page
from tests.scorecard.test_report_indicator import back, figures

pytestmark = pytest.mark.django_db
PAGE = "/scorecard/indicators/CIC01/"


@pytest.fixture
def member(client_as) -> Client:
    return client_as(Role.PANEL_MEMBER)


def alternating(months: int, latest: str = "10", **indicator):
    values = {back: ("12" if back % 2 else "10") for back in range(1, months)}
    return figures({**values, 0: latest}, indicator=IndicatorFactory(code="CIC01", **indicator))


def test_page_tells_variation_month_and_assurance(member):
    ThresholdFactory(indicator=alternating(16), target=Decimal(5), floor=None)

    page = open_page(member, PAGE)

    assert page.texts("section[aria-labelledby=noise] p")[:3] == [
        "Ordinary variation",
        "10.0% in August 2018 is within the usual range of 5.7% to 16.3% and part of no run. "
        "A movement like this is most likely noise.",
        "The target of 5% can be relied on: all of the usual range meets it.",
    ]
    assert len(page.all("section[aria-labelledby=noise] svg.chart-icon")) == 1


WORSENED = (
    "Both words are right. “Worsened” at the top of this page compares August 2018 with July 2018 alone. Here it is "
    "held against its usual range over many months, and there it stands out as an improvement. A month can be worse "
    "than the one before and still be unusually good."
)
IMPROVED = (
    WORSENED.replace("Worsened", "Improved")
    .replace("an improvement", "a concern")
    .replace("worse than", "better than")
    .replace("unusually good", "unusually poor")
)


@pytest.mark.parametrize(
    ("polarity", "july", "august", "told"),
    [
        ("H", "40", "38", [WORSENED]),
        ("H", "36", "38", []),
        ("L", "40", "38", [IMPROVED]),
        ("L", "36", "38", []),
        ("L", "12", "10", []),  # improved, and ordinary variation
        ("", "40", "38", []),  # neither is better
        ("H", None, "38", []),  # nothing to compare with
    ],
)
def test_page_says_why_it_worsened_and_is_an_improvement(member, polarity, july, august, told):
    values = {back: ("12" if back % 2 else "10") for back in range(2, 18)}
    figures({**values, 1: july, 0: august}, indicator=IndicatorFactory(code="CIC01", polarity=polarity))

    page = open_page(member, PAGE)

    assert [p for p in page.texts("section[aria-labelledby=noise] p") if p.startswith("Both")] == told


def test_what_stands_out_has_its_letter_and_its_column(member):
    alternating(16, latest="30")

    page = open_page(member, PAGE)

    assert page.texts(".scorecard-noise__lead") == ["Unusually high: an improvement"]
    assert page.texts("svg.chart-icon text") == ["I"]
    assert page.texts(".scorecard-figures thead th")[-2:] == ["Stands out", "Remarks"]
    assert page.texts(".scorecard-figures tbody tr:first-child td")[-2].startswith(
        "Improvement: above the upper"
    )


def test_limits_can_be_worked_out_again_from_the_page(member):
    alternating(16)

    assert open_page(member, PAGE).texts(".scorecard-working tbody tr") == [
        "May 2017 to August 2018 16 11.000 2.000 5.680 16.320"
    ]


def test_few_figures_have_no_limits_no_icon_and_no_column(member):
    alternating(11)

    page = open_page(member, PAGE)

    assert page.texts("section[aria-labelledby=noise] p") == [
        "A change cannot be told from chance",
        "11 months have a figure, and 12 are needed.",
    ]
    assert page.all("svg.chart-icon") == []
    assert "Stands out" not in page.texts(".scorecard-figures thead th")


def test_rolling_figures_say_why_they_have_no_limits(member):
    alternating(16, data_period=DataPeriod.R12M)

    assert open_page(member, PAGE).texts("section[aria-labelledby=noise] p") == [
        "A change cannot be told from chance",
        (
            "Each figure covers 12 months, eleven of which the figure before it covers too. "
            "It moves so little from month to month that ordinary ups and downs would look like news."
        ),
        "To tell, each month would have to be counted on its own, and that is not in the portal yet.",
    ]


def test_months_on_their_own_stand_beside_rolling_figures(member):
    indicator = IndicatorFactory(code="CIC01", data_period=DataPeriod.R12M)
    months = {"month_numerator": 30, "month_denominator": 40}
    figures(dict.fromkeys(range(16), "80"), indicator=indicator, **months)

    page = open_page(member, PAGE)

    assert page.texts("h2")[:2] == ["Is it noise?", "Each month on its own"]
    assert (
        page.texts("section[aria-labelledby=noise] p")[-1]
        == "Each month on its own can be judged: see below."
    )
    assert page.texts("section[aria-labelledby=month-alone] p")[0] == "Ordinary variation"
    figure = page.all("figure[aria-label='Each month on its own'] svg")
    assert [svg.get("class") for svg in figure] == ["chart chart--wide", "chart chart--narrow"]
    assert page.texts("details.scorecard-working:last-of-type tbody tr")[-1].startswith(
        "May 2017 75.0% 30 40"
    )


def test_ids_of_the_page_are_each_there_once(member):
    indicator = IndicatorFactory(code="CIC01", data_period=DataPeriod.R12M)
    figures(dict.fromkeys(range(16), "80"), indicator=indicator, month_numerator=3, month_denominator=4)

    ids = [element.get("id") for element in open_page(member, PAGE).all("[id]")]

    assert sorted(ids) == sorted(set(ids))


def test_indicator_without_any_figure_asks_nothing(member):
    FigureFactory()
    IndicatorFactory(code="CIC09")

    assert open_page(member, "/scorecard/indicators/CIC09/").all(".scorecard-noise") == []


def test_limits_over_a_change_of_the_measure_warn(member):
    indicator = alternating(16)
    BaselineBreakFactory(indicator=indicator, from_period=ReportingPeriodFactory(ends_on=back(4)))

    assert open_page(member, PAGE).texts("section[aria-labelledby=noise] p")[2] == (
        "The measure changed in April 2018, and the limits are worked out from months before and after it: take care."
    )


def test_revised_figure_tells_old_new_day_and_reason(member):
    indicator = alternating(3)
    changed = {"indicator": indicator, "period__ends_on": back(0), "revision": 2, "note": "Late records"}
    indicator.figures.filter(period__ends_on=back(0)).update(is_current=False)
    FigureFactory(value=Decimal(11), **changed)

    page = open_page(member, PAGE)

    assert page.texts("section[aria-labelledby=revised] tbody tr") == [
        "August 2018 10.0% 11.0% 24 September 2018 Late records."
    ]
    assert "revision 2, Late records" in page.texts(".scorecard-figures tbody tr:first-child td")


def test_page_of_figures_that_nobody_changed_speaks_of_no_revision(member):
    alternating(3)

    assert open_page(member, PAGE).all("#revised") == []


def test_annual_figure_between_releases_has_no_arrow_and_no_limits(member):
    indicator = IndicatorFactory(code="CIC01", data_period=DataPeriod.A)
    figures({5: "80"}, indicator=indicator)
    for months_back in range(5):
        FigureFactory(
            indicator=indicator, period__ends_on=back(months_back), value=None, status=FigureStatus.NOT_DUE
        )

    page = open_page(member, PAGE)

    assert page.texts(".scorecard-figures tbody tr td")[0] == "No figure: no new figure due"
    assert page.texts("section[aria-labelledby=noise] p") == [
        "A change cannot be told from chance",
        "One figure a year is too few.",
    ]
    assert page.all(".scorecard-figures .portal-direction__arrow") == []
