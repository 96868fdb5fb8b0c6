"""A panel at the table: the meeting of 1 November 2018 with members of every kind."""

from datetime import UTC, date, datetime

from meetings.models import AttendanceStatus, Category, Meeting, MeetingState, Office
from people.models import Person
from tests.factories.meetings import AttendanceFactory, BodyFactory, MeetingFactory, in_office, member

DAY = date(2018, 11, 1)
BEFORE = datetime(2018, 10, 26, 9, tzinfo=UTC)
STARTS = datetime(2018, 11, 1, 10, tzinfo=UTC)  # clocks go back on 28 October
AFTER = datetime(2018, 11, 2, 9, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    """A moment on the day."""
    return datetime(2018, 11, 1, hour, minute, tzinfo=UTC)


def the_meeting(state=MeetingState.CONFIRMED, **fields) -> Meeting:
    return MeetingFactory(body=BodyFactory(), on=DAY, state=state, **fields)


def councillors(number: int = 4) -> list[Person]:
    """The first is the Chairman. Quorum is three for up to nine voting seats."""
    people = [member(first_name=f"Coun{n}", surname=f"Council {n}") for n in range(1, number + 1)]
    in_office(people[0], Office.CHAIRMAN)
    return people


def carer(**person) -> Person:
    return member(Category.FOSTER_CARER, votes=False, **person)


def there(meeting: Meeting, *people: Person, **fields) -> None:
    for person in people:
        AttendanceFactory(meeting=meeting, person=person, **{"status": AttendanceStatus.PRESENT} | fields)
