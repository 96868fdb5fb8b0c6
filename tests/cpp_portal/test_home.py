"""The first page: what a stranger learns, and what each reader has to know."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.timezone import localdate

from core.access import Role
from meetings.models import MinutesState
from scorecard.models import UploadState
from scorecard.periods import month_label, shift_months
from tests.factories.challenge_cards import received, supported
from tests.factories.meetings import MeetingFactory, MeetingMinutesFactory
from tests.factories.people import UserFactory
from tests.factories.recommendations import RecommendationFactory, published
from tests.factories.scorecard import (
    AUGUST,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    ThresholdFactory,
    WorkbookUploadFactory,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
REGISTER = "/scorecard/uploads/"


def told(page: Page) -> list[tuple[str, str]]:
    return list(zip(page.texts(".portal-news__sentence"), page.links(".portal-news a"), strict=True))


def rated(code: str, *, now: str, then: str) -> None:
    indicator = ThresholdFactory(indicator=IndicatorFactory(code=code)).indicator
    FigureFactory(indicator=indicator, value=Decimal(now))
    FigureFactory(indicator=indicator, value=Decimal(then), period__ends_on=shift_months(AUGUST, -2))


def reported_in_june() -> None:
    PanelReportFactory(period__ends_on=shift_months(AUGUST, -2), meeting_on=date(2018, 9, 19))


def test_stranger_learns_what_the_portal_is_and_where_to_sign_in(client, settings):
    settings.COUNCIL_NAME = "Somewhere Council"

    page = open_page(client, "/")

    assert page.texts("h1") == ["Corporate Parenting Panel"]
    assert page.texts("main .portal-headline") == [
        "Somewhere Council is the parent of every child in its care. This panel asks whether it is a good one."
    ]
    assert page.links("main a") == ["/accounts/login/"]


def test_everybody_is_told_what_there_is_to_read(client):
    tomorrow = localdate() + timedelta(days=1)
    coming = MeetingFactory(on=tomorrow, starts_at=time(10), venue="Darent Room")
    held = MeetingMinutesFactory(meeting__on=date(2018, 9, 19), state=MinutesState.PUBLISHED).meeting
    MeetingMinutesFactory(meeting__on=date(2018, 11, 1), state=MinutesState.DRAFTING)
    RecommendationFactory()
    supported()
    received()  # which no council supports yet

    assert told(open_page(client, "/")) == [
        (f"Next meeting: {tomorrow:%A %-d %B %Y}, 10.00 am, Darent Room.", f"/meetings/{coming.pk}/"),
        ("The minutes of 19 September 2018 are published as a draft.", f"/meetings/{held.pk}/minutes/"),
        ("0 of 1 recommendation is reported complete.", "/recommendations/"),
        ("Groups of young people in care asked for a change.", "/you-said-we-did/"),
    ]


def test_reader_is_told_the_finding_of_the_latest_month(client_as):
    rated("CIC01", now="95", then="95")
    rated("CIC02", now="85", then="85")

    assert told(open_page(client_as(Role.MEMBER), "/")) == [
        (
            "One of the two rated indicators met its target in August 2018, and none missed its floor standard.",
            "/scorecard/?month=2018-08",
        )
    ]


@pytest.mark.parametrize(
    ("changed", "sentence", "address"),
    [
        (0, "No ratings changed since the panel last met.", "/scorecard/?month=2018-08#since"),
        (
            1,
            "One rating changed since the panel last met: Indicator CIC01 went from green to amber, "
            "95.0% to 85.0% (target 90%).",
            "/scorecard/indicators/CIC01/?month=2018-08",
        ),
        (2, "Two ratings changed since the panel last met.", "/scorecard/?month=2018-08#since"),
    ],
)
def test_reader_is_told_what_changed_since_the_panel_last_met(client_as, changed, sentence, address):
    for place, code in enumerate(["CIC01", "CIC02"]):
        rated(code, now="85", then="95" if place < changed else "85")
    reported_in_june()

    assert told(open_page(client_as(Role.PANEL_MEMBER), "/"))[1] == (sentence, address)


def test_month_that_went_to_the_panel_is_compared_with_the_report_before(client_as):
    rated("CIC01", now="85", then="85")
    reported_in_june()
    PanelReportFactory(period__ends_on=AUGUST, meeting_on=date(2018, 11, 1))

    assert told(open_page(client_as(Role.PANEL_MEMBER), "/"))[1] == (
        "No ratings changed since the previous panel report (June 2018).",
        "/scorecard/?month=2018-08#since",
    )


def test_own_work_comes_before_the_findings(client_as):
    approver = client_as(Role.MI_APPROVER)
    rated("CIC01", now="85", then="85")
    reported_in_june()
    uploads(1, UploadState.SUBMITTED)

    assert [address for _, address in told(open_page(approver, "/"))] == [
        REGISTER,
        "/scorecard/?month=2018-08",
        "/scorecard/?month=2018-08#since",
    ]


@pytest.mark.parametrize(
    ("role", "sentence", "address"),
    [
        (
            Role.PANEL_MEMBER,
            "There are no figures yet. The scorecard appears when a first month has been approved.",
            "/scorecard/",
        ),
        (Role.MI_OFFICER, "There are no figures yet.", "/scorecard/uploads/new/"),
    ],
)
def test_without_figures_the_next_step_is_told(client_as, role, sentence, address):
    assert told(open_page(client_as(role), "/")) == [(sentence, address)]


def uploads(number: int, state: UploadState, **fields) -> None:
    submitted = {"submitted": True} if state == UploadState.SUBMITTED else {"state": state}
    WorkbookUploadFactory.create_batch(number, **submitted, **fields)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "One workbook waits for your approval."),
        (2, "Two workbooks wait for your approval."),
        (10, "10 workbooks wait for your approval."),
    ],
)
def test_approver_is_told_what_waits_from_others(client_as, number, sentence):
    uploads(number, UploadState.SUBMITTED)

    assert told(open_page(client_as(Role.MI_APPROVER), "/"))[:-1] == [(sentence, REGISTER)]


def test_approver_is_not_told_of_a_workbook_of_their_own_that_waits_for_others(client_as):
    approver = client_as(Role.MI_APPROVER)
    uploads(1, UploadState.SUBMITTED, uploaded_by=approver.user)

    assert told(open_page(approver, "/"))[1:] == []


@pytest.mark.parametrize(
    ("number", "state", "sentence"),
    [
        (1, UploadState.FAULTY, "One of your workbooks has problems to fix."),
        (2, UploadState.FAULTY, "Two of your workbooks have problems to fix."),
        (1, UploadState.CHECKED, "One of your workbooks is checked and not yet submitted."),
        (3, UploadState.CHECKED, "Three of your workbooks are checked and not yet submitted."),
    ],
)
def test_officer_is_told_of_workbooks_they_have_not_finished(client_as, number, state, sentence):
    officer = client_as(Role.MI_OFFICER)
    uploads(number, state, uploaded_by=officer.user)
    uploads(1, state, uploaded_by=UserFactory())

    assert told(open_page(officer, "/"))[:-1] == [(sentence, REGISTER)]


@pytest.mark.parametrize(("months_ago", "is_told"), [(0, False), (1, False), (2, True), (30, True)])
def test_officer_is_told_which_month_comes_next(client_as, months_ago, is_told):
    newest = shift_months(localdate(), -months_ago)
    FigureFactory(indicator=IndicatorFactory(code="CIC01"), period__ends_on=newest)
    wanted = month_label(shift_months(newest, 1))
    step = f"The newest figures are for {month_label(newest)}: {wanted} is not uploaded yet."

    found = told(open_page(client_as(Role.MI_OFFICER), "/"))

    assert found[:-1] == ([(step, "/scorecard/uploads/new/")] if is_told else [])


@pytest.mark.parametrize(
    ("role", "state"),
    [
        (Role.PANEL_MEMBER, None),
        *((Role.MI_OFFICER, state) for state in (UploadState.SUBMITTED, UploadState.FAULTY)),
    ],
)
def test_nobody_is_asked_for_a_month_that_is_not_theirs_or_is_on_its_way(client_as, role, state):
    rated("CIC01", now="85", then="85")
    if state:
        uploads(1, state)

    assert len(told(open_page(client_as(role), "/"))) == 1


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.MI_OFFICER, Role.DEMOCRATIC_SERVICES])
def test_nobody_else_is_told_what_waits_for_an_approver(client_as, role):
    uploads(1, UploadState.SUBMITTED)

    assert len(told(open_page(client_as(role), "/"))) == 1


def test_account_without_a_role_is_told_whom_to_ask(client_as, settings):
    page = open_page(client_as(), "/")

    assert page.texts(".portal-headline") == [
        "Your account has no role yet, so there is nothing here for you to read."
    ]
    assert page.links("main a") == [f"mailto:{settings.CONTACT_EMAIL}"]


def test_at_most_five_things_are_told(client_as):
    officer = client_as(Role.MI_OFFICER, Role.MI_APPROVER)
    rated("CIC01", now="85", then="95")
    reported_in_june()
    uploads(1, UploadState.SUBMITTED)
    for state in (UploadState.FAULTY, UploadState.CHECKED):
        uploads(1, state, uploaded_by=officer.user)

    assert len(told(open_page(officer, "/"))) == 5


def test_next_meeting_keeps_its_place_among_the_five(client_as):
    officer = client_as(Role.MI_OFFICER, Role.MI_APPROVER)
    rated("CIC01", now="85", then="95")
    reported_in_june()
    uploads(1, UploadState.SUBMITTED)
    for state in (UploadState.FAULTY, UploadState.CHECKED):
        uploads(1, state, uploaded_by=officer.user)
    meeting = MeetingFactory(on=localdate() + timedelta(days=1))

    found = told(open_page(officer, "/"))

    assert (len(found), found[-1][1]) == (5, f"/meetings/{meeting.pk}/")


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(client_as, django_assert_num_queries, number):
    approver = client_as(Role.MI_APPROVER)
    for place in range(number):
        rated(f"CIC{place}", now="85", then="85")
    uploads(number, UploadState.SUBMITTED)

    with django_assert_num_queries(7):  # what waits of minutes and the next meeting are two of them
        assert len(told(open_page(approver, "/"))) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_queries_for_everybody_do_not_grow(client, django_assert_num_queries, number):
    for place in range(number):
        MeetingMinutesFactory(meeting__on=date(2018, 9, 1 + place), state=MinutesState.PUBLISHED)
        MeetingFactory(on=localdate() + timedelta(days=1 + place))
        published(RecommendationFactory())
        supported()

    with django_assert_num_queries(10):
        assert len(told(open_page(client, "/"))) == 4


@pytest.mark.parametrize(("method", "status"), [("head", 200), ("post", 405)])
def test_first_page_is_only_read(client: Client, method, status):
    assert getattr(client, method)("/").status_code == status
