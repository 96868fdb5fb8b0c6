"""What a text is made of: runs of words in blocks. Every way in ends here, and every way out begins here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

MARKS = ("strong", "em", "sub", "sup")  # in the order they lie in each other
ORDERED = ("1", "a", "i")  # the numbering of successive levels: 1. then a) then i.
BULLETS = "-"


@dataclass(frozen=True)
class Run:
    """Words that look alike. A line break within a paragraph is the character U+000A."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


Runs = Sequence[Run]


@dataclass
class Paragraph:
    runs: Runs


@dataclass
class Heading:
    level: int  # 2 to 4
    runs: Runs


@dataclass
class Item:
    """One point: its own paragraph first, then what belongs to it."""

    blocks: list["Block"]


@dataclass
class Points:
    """A list. ``kind`` is one of ORDERED or BULLETS; empty until its depth says which."""

    kind: str
    items: list[Item]
    start: int = 1


@dataclass
class Quote:
    blocks: list["Block"]


@dataclass
class Cell:
    runs: Runs
    is_head: bool = False


@dataclass
class Table:
    rows: list[list[Cell]]


@dataclass
class Point:
    """A paragraph that says itself which point of a list it is, as Word and people without an editor write them."""

    level: int  # 1 is the outermost
    kind: str
    blocks: list["Block"] = field(default_factory=list)
    marker: str = ""  # as it was written, without brackets: "i" may be the ninth letter or the first number


Block = Paragraph | Heading | Points | Quote | Table | Point


def text_of(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def marked(runs: Runs, mark: str) -> list[Run]:
    return [replace(run, marks=run.marks | {mark}) for run in runs]
