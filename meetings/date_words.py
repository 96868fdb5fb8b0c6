"""Dates and times as the council prints them; the style depends on the place."""

from collections.abc import Sequence
from datetime import date, time

# Not strftime's names: those follow the server's locale.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def weekday_of(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def month_and_year(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def ordinal(number: int) -> str:
    """A day of the month: "1st", "2nd", "11th"."""
    return f"{number}{ENDINGS.get(number, 'th')}"


def title_date(day: date) -> str:
    """On the cover and over the agenda: "Thursday, 1st November, 2018"."""
    return f"{weekday_of(day)}, {ordinal(day.day)} {MONTHS[day.month - 1]}, {day.year}"


def formal_date(day: date) -> str:
    """Over the minutes and under the sign-off: "Wednesday, 19 September 2018"."""
    return f"{weekday_of(day)}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """In running text and titles of items: "19 July 2018"."""
    return f"{day.day} {month_and_year(day)}"


def report_date(day: date) -> str:
    """In the "To" line of a report: "1st November 2018"."""
    return f"{ordinal(day.day)} {month_and_year(day)}"


def listed_date(day: date) -> str:
    """In lists of dates: "Wednesday 29 May 2019"."""
    return f"{weekday_of(day)} {plain_date(day)}"


def clock(at: time) -> str:
    """ "10.00 am", "12.00 noon", "12.00 midnight", "2.30 pm"."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "12.00 noon" if at.hour else "12.00 midnight"
    return f"{at.hour % 12 or 12}.{at.minute:02} {'am' if at.hour < 12 else 'pm'}"


def listed_days(days: Sequence[date]) -> str:
    """Each month and year said once: "Friday 29 December 2023, Tuesday 2 and Wednesday 3 January 2024"."""
    return joined(
        [_day_before(day, following) for day, following in zip(days, [*days[1:], None], strict=False)]
    )


def joined(words: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _day_before(day: date, following: date | None) -> str:
    short = f"{weekday_of(day)} {day.day}"
    if following is None or following.year != day.year:
        return f"{short} {month_and_year(day)}"
    return short if following.month == day.month else f"{short} {MONTHS[day.month - 1]}"
