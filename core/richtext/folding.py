"""Paragraphs that say which point of a list they are, made into lists."""

from collections.abc import Iterable, Iterator
from string import ascii_lowercase as LETTERS

from core.richtext.blocks import Block, Item, Point, Points


def folded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with every row of points made into lists."""
    waiting: list[Point] = []
    for block in blocks:
        if isinstance(block, Point):
            waiting.append(block)
            continue
        yield from fold(waiting)
        waiting.clear()
        yield block
    yield from fold(waiting)


def fold(points: Iterable[Point]) -> list[Points]:
    """Lists in lists: a deeper point belongs to the one before it, and no level is skipped."""
    roots: list[Points] = []
    open_lists: list[tuple[Points, Point]] = []  # each with its last point
    for point in points:
        level = min(max(point.level, 1), len(open_lists) + 1)
        del open_lists[level:]
        found = (
            open_lists.pop()[0] if len(open_lists) == level and _continues(*open_lists[-1], point) else None
        )
        del open_lists[level - 1 :]
        if not found:
            found = Points(point.kind, [])
            (open_lists[-1][0].items[-1].blocks if open_lists else roots).append(found)
        found.items.append(Item(point.blocks))
        open_lists.append((found, point))
    return roots


def _continues(points: Points, last: Point, point: Point) -> bool:
    """After h) the letter i) is the ninth, not a number."""
    is_next_letter = (
        points.kind == "a" and LETTERS.find(last.marker + point.marker) >= 0 and len(point.marker) == 1
    )
    return point.kind == points.kind or is_next_letter
