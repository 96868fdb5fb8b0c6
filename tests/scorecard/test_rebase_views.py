"""Officers' pages for control limits that start again, and what everybody reads of it."""

import pytest

from core.access import Role
from scorecard.models import Rebase
from scorecard.periods import DataPeriod
from tests.factories.scorecard import IndicatorFactory, RebaseFactory, ReportingPeriodFactory
from tests.page import open_page
from tests.scorecard.test_report_indicator import back, figures

pytestmark = pytest.mark.django_db
PAGE, CREATE = "/scorecard/indicators/CIC01/", "/scorecard/indicators/CIC01/rebase/"


@pytest.fixture
def officer(client_as):
    return client_as(Role.MI_OFFICER, name="Odile Officer")


@pytest.fixture
def member(client_as):
    return client_as(Role.PANEL_MEMBER)


@pytest.fixture
def indicator():
    """12 and 10 month by month for two years; since April 2018 52 and 50."""
    indicator = IndicatorFactory(code="CIC01")
    figures({back: ("52" if back % 2 else "50") for back in range(5)}, indicator=indicator)
    return figures({back: ("12" if back % 2 else "10") for back in range(5, 24)}, indicator=indicator)


def test_officer_starts_limits_again_and_everybody_reads_why(officer, member, indicator):
    sent = officer.post(f"{CREATE}?month=2018-04", {"reason": "A new team took the work on."})

    assert sent.headers["Location"] == f"{PAGE}#limits"
    page = open_page(member, PAGE)
    rebase = Rebase.objects.get()
    assert (rebase.at_period.ends_on, rebase.agreed_by) == (back(4), officer.user)
    assert page.texts("section[aria-labelledby=limits] li")[0].startswith(
        "April 2018. A new team took the work on. Decided by Odile Officer on "
    )
    assert page.links("section[aria-labelledby=limits] a") == []
    assert page.texts(".scorecard-working tbody th") == [
        "April 2018 to August 2018",
        "September 2016 to March 2018",
    ]


def test_officer_sees_what_it_would_do_before_deciding(officer, indicator):
    page = open_page(officer, f"{CREATE}?month=2018-04")

    assert page.texts("h2") == ["With new limits from April 2018"]
    assert page.texts("section[aria-labelledby=preview] p")[0].startswith(
        "Ordinary variation. 50.0% in August 2018 is within the usual range"
    )
    assert len(page.all("figure svg")) == 2
    assert not Rebase.objects.exists()


def test_months_offered_are_those_with_a_figure_but_the_first_and_those_taken(officer, indicator):
    RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(1)))

    values = [option.get("value") for option in open_page(officer, CREATE).all("select option")]

    assert values == ["", "2018-08", *[f"{back(n):%Y-%m}" for n in range(2, 23)]]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?month=", "Choose the first month of the new limits"),
        ("?month=2016-09", "Choose a month from the list: the limits cannot start again in that one"),
        ("?month=soon", "Choose a month from the list: the limits cannot start again in that one"),
    ],
)
def test_month_that_cannot_be_is_said_and_nothing_written(officer, indicator, query, message):
    page = open_page(officer, f"{CREATE}{query}")
    officer.post(f"{CREATE}{query}", {"reason": "A new team."})

    assert page.texts(".govuk-error-summary a") == [message]
    assert not Rebase.objects.exists()


def test_reason_is_asked_for(officer, indicator):
    response = officer.post(f"{CREATE}?month=2018-04", {"reason": " "})

    assert "Say what changed in that month" in response.content.decode()
    assert not Rebase.objects.exists()


def test_month_that_somebody_else_took_meanwhile_is_told(officer, indicator):
    RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(4)))

    response = officer.post(f"{CREATE}?month=2018-04", {"reason": "A new team."})

    assert "the limits cannot start again in that one" in response.content.decode()
    assert Rebase.objects.count() == 1


@pytest.mark.parametrize(
    ("data_period", "why"),
    [
        (DataPeriod.R12M, "Each figure covers 12 months, eleven of which the figure before it covers too."),
        (DataPeriod.A, "One figure a year is too few."),
    ],
)
def test_indicator_without_limits_says_why_there_are_none_to_start_again(officer, data_period, why):
    figures(dict.fromkeys(range(16), "50"), indicator=IndicatorFactory(code="CIC01", data_period=data_period))

    page = open_page(officer, CREATE)

    assert page.texts("main p")[0].startswith(
        f"There are no control limits here that could start again. {why}"
    )
    assert page.all("main form") == []
    assert page.all("a[href='/scorecard/indicators/CIC01/rebase/']") == []
    assert "Where the limits start again" not in open_page(officer, PAGE).texts("h2")


def test_months_on_their_own_can_start_again(officer):
    indicator = IndicatorFactory(code="CIC01", data_period=DataPeriod.R12M)
    figures(dict.fromkeys(range(16), "50"), indicator=indicator, month_numerator=10, month_denominator=40)

    officer.post(f"{CREATE}?month=2018-04", {"reason": "A new team."})

    page = open_page(officer, PAGE)
    assert page.texts(".scorecard-working tbody th")[:2] == [
        "April 2018 to August 2018",
        "May 2017 to March 2018",
    ]


def test_officer_withdraws_and_everybody_reads_why(officer, member, indicator):
    rebase = RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(4)))
    (withdraw,) = open_page(officer, PAGE).links("section[aria-labelledby=limits] li a")

    assert open_page(officer, withdraw).texts("h1") == ["Withdraw the new limits from April 2018"]
    officer.post(withdraw, {"reason": "The team did not change after all."})

    rebase.refresh_from_db()
    page = open_page(member, PAGE)
    assert rebase.withdrawn_by == officer.user
    assert page.texts("section[aria-labelledby=limits] li")[0].endswith(
        ": The team did not change after all."
    )
    assert page.texts(".scorecard-working tbody th") == ["September 2016 to August 2018"]


def test_withdrawing_asks_for_a_reason(officer, indicator):
    rebase = RebaseFactory(indicator=indicator)

    response = officer.post(f"/scorecard/indicators/CIC01/rebases/{rebase.pk}/withdraw/", {"reason": ""})

    assert "Say why it is withdrawn" in response.content.decode()
    assert Rebase.objects.standing().exists()


@pytest.mark.parametrize("code", ["CIC02", "CIC99"])
def test_rebase_of_another_indicator_is_not_found(officer, indicator, code):
    rebase = RebaseFactory(indicator=indicator)
    IndicatorFactory(code="CIC02")

    assert officer.get(f"/scorecard/indicators/{code}/rebases/{rebase.pk}/withdraw/").status_code == 404


def test_what_was_withdrawn_cannot_be_withdrawn_again(officer, indicator):
    rebase = RebaseFactory(indicator=indicator)
    address = f"/scorecard/indicators/CIC01/rebases/{rebase.pk}/withdraw/"
    officer.post(address, {"reason": "A slip."})

    assert officer.get(address).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [(role, 200 if role in (Role.MI_OFFICER, Role.MI_APPROVER) else 403) for role in Role],
)
def test_only_officers_may(client_as, indicator, role, status):
    rebase = RebaseFactory(indicator=indicator)
    client = client_as(role)

    for address in (CREATE, f"/scorecard/indicators/CIC01/rebases/{rebase.pk}/withdraw/"):
        assert client.get(address).status_code == status
        assert client.post(address, {"reason": "A reason."}).status_code in (
            (200, 302) if status == 200 else (403,)
        )


def test_without_figures_there_is_nothing_to_start_again(officer):
    IndicatorFactory(code="CIC01")

    assert officer.get(CREATE).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_as_many_queries_for_any_number_of_rebases(
    member, indicator, django_assert_num_queries, number
):
    for months_back in range(1, number + 1):
        RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(months_back)))

    with django_assert_num_queries(13):
        page = open_page(member, PAGE)

    assert len(page.all("section[aria-labelledby=limits] li")) == number
