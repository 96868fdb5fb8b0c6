"""The page of closed days: what is known anyway, what the council added, and which agendas that makes short."""

from dataclasses import dataclass
from datetime import date

from meetings.closed_days import bank_holiday_name, bank_holidays, closed_days_around
from meetings.date_words import listed_date
from meetings.item_notice import days_sentence
from meetings.models import ClosedDay, Meeting
from meetings.notice import counted_days
from meetings.report.meeting_words import day_of
from meetings.report.published import with_what_is_published

LAST_YEAR = 2100  # the rules of bank holidays are not known for ever
FIRST_YEAR = 1997


@dataclass(frozen=True, slots=True)
class ShortAgenda:
    """An agenda that was issued and lies open for too few clear days as the days are known now."""

    meeting: Meeting
    day: str
    issued_on: str
    counted: str
    was_in_time: bool

    @property
    def sentence(self) -> str:
        then = " It was in time by the days that were known when it was issued." if self.was_in_time else ""
        return f"Issued {self.issued_on}: {self.counted}.{then}"


def bank_holidays_of(year: int) -> list[tuple[str, str]]:
    """Day and name, in order."""
    return [(listed_date(day), bank_holiday_name(day)) for day in sorted(bank_holidays(year, year))]


def agendas_that_fall_short(today: date, added: tuple[ClosedDay, ...]) -> list[ShortAgenda]:
    """Of meetings to come. One that was called at shorter notice has its reason and is not among them."""
    meetings = Meeting.objects.going_on().filter(on__gte=today, convened_on=None, issues__isnull=False)
    named = with_what_is_published(meetings.select_related("body").distinct())
    found = (short_agenda(meeting, added) for meeting in named)
    return [one for one in found if one]


def short_agenda(meeting: Meeting, added: tuple[ClosedDay, ...]) -> ShortAgenda | None:
    """By the first issue of a meeting that came ``with_what_is_published``; None when it lay open long enough."""
    issues = meeting.issues.all()
    if not issues or meeting.convened_on:
        return None
    on, required = issues[0].published_on, meeting.body.clear_days
    days = counted_days(on, meeting.on, closed_days_around(meeting.on, added))
    if len(days) >= required:
        return None
    then = counted_days(on, meeting.on, closed_days_around(meeting.on, added, known_on=on))
    return ShortAgenda(
        meeting,
        day_of(meeting),
        listed_date(on),
        days_sentence(days, required),
        was_in_time=len(then) >= required,
    )
