"""When something promised falls due, and at which meeting the panel hears of it."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import TextChoices

from meetings.date_words import listed_date, month_and_year, plain_date

YEAR = 12  # months


class DueKind(TextChoices):
    NONE = "none", "No date"
    NEXT_MEETING = "next_meeting", "The next meeting"
    MEETING = "meeting", "A named meeting"
    FUTURE_MEETING = "future_meeting", "A future meeting, not yet fixed"
    MONTH = "month", "A named month"
    DATE = "date", "A date"
    ANNUAL = "annual", "Every year"
    RECURRING = "recurring", "Again and again"
    EVENT = "event", "Once something has happened"


@dataclass(frozen=True, slots=True)
class DueRule:
    """``on``: the date, the named meeting's day, or any day of the month, by kind. ``every_months``: None means at
    every meeting. ``happened_on``: when the awaited event came.
    """

    kind: DueKind
    on: date | None = None
    every_months: int | None = None
    event: str = ""
    happened_on: date | None = None

    def __post_init__(self) -> None:
        if self.kind in (DueKind.MEETING, DueKind.MONTH, DueKind.DATE) and self.on is None:
            raise ValueError("Enter the meeting, the month or the date on which it falls due.")
        if self.every_months is not None and self.every_months < 1:
            raise ValueError("Enter every how many months it comes back, 1 or more.")


@dataclass(frozen=True, slots=True)
class Due:
    """``on``: the last day in time, None when there is none. ``meeting_on``: where it is heard, if that is known."""

    on: date | None = None
    meeting_on: date | None = None
    warning: str = ""

    def is_overdue(self, today: date) -> bool:
        return self.on is not None and today > self.on

    def days_overdue(self, today: date) -> int:
        return (today - self.on).days if self.on is not None and today > self.on else 0


NOT_FIXED = "The meeting is not fixed yet."
NO_LATER_MEETING = "No later meeting is in the calendar."
NONE_CALLED_OFF: Mapping[date, date | None] = MappingProxyType({})


def due(
    rule: DueRule,
    *,
    made_on: date,
    meetings: Iterable[date],
    called_off: Mapping[date, date | None] = NONE_CALLED_OFF,
    last_reported_on: date | None = None,
) -> Due:
    """``made_on``: the meeting at which it was promised; ``meetings``: the days of meetings that are not cancelled;
    ``called_off``: the day of each that is not held as planned, with the day it was put off to, if there is one.

    Putting a meeting off moves where a promise is heard. When it is late moves only for "the next meeting".
    """
    held = sorted(set(meetings))
    calendar = [day for day in held if day > made_on]
    since = max(made_on, last_reported_on or made_on)
    if rule.kind == DueKind.NEXT_MEETING:
        return _next_meeting(made_on, calendar, called_off)
    if rule.kind == DueKind.MEETING and rule.on:
        return _named_meeting(rule.on, held, called_off.get(rule.on))
    if rule.kind == DueKind.MONTH and rule.on:
        return _month(rule.on, calendar)
    if rule.kind == DueKind.DATE and rule.on:
        return Due(on=rule.on, meeting_on=_first(calendar, rule.on))
    if rule.kind == DueKind.ANNUAL:
        return _month(_months_on(since, YEAR), calendar)
    if rule.kind == DueKind.RECURRING:
        return _recurring(rule, since, calendar)
    if rule.kind == DueKind.EVENT and rule.happened_on:
        return _next_meeting(max(made_on, rule.happened_on), calendar)
    return Due(warning=NOT_FIXED if rule.kind == DueKind.FUTURE_MEETING else "")


def due_sentence(rule: DueRule, found: Due) -> str:
    """What a reader is told: "Due by 31 December 2018", "Once the apprentice has started"."""
    if rule.kind == DueKind.EVENT and not rule.happened_on:
        return f"Once {rule.event}." if rule.event else "Once something has happened."
    if rule.kind == DueKind.DATE and found.on:
        return f"Due by {plain_date(found.on)}."
    if rule.kind == DueKind.FUTURE_MEETING:
        return "Due at a future meeting, not yet fixed."
    if found.meeting_on:
        return f"Due at the meeting on {listed_date(found.meeting_on)}."
    if rule.kind == DueKind.MONTH and rule.on:
        return f"Due in {month_and_year(rule.on)}."
    return "No date." if rule.kind == DueKind.NONE else "Due at a meeting not yet in the calendar."


def _next_meeting(
    after: date, calendar: Sequence[date], called_off: Mapping[date, date | None] = NONE_CALLED_OFF
) -> Due:
    later = next((day for day in calendar if day > after), None)
    planned = [day for day in called_off if after < day and (later is None or day < later)]
    note = _not_as_planned(min(planned), called_off[min(planned)], later) if planned else ""
    if later is None:
        return Due(warning=_sentences(note, NO_LATER_MEETING))
    return Due(on=later, meeting_on=later, warning=note)


def _named_meeting(day: date, calendar: Sequence[date], moved_to: date | None) -> Due:
    if day in calendar:
        return Due(on=day, meeting_on=day)
    heard = moved_to if moved_to in calendar else _first(calendar, day)
    note = _not_as_planned(day, moved_to, heard)
    return Due(day, heard, note if heard else _sentences(note, NO_LATER_MEETING))


def _month(day: date, calendar: Sequence[date]) -> Due:
    """The last meeting of the month; without one it is late at the end of the month all the same."""
    in_month = [one for one in calendar if (one.year, one.month) == (day.year, day.month)]
    if in_month:
        return Due(on=in_month[-1], meeting_on=in_month[-1])
    ends = day.replace(day=monthrange(day.year, day.month)[1])
    later, note = _first(calendar, ends), f"{month_and_year(day)} holds no meeting."
    said = f"It is heard at the first one after it, {listed_date(later)}." if later else NO_LATER_MEETING
    return Due(ends, later, _sentences(note, said))


def _not_as_planned(day: date, moved_to: date | None, heard: date | None) -> str:
    if heard and moved_to == heard:
        return f"The meeting on {listed_date(day)} was put off to {listed_date(heard)}."
    note = f"No meeting is held on {listed_date(day)}."
    return (
        _sentences(note, f"It is heard at the first one after it, {listed_date(heard)}.") if heard else note
    )


def _sentences(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _recurring(rule: DueRule, since: date, calendar: Sequence[date]) -> Due:
    if rule.every_months is None:
        return _next_meeting(since, calendar)
    return _month(_months_on(since, rule.every_months), calendar)


def _first(calendar: Iterable[date], day: date) -> date | None:
    return next((one for one in calendar if one >= day), None)


def _months_on(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    year, month_index = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month_index + 1, 1)
