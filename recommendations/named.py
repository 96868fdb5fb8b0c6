"""Which recommendations a resolution names, by their numbers. Pure: words in, yes or no out."""

import re
from collections.abc import Iterator

JOINED = r"(?:\s*(?:,\s*and|,|;|and|&|to|-|–)\s*(?:R\s?)?\d+)*"
NAMED = re.compile(
    rf"\b(?:rec(?:ommendation)?s?\.?\s*(?:no\.?|nos\.?|numbers?)?\s*|R)(?P<numbers>\d+{JOINED})\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"(\d+)(?:\s*(?:to|-|–)\s*(?:R\s?)?(\d+))?", re.IGNORECASE)


def names(words: str, number: int) -> bool:
    """ "recommendation 4", "recommendations 4 and 7", "recommendations 2 to 5", "R4"."""
    return any(first <= number <= last for first, last in _ranges(words))


def names_any(words: str) -> bool:
    return NAMED.search(words) is not None


def _ranges(words: str) -> Iterator[tuple[int, int]]:
    for found in NAMED.finditer(words):
        for one in RANGE.finditer(found["numbers"]):
            yield int(one[1]), int(one[2] or one[1])
