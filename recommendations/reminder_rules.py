"""When an owner is reminded: which rule speaks on a given day. Mail goes out on working days only.

A rule whose day fell on a closed day, or on one when the mail server was away, still speaks on the next working day,
until a later rule takes its place.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

EARLY_DAYS, LATE_DAYS = 45, 14
PAPER_DAYS = 7
ONE_DAY = timedelta(days=1)


class Rule(TextChoices):
    DUE_45 = "due_45", "45 days before it is due"
    DUE_14 = "due_14", "14 days before it is due"
    PAPER_7 = "paper_7", "7 days before the papers go out"
    OVERDUE = "overdue", "The day after it was due"
    WEEKLY = "weekly", "Every week while it is overdue"
    STALE = "stale", "Every month while nothing is heard"
    CLOSED = "closed", "Closed by the panel"
    VOID = "void", "The closure was struck out"
    REOPENED = "reopened", "Taken up again by the panel"
    MOVED = "moved", "It has gone a step further"
    ASK = "ask", "Time to ask whether it worked"


@dataclass(frozen=True, slots=True)
class Call:
    """``on``: the day on which the rule fell, which may have been a closed one."""

    rule: Rule
    on: date


def calls(due_on: date | None, paper_deadline: date | None, today: date) -> list[Call]:
    """The rules that speak of one open promise on a working day."""
    paper = _before(paper_deadline, PAPER_DAYS, Rule.PAPER_7, today)
    if due_on is None:
        return paper
    if today > due_on:
        return [*paper, _overdue(due_on, today)]
    return [*paper, *(_before(due_on, LATE_DAYS, Rule.DUE_14, today) or _early(due_on, today))]


def month_begins(today: date) -> date:
    """The day on which the month's digest of what has gone quiet falls."""
    return today.replace(day=1)


def _early(due_on: date, today: date) -> list[Call]:
    return _before(due_on, EARLY_DAYS, Rule.DUE_45, today)


def _before(last_day: date | None, days: int, rule: Rule, today: date) -> list[Call]:
    if last_day is None or not last_day - timedelta(days=days) <= today <= last_day:
        return []
    return [Call(rule, last_day - timedelta(days=days))]


def _overdue(due_on: date, today: date) -> Call:
    monday = today - timedelta(days=today.weekday())
    first = due_on + ONE_DAY
    return Call(Rule.WEEKLY, monday) if monday > first else Call(Rule.OVERDUE, first)
