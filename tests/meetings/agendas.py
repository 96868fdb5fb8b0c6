"""A panel on its way to the meeting of 1 November 2018: as small as a test of agendas needs it."""

from datetime import date, time

from core.access import Role
from meetings.models import AgendaItem, Body, Meeting, MeetingState, Office
from people.models import User
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    PersonFactory,
    PersonRoleFactory,
    in_office,
    member,
)
from tests.factories.people import UserFactory

SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)
IN_TIME = date(2018, 10, 24)
REASON = "The service was inspected only last week."


def an_officer(**fields) -> User:
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], **fields)


def a_panel() -> Body:
    """With its clerk, its proper officer and a chairman."""
    body = BodyFactory()
    body.refreshments = "Tea and coffee will be available 15 minutes before the meeting"
    body.clerk = PersonFactory(first_name="Tess", surname="Gray", telephone="03000 416172")
    body.proper_officer = PersonFactory(first_name="Ben", surname="Watt", telephone="03000 416814")
    body.save()
    PersonRoleFactory(person=body.proper_officer, title="General Counsel", is_county_councillor=False)
    chairman = member(title="Mrs", initials="A D", first_name="Anne", surname="Adams", honours="MBE")
    in_office(chairman)
    return body


def november(**fields) -> Meeting:
    body = fields.pop("body", None) or a_panel()
    return MeetingFactory(**{"body": body, "on": NOVEMBER, "starts_at": time(10)} | fields)


def held_in_september(body: Body) -> Meeting:
    return MeetingFactory(body=body, on=SEPTEMBER, state=MeetingState.HELD)


def an_item(meeting: Meeting, title: str = "Apologies and substitutes", **fields) -> AgendaItem:
    position = fields.pop("position", meeting.items.count() + 1)
    return AgendaItemFactory(meeting=meeting, title=title, position=position, **fields)


def titles(meeting: Meeting) -> list[str]:
    return list(meeting.items.filter(withdrawn_at=None).in_order().values_list("title", flat=True))


def a_vice_chairman(body: Body) -> None:
    in_office(member(surname="Vane"), Office.VICE_CHAIRMAN)
