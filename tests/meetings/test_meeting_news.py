"""What the first page says of meetings: to each reader what waits for them, and when the panel next meets."""

from datetime import date, time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from core.access import Role
from meetings.models import MeetingMinutes, ReportState
from meetings.report.news import meeting_tasks, next_meeting_news
from tests.factories.meetings import (
    MeetingFactory,
    MeetingMinutesFactory,
    PersonFactory,
    ReportContactFactory,
    issue,
)
from tests.meetings.agendas import NOVEMBER, SEPTEMBER, a_panel, a_whole_report, an_item, held_in_september

pytestmark = pytest.mark.django_db
TODAY = date(2018, 10, 20)


@pytest.fixture
def panel():
    return a_panel()


@pytest.fixture
def november(panel):
    place = "Darent Room, Sessions House"
    return MeetingFactory(body=panel, on=NOVEMBER, starts_at=time(10), venue=place, state="confirmed")


def next_told(user, today=TODAY) -> list[tuple[str, str]]:
    return [(one.sentence, one.link) for one in next_meeting_news(user, today=today)]


def tasks(user, today=TODAY) -> list[str]:
    return [one.sentence for one in meeting_tasks(user, today=today)]


@pytest.mark.parametrize("role", Role)
def test_everybody_with_a_role_is_told_of_the_next_meeting(november, user_as, role):
    MeetingFactory(body=november.body, on=SEPTEMBER)
    MeetingFactory(body=november.body, on=date(2018, 10, 25), state="cancelled", reason="Snow")

    (told,) = next_meeting_news(user_as(role), today=TODAY)

    assert told.sentence == "Next meeting: Thursday 1 November 2018, 10.00 am, Darent Room, Sessions House."
    assert told.href == reverse("meetings:meeting_read", args=[november.pk])


def test_next_meeting_says_whether_its_agenda_is_out(november, user_as):
    reader = user_as(Role.PANEL_MEMBER)
    before = next_told(reader)[0][1]
    issue(november, on=TODAY)

    assert (before, next_told(reader)[0][1]) == ("Open the meeting’s page", "Read the agenda")


def test_reserved_date_is_named_as_such(november, user_as):
    november.state = "reserved"
    november.save()

    assert next_told(user_as(Role.MEMBER))[0][0] == (
        "The panel’s next meeting is reserved for Thursday 1 November 2018, 10.00 am, "
        "Darent Room, Sessions House."
    )


@pytest.mark.parametrize(
    ("role", "link"),
    [(Role.DEMOCRATIC_SERVICES, "Go to the meeting"), (Role.PANEL_MEMBER, "Open the meeting’s page")],
)
def test_on_the_day_the_clerk_goes_straight_to_the_meeting(november, user_as, role, link):
    assert next_told(user_as(role), NOVEMBER) == [
        ("Next meeting: today, 10.00 am, Darent Room, Sessions House.", link)
    ]


@pytest.mark.parametrize("state", ["held", "inquorate"])
def test_meeting_that_is_over_is_not_the_next(november, user_as, state):
    november.state, november.reason = state, "Too few"
    november.save()

    assert next_told(user_as(Role.MEMBER), NOVEMBER) == []


def test_account_without_a_role_is_told_nothing(november, user_as):
    assert (next_told(user_as()), tasks(user_as())) == ([], [])
    assert tasks(AnonymousUser()) == []


def test_officer_is_told_by_when_the_agenda_goes_out_and_what_is_missing(november, user_as):
    officer = user_as(Role.DEMOCRATIC_SERVICES)
    begun = tasks(officer)
    an_item(november)
    whole = tasks(officer)
    an_item(november, "Adoption", paper_state="attached")
    missing = tasks(officer)
    issue(november, on=TODAY)

    start = "Issue the agenda of 1 November 2018 by Wednesday 24 October 2018, in 4 days"
    assert (begun, whole, missing) == (
        [f"{start}: it is not begun yet."],
        [f"{start}: nothing is missing."],
        [f"{start}: 1 thing is missing."],
    )
    assert tasks(officer) == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (None, ["The minutes of 19 September 2018 are not begun yet."]),
        ({"state": "drafting"}, ["The minutes of 19 September 2018 are being written."]),
        (
            {"state": "drafting", "chairman_note": "Name it"},
            ["The chairman asked for changes to the minutes of 19 September 2018."],
        ),
        ({"state": "chairman"}, []),
        (
            {"state": "chairman", "agreed": True},
            ["The chairman agrees to the minutes of 19 September 2018. They can be published."],
        ),
        ({"state": "published"}, []),
    ],
)
def test_officer_is_told_what_is_left_to_do_for_the_last_minutes(panel, user_as, record, told):
    officer, meeting = user_as(Role.DEMOCRATIC_SERVICES), held_in_september(panel)
    MeetingFactory(body=panel, on=date(2018, 7, 19), state="held")
    if record:
        agreed = {"agreed_at": "2018-10-03T09:00Z", "agreed_by": officer} if record.pop("agreed", "") else {}
        MeetingMinutesFactory(meeting=meeting, **record, **agreed)

    assert tasks(officer) == told


def test_whoever_presided_is_told_that_minutes_wait(panel, user_as):
    presided, other = user_as(Role.PANEL_MEMBER), user_as(Role.PANEL_MEMBER)
    meeting = held_in_september(panel)
    meeting.presided_by = PersonFactory(user=presided)
    meeting.save()
    PersonFactory(user=other)
    record = MeetingMinutesFactory(meeting=meeting, state="chairman")

    assert tasks(presided) == [
        "The minutes of 19 September 2018 wait for you to agree or to ask for changes."
    ]
    assert tasks(other) == []
    MeetingMinutes.objects.filter(pk=record.pk).update(
        agreed_at="2018-10-03T09:00Z", agreed_by=user_as(Role.DEMOCRATIC_SERVICES)
    )
    assert tasks(presided) == []


def test_author_is_told_by_when_a_report_is_due(november, user_as):
    author, other = user_as(Role.REPORT_OWNER), user_as(Role.REPORT_OWNER)
    report = a_whole_report(an_item(november, "Adoption"), author)

    assert tasks(author) == [
        "The report “Adoption” waits for you: it is due by Friday 19 October 2018, 1 day ago."
    ]
    assert tasks(other) == []
    report.state = ReportState.CLERK
    report.save()
    assert tasks(author) == []


def test_lead_officer_is_told_when_it_is_their_turn(november, user_as):
    author, lead = user_as(Role.REPORT_OWNER), user_as(Role.REPORT_OWNER)
    report = a_whole_report(an_item(november, "Adoption"), author)
    report.contacts.filter(role="lead_director").delete()
    ReportContactFactory(report=report, role="lead_director", person=PersonFactory(user=lead))
    before = tasks(lead)
    report.state = ReportState.LEAD_OFFICER
    report.save()

    assert (before, len(tasks(lead)), tasks(author)) == ([], 1, [])


@pytest.mark.parametrize("number", [1, 3])
def test_news_cost_the_same_however_much_there_is(november, user_as, number, django_assert_num_queries):
    author = user_as(Role.REPORT_OWNER, Role.PANEL_MEMBER)
    chairman = PersonFactory(user=author)
    for place in range(number):
        item = an_item(november, f"Report {place}")
        a_whole_report(item, author)
        held = MeetingFactory(
            body=november.body, on=date(2018, 1, 1 + place), state="held", presided_by=chairman
        )
        MeetingMinutesFactory(meeting=held, state="chairman")

    # person, minutes, offices; reports, contacts, sign-offs, closed days; meeting, issue
    with django_assert_num_queries(9):
        assert len(tasks(author)) + len(next_told(author)) == number + 2


@pytest.mark.parametrize("number", [1, 3])
def test_officers_news_cost_the_same_for_one_item_and_three(
    november, user_as, number, django_assert_num_queries
):
    officer = user_as(Role.DEMOCRATIC_SERVICES)
    for place in range(number):
        a_whole_report(an_item(november, f"Report {place}"), officer)

    with django_assert_num_queries(21):
        tasks(officer)
