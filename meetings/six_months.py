"""The rule of six months: a councillor who attends no meeting of the council for so long loses the seat.

Local Government Act 1972, section 85. The portal knows this panel's meetings alone, so that it warns and never decides.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from meetings.date_words import plain_date

WARNED_AFTER, LOST_AFTER = 5, 6  # months
YEAR = 12


@dataclass(frozen=True, slots=True)
class NonAttendance:
    """``since``: the day last attended, or the day the seat was taken by somebody who never came."""

    since: date
    ends_on: date
    has_come: bool
    is_over: bool

    @property
    def sentence(self) -> str:
        """ "Last came on 19 July 2018; six months end on 19 January 2019." """
        came = "Last came on" if self.has_come else "No attendance is recorded here since"
        ends = "ended" if self.is_over else "end"
        return f"{came} {plain_date(self.since)}; six months {ends} on {plain_date(self.ends_on)}."


def non_attendance(*, last_came_on: date | None, joined_on: date, today: date) -> NonAttendance | None:
    """From the day on which five months are over; None before."""
    since = last_came_on or joined_on
    if today < months_later(since, WARNED_AFTER):
        return None
    ends_on = months_later(since, LOST_AFTER)
    return NonAttendance(since, ends_on, has_come=last_came_on is not None, is_over=today > ends_on)


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last: 31 August and six months give 28 February."""
    year, index = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))
