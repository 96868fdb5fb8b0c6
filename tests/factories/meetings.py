import datetime
from hashlib import sha256

import factory
from factory.django import DjangoModelFactory

from meetings.models import (
    AgendaIssue,
    AgendaItem,
    Attendance,
    Body,
    Capacity,
    Category,
    FileFormat,
    IssueKind,
    Meeting,
    MeetingMinutes,
    MeetingState,
    Minute,
    Office,
    OfficeHolding,
    Paper,
    PaperFile,
    PaperKind,
    ProgrammeEntry,
    Report,
    ReportContact,
    Resolution,
    Seat,
    SeatTenure,
    Term,
    Undertaking,
)
from people.models import Person, PersonRole
from tests.factories.people import PostFactory

LONG_AGO = datetime.date(2017, 5, 25)
EMPTY_SHEET = '{"open": [], "exempt": [], "exempt_note": "", "motion": ""}'


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    title = "Ms"
    initials = "A"
    first_name = "Ada"
    surname = factory.Sequence(lambda n: f"Surname {n:04}")


class PersonRoleFactory(DjangoModelFactory):
    class Meta:
        model = PersonRole

    person = factory.SubFactory(PersonFactory)
    title = "County councillor"
    is_county_councillor = True
    starts_on = LONG_AGO


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body
        django_get_or_create = ["name"]

    name = "Corporate Parenting Panel"
    venue = "Darent Room, Sessions House"


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term
        django_get_or_create = ["body", "starts_on"]

    body = factory.SubFactory(BodyFactory)
    starts_on = LONG_AGO


class SeatFactory(DjangoModelFactory):
    class Meta:
        model = Seat

    body = factory.SubFactory(BodyFactory)
    category = Category.COUNTY_COUNCILLOR
    is_voting = True
    starts_on = LONG_AGO


class SeatTenureFactory(DjangoModelFactory):
    class Meta:
        model = SeatTenure

    seat = factory.SubFactory(SeatFactory)
    person = factory.SubFactory(PersonFactory)
    starts_on = LONG_AGO


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    body = factory.SubFactory(BodyFactory)
    on = factory.Sequence(lambda n: datetime.date(2018, 11, 1) + datetime.timedelta(weeks=n))
    starts_at = datetime.time(10)
    venue = "Darent Room, Sessions House"
    state = MeetingState.CONFIRMED


class AgendaItemFactory(DjangoModelFactory):
    """An open item; one that is exempt by its paragraph 2 with `exempt=True`."""

    class Meta:
        model = AgendaItem

    class Params:
        exempt = factory.Trait(
            access="exempt",
            paragraphs=[2],
            exempt_reason="It would reveal who somebody is.",
            public_interest="Their privacy outweighs the public interest in knowing.",
        )

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Subject {n}")


class PaperFactory(DjangoModelFactory):
    class Meta:
        model = Paper

    item = factory.SubFactory(AgendaItemFactory)
    position = factory.Sequence(lambda n: n + 1)
    kind = PaperKind.REPORT
    title = factory.Sequence(lambda n: f"Paper {n}")


class PaperFileFactory(DjangoModelFactory):
    """Only the row: its bytes are on no shelf unless a test puts them there."""

    class Meta:
        model = PaperFile

    paper = factory.SubFactory(PaperFactory, kind=PaperKind.FILE)
    number = 1
    format = FileFormat.PDF
    original_name = "report.pdf"
    original_sha256 = pdf_sha256 = reading_sha256 = "0" * 64
    original_size = pdf_size = 1000
    is_exempt = False
    pages = 1
    is_tagged = False


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    paper = factory.SubFactory(PaperFactory)
    subject = factory.Sequence(lambda n: f"Report {n}")


class ReportContactFactory(DjangoModelFactory):
    class Meta:
        model = ReportContact

    report = factory.SubFactory(ReportFactory)
    role = "lead_officer"
    person = factory.SubFactory(PersonFactory)
    name = "Ada Brown"
    post = "Head of Service"


class ProgrammeEntryFactory(DjangoModelFactory):
    class Meta:
        model = ProgrammeEntry

    body = factory.SubFactory(BodyFactory)
    title = factory.Sequence(lambda n: f"Programme {n}")


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.SubFactory(PersonFactory)
    capacity = Capacity.MEMBER


class MeetingMinutesFactory(DjangoModelFactory):
    class Meta:
        model = MeetingMinutes

    meeting = factory.SubFactory(MeetingFactory)


class MinuteFactory(DjangoModelFactory):
    class Meta:
        model = Minute

    record = factory.SubFactory(MeetingMinutesFactory)
    position = factory.Sequence(lambda n: n + 1)
    heading = factory.Sequence(lambda n: f"Minute {n}")


class ResolutionFactory(DjangoModelFactory):
    class Meta:
        model = Resolution

    item = factory.SubFactory(AgendaItemFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = "the report be noted, with thanks"


class UndertakingFactory(DjangoModelFactory):
    class Meta:
        model = Undertaking

    item = factory.SubFactory(AgendaItemFactory)
    owner = factory.SubFactory(PostFactory)
    what = "Report the figures"


def member(
    category=Category.COUNTY_COUNCILLOR, *, votes=True, starts_on=LONG_AGO, ends_on=None, **person
) -> Person:
    """A person on a seat of their own; a county councillor has that role too."""
    who = PersonFactory(**person)
    SeatTenureFactory(
        seat=SeatFactory(category=category, is_voting=votes), person=who, starts_on=starts_on, ends_on=ends_on
    )
    if category == Category.COUNTY_COUNCILLOR:
        PersonRoleFactory(person=who)
    return who


def in_office(person: Person, office=Office.CHAIRMAN, **fields) -> OfficeHolding:
    return OfficeHolding.objects.create(
        **{"body": BodyFactory(), "office": office, "person": person, "starts_on": LONG_AGO} | fields
    )


def issue(
    meeting: Meeting, *, on: datetime.date, number: int = 1, kind=IssueKind.MAIN, content=EMPTY_SHEET
) -> AgendaIssue:
    return AgendaIssue.objects.create(
        meeting=meeting,
        number=number,
        kind=kind,
        published_on=on,
        content=content,
        content_sha256=sha256(content.encode()).hexdigest(),
    )
