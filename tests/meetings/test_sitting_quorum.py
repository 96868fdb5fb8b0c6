"""Quorum from what is recorded: one third of the filled voting seats, three at least."""

import datetime

import pytest
from django.utils import timezone

from meetings.models import (
    AttendanceStatus,
    Capacity,
    InterestEffect,
    InterestKind,
    MeetingState,
    SubstitutionEnds,
)
from meetings.report.attendance import read_room
from meetings.report.quorum import no_quorum_refusal, quorum_of, withdrawn_from
from tests.factories.meetings import AgendaItemFactory, AttendanceFactory, PersonFactory, SeatFactory
from tests.meetings.sittings import AFTER, BEFORE, at, carer, councillors, the_meeting, there

pytestmark = pytest.mark.django_db


def quorum(meeting, now, **how):
    return quorum_of(read_room(meeting), now, **how)


def substitute(meeting, member, **fields):
    usual = {"capacity": Capacity.SUBSTITUTE, "status": AttendanceStatus.PRESENT, "accepted_at": BEFORE}
    return AttendanceFactory(meeting=meeting, substitute_for=member, **usual | fields)


def test_quorum_counts_voting_members_in_the_room():
    meeting, people = the_meeting(), councillors(4)
    there(meeting, *people[:3], carer())

    assert quorum(meeting, at(10)).sentence == "Quorate: 3 voting members in the room, 3 needed."


def test_member_who_has_not_come_or_has_left_does_not_count():
    meeting, people = the_meeting(), councillors(4)
    there(meeting, people[0])
    there(meeting, people[1], arrived_at=datetime.time(10, 5))
    there(meeting, people[2], left_at=datetime.time(11))

    counted = [
        quorum(meeting, at(*moment)).verdict.counted for moment in ((10, 4), (10, 5), (10, 59), (11, 0))
    ]

    assert counted == [2, 3, 3, 2]


@pytest.mark.parametrize(("on", "counted"), [(datetime.date(2018, 11, 1), 0), (datetime.date(2021, 5, 6), 1)])
def test_joining_by_video_counts_when_the_law_said_so(on, counted):
    meeting, people = the_meeting(), councillors(1)
    meeting.on = on
    meeting.save()
    there(meeting, people[0], mode="remote")
    now = timezone.make_aware(datetime.datetime.combine(on, datetime.time(10)))

    assert quorum(meeting, now).verdict.counted == counted


@pytest.mark.parametrize(
    ("counts_from", "until", "counted"),
    [
        (datetime.date(2018, 11, 1), None, 1),
        (datetime.date(2018, 11, 2), None, 0),
        (datetime.date(2018, 1, 1), datetime.date(2018, 10, 31), 0),
    ],
)
def test_panels_own_dates_for_video_go_before_the_law(counts_from, until, counted):
    meeting, people = the_meeting(), councillors(1)
    meeting.body.remote_counts_from, meeting.body.remote_counts_until = counts_from, until
    meeting.body.save()
    there(meeting, people[0], mode="remote")

    assert quorum(meeting, at(10)).verdict.counted == counted


@pytest.mark.parametrize(("accepted_at", "counted"), [(BEFORE, 1), (None, 0)])
def test_substitute_counts_once_accepted(accepted_at, counted):
    meeting, people = the_meeting(), councillors(1)
    substitute(meeting, people[0], accepted_at=accepted_at)

    assert quorum(meeting, at(10)).verdict.counted == counted


@pytest.mark.parametrize(("ends", "members"), [(SubstitutionEnds.MEETING, 0), (SubstitutionEnds.ARRIVAL, 1)])
def test_member_who_arrives_and_the_substitute_count_once(ends, members):
    meeting, (person,) = the_meeting(), councillors(1)
    meeting.body.substitution_ends = ends
    meeting.body.save()
    substitute(meeting, person)
    there(meeting, person, arrived_at=datetime.time(10, 30))

    assert [quorum(meeting, at(*moment)).verdict.counted for moment in ((10, 0), (10, 30))] == [1, 1]
    assert len(list(read_room(meeting).members_there())) == members


def test_member_who_withdrew_for_an_item_does_not_count_there():
    meeting, people = the_meeting(), councillors(3)
    there(meeting, *people)
    item = AgendaItemFactory(meeting=meeting)
    meeting.interests.create(
        item=item, person=people[0], kind=InterestKind.DPI, nature="a flat", effect=InterestEffect.WITHDREW
    )
    meeting.interests.create(
        item=item, person=people[1], kind=InterestKind.OTHER, nature="a school", effect=InterestEffect.STAYED
    )

    withdrawn = withdrawn_from(meeting)

    assert withdrawn == {item.pk: {people[0].pk}}
    assert quorum(meeting, at(10), withdrawn=withdrawn[item.pk]).verdict.counted == 2


def test_all_seats_may_be_the_base():
    meeting, people = the_meeting(), councillors(4)
    SeatFactory.create_batch(8)
    there(meeting, *people[:3])
    meeting.body.quorum_base = "all"
    meeting.body.save()

    assert quorum(meeting, at(10)).verdict.needed == 4


def test_waiting_ends_so_many_minutes_after_the_start():
    meeting, people = the_meeting(), councillors(4)
    there(meeting, people[0])

    said = [
        (quorum(meeting, at(*m)).waiting, quorum(meeting, at(*m)).has_lapsed) for m in ((10, 14), (10, 15))
    ]

    assert said == [
        ("The wait for a quorum ends at 10.15 am.", False),
        ("The wait for a quorum ended at 10.15 am.", True),
    ]


def test_waiting_begins_again_when_a_quorum_is_lost():
    meeting, people = the_meeting(state=MeetingState.SITTING), councillors(3)
    there(meeting, *people[:2])
    there(meeting, people[2], arrived_at=datetime.time(10, 10), left_at=datetime.time(11, 20))

    assert quorum(meeting, at(11, 19)).is_quorate
    assert quorum(meeting, at(11, 21)).waiting == "The wait for a quorum ends at 11.35 am."


def test_before_the_day_everybody_without_an_apology_is_expected():
    meeting, people = the_meeting(), councillors(4)
    there(meeting, people[0], people[1], status=AttendanceStatus.APOLOGY)
    substitute(meeting, people[1], person=PersonFactory(), status=AttendanceStatus.EXPECTED)

    found = quorum(meeting, BEFORE)

    assert found.sentence == "3 voting members are expected, 3 needed for a quorum."
    assert no_quorum_refusal(found, meeting) == (
        "The meeting is on Thursday 1 November 2018. Record then whether there is a quorum."
    )


def test_day_that_is_over_is_judged_by_its_fullest_moment():
    meeting, people = the_meeting(), councillors(3)
    there(meeting, *people[:2])
    there(meeting, people[2], arrived_at=datetime.time(10, 40), left_at=datetime.time(11))

    assert quorum(meeting, AFTER).verdict.counted == 3


@pytest.mark.parametrize(
    ("came", "now", "why_not"),
    [
        (3, at(10, 20), "There is a quorum. Quorate: 3 voting members in the room, 3 needed."),
        (2, at(10, 10), "The wait for a quorum ends at 10.15 am. Record it after that."),
        (2, at(10, 15), ""),
        (2, AFTER, ""),
    ],
)
def test_want_of_a_quorum_is_recorded_when_the_wait_is_over(came, now, why_not):
    meeting, people = the_meeting(), councillors(3)
    there(meeting, *people[:came])

    assert no_quorum_refusal(quorum(meeting, now), meeting) == why_not
