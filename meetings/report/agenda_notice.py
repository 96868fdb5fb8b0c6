"""The closed days about one meeting, as they are known now or were on an earlier day."""

from datetime import date

from meetings.closed_days import closed_days_around
from meetings.models import Meeting
from meetings.report.days import added_days


def closed_days_for(meeting: Meeting, *, known_on: date | None = None) -> frozenset[date]:
    return closed_days_around(meeting.on, added_days(), known_on)
