"""A meeting of 40 items and 200 attendances costs no page more queries than one with a single item."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.access import Role
from meetings.models import Attendance, Interest, Meeting, RecordedVote
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    ResolutionFactory,
    TermFactory,
    UndertakingFactory,
)
from tests.factories.people import PostFactory, UserFactory
from tests.meetings.agendas import NOVEMBER, SEPTEMBER
from tests.meetings.sittings import councillors
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
ITEMS, ATTENDANCES = 40, 200


def held(on, *, items: int, attendances: int) -> Meeting:
    """Everything that is recorded of a meeting, at each of its items."""
    meeting = MeetingFactory(on=on, state="held")
    record, owner = MeetingMinutesFactory(meeting=meeting), PostFactory()
    people = [PersonFactory() for _ in range(attendances)]
    Attendance.objects.bulk_create(
        AttendanceFactory.build(meeting=meeting, person=person, capacity="officer", status="present")
        for person in people
    )
    for place in range(1, items + 1):
        item = AgendaItemFactory(
            meeting=meeting, position=place, number=place, outcome="taken", taken_order=place
        )
        resolution = ResolutionFactory(item=item)
        RecordedVote.objects.create(resolution=resolution, person=people[0], cast="for")
        UndertakingFactory(item=item, owner=owner)
        Interest.objects.create(
            meeting=meeting, item=item, person=people[0], kind="other", nature="x", effect="stayed"
        )
        MinuteFactory(record=record, position=place, body="<p>Said.</p>").items.add(item)
    return meeting


@pytest.fixture(scope="module")
def meetings(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker):
        councillors(3)
        large = held(NOVEMBER, items=ITEMS, attendances=ATTENDANCES)
        TermFactory(body=large.body)
        yield held(SEPTEMBER, items=1, attendances=1), large


@pytest.fixture(scope="module")
def clerk(meetings):
    client = Client()
    client.force_login(UserFactory(roles=[Role.DEMOCRATIC_SERVICES]))
    return client


def asked_by(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    "name",
    [
        "attendance_record",
        "meeting_sit",
        "item_record",
        "minutes_write",
        "minute_edit",
        "minute_items",
        "minutes_read",
        "meeting_read",
        "meeting_data",
    ],
)
def test_page_of_a_large_meeting_asks_no_more_than_that_of_a_small_one(meetings, clerk, name):
    def address(meeting) -> str:
        item = meeting.items.last()
        thing = {"item_record": item, "minute_edit": item.minutes.get, "minute_items": item.minutes.get}
        one = thing.get(name, meeting)
        return reverse(f"meetings:{name}", args=[(one() if callable(one) else one).pk])

    large, small = (asked_by(clerk, address(meeting)) for meeting in reversed(meetings))

    assert large == small
    assert [meeting.attendances.count() for meeting in meetings] == [1, ATTENDANCES]
