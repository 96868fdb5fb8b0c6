"""References people write: paragraph "105(3)(b)" of the minutes, "Item 8 of 1 Nov 2018" of an agenda."""

import re
from dataclasses import dataclass
from datetime import date

from meetings.date_words import MONTHS
from meetings.item_numbers import ItemNumber
from meetings.written_dates import written_dates

MARK = r"\((?:[1-9]\d*|[a-z]+)\)"
MINUTE = re.compile(rf"(?P<number>[1-9]\d*)(?:/(?P<year>\d{{2}}))?(?P<marks>(?:{MARK})*)")
ITEM = re.compile(r"Item (?P<number>[1-9]\d*[a-z]*) of (?P<day>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MinuteReference:
    """``marks`` lead down to the paragraph: ("3", "b") for paragraph 3, point b."""

    number: int
    marks: tuple[str, ...] = ()
    year: int | None = None

    def __str__(self) -> str:
        year = "" if self.year is None else f"/{self.year:02}"
        return f"{self.number}{year}{''.join(f'({mark})' for mark in self.marks)}"

    @classmethod
    def parse(cls, text: str) -> "MinuteReference":
        found = MINUTE.fullmatch("".join(text.split()))
        if not found:
            raise ValueError(f"“{text}” is not a reference to a minute, like 103(2) or 105(3)(b).")
        marks = tuple(re.findall(r"\w+", found["marks"]))
        return cls(int(found["number"]), marks, int(found["year"]) if found["year"] else None)


@dataclass(frozen=True, slots=True)
class ItemReference:
    number: ItemNumber
    meeting_on: date

    def __str__(self) -> str:
        day = self.meeting_on
        return f"Item {self.number} of {day.day} {MONTHS[day.month - 1][:3]} {day.year}"

    @classmethod
    def parse(cls, text: str) -> "ItemReference":
        found = ITEM.fullmatch(" ".join(text.split()))
        days = [written.day for written in written_dates(found["day"])] if found else []
        if not found or len(days) != 1 or days[0] is None:
            raise ValueError(f"“{text}” is not a reference to an item, like Item 8 of 1 Nov 2018.")
        return cls(ItemNumber.parse(found["number"].lower()), days[0])
