from datetime import UTC, date, datetime, timedelta

import pytest

from core.access import Role
from meetings.models import Access, Capacity, Category, Minute, MinutesState, Paper
from meetings.readers import reads_exempt
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PaperFactory,
    PersonFactory,
    SeatFactory,
    SeatTenureFactory,
    member,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

DAY = date(2018, 11, 1)
NOON = datetime(2018, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def meeting():
    return MeetingFactory(on=DAY)


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.DEMOCRATIC_SERVICES, True),
        (Role.PANEL_MEMBER, False),
        (Role.MEMBER, False),
        (Role.ADMINISTRATOR, False),
        (Role.REPORT_OWNER, False),
    ],
)
def test_role_alone_reads_exempt_papers_only_for_those_who_serve_the_panel(meeting, role, reads):
    assert reads_exempt(UserFactory(roles=[role]), meeting, at=NOON) is reads


@pytest.mark.parametrize(
    ("ends_on", "reads"),
    [(None, True), (DAY, True), (DAY - timedelta(days=1), False)],
)
def test_member_reads_the_exempt_papers_of_meetings_during_the_tenure(meeting, ends_on, reads):
    user = UserFactory(roles=[Role.PANEL_MEMBER])
    member(user=user, ends_on=ends_on)

    assert reads_exempt(user, meeting, at=NOON) is reads


def test_seat_without_exempt_papers_gives_no_right(meeting):
    user = UserFactory(roles=[Role.PANEL_MEMBER])
    seat = SeatFactory(category=Category.APPRENTICE, reads_exempt=False)
    SeatTenureFactory(seat=seat, person=PersonFactory(user=user))

    assert reads_exempt(user, meeting, at=NOON) is False


def test_seat_without_the_role_gives_no_right(meeting):
    user = UserFactory(roles=[Role.REPORT_OWNER])
    member(user=user)

    assert reads_exempt(user, meeting, at=NOON) is False


@pytest.mark.parametrize(
    ("at", "reads"),
    [
        (NOON - timedelta(days=1, seconds=1), False),
        (NOON - timedelta(days=1), True),
        (datetime(2018, 11, 1, 23, 59, 59, tzinfo=UTC), True),
        (datetime(2018, 11, 2, 0, 0, 0, tzinfo=UTC), False),
    ],
)
def test_substitute_reads_from_acceptance_to_the_end_of_the_day(meeting, at, reads):
    user = UserFactory(roles=[Role.MEMBER])
    AttendanceFactory(
        meeting=meeting,
        person=PersonFactory(user=user),
        capacity=Capacity.SUBSTITUTE,
        substitute_for=member(),
        accepted_at=NOON - timedelta(days=1),
    )

    assert reads_exempt(user, meeting, at=at) is reads
    assert reads_exempt(user, MeetingFactory(), at=at) is False


def test_substitute_who_is_not_accepted_reads_nothing(meeting):
    user = UserFactory(roles=[Role.MEMBER])
    AttendanceFactory(
        meeting=meeting,
        person=PersonFactory(user=user),
        capacity=Capacity.SUBSTITUTE,
        substitute_for=member(),
    )

    assert reads_exempt(user, meeting, at=NOON) is False


def test_papers_are_exempt_themselves_or_by_their_item():
    open_paper = PaperFactory()
    PaperFactory(withdrawn_at=NOON)
    own = PaperFactory(item=AgendaItemFactory(exempt=True, access=Access.PART_EXEMPT), is_exempt=True)
    beside = PaperFactory(item=own.item)
    by_item = PaperFactory(item=AgendaItemFactory(exempt=True))

    assert set(Paper.objects.open_to_public()) == {open_paper, beside}
    assert set(Paper.objects.for_reader(exempt=False)) == {open_paper, beside}
    assert set(Paper.objects.for_reader(exempt=True)) == {open_paper, own, beside, by_item}


def test_minutes_are_read_once_published_and_exempt_ones_with_the_right():
    MinuteFactory()
    record = MeetingMinutesFactory(state=MinutesState.PUBLISHED)
    open_minute, exempt = MinuteFactory(record=record), MinuteFactory(record=record, is_exempt=True)

    assert list(Minute.objects.for_reader(exempt=False)) == [open_minute]
    assert list(Minute.objects.for_reader(exempt=True)) == [open_minute, exempt]
