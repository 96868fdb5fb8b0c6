"""How a meeting begins and ends in the record: its times, who presided, and a quorum that was lost on the way."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from core.access import Role
from meetings.actions.attendance import set_presiding
from meetings.actions.minutes_start import start_minutes
from meetings.actions.sitting import close_meeting, lapse_meeting, open_meeting
from meetings.models import Meeting, MeetingState, ProgrammeState
from meetings.report.meeting_words import notice
from meetings.views import sitting
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    ProgrammeEntryFactory,
)
from tests.meetings.sittings import AFTER, DAY, at, councillors, the_meeting, there
from tests.page import Page

pytestmark = pytest.mark.django_db
LOST = (
    "The meeting ended at 11.20 am for want of a quorum: 1 voting member was present and 3 were needed. "
    "The items not taken go forward to the next meeting."
)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def lost(clerk):
    """A quorum until eleven, one item taken in it, one left, and a next meeting."""
    meeting, people = the_meeting(MeetingState.SITTING, opened_at=time(10)), councillors(3)
    there(meeting, people[0])
    there(meeting, *people[1:], left_at=time(11))
    entry = ProgrammeEntryFactory(body=meeting.body, meeting=meeting, state=ProgrammeState.ON_AGENDA)
    AgendaItemFactory(
        meeting=meeting, title="Scorecard", outcome="taken", taken_order=1, programme_entry=entry
    )
    AgendaItemFactory(meeting=meeting, title="Adoption")
    MeetingFactory(on=DAY + timedelta(weeks=8))
    return meeting


@pytest.mark.parametrize(
    ("now", "typed", "opened"),
    [
        (at(10, 3), None, time(10, 3)),
        (at(10, 3), time(10, 1), time(10, 1)),
        (AFTER, None, time(9, 30)),
        (AFTER, time(9, 40), time(9, 40)),
    ],
)
def test_meeting_recorded_on_a_later_day_opened_when_it_was_to_begin(clerk, now, typed, opened):
    meeting = the_meeting(starts_at=time(9, 30))

    open_meeting(meeting, at=typed, by=clerk, now=now)

    assert Meeting.objects.get().opened_at == opened


@pytest.mark.parametrize(
    ("now", "typed", "closed"),
    [(at(12), None, time(12)), (AFTER, None, None), (AFTER, time(12, 10), time(12, 10))],
)
def test_nobody_knows_on_a_later_day_when_it_closed_unless_they_say(clerk, now, typed, closed):
    meeting = the_meeting(MeetingState.SITTING, opened_at=time(10))

    close_meeting(meeting, at=typed, by=clerk, now=now)

    kept = Meeting.objects.get()
    assert (kept.state, kept.closed_at) == ("held", closed)


def test_chairman_recorded_as_present_after_the_opening_presided(clerk):
    meeting, people = the_meeting(), councillors(3)
    open_meeting(meeting, by=clerk, now=at(10))
    there(meeting, *people)

    close_meeting(meeting, by=clerk, now=at(12))

    assert Meeting.objects.get().presided_by == people[0]


def test_who_presided_is_recorded_beside_published_minutes(clerk):
    """They do not print it, and without it nobody could sign those of the meeting before."""
    meeting, people = the_meeting(MeetingState.HELD), councillors(1)
    there(meeting, *people)
    MeetingMinutesFactory(meeting=meeting, state="published")

    set_presiding(meeting, person=people[0].pk, before=None, by=clerk)

    assert Meeting.objects.get().presided_by == people[0]


def test_quorum_lost_for_good_ends_a_meeting_that_was_held(clerk, lost):
    done = [lapse_meeting(lost, by=clerk, now=at(11, 20)) for _ in range(2)]

    kept = Meeting.objects.get(pk=lost.pk)
    assert (done, kept.state, kept.closed_at, kept.reason) == ([True, False], "held", time(11, 20), LOST)
    assert [(item.outcome, item.deferred_to) for item in kept.items.order_by("pk")] == [
        ("taken", None),
        ("not_reached", Meeting.objects.latest("on")),
    ]
    assert kept.items.earliest("pk").programme_entry.state == ProgrammeState.CONSIDERED
    assert notice(kept) == LOST


def test_its_minutes_tell_what_was_taken_and_why_it_ended(clerk, lost):
    lapse_meeting(lost, by=clerk, now=at(11, 20))

    record, _ = start_minutes(Meeting.objects.get(pk=lost.pk), by=clerk)

    told = [(minute.heading, minute.body) for minute in record.minutes.all()]
    assert told == [
        ("Scorecard", ""),
        ("Adoption", "<p>This item was not reached.</p>"),
        ("End of the meeting", f"<p>{LOST}</p>"),
    ]


def test_page_says_beforehand_what_becomes_of_it(client, clerk, lost, monkeypatch):
    monkeypatch.setattr(sitting.timezone, "now", lambda: at(11, 20))
    client.force_login(clerk)
    way = reverse("meetings:meeting_lapse", args=[lost.pk])

    page = Page(client.get(way).content)
    after = Page(client.post(way, follow=True).content)

    assert page.texts(".govuk-inset-text") == [LOST]
    assert page.texts("main li") == ["Adoption"]
    assert after.texts(".govuk-notification-banner__content") == [
        "Recorded: the quorum was lost. What was taken has its minutes; the rest goes to the next meeting."
    ]
