"""The list of meetings and the first page of one, as everybody reads them."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from core.access import Role
from meetings.models import IssueKind, Meeting, MeetingKind, MeetingState, MinutesState
from meetings.report.calendar import public_calendar
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MeetingMinutesFactory, issue
from tests.page import open_page

pytestmark = pytest.mark.django_db
LIST = "/meetings/"
TODAY = date(2018, 10, 1)
NOVEMBER, SEPTEMBER = date(2018, 11, 1), date(2018, 9, 19)


@pytest.fixture
def anybody() -> Client:
    return Client()


def test_empty_calendar_says_what_will_stand_here(anybody):
    page = open_page(anybody, LIST)

    assert page.texts(".portal-empty h2") == ["No meeting is in the calendar yet"]


def test_upcoming_stand_first_and_past_ones_by_year_latest_first():
    days = [date(2017, 5, 4), date(2017, 12, 7), SEPTEMBER, TODAY, NOVEMBER]
    for day in days:
        MeetingFactory(on=day)

    calendar = public_calendar(TODAY)

    assert [line.meeting.on for line in calendar.upcoming] == [TODAY, NOVEMBER]
    assert [(year, [line.meeting.on for line in lines]) for year, lines in calendar.past] == [
        (2018, [SEPTEMBER]),
        (2017, [date(2017, 12, 7), date(2017, 5, 4)]),
    ]


def test_next_meeting_is_the_first_that_was_not_called_off():
    MeetingFactory(on=date(2018, 10, 4), state=MeetingState.CANCELLED, reason="Snow")
    following = MeetingFactory(on=NOVEMBER)

    assert public_calendar(TODAY).next_one.meeting == following


def test_without_meetings_to_come_the_page_says_so_and_shows_the_past(anybody):
    MeetingFactory(on=SEPTEMBER)

    page = open_page(anybody, LIST)

    assert page.texts(".portal-headline") == ["No meeting is in the calendar at present."]
    assert page.texts("h2") == ["Past meetings: 2018"]
    assert page.texts(".meetings-list__day") == ["Wednesday 19 September 2018"]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("cancelled", "Cancelled. Too few papers were ready."),
        ("postponed", "Put off; no new date yet. Too few papers were ready."),
        ("inquorate", "Not held. Too few papers were ready."),
        ("adjourned", "Adjourned. Too few papers were ready."),
    ],
)
def test_whoever_looks_is_told_why_a_meeting_is_not_held_as_planned(anybody, state, said):
    meeting = MeetingFactory(on=NOVEMBER, state=state, reason="Too few papers\nwere ready")

    assert open_page(anybody, LIST).texts(".meetings-list th[scope=row] .portal-table__detail") == [said]
    assert open_page(anybody, f"{LIST}{meeting.pk}/").texts(".govuk-inset-text") == [said]


def test_moved_meeting_and_the_one_it_moved_to_point_at_each_other(anybody):
    later = MeetingFactory(on=date(2018, 11, 8))
    meeting = MeetingFactory(on=NOVEMBER, state=MeetingState.POSTPONED, reason="Snow.", moved_to=later)

    old, new = open_page(anybody, f"{LIST}{meeting.pk}/"), open_page(anybody, f"{LIST}{later.pk}/")

    assert old.texts(".govuk-inset-text") == [
        "Moved to Thursday 8 November 2018. Snow. Go to the new meeting"
    ]
    assert old.links(".govuk-inset-text a") == [f"{LIST}{later.pk}/"]
    assert f"{LIST}{meeting.pk}/" in new.links("main a")


def test_what_is_published_is_named_with_its_date_and_drafts_are_not(anybody):
    meeting = MeetingFactory(on=SEPTEMBER, state=MeetingState.HELD)
    issue(meeting, on=date(2018, 9, 11))
    issue(meeting, on=date(2018, 9, 13), number=2, kind=IssueKind.SUPPLEMENT)
    issue(meeting, on=date(2018, 9, 14), number=3, kind=IssueKind.REISSUE)
    record = MeetingMinutesFactory(meeting=meeting)
    issues = [
        "Agenda, issued 11 September 2018",
        "Supplement, 13 September 2018",
        "Agenda, issued again 14 September 2018",
    ]

    def published() -> list[str]:
        return open_page(anybody, f"{LIST}{meeting.pk}/").texts("main ul li")

    assert published() == issues
    record.state = MinutesState.PUBLISHED
    record.save()
    assert published() == [*issues, "Draft minutes"]
    listed = open_page(anybody, LIST).links(".meetings-list__published")
    assert listed == [
        f"{LIST}{meeting.pk}/{part}/"
        for part in ("agenda/issues/1", "agenda/issues/2", "agenda/issues/3", "minutes")
    ]


def test_time_place_and_kind_are_told_as_far_as_they_are_known(anybody):
    whole = MeetingFactory(on=NOVEMBER, kind=MeetingKind.EXTRAORDINARY)
    bare = MeetingFactory(on=date(2099, 5, 29), starts_at=None, venue="", state=MeetingState.RESERVED)

    past = MeetingFactory(on=date(2019, 5, 29), starts_at=None, venue="", state=MeetingState.RESERVED)

    facts = [open_page(anybody, f"{LIST}{one.pk}/").texts(".portal-facts") for one in (whole, bare, past)]

    assert facts == [
        ["10.00 am, Darent Room, Sessions House. Extraordinary meeting"],
        ["Time and place are not fixed yet. The date is reserved, not yet confirmed"],
        ["Time and place are not recorded"],
    ]


def test_page_of_no_meeting_is_404(anybody):
    assert anybody.get(f"{LIST}999/").status_code == 404


@pytest.mark.parametrize("role", [None, *Role])
def test_everybody_reads_the_list(client_as, role):
    meeting = MeetingFactory(on=timezone.localdate())
    client = client_as(role) if role else Client()

    assert open_page(client, LIST).links(".meetings-list__day") == [f"{LIST}{meeting.pk}/"]


def test_exempt_words_are_on_neither_page(anybody):
    meeting = MeetingFactory(on=NOVEMBER)
    AgendaItemFactory(meeting=meeting, exempt=True, private_title="Canary", private_purpose="Canary")
    issue(meeting, on=date(2018, 10, 24))

    for address in (LIST, f"{LIST}{meeting.pk}/"):
        assert b"Canary" not in anybody.get(address).content


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_queries_for_one_and_three(anybody, number, django_assert_num_queries):
    for day in range(number):
        meeting = MeetingFactory(on=date(2018, 9, 1 + day), state=MeetingState.HELD)
        issue(meeting, on=date(2018, 8, 1))
        MeetingMinutesFactory(meeting=meeting, state=MinutesState.PUBLISHED)

    with django_assert_num_queries(3):  # meetings, issues, minutes
        anybody.get(LIST)


def test_list_asks_for_no_document(anybody, django_assert_max_num_queries):
    meeting = MeetingFactory()
    issue(meeting, on=date(2018, 10, 24))

    with django_assert_max_num_queries(10) as asked:
        anybody.get(LIST)

    assert [q["sql"] for q in asked if '"content"' in q["sql"] or '"pdf"' in q["sql"]] == []
    assert Meeting.objects.count() == 1
