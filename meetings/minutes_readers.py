"""Who reads minutes that are not published yet: the officers who write them, and the chairman who checks them."""

from datetime import date
from typing import Any

from django.utils import timezone

from core.access import Permission, may
from meetings.models import MeetingMinutes, MinutesState, Office, OfficeHolding
from people.models import Person

WITH_THE_CHAIRMAN = (MinutesState.CHAIRMAN,)


def reads_minutes(user: Any, record: MeetingMinutes) -> bool:
    if record.is_public or may(user, Permission.RECORD_MEETINGS):
        return True
    return record.state in WITH_THE_CHAIRMAN and checks_minutes(user, record)


def checks_minutes(user: Any, record: MeetingMinutes) -> bool:
    """Whoever presided at the meeting, or the Chairman of then or of now where that is not recorded."""
    person = _person_of(user)
    return person is not None and _checks(person, record, _chairs(person))


def minutes_to_check(user: Any) -> list[MeetingMinutes]:
    """Those that wait for this person to agree, the earliest meeting first."""
    person = _person_of(user)
    if person is None:
        return []
    waiting = MeetingMinutes.objects.filter(state__in=WITH_THE_CHAIRMAN, agreed_at=None)
    rows = list(waiting.select_related("meeting").order_by("meeting__on"))
    chairs = _chairs(person) if rows else []
    return [record for record in rows if _checks(person, record, chairs)]


def _person_of(user: Any) -> Person | None:
    return Person.objects.filter(user=user).first() if user.is_authenticated and user.is_active else None


def _chairs(person: Person) -> list[OfficeHolding]:
    return list(OfficeHolding.objects.filter(office=Office.CHAIRMAN, person=person))


def _checks(person: Person, record: MeetingMinutes, chairs: list[OfficeHolding]) -> bool:
    meeting = record.meeting
    if meeting.presided_by_id:
        return meeting.presided_by_id == person.pk
    days = (meeting.on, timezone.localdate())
    return any(one.body_id == meeting.body_id and any(_holds(one, day) for day in days) for one in chairs)


def _holds(one: OfficeHolding, day: date) -> bool:
    return one.starts_on <= day and (one.ends_on is None or one.ends_on >= day)
