"""Where words within the plot lie on the fewest figures."""

from collections.abc import Iterator
from typing import NamedTuple

from .labels import text_width
from .scene import Scene

BESIDE = 0.6  # line heights between a level and the middle of its words
MARK = 14.0  # a point with its initial, from its middle


class Place(NamedTuple):
    """Left edge of the words and the middle of their height."""

    x: float
    y: float


def clear_place(scene: Scene, lines: tuple[str, ...], span: tuple[float, float], level_y: float) -> Place:
    """At the level's start, middle or end, above or below it; of equal places the first in this order."""
    width = max(text_width(line, scene.size.font) for line in lines)
    half = len(lines) * scene.size.line_height / 2
    places = list(_places(scene, span, width, level_y, half))
    return min(places, key=lambda place: _figures_under(scene, place, width, half))


def _places(
    scene: Scene, span: tuple[float, float], width: float, level_y: float, half: float
) -> Iterator[Place]:
    first, last = span[0] + 3, max(span[0] + 3, span[1] - width - 3)
    away = half + scene.size.line_height * (BESIDE - 0.5)
    for x in (first, (first + last) / 2, last):
        yield Place(x, level_y - away)
        if level_y + away + half <= scene.bottom:
            yield Place(x, level_y + away)


def _figures_under(scene: Scene, place: Place, width: float, half: float) -> int:
    points = [point for line in scene.lines for point in line.points if point.value is not None]
    return sum(
        place.x - MARK <= scene.x(point.period_end) <= place.x + width + MARK
        and abs(scene.y(point.value) - place.y) <= half + MARK
        for point in points
    )
