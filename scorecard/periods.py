"""Months and years as the scorecard counts them. A period is known by its last day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import TextChoices

# Not calendar.month_name: that follows the server's locale.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
APRIL, SEPTEMBER = 4, 9


class DataPeriod(TextChoices):
    """What stretch of time one figure covers."""

    SS = "SS", "Snapshot"
    YTD = "YTD", "Year to date"
    R12M = "R12M", "Rolling 12 months"
    AC_YTD = "AC_YTD", "Academic year to date"
    A = "A", "Annual"
    M = "M", "Month"


# A figure of these covers earlier months too, so that the month alone is something else.
OVER_MANY_MONTHS = (DataPeriod.R12M, DataPeriod.YTD, DataPeriod.AC_YTD)


class Year(NamedTuple):
    """Twelve months that need not start in January."""

    starts_on: date
    ends_on: date

    @property
    def label(self) -> str:
        """As councils write it: "2018/19"."""
        return f"{self.starts_on.year}/{self.ends_on.year % 100:02}"


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def shift_months(day: date, months: int) -> date:
    """The last day of the month so many months later, or earlier if negative."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month_end(date(year, month_index + 1, 1))


def next_month_end(day: date) -> date:
    return shift_months(day, 1)


def previous_month_end(day: date) -> date:
    return shift_months(day, -1)


def same_month_last_year(day: date) -> date:
    return shift_months(day, -12)


def months_between(earlier: date, later: date) -> int:
    """How many months on, whatever the days: 1 from 30 June to 31 July, negative when the order is wrong."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def month_ends(first: date, last: date) -> list[date]:
    """Every month from the first to the last, both included."""
    return [shift_months(first, step) for step in range(months_between(first, last) + 1)]


def month_label(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def year_from(first_month: int, day: date) -> Year:
    starts_on = date(day.year if day.month >= first_month else day.year - 1, first_month, 1)
    return Year(starts_on, starts_on.replace(year=starts_on.year + 1) - timedelta(days=1))


def financial_year(day: date) -> Year:
    """1 April to 31 March."""
    return year_from(APRIL, day)


def academic_year(day: date) -> Year:
    """1 September to 31 August."""
    return year_from(SEPTEMBER, day)


def counts_from(day: date, data_period: DataPeriod) -> date | None:
    """The day a year-to-date count began at nought; None for figures that never begin again."""
    if data_period == DataPeriod.YTD:
        return financial_year(day).starts_on
    if data_period == DataPeriod.AC_YTD:
        return academic_year(day).starts_on
    return None


def restart_between(earlier: date, later: date, data_period: DataPeriod) -> date | None:
    """The day on which the count began again between two period ends, if it did."""
    began_on = counts_from(later, data_period)
    return began_on if began_on and earlier < began_on else None
