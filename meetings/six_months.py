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

    @property
    def sentence(self) -> str:
        came = f"Last came on {plain_date(self.since)}" if self.has_come else "Has not come to a meeting yet"
        return (
            f"{came}. Six months end on {plain_date(self.ends_on)}: unless another meeting of the council was "
            "attended, or the council approved the absence, the seat on the council is lost after that day."
        )


def non_attendance(*, last_came_on: date | None, joined_on: date, today: date) -> NonAttendance | None:
    """From the day on which five months are over; None before."""
    since = last_came_on or joined_on
    if today < months_later(since, WARNED_AFTER):
        return None
    return NonAttendance(since, months_later(since, LOST_AFTER), has_come=last_came_on is not None)


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last: 31 August and six months give 28 February."""
    year, index = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))
