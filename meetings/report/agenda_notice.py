"""Days: by when a meeting's agenda is issued and its reports are in, and how long each item lay open."""

from dataclasses import dataclass
from datetime import date

from meetings.closed_days import closed_days_around
from meetings.models import ClosedDay, Meeting
from meetings.notice import days_after_latest_issue, latest_issue_day, report_deadline


@dataclass(frozen=True, slots=True)
class Deadlines:
    """`days` are the clear days that an agenda issued on the last day has."""

    issue_on: date
    days: list[date]
    reports_on: date


def closed_days_for(meeting: Meeting, *, known_on: date | None = None) -> frozenset[date]:
    """Every closed day about the meeting; with `known_on`, as it was known by the end of that day."""
    return closed_days_around(meeting.on, ClosedDay.objects.all(), known_on)


def deadlines_of(meeting: Meeting, closed: frozenset[date] | None = None) -> Deadlines:
    closed = closed_days_for(meeting) if closed is None else closed
    required = meeting.body.clear_days
    return Deadlines(
        issue_on=latest_issue_day(meeting.on, closed, required),
        days=days_after_latest_issue(meeting.on, closed, required),
        reports_on=report_deadline(meeting.on, closed, meeting.body.report_days, required),
    )
