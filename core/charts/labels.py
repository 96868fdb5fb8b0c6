"""Room for words: how wide they are, and where they go so that none lies on another."""

from collections.abc import Sequence
from itertools import accumulate

NARROW_LETTERS = frozenset("ijl.,:;|!'ftrI()[] /-")
WIDE_LETTERS = frozenset("mwMW%@—")


def text_width(text: str, size: float) -> float:
    """A generous width in the units of ``size``, so that a wider fallback font still fits."""
    ems = sum(
        0.34 if c in NARROW_LETTERS else 0.9 if c in WIDE_LETTERS else 0.7 if c.isupper() else 0.56
        for c in text
    )
    return ems * size


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Lines no wider than ``width``, cut at spaces; a single long word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near as can be to those wanted, each label clear of the next, all between low and high.

    Least squares: take away the heights of the labels above, and what is left need only not decrease
    (pool the neighbours that would), then clamp. The room must hold the labels: ValueError if not.
    """
    if sum(heights) > high - low + 1e-6:
        raise ValueError("The labels need more room than there is.")
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    before = [0.0, *accumulate(heights[index] for index in order)]
    offsets = [before[place] + heights[index] / 2 for place, index in enumerate(order)]
    level = _not_decreasing([wanted[index] - offset for index, offset in zip(order, offsets, strict=True)])
    centres = [0.0] * len(wanted)
    for index, offset, free in zip(order, offsets, level, strict=True):
        centres[index] = min(max(free, low), high - sum(heights)) + offset
    return centres


def _not_decreasing(values: Sequence[float]) -> list[float]:
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more_total, more_count = pools.pop()
            total, count = total + more_total, count + more_count
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def rows(extents: Sequence[tuple[float, float]], gap: float = 8) -> list[int]:
    """The row of each label so that labels of one row do not touch: the first row with room."""
    ends: list[float] = []
    chosen = []
    for left, right in extents:
        row = next((row for row, end in enumerate(ends) if end + gap <= left), len(ends))
        ends[row : row + 1] = [right]
        chosen.append(row)
    return chosen
