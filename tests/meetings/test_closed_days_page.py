"""The page of closed days, and what a day added later does to agendas that were issued."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from core.access import Role
from meetings.actions.closed_days import add_closed_day, remove_closed_day
from meetings.models import ClosedDay, ClosedDayKind, Meeting
from meetings.report.closed_days import agendas_that_fall_short
from tests.factories.meetings import MeetingFactory, issue
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
PAGE = "/meetings/closed-days/"
NOVEMBER, ISSUED = date(2018, 11, 1), date(2018, 10, 24)
TODAY = date(2018, 10, 26)


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.DEMOCRATIC_SERVICES)


def answers(on: date = date(2018, 12, 27), **more) -> dict:
    known = timezone.localdate()
    dates = {"on": on, "known_since": known}
    parts = {
        f"{name}-{part}": str(getattr(day, part))
        for name, day in dates.items()
        for part in ("day", "month", "year")
    }
    return parts | {"name": "Winter closure", "kind": "council_closure"} | more


def send(client: Client, data: dict) -> Page:
    return Page(client.post(PAGE, data, follow=True).content)


def closed(on: date, known_since: date = TODAY) -> ClosedDay:
    return ClosedDay.objects.create(
        on=on, name="Flood", kind=ClosedDayKind.COUNCIL_CLOSURE, known_since=known_since
    )


def test_page_shows_the_bank_holidays_of_a_year_and_an_empty_list(officer):
    page = open_page(officer, f"{PAGE}?year=2018")

    assert page.texts("ul.govuk-list:not(.govuk-list--spaced) li") == [
        "Monday 1 January 2018: New Year's Day",
        "Friday 30 March 2018: Good Friday",
        "Monday 2 April 2018: Easter Monday",
        "Monday 7 May 2018: May Day",
        "Monday 28 May 2018: Spring Bank Holiday",
        "Monday 27 August 2018: Late Summer Bank Holiday",
        "Tuesday 25 December 2018: Christmas Day",
        "Wednesday 26 December 2018: Boxing Day",
    ]
    assert "No day is added yet." in page.texts("main p")


@pytest.mark.parametrize("asked", ["", "x", "1066", "9999"])
def test_a_year_that_is_none_shows_this_one(officer, asked):
    assert f"Bank holidays of {timezone.localdate().year}" in open_page(
        officer, f"{PAGE}?year={asked}"
    ).texts("h2")


def test_day_is_added_once_and_taken_out_once(officer):
    for _ in range(2):
        page = send(officer, answers())
    assert page.texts(".govuk-notification-banner__heading") == ["Thursday 27 December 2018 is in the list."]
    day = ClosedDay.objects.get()

    said = [
        Page(officer.post(f"{PAGE}{day.pk}/remove/", follow=True).content).texts(
            ".govuk-notification-banner__heading"
        )
        for _ in range(2)
    ]

    assert said == [
        ["Thursday 27 December 2018 is out of the list."],
        ["That day is out of the list already."],
    ]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (
            date(2018, 12, 25),
            "Tuesday 25 December 2018 is a bank holiday that the portal knows already: Christmas Day.",
        ),
        (
            date(2018, 12, 29),
            "Saturday 29 December 2018 is in the weekend, when the offices are closed anyway.",
        ),
    ],
)
def test_a_day_that_is_closed_anyway_is_refused(officer, on, told):
    assert send(officer, answers(on)).texts(".govuk-error-summary__list li") == [told]


def test_a_day_that_is_listed_otherwise_is_refused_at_its_box(officer):
    send(officer, answers())

    page = send(officer, answers(name="Flood"))

    assert page.texts(".govuk-error-summary__list li") == ["This day is in the list already."]


# Agendas that were issued


@pytest.mark.parametrize(
    ("on", "falls_short"),
    [(ISSUED, True), (date(2018, 10, 25), True), (date(2018, 10, 31), True), (NOVEMBER, False)],
)
def test_a_day_between_issue_and_meeting_makes_an_agenda_short(on, falls_short):
    meeting = MeetingFactory(on=NOVEMBER)
    issue(meeting, on=ISSUED)
    day = closed(on, known_since=date(2018, 10, 25))

    found = agendas_that_fall_short(TODAY, (day,))

    # The day of issue itself closed: the agenda lies open from the next working day, with one clear day less
    assert [one.meeting for one in found] == ([meeting] if falls_short else [])


def test_the_days_left_are_counted_out_and_the_officer_is_not_blamed():
    issue(MeetingFactory(on=NOVEMBER), on=ISSUED)

    found = agendas_that_fall_short(TODAY, (closed(date(2018, 10, 30)),))

    assert [one.sentence for one in found] == [
        "Issued Wednesday 24 October 2018: 4 clear days, one too few: Thursday 25, Friday 26, "
        "Monday 29 and Wednesday 31 October 2018. It was in time by the days that were known when it was issued."
    ]


def test_a_day_that_was_known_at_issue_is_said_so():
    issue(MeetingFactory(on=NOVEMBER), on=ISSUED)

    found = agendas_that_fall_short(TODAY, (closed(date(2018, 10, 30), known_since=ISSUED),))

    assert [one.was_in_time for one in found] == [False]


def test_shorter_notice_past_meetings_and_unissued_agendas_are_left_alone():
    called = MeetingFactory(on=NOVEMBER, convened_on=date(2018, 10, 29), short_notice_reason="A court date")
    past = MeetingFactory(on=date(2018, 10, 25))
    for meeting in (called, past):
        issue(meeting, on=ISSUED)
    MeetingFactory(on=date(2018, 11, 2))

    assert agendas_that_fall_short(TODAY, (closed(date(2018, 10, 30)),)) == []


def test_adding_a_day_names_the_agenda_on_every_page_of_its_officers(officer):
    today = timezone.localdate()
    working = [
        today + timedelta(days=n) for n in range(60) if (today + timedelta(days=n)).weekday() in (1, 2)
    ]
    meeting = MeetingFactory(on=working[-1])
    tuesday = next(day for day in reversed(working) if day < meeting.on)
    issue(meeting, on=meeting.on - timedelta(days=8))

    page = send(officer, answers(tuesday))

    said = page.texts(".govuk-notification-banner__heading")
    assert said[0].endswith("is in the list. 1 issued agenda falls short now: see below.")
    assert page.links(".meetings-caution a") == [f"/meetings/{meeting.pk}/manage/"]
    for address in ("/meetings/dates/", f"/meetings/{meeting.pk}/manage/"):
        assert "The agenda falls short." in open_page(officer, address).root.text_content()
    assert Meeting.objects.count() == 1


# Who may


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_others_are_refused_where_officers_are_let_in(client_as, officer, role):
    day, other = closed(date(2018, 12, 27)), client_as(role)

    assert (officer.get(PAGE).status_code, other.get(PAGE).status_code) == (200, 403)
    assert other.post(f"{PAGE}{day.pk}/remove/").status_code == 403
    with pytest.raises(PermissionDenied):
        remove_closed_day(day, by=other.user)
    with pytest.raises(PermissionDenied):
        add_closed_day(
            on=date(2018, 12, 28),
            name="x",
            kind=ClosedDayKind.COUNCIL_CLOSURE,
            known_since=TODAY,
            by=other.user,
        )


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_queries_for_one_and_three(officer, number, django_assert_num_queries):
    today = timezone.localdate()
    for n in range(number):
        closed(date(2018, 12, 3 + n))
        issue(MeetingFactory(on=today + timedelta(days=n)), on=today)

    with django_assert_num_queries(6):  # session, reader, days, meetings, issues, minutes
        officer.get(PAGE)
