"""A panel on its way to the meeting of 1 November 2018: as small as a test of agendas needs it."""

from datetime import date, datetime, time
from typing import Any

from core.access import Role
from meetings.actions.agenda_issue import issue_agenda
from meetings.actions.agenda_reports import sign_report
from meetings.models import AgendaIssue, AgendaItem, Body, ContactRole, Meeting, MeetingState, Office, Report
from meetings.notice import LONDON
from meetings.report.agenda_issuing import prepare
from people.models import User
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    PaperFactory,
    PersonFactory,
    PersonRoleFactory,
    ReportContactFactory,
    ReportFactory,
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


WHOLE_REPORT = {
    "from_lines": "Bo Green, Head of Service\nDee Hill, Cabinet Member",
    "summary": "How adoption services did in the year.",
    "recommendation": "The Panel is asked to NOTE the report.",
    "body": "<h2>Introduction</h2><p>More children were matched than the year before.</p>",
    "background_documents": "None",
}


def a_whole_report(
    item: AgendaItem, author: User | None, *, subject: str = "Adoption", position: int = 1
) -> Report:
    """Nothing is missing in it, and nobody has signed it yet."""
    paper = PaperFactory(item=item, title=subject, position=position)
    report = ReportFactory(paper=paper, subject=subject, author=author, **WHOLE_REPORT)
    for role in ContactRole.values:
        ReportContactFactory(
            report=report, role=role, person=None, telephone="03000 411111", email="ada.brown@council.example"
        )
    return report


def signed(report: Report, officer: User) -> None:
    """By everybody, as an officer recorded it."""
    for step in ("draft", "lead_officer", "lead_director", "clerk"):
        sign_report(report, by=officer, step=step, version=report.version, note="By e-mail")


def issued(
    meeting: Meeting, officer: User, *, on: date = IN_TIME, kind: str = "main", **how: Any
) -> AgendaIssue:
    """As it stands, on the day before a deadline of five clear days unless another is given."""
    meeting = Meeting.objects.select_related("body").get(pk=meeting.pk)
    seen = prepare(meeting, today=on).fingerprint
    at = datetime.combine(on, time(9), tzinfo=LONDON)
    return issue_agenda(meeting.pk, by=officer, kind=kind, seen=seen, at=at, **how)


def an_issued_agenda() -> AgendaIssue:
    meeting = november()
    an_item(meeting)
    return issued(meeting, an_officer())


def an_issued_report() -> Report:
    meeting, officer = november(), an_officer()
    report = a_whole_report(an_item(meeting), officer)
    signed(report, officer)
    issued(meeting, officer)
    return report
