"""Numbers of agenda items: 1, 2, 3 straight through the open and then the exempt part, with 16a and 16b below 16.

Headings and the motion to exclude the public carry none. A number that was issued once stays with its item and is
never given to another.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import total_ordering
from itertools import count

from django.db.models import TextChoices

from meetings.date_words import joined
from meetings.letters import letter, letter_place


class LineKind(TextChoices):
    ITEM = "item", "Item"
    SUB_ITEM = "sub_item", "Sub-item"
    HEADING = "heading", "Heading"
    EXCLUSION_MOTION = "exclusion_motion", "Motion to exclude the public"


class AdditionNumber(TextChoices):
    """What an item added after the first issue is called."""

    NEXT = "next", "The next free number"
    LETTER = "letter", "The number of the item before it, with a letter"


UNNUMBERED = (LineKind.HEADING, LineKind.EXCLUSION_MOTION)


@total_ordering
@dataclass(frozen=True, slots=True)
class ItemNumber:
    """ "8", or "16a" with its sub-letter. After 16z comes 16aa."""

    number: int
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.number}{self.letter}"

    def __lt__(self, other: "ItemNumber") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int]:
        return self.number, letter_place(self.letter)

    @classmethod
    def parse(cls, text: str) -> "ItemNumber":
        digits = text.strip().rstrip("abcdefghijklmnopqrstuvwxyz")
        if not (digits.isascii() and digits.isdigit()) or digits.startswith("0"):
            raise ValueError(f"“{text}” is not the number of an item, like 8 or 16a.")
        return cls(int(digits), text.strip()[len(digits) :])


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line in the order of the agenda. ``issued_as`` is the number it already had in an issue."""

    kind: LineKind = LineKind.ITEM
    is_exempt: bool = False
    issued_as: ItemNumber | None = None


@dataclass(slots=True)
class _Block:
    """An item with its sub-items, or a line without a number."""

    places: list[int]
    lines: list[AgendaLine] = field(default_factory=list)

    @property
    def head(self) -> AgendaLine:
        return self.lines[0]


def number_items(
    lines: Sequence[AgendaLine],
    *,
    late: AdditionNumber = AdditionNumber.NEXT,
    used: Collection[ItemNumber] = (),
) -> list[ItemNumber | None]:
    """The number of each line, in the order given; None for a line that carries none.

    ``used``: numbers that stood in an earlier issue and whose items are gone; they stay empty. Before the first
    issue all lines are new and are numbered in order.
    """
    taken = {line.issued_as for line in lines if line.issued_as} | set(used)
    numbers = _Numbers(taken, late if taken else AdditionNumber.NEXT)
    found: dict[int, ItemNumber | None] = {}
    blocks = [block for block in _open_then_exempt(lines) if block.head.kind not in UNNUMBERED]
    for place, block in enumerate(blocks):
        is_last = all(later.head.issued_as is None for later in blocks[place + 1 :])
        found.update(zip(block.places, numbers.of(block, is_last=is_last), strict=True))
    return [found.get(place) for place in range(len(lines))]


def item_line(numbers: Iterable[ItemNumber]) -> str:
    """Under the heading of a minute: "(Item 8)", "(Items 16a and 16b)"."""
    words = [str(number) for number in sorted(set(numbers))]
    return f"({'Item' if len(words) == 1 else 'Items'} {joined(words)})" if words else ""


class _Numbers:
    """Hands out numbers, each once."""

    def __init__(self, taken: Iterable[ItemNumber], late: AdditionNumber) -> None:
        self.taken = set(taken)
        self.late = late
        self.above: ItemNumber | None = None

    def of(self, block: _Block, *, is_last: bool) -> Iterator[ItemNumber]:
        head = block.head.issued_as or self._new(block, is_last=is_last)
        self._take(head)
        yield head
        for line in block.lines[1:]:
            self._take(below := line.issued_as or self._next_letter(head.number))
            yield below

    def _new(self, block: _Block, *, is_last: bool) -> ItemNumber:
        # At the end the next number reads on by itself, and a lettered item could not letter its own sub-items.
        if self.late == AdditionNumber.LETTER and self.above and not is_last and len(block.lines) == 1:
            return self._next_letter(self.above.number)
        return ItemNumber(max((number.number for number in self.taken), default=0) + 1)

    def _next_letter(self, number: int) -> ItemNumber:
        highest = max((letter_place(one.letter) for one in self.taken if one.number == number), default=0)
        return ItemNumber(number, letter(highest + 1))

    def _take(self, number: ItemNumber) -> None:
        self.taken.add(number)
        self.above = number


def _open_then_exempt(lines: Sequence[AgendaLine]) -> list[_Block]:
    blocks: list[_Block] = []
    for place, line in zip(count(), lines, strict=False):
        if line.kind != LineKind.SUB_ITEM:
            blocks.append(_Block([place], [line]))
        elif blocks and blocks[-1].head.kind == LineKind.ITEM:
            blocks[-1].places.append(place)
            blocks[-1].lines.append(line)
        else:
            raise ValueError("A sub-item needs an item above it: make it an item, or move it below one.")
    return sorted(blocks, key=lambda block: block.head.is_exempt)
