"""Dates as an iCalendar file (RFC 5545) that Outlook, Apple's and Google's calendars take.

An entry keeps its UID for good; its SEQUENCE grows when something that matters to a diary changes. One that is called
off stays in the file as cancelled, because a program that finds it gone may keep it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import vDDDTypes as Moment

LONDON = ZoneInfo("Europe/London")
MAKER = "-//Corporate Parenting Panel portal//Meetings//EN"
REFRESHED = timedelta(hours=12)
USUAL_LENGTH = timedelta(hours=2)  # no end is known beforehand; without one Outlook shows no length at all
ONE_DAY = timedelta(days=1)


class Status(TextChoices):
    TENTATIVE = "TENTATIVE", "Reserved"
    CONFIRMED = "CONFIRMED", "Confirmed"
    CANCELLED = "CANCELLED", "Called off"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Without ``starts_at`` it is of the whole day, without ``ends_at`` of the usual length.

    ``is_deadline``: it takes up no time in a diary.
    """

    uid: str
    sequence: int
    changed_at: datetime
    summary: str
    on: date
    starts_at: time | None = None
    place: str = ""
    description: str = ""
    address: str = ""
    status: Status = Status.CONFIRMED
    is_deadline: bool = False
    ends_at: time | None = None


def calendar_file(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LONDON.key)
    calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", Moment(REFRESHED).to_ical().decode())
    calendar.add_component(_london())
    for entry in entries:
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    begins, ends = _times(entry)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", entry.summary)
    event.add("status", entry.status.value)
    event.add("transp", "TRANSPARENT" if _takes_no_time(entry) else "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", _busy(entry))
    for key, text in (("location", entry.place), ("description", entry.description), ("url", entry.address)):
        if text:
            event.add(key, text)
    return event


def _times(entry: CalendarEntry) -> tuple[Any, Any]:
    if entry.starts_at is None:
        return entry.on, entry.on + ONE_DAY  # the end is the day after the last
    begins = datetime.combine(entry.on, entry.starts_at, tzinfo=LONDON)
    if entry.ends_at and entry.ends_at > entry.starts_at:
        return begins, datetime.combine(entry.on, entry.ends_at, tzinfo=LONDON)
    return begins, begins + USUAL_LENGTH


def _takes_no_time(entry: CalendarEntry) -> bool:
    return entry.is_deadline or entry.status == Status.CANCELLED


def _busy(entry: CalendarEntry) -> str:
    if _takes_no_time(entry):
        return "FREE"
    return "TENTATIVE" if entry.status == Status.TENTATIVE else "BUSY"


def _london() -> Timezone:
    """Summer time since 1996: the last Sundays of March and October, at one o'clock by Greenwich."""
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    zone.add_component(_change(TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), 0, 1, month=3))
    zone.add_component(_change(TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 1, 0, month=10))
    return zone


def _change(part: Any, name: str, first: datetime, before: int, after: int, *, month: int) -> Any:
    """``before`` and ``after``: hours ahead of Greenwich. ``first`` is told by the clock before the change."""
    part.add("tzname", name)
    part.add("tzoffsetfrom", timedelta(hours=before))
    part.add("tzoffsetto", timedelta(hours=after))
    part.add("dtstart", first)
    part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return part
