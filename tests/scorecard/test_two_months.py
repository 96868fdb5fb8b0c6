"""Any two months side by side: which ones, what they say, and that a colleague sees the same."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from core.access import Role
from scorecard.models import Indicator, Variant
from scorecard.periods import shift_months
from scorecard.report.months import all_months
from scorecard.report.two_months import compare_months
from tests.factories.scorecard import FigureFactory, PanelReportFactory, ThresholdFactory
from tests.page import open_page, text_of

pytestmark = pytest.mark.django_db
COMPARE, FILE = "/scorecard/compare/", "/scorecard/compare.csv"
JUNE_AUGUST = "?from=2018-06&to=2018-08"
AUGUST = date(2018, 8, 31)


@pytest.fixture
def member(client_as):
    return client_as(Role.PANEL_MEMBER)


def figures(*backs: int, code: str = "CIC01", **fields) -> None:
    for back in backs:
        FigureFactory(indicator__code=code, period__ends_on=shift_months(AUGUST, -back), **fields)


def test_june_and_august_are_what_the_panel_compared(summer_of_2018, member):
    page = open_page(member, f"{COMPARE}{JUNE_AUGUST}")

    assert page.texts("h1") == ["June 2018 and August 2018 compared"]
    assert page.texts(".portal-headline") == ["One rating changed."]
    assert page.texts(".portal-headline + ul li") == [
        "Ave. no of days between court authority to place a child and the decision on a match "
        "went from green to amber, 112.0 to 121.7 days (target 121 days).",
        "Of 11 amber indicators seven moved towards their targets and four moved away.",
        "36 of the 46 June 2018 figures compared with are illustrative.",
    ]
    assert page.texts(".two-months__counts tbody tr") == [
        "Green 1413",
        "Amber 1011",
        "Red 00",
        "Not rated 2424",
    ]


def test_each_indicator_shows_both_figures_ratings_and_the_way_between(summer_of_2018, member):
    page = open_page(member, f"{COMPARE}{JUNE_AUGUST}")

    cells = {
        text_of(row[0]): [text_of(cell) for cell in row[1:]]
        for row in page.all(".two-months__table tbody tr")
    }

    assert len(cells) == 48
    assert cells["Ave. no of days between court authority to place a child and the decision on a match"] == [
        "112.0 days target 121",
        "Green",
        "121.7 days target 121",
        "Amber",
        "up 9.7 days, worsened",
    ]
    assert cells["% looked after continuously for 12 months with an SEN Statement or Support/EHCP"][2] == (
        "No figure: not available"
    )


@pytest.mark.parametrize(
    ("asked", "shown", "problems"),
    [
        ("", "July 2018 and August 2018 compared", []),
        ("?from=2018-05&to=2018-07", "May 2018 and July 2018 compared", []),
        ("?from=2018-07&to=2018-05", "May 2018 and July 2018 compared", []),
        ("?to=2018-05", "May 2018 and July 2018 compared", []),
        (
            "?from=2018-08&to=2018-08",
            "July 2018 and August 2018 compared",
            ["Choose two different months. July 2018 and August 2018 are compared."],
        ),
        (
            "?from=2018-05&to=2018-05",
            "May 2018 and July 2018 compared",
            ["Choose two different months. May 2018 and July 2018 are compared."],
        ),
        (
            "?population=everybody",
            "July 2018 and August 2018 compared",
            ["There is no group of children called “everybody”. All children are shown."],
        ),
    ],
)
def test_months_are_those_asked_for_or_the_page_says_why_not(member, asked, shown, problems):
    figures(0, 1, 3)

    page = open_page(member, f"{COMPARE}{asked}")

    assert page.texts("h1") == [shown]
    assert page.texts(".govuk-inset-text") == problems


@pytest.mark.parametrize(
    "asked", ["?from=1999-01", "?to=<b>", "?from=2018-05&to=2018-06", "?from=august&to=2018-08"]
)
@pytest.mark.parametrize("address", [COMPARE, FILE])
def test_a_month_without_figures_is_not_put_in_anothers_place(member, address, asked):
    figures(0, 1, 3)

    page = open_page(member, f"{address}{asked}", 404)

    assert page.texts("h1") == ["There are no figures for that month"]
    assert page.links("main a") == ["/scorecard/?month=2018-08"]


def test_usual_earlier_month_is_the_one_the_panel_saw_last(member):
    figures(0, 1, 3)
    PanelReportFactory(period__ends_on=shift_months(AUGUST, -3), meeting_on=date(2018, 7, 1))

    assert open_page(member, COMPARE).texts("h1") == ["May 2018 and August 2018 compared"]


def test_long_page_begins_with_its_sections(member):
    figures(0, 2)
    figures(0, 2, code="CIC02", indicator__section__name="Health")

    page = open_page(member, COMPARE)

    links = page.links("nav.scorecard-jump a")
    assert page.texts("nav.scorecard-jump a") == [text for link in links for text in page.texts(f"h2{link}")]
    assert len(links) == 2


@pytest.mark.parametrize(
    ("backs", "title"), [((), "There are no figures yet"), ((0,), "There are figures for one month only")]
)
def test_page_before_there_are_two_months_says_so(member, backs, title):
    figures(*backs)

    assert open_page(member, COMPARE).texts(".portal-empty h2") == [title]
    assert member.get(FILE).status_code == 404


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (12, "up 1.0 points, improved"),
        (11, "not compared: the count has begun again since September 2017"),
        (2, "up 1.0 points, improved"),
        (1, "up 1.0 points, improved"),
    ],
)
def test_count_that_begins_again_is_compared_a_whole_year_apart(back, words):
    ThresholdFactory(indicator__code="CIC01")
    Indicator.objects.update(data_period="YTD")
    figures(back, value=90)
    figures(0, value=91)
    later, earlier = all_months()

    (pair,) = compare_months((later, earlier), earlier=earlier, later=later, variant=Variant.ALL).pairs

    assert pair.travel.words == words


def test_targets_are_those_of_each_month(member):
    indicator = ThresholdFactory(
        indicator__code="CIC01", target=80, floor=70, valid_to=date(2018, 7, 31)
    ).indicator
    ThresholdFactory(indicator=indicator, target=95, floor=90, valid_from=date(2018, 8, 1))
    figures(0, 1, value=85)

    (pair,) = compare_months(
        all_months(), earlier=all_months()[1], later=all_months()[0], variant=Variant.ALL
    ).pairs

    assert (pair.before.rating.rating, pair.now.rating.rating, pair.has_changed_rating) == (
        "green",
        "red",
        True,
    )
    assert (pair.before.lines.target, pair.now.lines.target) == (80, 95)


def test_file_holds_what_the_page_shows(member):
    ThresholdFactory(indicator__code="CIC01", indicator__name="=1+1", target=90, floor=80)
    figures(2, value=95, is_illustrative=True)
    figures(0, value=Decimal("84.5"), is_provisional=True)
    page = open_page(member, f"{COMPARE}{JUNE_AUGUST}")

    response = member.get(f"{FILE}{JUNE_AUGUST}")
    (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))

    assert (
        response["Content-Disposition"] == 'attachment; filename="children-in-care-2018-06-and-2018-08.csv"'
    )
    assert page.texts(".two-months__table td > div")[:2] == [
        "95.0% illustrative target 90",
        "84.5% provisional target 90",
    ]
    assert row == {
        "Code": "CIC01",
        "Indicator": "'=1+1",
        "Section": "Care planning and placements",
        "Unit": "Per cent",
        "Result June 2018": "95.0",
        "Status June 2018": "Reported",
        "Target June 2018": "90",
        "Remarks June 2018": "illustrative",
        "Rating June 2018": "Green",
        "Result August 2018": "84.5",
        "Status August 2018": "Reported",
        "Target August 2018": "90",
        "Remarks August 2018": "provisional",
        "Rating August 2018": "Amber",
        "Change": "-10.5",
        "Direction": "down 10.5 points, worsened",
    }


@pytest.mark.parametrize("asked", ["?from=2018-08&to=2018-08", "?from=1999-01", "?population=x"])
def test_file_is_never_of_other_months_than_those_asked_for(member, asked):
    figures(0, 2)

    assert member.get(f"{FILE}{asked}").status_code == 404


def test_link_to_the_file_carries_both_months(member):
    figures(0, 2)

    page = open_page(member, f"{COMPARE}{JUNE_AUGUST}&population=exc_uasc")

    assert page.links(".scorecard-files a") == [f"{FILE}{JUNE_AUGUST}&population=exc_uasc"]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", [COMPARE, FILE])
def test_two_months_cost_the_same_queries_for_one_and_three(
    member, address, number, django_assert_num_queries
):
    for n in range(number):
        ThresholdFactory(indicator__code=f"CIC0{n}")
        figures(0, 2, code=f"CIC0{n}")

    with django_assert_num_queries(4):  # session, reader, months, figures
        member.get(f"{address}{JUNE_AUGUST}")


@pytest.mark.parametrize(("role", "status"), [(Role.MEMBER, 200), (None, 403)])
@pytest.mark.parametrize("address", [COMPARE, FILE, "/scorecard/glossary/"])
def test_pages_are_for_readers_of_the_scorecard(client_as, role, status, address):
    figures(0, 2)

    assert client_as(*([role] if role else [])).get(address).status_code == status


def test_month_leads_here_once_there_are_two(member):
    figures(0)
    alone = open_page(member, "/scorecard/")
    figures(2)
    two = open_page(member, "/scorecard/")

    link = "a[href^='/scorecard/compare/']"
    assert (alone.links(link), two.links(link)) == ([], [f"{COMPARE}?to=2018-08&population=all"])
