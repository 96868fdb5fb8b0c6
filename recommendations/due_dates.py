"""The last day of what was promised: periods, months counted on, statutory time, rounds that come back.

Every day is a whole day in London; nothing here knows what day it is today.
"""

from calendar import monthrange
from datetime import date, timedelta

from django.db.models import TextChoices

MONTHS_OF_YEAR = 12
STATUTORY_MONTHS = 2  # Local Government Act 2000, s.9FE: a response within two months
ONE_DAY = timedelta(days=1)
MARCH, AUGUST = 3, 8


class Precision(TextChoices):
    DAY = "day", "A day"
    MONTH = "month", "A month"
    QUARTER = "quarter", "A quarter"
    YEAR = "year", "A year"
    FINANCIAL_YEAR = "financial_year", "A financial year (to 31 March)"
    ACADEMIC_YEAR = "academic_year", "An academic year (to 31 August)"


def last_day(day: date, precision: Precision) -> date:
    """The last day of the period in which ``day`` lies."""
    if precision == Precision.DAY:
        return day
    if precision == Precision.MONTH:
        return _month_end(day.year, day.month)
    if precision == Precision.QUARTER:
        return _month_end(day.year, (day.month + 2) // 3 * 3)
    if precision == Precision.YEAR:
        return _month_end(day.year, MONTHS_OF_YEAR)
    closing_month = MARCH if precision == Precision.FINANCIAL_YEAR else AUGUST
    return _month_end(day.year + (day.month > closing_month), closing_month)


def months_later(day: date, months: int) -> date:
    """The same-numbered day so many months on, or the last day of a month that is too short."""
    year, month_index = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))


def statutory_last_day(received_on: date, notice_on: date | None = None) -> date:
    """The last of two months that begin with the day on which both the report and the notice were there.

    A month too short to hold the same-numbered day ends the time with its own last day.
    """
    begins_on = max(received_on, notice_on or received_on)
    same_day = months_later(begins_on, STATUTORY_MONTHS)
    return same_day - ONE_DAY if same_day.day == begins_on.day else same_day


def next_round(last_met_due: date, every_months: int) -> date:
    """When the next round is due, counted from when the last one WAS DUE: a late round does not move the rhythm."""
    if every_months < 1:
        raise ValueError("Enter every how many months it comes back, 1 or more.")
    return months_later(last_met_due, every_months)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
