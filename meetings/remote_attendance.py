"""When joining by video counted as being present: dated, because the law changed twice and may change again.

England: from 4 April 2020 to 6 May 2021 (SI 2020/392), and at no other time so far.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class RemotePeriod(NamedTuple):
    """Both days included; without an end it goes on."""

    begins_on: date
    ends_on: date | None = None


ENGLAND = (RemotePeriod(date(2020, 4, 4), date(2021, 5, 6)),)


def remote_counts(meeting_on: date, periods: Iterable[RemotePeriod] = ENGLAND) -> bool:
    return any(
        period.begins_on <= meeting_on and (period.ends_on is None or meeting_on <= period.ends_on)
        for period in periods
    )
