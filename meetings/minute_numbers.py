"""Numbers of minutes: one sequence for each body, which begins again as the council has it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

MAY = 5
PRINTED = re.compile(r"(?P<number>[1-9]\d*)(?:\.|/(?P<year>\d{2}))")


class NumberingReset(TextChoices):
    TERM = "term", "With each term of the council"
    MUNICIPAL_YEAR = "municipal_year", "With each municipal year, at the annual meeting in May"
    CALENDAR_YEAR = "calendar_year", "With each calendar year"
    NEVER = "never", "Never"


class NumberFormat(TextChoices):
    PLAIN = "plain", "96."
    WITH_YEAR = "with_year", "96/18"


@dataclass(frozen=True, slots=True)
class MinuteNumber:
    """``year``, two digits, only where the council prints one: the year in which the sequence began."""

    number: int
    year: int | None = None

    def __str__(self) -> str:
        return f"{self.number}." if self.year is None else f"{self.number}/{self.year:02}"

    @classmethod
    def parse(cls, text: str) -> "MinuteNumber":
        found = PRINTED.fullmatch(text.strip())
        if not found:
            raise ValueError(f"“{text}” is not the number of a minute, like 96. or 60/18")
        return cls(int(found["number"]), int(found["year"]) if found["year"] else None)


def sequence_began_on(
    meeting_on: date,
    reset: NumberingReset,
    *,
    term_starts: Collection[date] = (),
    annual_meetings: Collection[date] = (),
) -> date | None:
    """The first day of the sequence that the meeting's minutes belong to; None for one that never begins again.

    ``term_starts``: the annual meetings after the council's elections, one for each term.
    """
    if reset == NumberingReset.CALENDAR_YEAR:
        return date(meeting_on.year, 1, 1)
    if reset == NumberingReset.TERM:
        return _latest(term_starts, meeting_on, "the first day of the council's term")
    if reset == NumberingReset.MUNICIPAL_YEAR:
        return _latest(annual_meetings, meeting_on, "the annual meeting of the council")
    return None


def lacks_annual_meeting(meeting_on: date, annual_meetings: Collection[date]) -> bool:
    """True from June on while no annual meeting of that municipal year is known: numbers would run on unnoticed."""
    year = meeting_on.year if meeting_on.month > MAY else meeting_on.year - 1
    return not any(date(year, 1, 1) <= one <= meeting_on for one in annual_meetings)


def numbered(
    number: int, form: NumberFormat, *, meeting_on: date, sequence_began_on: date | None
) -> MinuteNumber:
    """A sequence that never begins again takes the year of the meeting."""
    year = (sequence_began_on or meeting_on).year % 100
    return MinuteNumber(number, year if form == NumberFormat.WITH_YEAR else None)


def next_number(drawn: Collection[int], first: int = 1) -> int:
    """The number after the highest ever drawn in this sequence, withdrawn minutes included."""
    return max(drawn, default=first - 1) + 1


def draw(minutes: Sequence[int | None], drawn: Collection[int], first: int = 1) -> list[int]:
    """Numbers of one meeting's minutes, open and exempt, in the order taken; one that has a number keeps it."""
    following = next_number([*drawn, *(number for number in minutes if number)], first)
    numbers = []
    for number in minutes:
        numbers.append(number or following)
        following += number is None
    return numbers


def _latest(days: Collection[date], meeting_on: date, what: str) -> date:
    earlier = [day for day in days if day <= meeting_on]
    if not earlier:
        raise ValueError(f"Enter {what} that came before the meeting: the minutes are numbered from it.")
    return max(earlier)
