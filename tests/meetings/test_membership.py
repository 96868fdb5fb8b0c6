"""Who sits on the panel on a day, what changed between two meetings, the quorum, and how often each came."""

from datetime import date
from decimal import Decimal

import pytest

from meetings.models import (
    AttendanceStatus,
    Capacity,
    Category,
    Meeting,
    MeetingState,
    MinutesState,
    QuorumBase,
)
from meetings.name_lists import Office
from meetings.report.attendance_rates import attendance_rates, near_six_months
from meetings.report.membership import (
    meeting_before,
    members_on,
    membership_changes,
    membership_paragraph,
    offices_on,
    quorum_on,
)
from meetings.report.seats import members_page
from meetings.seat_dates import agenda_note
from tests.factories.meetings import (
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    PersonFactory,
    SeatFactory,
    SeatTenureFactory,
    in_office,
    member,
)

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)
FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)


@pytest.fixture
def panel():
    return BodyFactory()


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2018, 8, 31), []),
        (date(2018, 9, 1), ["Allen"]),
        (date(2018, 9, 30), ["Allen"]),
        (date(2018, 10, 1), []),
    ],
)
def test_a_membership_holds_on_its_first_and_its_last_day(panel, day, there):
    member(surname="Allen", starts_on=date(2018, 9, 1), ends_on=date(2018, 9, 30))

    assert [tenure.person.surname for tenure in members_on(panel, day)] == there


def test_paragraph_begins_with_the_chairman_and_closes_with_the_organisations(panel):
    chairman = member(surname="Zed", title="Mrs", initials="A", honours="MBE")
    in_office(chairman)
    member(Category.FOSTER_CARER, surname="Bayford", initials="J")
    member(surname="Linfield", print_name="Ida Linfield")
    SeatTenureFactory(
        seat=SeatFactory(category=Category.PARTNER, with_representative=True),
        person=PersonFactory(surname="Adams"),
    )
    SeatFactory(category=Category.PARTNER, nominated_by="Health trust")
    SeatFactory(nominated_by="Labour")
    meeting = MeetingFactory(on=NOVEMBER)

    assert membership_paragraph(meeting) == (
        "Mrs A Zed, MBE (Chairman), Ms A Adams and representative, Ms J Bayford, Ida Linfield, Health trust"
    )


@pytest.mark.parametrize(("day", "held"), [(SEPTEMBER, True), (date(2018, 9, 20), False)])
def test_an_office_ends_with_its_last_day(panel, day, held):
    person = member()
    in_office(person, Office.VICE_CHAIRMAN, ends_on=SEPTEMBER)

    assert offices_on(panel, day) == ({person.pk: Office.VICE_CHAIRMAN} if held else {})


def test_changes_are_told_from_the_meeting_before():
    seat = SeatFactory(category=Category.FOSTER_CARER)
    before = PersonFactory(first_name="Bea", surname="Old")
    after = PersonFactory(first_name="Cy", surname="New")
    SeatTenureFactory(seat=seat, person=before, ends_on=date(2018, 10, 1), reason_left="moved away")
    SeatTenureFactory(seat=seat, person=after, starts_on=date(2018, 10, 2))
    MeetingFactory(on=SEPTEMBER)
    MeetingFactory(on=date(2018, 10, 18), state=MeetingState.CANCELLED, reason="Snow")
    meeting = MeetingFactory(on=NOVEMBER)

    assert meeting_before(meeting).on == SEPTEMBER
    assert agenda_note(membership_changes(meeting)) == (
        "The Panel is asked to note that Cy New (foster carer) has replaced Bea Old (moved away)."
    )


def test_the_first_meeting_of_all_has_no_changes():
    meeting = MeetingFactory(on=NOVEMBER)
    member(starts_on=date(2018, 10, 1))

    assert membership_changes(meeting) == []


@pytest.mark.parametrize(("base", "needed"), [(QuorumBase.FILLED, 2), (QuorumBase.ALL, 3)])
def test_quorum_counts_filled_seats_or_all(panel, base, needed):
    panel.quorum_base, panel.quorum_floor = base, 1
    panel.save()
    for _ in range(4):
        member()
    SeatFactory.create_batch(3)
    member(Category.OFFICER, votes=False)

    quorum = quorum_on(panel, NOVEMBER)

    assert (quorum.voting_seats, quorum.filled_voting_seats, quorum.needed) == (7, 4, needed)


def test_page_of_members_shows_seats_by_category_and_vacancies_since_when(panel):
    member(Category.FOSTER_CARER, surname="Bayford")
    for name in ("Cole", "Abbot"):
        member(surname=name)
    SeatTenureFactory(seat=SeatFactory(), ends_on=SEPTEMBER)
    SeatFactory(starts_on=date(2018, 10, 1))
    SeatFactory(ends_on=SEPTEMBER)

    found = members_page(panel, NOVEMBER)

    assert [
        (name, [(line.name, str(line.vacant_since)) for line in lines if not line.tenure])
        for name, lines in found.by_category
    ] == [
        ("County councillor", [("", "2018-09-20"), ("", "2018-10-01")]),
        ("Foster carer", []),
    ]
    assert [line.name for line in found.by_category[0][1]] == ["Ms A Abbot", "Ms A Cole", "", ""]
    assert (found.number, found.filled) == (5, 3)


# Attendance


def held(on: date, minutes: str = MinutesState.PUBLISHED, state: str = MeetingState.HELD) -> Meeting:
    meeting = MeetingFactory(on=on, state=state, reason="Snow" if state != MeetingState.HELD else "")
    MeetingMinutesFactory(meeting=meeting, state=minutes)
    return meeting


def came(meeting: Meeting, person, status=AttendanceStatus.PRESENT) -> None:
    AttendanceFactory(meeting=meeting, person=person, status=status)


def test_rate_counts_meetings_held_during_the_membership_with_substitutions_beside(panel):
    person = member(surname="Allen", starts_on=date(2018, 3, 1))
    days = [date(2018, 2, 1), date(2018, 3, 1), date(2018, 7, 19), SEPTEMBER]
    early, spring, summer, autumn = (held(day) for day in days)
    for meeting in (early, spring):
        came(meeting, person)
    came(summer, person, AttendanceStatus.APOLOGY)
    AttendanceFactory(
        meeting=summer, capacity=Capacity.SUBSTITUTE, substitute_for=person, status=AttendanceStatus.PRESENT
    )
    AttendanceFactory(meeting=autumn, capacity=Capacity.SUBSTITUTE, substitute_for=person, status="apology")
    held(date(2018, 10, 4), state=MeetingState.CANCELLED)
    held(date(2018, 10, 5), state=MeetingState.INQUORATE)
    held(date(2018, 10, 6), minutes=MinutesState.DRAFTING)

    lines = attendance_rates(panel, FIRST, LAST)

    assert [(one.name, one.rate.attended, one.rate.held, one.rate.substituted) for one in lines] == [
        ("Ms A Allen", 1, 3, 1)
    ]
    assert lines[0].rate.percentage == Decimal("33.3")


def test_rate_knows_who_is_no_longer_a_member_and_whose_time_held_no_meeting(panel):
    member(surname="Allen", ends_on=date(2018, 3, 1))
    member(surname="Brown", ends_on=date(2017, 12, 31))
    member(surname="Cole")

    lines = attendance_rates(panel, FIRST, LAST)

    assert [(one.name, one.is_member_now, one.rate.percentage) for one in lines] == [
        ("Ms A Allen", False, None),
        ("Ms A Cole", True, None),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_rates_cost_the_same_queries_for_one_and_three(panel, number, django_assert_num_queries):
    for n in range(number):
        came(held(date(2018, 1, 1 + n)), member())

    with django_assert_num_queries(3):  # meetings, attendances, memberships
        attendance_rates(panel, FIRST, LAST)


@pytest.mark.parametrize(
    ("last", "today", "named"),
    [
        (date(2018, 7, 19), date(2018, 12, 18), []),
        (date(2018, 7, 19), date(2018, 12, 19), ["Ms A Allen"]),
        (SEPTEMBER, date(2019, 2, 1), []),
    ],
)
def test_councillors_are_warned_of_after_five_months_and_a_missed_meeting(panel, last, today, named):
    person = member(surname="Allen")
    member(Category.FOSTER_CARER, surname="Brown")
    for day in (date(2018, 7, 19), SEPTEMBER):
        meeting = held(day)
        if day <= last:
            came(meeting, person)

    assert [name for name, _ in near_six_months(panel, today)] == named


def test_nobody_is_warned_of_while_no_meeting_was_missed(panel):
    came(held(date(2018, 1, 18)), member())

    assert near_six_months(panel, LAST) == []
