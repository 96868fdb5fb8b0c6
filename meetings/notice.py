"""Clear days: how long an agenda lay open before its meeting.

Five clear days: Local Government Act 1972, ss.100A(6) and 100B(3), as amended by SI 2002/715. A clear day is a
working day, and neither the day of publication nor the day of the meeting: R v Swansea City Council, ex parte
Elitestone (1993). ``bank_holidays`` holds every day on which the offices are shut, the council's own closures too.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

REQUIRED = 5
LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def working(day: date, holidays: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


def publication_day(published_at: datetime) -> date:
    """The day by the clock in London; the time of day does not matter after that."""
    if published_at.tzinfo is None:
        raise ValueError("The time of publication must say its time zone.")
    return published_at.astimezone(LONDON).date()


def effective_day(published_on: date, bank_holidays: Collection[date]) -> date:
    """The first working day from the day of publication on: papers must be open to inspection at the offices."""
    day = published_on
    while not working(day, bank_holidays):
        day += ONE_DAY
    return day


def counted_days(
    published_on: date,
    meeting_on: date,
    bank_holidays: Collection[date],
    *,
    counts_from_calendar_day: bool = False,
) -> list[date]:
    """The clear days in order. A council may let publication on a closed day count from that day itself."""
    opened_on = published_on if counts_from_calendar_day else effective_day(published_on, bank_holidays)
    between = (opened_on + timedelta(days=step) for step in range(1, (meeting_on - opened_on).days))
    return [day for day in between if working(day, bank_holidays)]


def clear_days(
    published_on: date,
    meeting_on: date,
    bank_holidays: Collection[date],
    *,
    counts_from_calendar_day: bool = False,
) -> int:
    days = counted_days(
        published_on, meeting_on, bank_holidays, counts_from_calendar_day=counts_from_calendar_day
    )
    return len(days)


def latest_issue_day(meeting_on: date, bank_holidays: Collection[date], required: int = REQUIRED) -> date:
    """The last working day on which an agenda can still be published in time."""
    return working_days_earlier(meeting_on, required + 1, bank_holidays)


def days_after_latest_issue(
    meeting_on: date, bank_holidays: Collection[date], required: int = REQUIRED
) -> list[date]:
    """The clear days that an agenda issued on the last possible day would have."""
    return counted_days(latest_issue_day(meeting_on, bank_holidays, required), meeting_on, bank_holidays)


def working_days_earlier(day: date, number: int, bank_holidays: Collection[date]) -> date:
    """The working day so many working days before ``day``, which itself may be closed; 0 gives ``day`` back."""
    if number < 0:
        raise ValueError("Say how many working days earlier as 0 or more.")
    earlier = _working_days_before(day, bank_holidays)
    found = day
    for _ in range(number):
        found = next(earlier)
    return found


def report_deadline(
    meeting_on: date, bank_holidays: Collection[date], days_before_issue: int, required: int = REQUIRED
) -> date:
    """When reports must be with the clerk: so many working days before the last day of issue."""
    issue_day = latest_issue_day(meeting_on, bank_holidays, required)
    return working_days_earlier(issue_day, days_before_issue, bank_holidays)


def _working_days_before(day: date, bank_holidays: Collection[date]) -> Iterator[date]:
    while True:
        day -= ONE_DAY
        if working(day, bank_holidays):
            yield day
