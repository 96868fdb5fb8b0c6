"""When something promised falls due, and at which meeting the panel hears of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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


def due(
    rule: DueRule, *, made_on: date, meetings: Iterable[date], last_reported_on: date | None = None
) -> Due:
    """``made_on``: the meeting at which it was promised; ``meetings``: the days of meetings that are not cancelled."""
    held = sorted(set(meetings))
    calendar = [day for day in held if day > made_on]
    since = max(made_on, last_reported_on or made_on)
    if rule.kind == DueKind.NEXT_MEETING:
        return _next_meeting(made_on, calendar)
    if rule.kind == DueKind.MEETING and rule.on:
        return _named_meeting(rule.on, held)
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


def _next_meeting(after: date, calendar: Sequence[date]) -> Due:
    later = next((day for day in calendar if day > after), None)
    return Due(on=later, meeting_on=later, warning="" if later else NO_LATER_MEETING)


def _named_meeting(day: date, calendar: Sequence[date]) -> Due:
    if day in calendar:
        return Due(on=day, meeting_on=day)
    return _instead(f"No meeting is held on {listed_date(day)}", day, calendar)


def _month(day: date, calendar: Sequence[date]) -> Due:
    in_month = [one for one in calendar if (one.year, one.month) == (day.year, day.month)]
    if in_month:
        return Due(on=in_month[0], meeting_on=in_month[0])
    return _instead(f"{month_and_year(day)} holds no meeting", day.replace(day=1), calendar)


def _instead(what_is_wrong: str, day: date, calendar: Sequence[date]) -> Due:
    later = _first(calendar, day)
    if later is None:
        return Due(warning=f"{what_is_wrong}. {NO_LATER_MEETING}")
    return Due(later, later, f"{what_is_wrong}. It is due at the first one after it, {listed_date(later)}.")


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
