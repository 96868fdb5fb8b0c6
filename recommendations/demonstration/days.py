"""Days as the files write them: 2016, 2015/16, 2017-02 and 2018-08-31."""

from datetime import date
from typing import NamedTuple

from recommendations.due_dates import MARCH, Precision, last_day


class Day(NamedTuple):
    """``on``: the last day of the period."""

    on: date
    precision: Precision


def day(text: str) -> Day:
    if "/" in text:
        return _ending(date(int(text[:4]) + 1, MARCH, 1), Precision.FINANCIAL_YEAR)
    parts = [int(part) for part in text.split("-")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    return _ending(date(*parts, *[1] * (3 - len(parts))), precision)


def _ending(on: date, precision: Precision) -> Day:
    return Day(last_day(on, precision), precision)
