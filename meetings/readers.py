"""Who reads the exempt papers and minutes of a meeting.

The permission is the capability; a seat or a substitution makes it a right to one meeting's papers. Whoever has no
such right is told of an exempt paper only what the public is told.
"""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from core.access import Permission, may
from meetings.models import Attendance, Capacity, Meeting, SeatTenure
from people.models import Person


def reads_exempt(user: Any, meeting: Meeting, *, at: datetime) -> bool:
    """Officers who serve the panel, its members on the day of the meeting, and substitutes until that day is over."""
    if not may(user, Permission.READ_EXEMPT_PAPERS):
        return False
    if may(user, Permission.MANAGE_MEETINGS) or may(user, Permission.RECORD_MEETINGS):
        return True
    person = Person.objects.filter(user=user).first()
    return person is not None and (_is_member(person, meeting) or _is_substitute(person, meeting, at))


def read_by_members(user: Any) -> QuerySet[Meeting]:
    """Meetings on whose day this person had a seat that reads exempt papers: one query, for lists of many meetings.

    A substitute's right ends with the day of the meeting, so that it is never among these.
    """
    if not may(user, Permission.READ_EXEMPT_PAPERS):
        return Meeting.objects.none()
    seated = SeatTenure.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("on")),
        person__user=user,
        starts_on__lte=OuterRef("on"),
        seat__body=OuterRef("body"),
        seat__reads_exempt=True,
    )
    return Meeting.objects.filter(Exists(seated))


def _is_member(person: Person, meeting: Meeting) -> bool:
    tenures = SeatTenure.objects.on(meeting.on)
    return tenures.filter(person=person, seat__body=meeting.body_id, seat__reads_exempt=True).exists()


def _is_substitute(person: Person, meeting: Meeting, at: datetime) -> bool:
    accepted = Attendance.objects.filter(
        meeting=meeting, person=person, capacity=Capacity.SUBSTITUTE, accepted_at__lte=at
    )
    return timezone.localdate(at) <= meeting.on and accepted.exists()
