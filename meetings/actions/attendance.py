"""Who was there: one person's line at a time, so that two clerks at one list lose nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.utils import timezone

from meetings.actions.at_the_table import at_the_table
from meetings.actions.locks import Refused, take_turn
from meetings.models import (
    Attendance,
    AttendanceStatus,
    Capacity,
    Category,
    Meeting,
    Mode,
    SeatTenure,
    SubstituteRule,
)
from meetings.report.quorum import local_moment
from meetings.substitution import StandIn, refusal, too_late
from people.models import Person, PersonRole, User
from people.print_names import name_of

ANOTHER_CAPACITY = "{} is on the list already, {}."
NOT_A_COUNCILLOR = "{} is not recorded as a county councillor. Choose another capacity."
A_MEMBER = "{} is a member of the panel and is on the list above."
MEMBER_STAYS = "A member of the day stays on the list."
NOBODY = "Choose somebody from the list, or enter the name of somebody who is not on it."
KNOWN = "{} is known already. Choose them from the list of names, or enter the name in full if it is somebody else."
COUNCILLOR = "County councillor"
NO_MEMBER = "Choose the member for whom the substitute attends: one who has a seat on the day."


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of one person. ``is_accepted`` matters for substitutes, ``described_as`` for officers."""

    status: AttendanceStatus = AttendanceStatus.EXPECTED
    arrived_at: time | None = None
    left_at: time | None = None
    is_remote: bool = False
    is_accepted: bool = False
    described_as: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """``version``: of the line that the clerk saw, 0 for a member of whom nothing was recorded."""

    person: int
    version: int
    record: Record


@dataclass(frozen=True, slots=True)
class Saved:
    """``theirs``: lines that somebody else changed meanwhile, as they stand; None for one that is gone."""

    lines: dict[int, Attendance]
    theirs: dict[int, Attendance | None]


@dataclass(frozen=True, slots=True)
class NewPerson:
    first_name: str
    surname: str
    title: str = ""
    initials: str = ""
    post: str = ""
    is_councillor: bool = False


def record_of(row: Attendance | None) -> Record:
    if row is None:
        return Record()
    return Record(
        AttendanceStatus(row.status),
        row.arrived_at,
        row.left_at,
        row.mode == Mode.REMOTE,
        row.accepted_at is not None,
        row.described_as,
    )


def save_attendance(meeting: Meeting, changes: Iterable[Change], *, by: User, now: datetime) -> Saved:
    """Saves what differs. A line that somebody else changed meanwhile is left as they saved it, and named."""
    saved = Saved({}, {})
    with at_the_table(meeting, by=by) as kept:
        rows = {row.person_id: row for row in Attendance.objects.filter(meeting=kept)}
        members = set(_tenures(kept).values_list("person", flat=True))
        for change in changes:
            row = rows.get(change.person)
            if row is None and change.person in members and not change.version:
                row = Attendance(meeting=kept, person_id=change.person, capacity=Capacity.MEMBER, version=0)
            if row is None:
                saved.theirs[change.person] = None
            elif record_of(row) == change.record:
                saved.lines[change.person] = row
            elif row.version != change.version:
                saved.theirs[change.person] = row
            else:
                saved.lines[change.person] = _write(row, change.record, now)
    return saved


def add_attender(
    meeting: Meeting,
    *,
    capacity: Capacity,
    person: Person | None,
    new: NewPerson | None = None,
    substitute_for: Person | None = None,
    told_at: time | None = None,
    described_as: str = "",
    by: User,
    now: datetime,
) -> tuple[Attendance, bool]:
    """The line and whether it is new: the same form sent twice adds nobody twice. A substitute is accepted with it."""
    with at_the_table(meeting, by=by) as kept:
        person = person or _known_or_new(kept, capacity, new)
        there = Attendance.objects.filter(meeting=kept, person=person).first()
        if there and (there.capacity, there.substitute_for) == (capacity, substitute_for):
            return there, False
        accepted_at = None
        if capacity == Capacity.SUBSTITUTE:
            accepted_at = _accepted(kept, person, substitute_for, told_at, now)
        _refuse_unless_it_fits(kept, person, capacity, there)
        has_come = timezone.localdate(now) >= kept.on
        row = Attendance.objects.create(
            meeting=kept,
            person=person,
            capacity=capacity,
            status=AttendanceStatus.PRESENT if has_come else AttendanceStatus.EXPECTED,
            substitute_for=substitute_for if capacity == Capacity.SUBSTITUTE else None,
            accepted_at=accepted_at,
            described_as=described_as or _post_of(person, kept, capacity),
        )
    return row, True


def take_off(meeting: Meeting, person: int, *, version: int, by: User) -> bool:
    """A substitute, officer or guest who is on the list by mistake. False when they are off it already."""
    with at_the_table(meeting, by=by) as kept:
        row = Attendance.objects.filter(meeting=kept, person=person).first()
        if row is None:
            return False
        if row.capacity == Capacity.MEMBER and _tenures(kept).filter(person=person).exists():
            raise Refused(MEMBER_STAYS)
        take_turn(row, version=version)
        row.delete()
    return True


def set_presiding(meeting: Meeting, *, person: int | None, before: int | None, by: User) -> int | None:
    """Who presides. ``before``: whom the clerk saw; gives back whom somebody else chose meanwhile, if so.

    Minutes do not print it, so that it is recorded beside those that are out: whoever presided signs earlier ones.
    """
    with at_the_table(meeting, by=by, is_minuted=False) as kept:
        if kept.presided_by_id == person:
            return None
        if kept.presided_by_id != before:
            return kept.presided_by_id
        kept.presided_by_id = person
        kept.version += 1
        kept.save(update_fields=["presided_by", "version"])
    return None


def _refuse_unless_it_fits(
    meeting: Meeting, person: Person, capacity: Capacity, there: Attendance | None
) -> None:
    name = name_of(person).formal
    if _tenures(meeting).filter(person=person).exists():
        raise Refused(A_MEMBER.format(name))
    if there:
        raise Refused(ANOTHER_CAPACITY.format(name, there.get_capacity_display().lower()))
    if capacity == Capacity.COUNCILLOR and not _is_councillor(person, meeting):
        raise Refused(NOT_A_COUNCILLOR.format(name))


def _tenures(meeting: Meeting) -> Any:
    return SeatTenure.objects.on(meeting.on).filter(seat__body=meeting.body_id)


def _write(row: Attendance, record: Record, now: datetime) -> Attendance:
    row.status, row.arrived_at, row.left_at = record.status, record.arrived_at, record.left_at
    row.mode = Mode.REMOTE if record.is_remote else Mode.ROOM
    row.accepted_at = (row.accepted_at or now) if record.is_accepted else None
    row.described_as = record.described_as
    row.version += 1
    row.save()
    return row


def _known_or_new(meeting: Meeting, capacity: Capacity, new: NewPerson | None) -> Person:
    """Somebody of this name who is on the list of this meeting is who the form sent twice means."""
    if new is None:
        raise Refused(NOBODY)
    same = Person.objects.filter(first_name__iexact=new.first_name, surname__iexact=new.surname)
    sent_before = same.filter(attendances__meeting=meeting, attendances__capacity=capacity).first()
    if sent_before:
        return sent_before
    if known := same.first():
        raise Refused(KNOWN.format(name_of(known).formal))
    person = Person.objects.create(
        title=new.title, initials=new.initials, first_name=new.first_name, surname=new.surname
    )
    if new.post or new.is_councillor:
        PersonRole.objects.create(
            person=person,
            title=new.post or COUNCILLOR,
            is_county_councillor=new.is_councillor,
            starts_on=meeting.on,
        )
    return person


def _accepted(
    meeting: Meeting, person: Person, member: Person | None, told_at: time | None, now: datetime
) -> datetime:
    tenure = _tenures(meeting).filter(person=member).select_related("person", "seat").first()
    if member is None or tenure is None:
        raise Refused(NO_MEMBER)
    rows = Attendance.objects.filter(meeting=meeting)
    other = rows.filter(substitute_for=member).select_related("person").first()
    stand_in = StandIn(
        name=name_of(person).formal,
        member=name_of(member).formal,
        is_councillor=_is_councillor(person, meeting),
        is_member=_tenures(meeting).filter(person=person).exists(),
        for_councillor=tenure.seat.category == Category.COUNTY_COUNCILLOR,
        member_is_present=rows.filter(
            person=member, status=AttendanceStatus.PRESENT, arrived_at=None
        ).exists(),
        other_substitute=name_of(other.person).formal if other else "",
    )
    if why_not := refusal(stand_in, SubstituteRule(meeting.body.substitute_rule)):
        raise Refused(why_not)
    return _told(meeting, told_at, now)


def _told(meeting: Meeting, told_at: time | None, now: datetime) -> datetime:
    """When the clerk was told; on the day itself it must be early enough. Afterwards nobody asks."""
    if timezone.localdate(now) != meeting.on:
        return now
    at = timezone.localtime(local_moment(meeting.on, told_at) if told_at else now)
    starts = local_moment(meeting.on, meeting.starts_at or meeting.body.starts_at)
    if why_not := too_late(at, starts, meeting.body.substitute_notice):
        raise Refused(why_not)
    return at


def _is_councillor(person: Person, meeting: Meeting) -> bool:
    return Person.objects.councillors_on(meeting.on).filter(pk=person.pk).exists()


def _post_of(person: Person, meeting: Meeting, capacity: Capacity) -> str:
    if capacity not in (Capacity.OFFICER, Capacity.OBSERVER):
        return ""
    role = PersonRole.objects.on(meeting.on).filter(person=person).order_by("-starts_on", "-pk").first()
    return role.title if role else ""
