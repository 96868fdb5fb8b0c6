"""How often each member came, with substitutions beside; and for officers, who is near the rule of six months."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from meetings.attendance_rate import AttendanceRate, AttendanceStatus, Sitting, attendance_rate
from meetings.models import (
    PUBLIC,
    Attendance,
    Body,
    Capacity,
    Category,
    Meeting,
    MeetingState,
    SeatTenure,
)
from meetings.seat_dates import Tenure
from meetings.six_months import NonAttendance, non_attendance
from people.models import Person
from people.print_names import name_of


@dataclass(frozen=True, slots=True)
class RateLine:
    person: Person
    name: str
    category: str
    rate: AttendanceRate
    is_member_now: bool


def attendance_rates(body: Body, first: date, last: date) -> list[RateLine]:
    """Of everybody who had a seat in that time, both days included, by surname. Meetings with public minutes count."""
    meetings = list(
        body.meetings.filter(on__range=(first, last), state=MeetingState.HELD, minutes__state__in=PUBLIC)
    )
    statuses, substituted = _as_recorded(meetings)
    lines = []
    for person, rows in _tenures_between(body, first, last).items():
        sittings = [
            Sitting(
                meeting.on,
                meeting.state,
                statuses.get((meeting.pk, person.pk), AttendanceStatus.EXPECTED),
                is_substituted=(meeting.pk, person.pk) in substituted,
            )
            for meeting in meetings
        ]
        lines.append(_line(person, rows, attendance_rate([_told(row) for row in rows], sittings), last))
    return sorted(lines, key=lambda line: name_of(line.person).sort_key)


def near_six_months(body: Body, today: date) -> list[tuple[str, NonAttendance]]:
    """County councillors of today who missed a meeting since they last came, by surname."""
    held = list(body.meetings.filter(on__lte=today, state=MeetingState.HELD).values_list("on", flat=True))
    rows = SeatTenure.objects.on(today).filter(seat__body=body, seat__category=Category.COUNTY_COUNCILLOR)
    came = dict(_last_came(body, today))
    found = []
    for row in rows.select_related("person"):
        last = came.get(row.person_id)
        near = non_attendance(last_came_on=last, joined_on=row.starts_on, today=today)
        if near and any(day > (last or row.starts_on) for day in held):
            found.append((name_of(row.person), near))
    return [(name.formal, near) for name, near in sorted(found, key=lambda one: one[0].sort_key)]


def _last_came(body: Body, today: date) -> list[tuple[int, date]]:
    """Person and day, in the order of days: the last of each counts."""
    there = Attendance.objects.filter(
        meeting__body=body,
        meeting__state=MeetingState.HELD,
        meeting__on__lte=today,
        status=AttendanceStatus.PRESENT,
    )
    return list(there.order_by("meeting__on").values_list("person", "meeting__on"))


def _as_recorded(
    meetings: list[Meeting],
) -> tuple[dict[tuple[int, int], AttendanceStatus], set[tuple[int, int]]]:
    """By meeting and member: the attendance, and whether a substitute came."""
    statuses, substituted = {}, set()
    rows = Attendance.objects.filter(meeting__in=meetings)
    for meeting, person, capacity, status, member in rows.values_list(
        "meeting", "person", "capacity", "status", "substitute_for"
    ):
        if capacity == Capacity.MEMBER:
            statuses[meeting, person] = AttendanceStatus(status)
        elif member and status == AttendanceStatus.PRESENT:
            substituted.add((meeting, member))
    return statuses, substituted


def _tenures_between(body: Body, first: date, last: date) -> dict[Person, list[SeatTenure]]:
    rows = SeatTenure.objects.filter(seat__body=body, starts_on__lte=last).exclude(ends_on__lt=first)
    found = defaultdict(list)
    for row in rows.select_related("person", "seat").order_by("starts_on", "pk"):
        found[row.person].append(row)
    return found


def _told(row: SeatTenure) -> Tenure:
    return Tenure(row.person_id, "", row.seat_id, row.starts_on, row.ends_on)


def _line(person: Person, rows: list[SeatTenure], rate: AttendanceRate, last: date) -> RateLine:
    latest = rows[-1]
    return RateLine(
        person,
        name_of(person).formal,
        latest.seat.get_category_display(),
        rate,
        is_member_now=any(_told(row).covers(last) for row in rows),
    )
