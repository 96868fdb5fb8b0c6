"""A list of dates as an officer pastes it, one a line, and what is wrong with each line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meetings.written_dates import written_dates

HOW = "Write it like Thursday 31 January 2019 or 31/1/2019."
BY_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})")
BY_YEAR = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")


@dataclass(frozen=True, slots=True)
class DateLine:
    """One line that is not empty; ``number`` counts the empty ones too. Either a day or a problem."""

    number: int
    text: str
    day: date | None
    problem: str = ""


def read_dates(text: str) -> list[DateLine]:
    """In the order of the lines. A day named twice is a problem of the later line."""
    seen: set[date] = set()
    lines = []
    for number, words in enumerate(text.splitlines(), 1):
        if not words.strip():
            continue
        line = _line(number, " ".join(words.split()))
        if line.day in seen:
            line = DateLine(number, line.text, None, f"“{line.text}” is in the list twice.")
        seen |= {line.day} if line.day else set()
        lines.append(line)
    return lines


def _line(number: int, text: str) -> DateLine:
    if found := BY_NUMBERS.fullmatch(text) or BY_YEAR.fullmatch(text):
        return _by_numbers(number, text, found)
    written = list(written_dates(text))
    if len(written) > 1:
        return DateLine(
            number, text, None, f"“{text}” holds more than one date. Put each on a line of its own."
        )
    if not written:
        return DateLine(number, text, None, f"“{text}” is not a date. {HOW}")
    if written[0].problem:
        return DateLine(number, text, None, written[0].problem)
    return DateLine(number, text, written[0].day)


def _by_numbers(number: int, text: str, found: re.Match[str]) -> DateLine:
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return DateLine(number, text, None, f"“{text}” is not a day in the calendar.")
    return DateLine(number, text, day)


def days_of(lines: list[DateLine]) -> Iterator[date]:
    return (line.day for line in lines if line.day)
