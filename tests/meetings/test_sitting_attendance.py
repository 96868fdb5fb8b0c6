"""What is recorded of who was there, by clerks who may be two at once."""

import contextlib
import datetime

import pytest
from django.core.exceptions import PermissionDenied

from core.access import Role
from meetings.actions.attendance import (
    Change,
    NewPerson,
    Record,
    add_attender,
    save_attendance,
    set_presiding,
    take_off,
)
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.models import Attendance, AttendanceStatus, Capacity, MeetingState, SubstituteRule
from meetings.readers import reads_exempt
from people.models import Person
from tests.factories.meetings import AttendanceFactory, PersonFactory, PersonRoleFactory
from tests.meetings.sittings import AFTER, BEFORE, STARTS, at, carer, councillors, the_meeting, there

pytestmark = pytest.mark.django_db
PRESENT, APOLOGY = Record(AttendanceStatus.PRESENT), Record(AttendanceStatus.APOLOGY)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


def a_councillor(**person) -> Person:
    return PersonRoleFactory(person=PersonFactory(**person)).person


def change(person, record, version=0) -> Change:
    return Change(person.pk, version, record)


def test_member_of_whom_nothing_was_recorded_is_recorded(clerk):
    meeting, (person,) = the_meeting(), councillors(1)
    record = Record(AttendanceStatus.PRESENT, datetime.time(10, 5), datetime.time(12), is_remote=True)

    saved = save_attendance(meeting, [change(person, record)], by=clerk, now=STARTS)

    row = Attendance.objects.get()
    assert (saved.lines, saved.theirs) == ({person.pk: row}, {})
    assert (row.capacity, row.status, row.mode) == ("member", "present", "remote")
    assert (row.arrived_at, row.left_at, row.version) == (datetime.time(10, 5), datetime.time(12), 1)


def test_second_clerk_is_told_and_the_first_ones_line_stands(clerk):
    meeting, (one, other) = the_meeting(), councillors(2)
    save_attendance(meeting, [change(one, APOLOGY)], by=clerk, now=STARTS)

    saved = save_attendance(meeting, [change(one, PRESENT), change(other, PRESENT)], by=clerk, now=STARTS)

    assert (saved.theirs[one.pk].status, list(saved.lines)) == ("apology", [other.pk])
    assert Attendance.objects.get(person=one).status == "apology"
    assert Attendance.objects.get(person=other).status == "present"


def test_same_form_sent_twice_is_saved_once(clerk):
    meeting, (person,) = the_meeting(), councillors(1)

    for _ in range(2):
        saved = save_attendance(meeting, [change(person, PRESENT)], by=clerk, now=STARTS)

    assert (saved.theirs, Attendance.objects.get().version) == ({}, 1)


def test_line_that_was_taken_off_meanwhile_is_named(clerk):
    meeting, guest = the_meeting(), PersonFactory()

    assert save_attendance(meeting, [change(guest, PRESENT, 1)], by=clerk, now=STARTS).theirs == {
        guest.pk: None
    }


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.ADMINISTRATOR])
def test_only_clerks_record_attendance(role, user_as, clerk):
    meeting, (person,) = the_meeting(), councillors(1)

    with pytest.raises(PermissionDenied):
        save_attendance(meeting, [change(person, PRESENT)], by=user_as(role), now=STARTS)
    save_attendance(meeting, [change(person, PRESENT)], by=clerk, now=STARTS)

    assert Attendance.objects.count() == 1


def test_nothing_is_recorded_of_a_meeting_that_was_called_off(clerk):
    meeting, (person,) = the_meeting(MeetingState.CANCELLED, reason="No business"), councillors(1)

    with pytest.raises(Refused, match="This meeting is cancelled, so nothing is recorded of it"):
        save_attendance(meeting, [change(person, PRESENT)], by=clerk, now=STARTS)


def add(meeting, clerk, now=BEFORE, **fields):
    row, _ = add_attender(meeting, by=clerk, now=now, **{"person": None} | fields)
    return row


def test_substitute_is_accepted_and_reads_exempt_papers_to_the_end_of_the_day(clerk, user_as):
    meeting, (member,) = the_meeting(), councillors(1)
    user = user_as(Role.MEMBER)
    stand_in = a_councillor(user=user)

    row = add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=stand_in, substitute_for=member)

    assert (row.status, row.accepted_at) == ("expected", BEFORE)
    read = [
        reads_exempt(user, meeting, at=moment)
        for moment in (BEFORE - datetime.timedelta(1), BEFORE, STARTS, AFTER)
    ]
    assert read == [False, True, True, False]


def test_substitute_is_for_somebody_with_a_seat(clerk):
    with pytest.raises(Refused, match="Choose the member for whom the substitute attends"):
        add(
            the_meeting(),
            clerk,
            capacity=Capacity.SUBSTITUTE,
            person=a_councillor(),
            substitute_for=PersonFactory(),
        )


def test_member_is_nobodys_substitute(clerk):
    meeting, (one, other) = the_meeting(), councillors(2)

    with pytest.raises(Refused, match="a member cannot be somebody's substitute"):
        add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=one, substitute_for=other)


def test_member_has_one_substitute(clerk):
    meeting, (member,) = the_meeting(), councillors(1)
    first = a_councillor(title="Mr", initials="D", surname="Monkton")
    add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=first, substitute_for=member)

    with pytest.raises(Refused, match="has a substitute already: Mr D Monkton"):
        add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=a_councillor(), substitute_for=member)


def test_person_stands_in_for_one_member(clerk):
    meeting, (one, other) = the_meeting(), councillors(2)
    person = a_councillor(title="Mr", initials="D", surname="Monkton")
    add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=person, substitute_for=one)

    with pytest.raises(Refused, match="Mr D Monkton is on the list already, substitute"):
        add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=person, substitute_for=other)


@pytest.mark.parametrize(
    ("rule", "for_carer", "by_councillor", "is_let"),
    [
        (SubstituteRule.CATEGORY, False, True, True),
        (SubstituteRule.CATEGORY, False, False, False),
        (SubstituteRule.CATEGORY, True, False, True),
        (SubstituteRule.CATEGORY, True, True, False),
        (SubstituteRule.ANY_COUNCILLOR, True, True, True),
        (SubstituteRule.ANY_COUNCILLOR, True, False, False),
    ],
)
def test_substitute_is_of_the_kind_that_the_panels_rule_asks(clerk, rule, for_carer, by_councillor, is_let):
    meeting = the_meeting()
    meeting.body.substitute_rule = rule
    meeting.body.save()
    member = carer() if for_carer else councillors(1)[0]
    person = a_councillor() if by_councillor else PersonFactory()

    with contextlib.suppress(Refused):
        add(meeting, clerk, capacity=Capacity.SUBSTITUTE, person=person, substitute_for=member)

    assert Attendance.objects.exists() == is_let


@pytest.mark.parametrize(
    ("now", "told_at", "is_let"),
    [
        (at(9, 30), None, True),
        (at(9, 31), None, False),
        (at(9, 45), datetime.time(9, 20), True),
        (at(9, 45), datetime.time(9, 40), False),
        (AFTER, None, True),
    ],
)
def test_clerk_is_told_of_a_substitute_in_time(clerk, now, told_at, is_let):
    meeting, (member,) = the_meeting(), councillors(1)
    fields = {"capacity": Capacity.SUBSTITUTE, "person": a_councillor(), "substitute_for": member}

    with (
        contextlib.nullcontext()
        if is_let
        else pytest.raises(Refused, match=r"is named by 9.30 am, 30 minutes")
    ):
        add(meeting, clerk, now, told_at=told_at, **fields)

    assert Attendance.objects.exists() == is_let


def test_officer_is_printed_with_the_post_of_the_day(clerk):
    meeting, officer = the_meeting(), PersonFactory()
    PersonRoleFactory(person=officer, title="Head of Adoption Service", is_county_councillor=False)

    row = add(meeting, clerk, STARTS, capacity=Capacity.OFFICER, person=officer)

    assert (row.described_as, row.status) == ("Head of Adoption Service", "present")


def test_somebody_not_yet_known_is_added_once(clerk):
    meeting = the_meeting()
    new = NewPerson("Rene", "Godmersham", "Mrs", "R", "Head of Adoption Service")
    fields = {"capacity": Capacity.OFFICER, "person": None, "new": new, "by": clerk, "now": STARTS}

    made = [add_attender(meeting, **fields)[1] for _ in range(2)]

    assert made == [True, False]
    person = Person.objects.get(surname="Godmersham")
    assert (person.title, person.roles.get().title) == ("Mrs", "Head of Adoption Service")


def test_somebody_of_a_known_name_is_not_made_twice(clerk):
    PersonFactory(title="Mrs", initials="R", first_name="Rene", surname="Godmersham")

    with pytest.raises(Refused, match="Mrs R Godmersham is known already"):
        add(the_meeting(), clerk, capacity=Capacity.OFFICER, new=NewPerson("rene", "godmersham"))


def test_also_present_is_a_councillor_who_has_no_seat(clerk):
    meeting, (member,) = the_meeting(), councillors(1)

    with pytest.raises(Refused, match="is not recorded as a county councillor"):
        add(meeting, clerk, capacity=Capacity.COUNCILLOR, person=PersonFactory())
    with pytest.raises(Refused, match="is a member of the panel and is on the list above"):
        add(meeting, clerk, capacity=Capacity.COUNCILLOR, person=member)
    add(meeting, clerk, capacity=Capacity.COUNCILLOR, person=a_councillor())

    assert Attendance.objects.count() == 1


def test_guest_is_taken_off_and_once_more_changes_nothing(clerk):
    meeting = the_meeting()
    row = AttendanceFactory(meeting=meeting, capacity=Capacity.OBSERVER)

    assert [take_off(meeting, row.person_id, version=1, by=clerk) for _ in range(2)] == [True, False]


def test_member_is_not_taken_off(clerk):
    meeting, (member,) = the_meeting(), councillors(1)
    there(meeting, member)

    with pytest.raises(Refused, match="A member of the day stays on the list"):
        take_off(meeting, member.pk, version=1, by=clerk)


def test_line_that_changed_meanwhile_is_not_taken_off(clerk):
    meeting = the_meeting()
    row = AttendanceFactory(meeting=meeting, capacity=Capacity.OBSERVER, version=2)

    with pytest.raises(ChangedMeanwhile):
        take_off(meeting, row.person_id, version=1, by=clerk)

    assert Attendance.objects.exists()


def test_presiding_chosen_by_two_clerks_stays_with_the_first(clerk):
    meeting, (one, other) = the_meeting(), councillors(2)

    said = [set_presiding(meeting, person=who.pk, before=None, by=clerk) for who in (one, other, one)]

    meeting.refresh_from_db()
    assert (said, meeting.presided_by) == ([None, one.pk, None], one)
