"""At which meeting the panel hears of a promise. The day it is due is another matter: a moved meeting leaves it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meetings.date_words import listed_date, month_and_year
from recommendations.due_dates import Precision, last_day

NO_LATER_MEETING = "No later meeting is in the calendar yet."


@dataclass(frozen=True, slots=True)
class Promise:
    """``due_on``: the last day in time. ``meeting_on``: where the panel hears of it, None when no meeting is known."""

    due_on: date | None
    meeting_on: date | None
    note: str = ""


def at_named_meeting(set_for: date, held_on: date | None, meetings: Iterable[date]) -> Promise:
    """``set_for``: the meeting's day when the promise was made; ``held_on``: its day now, None when cancelled.

    The due day stays as first set, whichever way the meeting moves.
    """
    if held_on == set_for:
        return Promise(set_for, set_for)
    if held_on is not None:
        return Promise(
            set_for, held_on, f"The meeting has moved to {listed_date(held_on)}. The day due is as it was."
        )
    return _cancelled(set_for, set_for, meetings)


def at_next_meeting(made_on: date, cancelled: Iterable[date], meetings: Iterable[date]) -> Promise:
    """Follows to the meeting after a cancelled one. ``meetings``: the days of those that are not cancelled."""
    first = _first_after(made_on, meetings)
    missed = sorted(day for day in cancelled if made_on < day and (first is None or day < first))
    if first is None:
        return Promise(None, None, NO_LATER_MEETING)
    if not missed:
        return Promise(first, first)
    return Promise(
        first, first, f"The meeting on {listed_date(missed[0])} was cancelled. It is due at the next one."
    )


def in_month(day: date, meetings: Iterable[date]) -> Promise:
    """The last meeting in the month sharpens the promise; without one the month's end counts."""
    days = sorted(meetings)
    held = [one for one in days if (one.year, one.month) == (day.year, day.month)]
    if held:
        return Promise(held[-1], held[-1])
    month_end = last_day(day, Precision.MONTH)
    later = _first_after(month_end, days)
    wrong = f"No meeting is held in {month_and_year(day)}."
    if later is None:
        return Promise(month_end, None, f"{wrong} {NO_LATER_MEETING}")
    return Promise(month_end, later, f"{wrong} The panel hears of it on {listed_date(later)}.")


def by_day(due_on: date, meetings: Iterable[date]) -> Promise:
    return Promise(due_on, min((day for day in meetings if day >= due_on), default=None))


def _cancelled(due_on: date, day: date, meetings: Iterable[date]) -> Promise:
    later = _first_after(day, meetings)
    wrong = f"The meeting on {listed_date(day)} was cancelled."
    if later is None:
        return Promise(due_on, None, f"{wrong} {NO_LATER_MEETING}")
    return Promise(due_on, later, f"{wrong} The panel hears of it on {listed_date(later)}.")


def _first_after(day: date, meetings: Iterable[date]) -> date | None:
    return min((one for one in meetings if one > day), default=None)
