"""Dates of meetings, and what is told of them."""

from datetime import date

from meetings.models import ClosedDay, PrivateCalendar
from tests.access_examples.registry import example
from tests.factories.meetings import MeetingFactory
from tests.factories.people import UserFactory

PUBLIC = {
    "meetings:meeting_list",
    "meetings:meeting_read",
    "meetings:meeting_feed",
    "meetings:meeting_data",
    "meetings:meeting_event",
    "meetings:calendar_feed",
    "meetings:private_feed",
    "earlier:committee_meeting",
    "earlier:documents_of_meeting",
    "earlier:meetings_of_committee",
    "earlier:item_of_agenda",
}
SIGNED_IN = {
    "meetings:calendar_subscribe",
    "meetings:calendar_renew",
}


@example(
    "meetings:meeting_read",
    "meetings:meeting_feed",
    "meetings:meeting_data",
    "meetings:meeting_event",
    "meetings:meeting_manage",
    "meetings:meeting_confirm",
    "meetings:meeting_edit",
    "meetings:earlier_number",
    "meetings:meeting_postpone",
    "meetings:meeting_cancel",
)
def a_meeting() -> dict:
    return {"pk": MeetingFactory().pk}


@example("meetings:private_feed")
def somebodys_calendar() -> dict:
    return {"key": PrivateCalendar.objects.create(user=UserFactory()).key}


@example("earlier:committee_meeting")
def a_meeting_of_a_committee() -> dict:
    meeting = MeetingFactory()
    return {"body": meeting.body_id, "meeting": meeting.pk}


@example("meetings:closed_day_remove")
def a_closed_day() -> dict:
    today = date(2018, 12, 27)
    return {
        "pk": ClosedDay.objects.create(on=today, name="Closure", kind="council_closure", known_since=today).pk
    }
