"""What speaks against holding a meeting on a day. The officer decides; nothing here forbids."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from meetings.closed_days import bank_holiday_name
from meetings.date_words import weekday_of
from meetings.notice import SATURDAY


class NamedDay(Protocol):
    """A row of the council's own list of closed days."""

    on: date
    name: str


def cautions(day: date, added: Iterable[NamedDay], *, today: date) -> list[str]:
    """Each a sentence, the gravest first; none for an ordinary working day to come."""
    closed = next((one.name for one in added if one.on == day), "")
    return [
        *([f"This is a {weekday_of(day)}."] if day.weekday() >= SATURDAY else []),
        *([f"This is a bank holiday: {bank_holiday_name(day)}."] if bank_holiday_name(day) else []),
        *([f"The council’s offices are closed: {closed}."] if closed else []),
        *(["This day is in the past."] if day < today else []),
    ]
