"""Who reads minutes that are not published yet: the officers who write them, and the chairman who checks them."""

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
    person = Person.objects.filter(user=user).first() if user.is_authenticated and user.is_active else None
    if person is None:
        return False
    meeting = record.meeting
    if meeting.presided_by_id:
        return meeting.presided_by_id == person.pk
    chairmen = OfficeHolding.objects.filter(body=meeting.body_id, office=Office.CHAIRMAN, person=person)
    return any(chairmen.on(day).exists() for day in (meeting.on, timezone.localdate()))
