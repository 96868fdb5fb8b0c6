"""One indicator as a paper: the words of its page, read aloud as they are printed."""

import re
from datetime import date

import pytest

from core.access import Role
from scorecard.models import Indicator
from tests.factories.scorecard import BaselineBreakFactory, BenchmarkFactory, FigureFactory
from tests.page import open_page
from tests.pdf_checks import assert_accessible, spoken

pytestmark = pytest.mark.django_db
CIC03 = "/scorecard/indicators/CIC03.pdf"


@pytest.fixture
def member(client_as):
    return client_as(Role.PANEL_MEMBER)


@pytest.mark.pdf
@pytest.mark.parametrize("asked", ["?month=2018-08", "?month=2018-07&population=exc_uasc"])
def test_paper_says_what_the_page_says_and_can_be_read_aloud(summer_of_2018, member, asked):
    indicator = Indicator.objects.get(code="CIC03")
    BenchmarkFactory(indicator=indicator)
    BaselineBreakFactory(indicator=indicator, from_period__ends_on=date(2018, 7, 31))

    response = member.get(f"{CIC03}{asked}")
    page = open_page(member, f"/scorecard/indicators/CIC03/{asked}")

    said = " ".join(" ".join(re.findall(r'"(.*)"', spoken(response.content))).split())
    assert_accessible(response.content)
    assert response["Content-Type"] == "application/pdf"
    for words in [
        *page.texts(".scorecard-headline"),
        *page.texts("section[aria-labelledby=standing] p"),
        *page.texts(".scorecard-history:not(.scorecard-figures *) tbody th"),
        "A new recording system.",
        "National return",
    ]:
        assert words in said


@pytest.mark.pdf
@pytest.mark.parametrize("code", ["CIC20", "CIC13", "CIC28"])
def test_paper_of_an_activity_measure_or_without_a_figure_can_be_read_aloud(summer_of_2018, member, code):
    assert_accessible(member.get(f"/scorecard/indicators/{code}.pdf?month=2018-08").content)


def test_paper_is_named_for_indicator_and_month_and_linked_from_the_page(summer_of_2018, member):
    page = open_page(member, "/scorecard/indicators/CIC03/?month=2018-07")

    (link,) = page.links(".scorecard-files a")

    assert link == f"{CIC03}?month=2018-07"


@pytest.mark.parametrize(
    "address", ["CIC99.pdf", "CIC03.pdf?month=1999-01", "CIC03.pdf?month=x", "CIC03.exe", "cic03.pdf"]
)
def test_paper_of_nothing_is_not_found(member, address):
    FigureFactory(indicator__code="CIC03")

    assert member.get(f"/scorecard/indicators/{address}").status_code == 404


def test_paper_is_for_readers_of_the_scorecard(client_as):
    FigureFactory(indicator__code="CIC03")

    assert client_as().get(CIC03).status_code == 403
