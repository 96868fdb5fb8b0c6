"""Meetings that lie ahead of whoever tries the demonstration: one with a draft agenda and an exempt item."""

from datetime import date, time, timedelta

from core.access import Role
from meetings.actions.agenda_items import add_item, change_access
from meetings.actions.agenda_start import start_agenda
from meetings.closed_days import closed_days_around
from meetings.models import Access, Body, Meeting, MeetingState
from meetings.notice import working
from meetings.report.days import added_days
from people.demonstration import email_of
from people.models import User

NOTE = "Not a meeting of the council: here so that there is something to prepare."
THURSDAY, DECEMBER = 3, 12


def load_to_come(today: date) -> None:
    """One confirmed meeting some five weeks ahead, and one reserved eight weeks later."""
    clerk = User.objects.get(email=email_of(Role.DEMOCRATIC_SERVICES))
    body = Body.objects.get()
    first, second = thursday_after(today + timedelta(weeks=5)), thursday_after(today + timedelta(weeks=13))
    meeting = _meeting(body, first, MeetingState.CONFIRMED)
    _meeting(body, second, MeetingState.RESERVED)
    start_agenda(meeting.pk, by=clerk)
    item = add_item(
        meeting.pk,
        by=clerk,
        title="Review of one young person's placement",
        purpose="To hear what was learnt and to agree what follows",
    )
    change_access(
        item,
        by=clerk,
        version=item.version,
        access=Access.EXEMPT,
        paragraphs=[1, 2],
        exempt_reason="The report is about one young person, who could be known from it.",
        public_interest="The young person's privacy outweighs the public interest in knowing the details.",
        private_title="Review of a placement in another county that ended without notice",
        private_purpose="",
    )


def thursday_after(day: date) -> date:
    """The first Thursday from that day on that is a working day, and not between Christmas and New Year."""
    added = added_days()
    while (
        day.weekday() != THURSDAY
        or not working(day, closed_days_around(day, added))
        or _is_over_christmas(day)
    ):
        day += timedelta(days=1)
    return day


def _is_over_christmas(day: date) -> bool:
    return (day.month, day.day) >= (DECEMBER, 24) or (day.month, day.day) == (1, 1)


def _meeting(body: Body, on: date, state: MeetingState) -> Meeting:
    return Meeting.objects.create(
        body=body, on=on, starts_at=time(10), venue=body.venue, state=state, note=NOTE
    )
