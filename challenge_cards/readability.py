"""Whether a sixteen-year-old, or somebody of eleven, can read a text at one go. Pure.

Specification 7.8: sentences of 20 words or fewer, no abbreviation that is not explained, none of officers' own words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from challenge_cards.known_words import WORDS

LONGEST_SENTENCE = 20
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]*")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,}s?|[A-Z](?:\.[A-Z])+\.?)\b")
EVERYBODY_KNOWS = frozenset({"TV", "UK", "OK", "PC", "DVD", "BBC", "ID", "AM", "PM", "PE"})


@dataclass(frozen=True, slots=True)
class Hard:
    """One thing that is hard to read. ``field``: where; ``said``: what to do, with the words it is about."""

    field: str
    said: str


def hard_words(texts: Mapping[str, str]) -> list[Hard]:
    """An abbreviation explained in one field is explained for those after it."""
    found, explained = [], set(EVERYBODY_KNOWS)
    for field, text in texts.items():
        found += [Hard(field, said) for said in _of_text(text, explained)]
        explained |= _explained(text)
    return found


def faults(texts: Mapping[str, str]) -> list[str]:
    return [hard.said for hard in hard_words(texts)]


def longest_sentence(text: str) -> int:
    """In words."""
    return max((len(WORD.findall(one)) for one in SENTENCE.findall(text)), default=0)


def _of_text(text: str, explained: set[str]) -> Iterator[str]:
    for sentence in SENTENCE.findall(text):
        words = WORD.findall(sentence)
        if len(words) > LONGEST_SENTENCE:
            yield f"“{' '.join(words[:5])} …” has {len(words)} words: make two sentences of it, or more."
    for short in dict.fromkeys(ABBREVIATION.findall(text)):
        if short.rstrip("s") not in explained | _explained(text):
            yield f"Say what {short} stands for, or write it out."
    for word, instead in JARGON.items():
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            yield f"“{word}” is officers' language: try “{instead}”."


def _explained(text: str) -> set[str]:
    """Those that stand in brackets behind what they are short for: "Young Adult Council (YAC)"."""
    return {
        short
        for before, short in re.findall(r"([\w' ’-]+) \(([A-Z]{2,})\)", text)
        if _initials(before).endswith(short)
    }


def _initials(words: str) -> str:
    small = {"and", "of", "the", "for", "in", "to"}
    return "".join(word[0].upper() for word in words.split() if word.lower() not in small)


def _jargon() -> dict[str, str]:
    lines = (WORDS / "jargon.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return {word.strip(): instead.strip() for word, instead in pairs}


JARGON = _jargon()
