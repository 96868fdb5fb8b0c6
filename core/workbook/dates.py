"""Dates as people type them and as spreadsheets keep them."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from .numbers import Unclear

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})([T ][0-9:.]{5,15})?")
SLASHED = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
SHORT_YEAR = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}|([0-9]{1,2}[ -])?[A-Za-z]{3,9}[ -]'?[0-9]{2}")
DAY_NAMED_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -]([0-9]{4})")
NAMED_MONTH = re.compile(r"([A-Za-z]{3,9})[ -]([0-9]{4})")

LIKE_THIS = "Write it like 31 August 2018."
FIRST_DAY_1900, FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def date_from_text(text: str) -> date:
    """2018-08-31, 31/08/2018, 31 August 2018; Aug 2018 gives the first of the month, as Excel does."""
    text = " ".join(text.split())
    if iso := ISO.fullmatch(text):
        return _real_date(iso[1], iso[2], iso[3])
    if slashed := SLASHED.fullmatch(text):
        return _day_first(slashed[1], slashed[3], slashed[4])
    if named := DAY_NAMED_MONTH.fullmatch(text):
        return _real_date(named[3], _month_number(named[2]), named[1])
    if named := NAMED_MONTH.fullmatch(text):
        return _real_date(named[2], _month_number(named[1]), 1)
    if SHORT_YEAR.fullmatch(text):
        raise Unclear("Write the year with four digits, like 31 August 2018.")
    raise Unclear(LIKE_THIS)


def is_only_a_month(text: str) -> bool:
    """Aug 2018: a month without a day."""
    return NAMED_MONTH.fullmatch(" ".join(text.split())) is not None


def _day_first(day: str, month: str, year: str) -> date:
    if int(day) <= 12 and int(month) <= 12 and int(day) != int(month):
        first, second = _real_date(year, month, day), _real_date(year, day, month)
        raise Unclear(
            f"It could be {in_words(first)} or {in_words(second)}. Write it out, like {in_words(first)}."
        )
    if int(month) > 12:
        raise Unclear("Put the day before the month, like 31/08/2018.")
    return _real_date(year, month, day)


def _month_number(name: str) -> int:
    name = name.lower()
    found = [number for number, month in enumerate(MONTHS, 1) if name in (month, month[:3], month[:4])]
    if not found or (len(name) == 4 and name not in ("june", "july", "sept")):
        raise Unclear(LIKE_THIS)
    return found[0]


def _real_date(year: str | int, month: str | int, day: str | int) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Unclear("There is no such day. Check the day and the month.") from None


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def date_from_serial(number: str, *, counts_from_1904: bool) -> str | None:
    """ISO 8601 of a day number; None if there is no such day.

    Excel counts 1 January 1900 as 1 and believes in 29 February 1900, its day 60, so that days count from
    30 December 1899 after it and from 31 December 1899 before. Mac files may count from 1 January 1904 as 0.
    """
    days = float(number)
    if counts_from_1904:
        return _moment(FIRST_DAY_1904, days) if 0 <= days < 2_957_004 else None
    if not 1 <= days < 2_958_466 or 60 <= days < 61:
        return None
    return _moment(FIRST_DAY_1900, days + 1 if days < 60 else days)


def _moment(start: datetime, days: float) -> str | None:
    try:
        moment = start + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return None
    return moment.date().isoformat() if days == int(days) else moment.isoformat()


def time_from_serial(number: str) -> str:
    """A part of a day as 14:30:00; durations may have more than 24 hours."""
    minutes, seconds = divmod(round(float(number) * 86_400), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"
