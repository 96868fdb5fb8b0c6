"""Words above the plot that belong to a month or a span of months, in as few rows as keep them apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .labels import rows, text_width, wrapped

WIDEST = 0.6  # of the drawing


@dataclass(frozen=True, slots=True)
class Heading:
    """``start`` is its month; a span has an ``end`` too. ``left`` and ``right`` bound words and bracket."""

    lines: tuple[str, ...]
    start: float
    end: float | None
    left: float
    right: float
    row: int = 0

    @property
    def reads_leftwards(self) -> bool:
        return self.left < self.start


def heading(text: str, start: float, end: float | None, *, width: float, font: float) -> Heading:
    """To the right of its month, or where the drawing ends too soon for that, to the left."""
    lines = wrapped(text, width * WIDEST, font)
    long = max(text_width(line, font) for line in lines)
    if start + long <= width:
        return Heading(lines, start, end, start, max(start + long, end or 0))
    return Heading(lines, start, end, min(start, (end or start) - long), end or start)


def stacked(wanted: Iterable[Heading]) -> list[Heading]:
    """From right to left, each in the lowest row where it touches no other: no pointer crosses words below it."""
    order = sorted(wanted, key=lambda heading: heading.left, reverse=True)
    chosen = rows([(-heading.right, -heading.left) for heading in order])
    return [replace(heading, row=row) for heading, row in zip(order, chosen, strict=True)]


def row_lines(found: Sequence[Heading]) -> list[int]:
    """How many lines of words each row holds, the lowest row first."""
    count = max((heading.row for heading in found), default=-1) + 1
    return [max(len(heading.lines) for heading in found if heading.row == row) for row in range(count)]
