"""Dates found in what people typed, so that "Thursday 2 November 2018", a Friday, is caught before it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meetings.date_words import MONTHS, WEEKDAYS, joined, listed_date

_WEEKDAY = (
    r"Mon(?:day)?|Tue(?:s|sday)?|Wed(?:s|nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|Sept"
WRITTEN_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)

YEARS = re.compile(r"\b(?P<first>\d{4})\s?(?P<slashes>/+)\s?(?P<second>\d{4}|\d{2})\b")
CENTURIES = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text. ``day`` is None for one that no calendar has, like 31 November 2018."""

    text: str
    start: int
    day: date | None
    weekday: int | None = None

    @property
    def has_wrong_weekday(self) -> bool:
        return self.day is not None and self.weekday is not None and self.weekday != self.day.weekday()

    @property
    def problem(self) -> str:
        """What is wrong with it in a sentence; empty when nothing is."""
        if self.day is None:
            return f"“{self.text}” is not a day in the calendar."
        if not self.has_wrong_weekday or self.weekday is None:
            return ""
        right = (
            f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year} is a {WEEKDAYS[self.day.weekday()]}"
        )
        return f"“{self.text}” is not a {WEEKDAYS[self.weekday]}: {right}."


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Every day with month and year, in the order of the text. A line break inside a date counts as a space."""
    for found in WRITTEN_DATE.finditer(text):
        yield WrittenDate(
            text=" ".join(found[0].split()),
            start=found.start(),
            day=_date(int(found["year"]), _place(found["month"], MONTHS) + 1, int(found["day"])),
            weekday=_place(found["weekday"], WEEKDAYS) if found["weekday"] else None,
        )


def wrong_dates(text: str) -> list[WrittenDate]:
    return [written for written in written_dates(text) if written.problem]


def odd_years(text: str) -> list[str]:
    """Spans of years with a slip in them, as typed: "2017//2018", "2018/20", "2108/09"."""
    return [found[0] for found in YEARS.finditer(text) if not _is_span(found)]


def other_dates(text: str, expected: date) -> list[WrittenDate]:
    """Dates in the text that are not the expected one: a report addressed to another meeting."""
    return [written for written in written_dates(text) if written.day != expected]


def other_dates_sentence(text: str, expected: date) -> str:
    others = [written.text for written in other_dates(text, expected)]
    return f"The meeting is on {listed_date(expected)}, not on {joined(others, 'or')}." if others else ""


def _is_span(found: re.Match[str]) -> bool:
    first, second = int(found["first"]), found["second"]
    follows = int(second) == (first + 1) % 10 ** len(second)
    return found["slashes"] == "/" and first in CENTURIES and follows


def _place(word: str, names: tuple[str, ...]) -> int:
    return next(place for place, name in enumerate(names) if name[:3].lower() == word[:3].lower())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
