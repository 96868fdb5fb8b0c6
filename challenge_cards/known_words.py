"""Words with a capital that are nobody's name, and names that are also words. The council's own come as a list."""

from pathlib import Path

WORDS = Path(__file__).parent / "words"


def _lines(name: str) -> list[str]:
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


KNOWN = _words("known.txt")
# At the head of a sentence these are nobody's name either, beside what stands in the dictionary
ORDINARY = _words("ordinary.txt")
# At the head of a sentence these are a name only with what people do behind them
ALSO_NAMES = _words("also_names.txt")
# Held in small letters too: "ask dylan"
COMMON_NAMES = _words("common_names.txt")
# Allowed as a whole, where one of their words alone would be a name: "Duke of Edinburgh"
PHRASES = tuple(_lines("phrases.txt"))
# Two or three capitals would otherwise be initials
ABBREVIATIONS = _words("abbreviations.txt")
