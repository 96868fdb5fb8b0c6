"""A day or a period as people say it."""

from datetime import date

from meetings.date_words import month_and_year, plain_date
from recommendations.due_dates import Precision, last_day


def period_words(day: date, precision: Precision) -> str:
    """ "28 February 2017", "February 2017", "October to December 2018", "2017", "2016/17", "academic year 2016/17"."""
    end = last_day(day, precision)
    if precision == Precision.DAY:
        return plain_date(day)
    if precision == Precision.MONTH:
        return month_and_year(end)
    if precision == Precision.QUARTER:
        first = month_and_year(end.replace(month=end.month - 2, day=1)).split()[0]
        return f"{first} to {month_and_year(end)}"
    if precision == Precision.YEAR:
        return str(end.year)
    years = f"{end.year - 1}/{end.year % 100:02}"
    return years if precision == Precision.FINANCIAL_YEAR else f"academic year {years}"
