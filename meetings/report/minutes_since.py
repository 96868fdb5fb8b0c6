"""What was recorded of a meeting after its minutes were begun, and is not in them; and what they say that is no more.

A clerk's own words are never asked after: only the sentences the portal itself would write, then and now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from core.richtext import paragraphs
from meetings.models import MeetingMinutes, Minute
from meetings.report.minutes_growth import Grown, grown
from meetings.standing_order import StandingKey


@dataclass(frozen=True, slots=True)
class Since:
    """A sentence that is missing, or says what is recorded no longer. ``minute``: None where it has no place yet."""

    heading: str
    minute: Minute | None
    sentence: str
    is_missing: bool


def marks_of(found: Iterable[Grown]) -> list[str]:
    """One for each sentence, short, and nothing of an exempt sentence to be read from it."""
    return [_mark(sentence) for one in found for sentence in _sentences(one)]


def recorded_since(record: MeetingMinutes, minutes: Iterable[Minute]) -> list[Since]:
    """Nothing of minutes that did not begin from the agenda."""
    if record.begun_with is None:
        return []
    now = [one for one in grown(record.meeting) if not _is_approval(one)]
    said = {minute: [paragraph.text for paragraph in paragraphs(minute.body)] for minute in minutes}
    return [*_missing(record.begun_with, now, said), *_outdated(record.begun_with, now, said)]


def _missing(begun_with: list[str], now: list[Grown], said: dict[Minute, list[str]]) -> Iterator[Since]:
    words = " ".join(" ".join(texts) for texts in said.values())
    for one in now:
        here = next((minute for minute in said if set(minute.items.all()) & set(one.items)), None)
        for sentence in _sentences(one):
            if _mark(sentence) not in begun_with and sentence not in words:
                yield Since(one.heading, here, sentence, is_missing=True)


def _outdated(begun_with: list[str], now: list[Grown], said: dict[Minute, list[str]]) -> Iterator[Since]:
    today = set(marks_of(now))
    for minute, texts in said.items():
        if not any(item.standing_key == StandingKey.MINUTES for item in minute.items.all()):
            for text in texts:
                if _mark(text) in begun_with and _mark(text) not in today:
                    yield Since(minute.heading, minute, text, is_missing=False)


def _is_approval(one: Grown) -> bool:
    """What a meeting did with earlier minutes has checks of its own."""
    return any(item.standing_key == StandingKey.MINUTES for item in one.items)


def _sentences(one: Grown) -> Iterator[str]:
    for paragraph in one.paragraphs:
        for sentence in [paragraph] if isinstance(paragraph, str) else paragraph:
            yield " ".join(sentence.split())


def _mark(sentence: str) -> str:
    return sha256(sentence.encode()).hexdigest()[:16]
