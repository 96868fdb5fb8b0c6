"""The little line in a table row: the last 24 months and the target. Pages show hundreds, so it is kept lean."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from html import escape

from .svg import Svg

WIDTH, HEIGHT, MARGIN = 123, 28, 4  # 24 months stand 5 apart: whole numbers keep the page light
NAMED = 'role="img"><title>{}</title>'
UNNAMED = 'aria-hidden="true">'


def sparkline(
    values: Sequence[Decimal | None],
    target: Decimal | None = None,
    *,
    title: str | None = None,
    illustrative: int = 0,
) -> Svg:
    """Oldest first; None is a gap. The first ``illustrative`` values are dotted.

    Give ``title`` where nothing beside it says the same; without one it is hidden from screen readers.
    """
    known = [value for value in values if value is not None]
    if target is not None:
        known.append(target)
    top, bottom = (max(known), min(known)) if known else (0, 0)
    scale = (HEIGHT - 2 * MARGIN) / float(top - bottom) if top != bottom else 0.0
    foot = HEIGHT - MARGIN if scale else HEIGHT / 2
    high = foot + scale * float(bottom)
    step = (WIDTH - 2 * MARGIN) / (len(values) - 1) if len(values) > 1 else 0.0
    heights = [None if value is None else high - scale * float(value) for value in values]
    return Svg(
        f'<svg class="sparkline" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f"{NAMED.format(escape(title)) if title else UNNAMED}"
        f"{_target_line(high - scale * float(target)) if target is not None else ''}"
        f"{_lines(heights, step, illustrative)}</svg>"
    )


def _target_line(y: float) -> str:
    return f'<path class="chart-target" d="M0 {y:.1f}H{WIDTH}" stroke="#0b0c0c" stroke-dasharray="3 2"/>'


def _lines(heights: list[float | None], step: float, illustrative: int) -> str:
    """A dotted and a solid path that meet at the first real figure, and a dot on the last."""
    dotted = _path(heights[: illustrative + 1], 0, step) if illustrative else ""
    solid = _path(heights[illustrative:], illustrative, step)
    drawn = ""
    if dotted:
        drawn = (
            f'<path class="chart-line" d="{dotted}" fill="none" stroke="#12436d" stroke-width="1.5"'
            ' stroke-dasharray="0.1 3" stroke-linecap="round"/>'
        )
    if solid:
        drawn += (
            f'<path class="chart-line" d="{solid}" fill="none" stroke="#12436d" stroke-width="1.5"'
            ' stroke-linecap="round"/>'
        )
    if heights and heights[-1] is not None:
        x = MARGIN + step * (len(heights) - 1)
        drawn += f'<circle class="chart-mark" cx="{x:.1f}" cy="{heights[-1]:.1f}" r="2.5" fill="#12436d"/>'
    return drawn


def _path(heights: Sequence[float | None], start: int, step: float) -> str:
    """h0 is a stroke of no length: with a round end, a month alone between gaps shows as a dot."""
    parts, is_drawing = [], False
    for x, y in zip(_places(start, len(heights), step), heights, strict=True):
        if y is not None:
            parts.append(f"L{x} {y:.1f}" if is_drawing else f"M{x} {y:.1f}h0")
        is_drawing = y is not None
    return "".join(parts)


@lru_cache
def _places(start: int, number: int, step: float) -> tuple[str, ...]:
    """Along the foot, from the month that is `start` months in: the same in every row."""
    return tuple(f"{MARGIN + step * index:g}" for index in range(start, start + number))
