"""Which page everything of a pack falls on.

The front sheet counts from 1 and is padded to an even number, so that each paper begins on a right-hand page. A pad
takes a number and is in no range. The ranges are printed on the front sheet, which may change its length: `settle`
repeats until it does not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from meetings.pack.faults import Unsettled

PASSES = 5
USUAL_FRONT = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """A paper as the layout needs it. The pages of one that is not listed are in no range."""

    key: str
    item: str
    pages: int
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Printed numbers, both included."""

    first: int
    last: int

    @property
    def numbers(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Layout:
    """``front`` are the pages of the front sheet without its pad; ``places`` are by paper, ``ranges`` by item."""

    front: Place
    places: Mapping[str, Place]
    ranges: Mapping[str, Place]

    @property
    def last(self) -> int:
        """The last number that is used."""
        return max([self.front.last, *(place.last for place in self.places.values())])


def lay_out(front_pages: int, papers: Sequence[Counted], *, first: int = 1) -> Layout:
    """Raises ValueError for a number that no paper can have."""
    if first % 2 == 0:
        raise ValueError(f"A pack begins on a right-hand page, and {first} is not one.")
    if front_pages < 1 or any(paper.pages < 1 for paper in papers):
        raise ValueError("A front sheet and a paper have at least one page.")
    front = Place(first, first + front_pages - 1)
    places, last = {}, front.last
    for paper in papers:
        start = next_odd(last)
        last = start + paper.pages - 1
        places[paper.key] = Place(start, last)
    return Layout(front, places, _ranges(papers, places))


def settle(
    front_pages: Callable[[Layout], int],
    papers: Sequence[Counted],
    *,
    first: int = 1,
    guess: int = USUAL_FRONT,
) -> Layout:
    """``front_pages`` prints the front sheet with these ranges, and counts. Raises Unsettled.

    Another length that leaves the ranges as they are, because of a pad, is printed already.
    """
    for _ in range(PASSES):
        layout = lay_out(guess, papers, first=first)
        guess = front_pages(layout)
        settled = lay_out(guess, papers, first=first)
        if settled.ranges == layout.ranges:
            return settled
    raise Unsettled(PASSES)


def next_odd(last: int) -> int:
    """The first right-hand page after this one: where the next paper begins, or a supplement."""
    return last + 1 + last % 2


def _ranges(papers: Sequence[Counted], places: Mapping[str, Place]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for paper in papers:
        if paper.is_listed:
            place, before = places[paper.key], found.get(paper.item)
            found[paper.item] = Place(before.first, place.last) if before else place
    return found
