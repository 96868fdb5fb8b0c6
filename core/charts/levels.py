"""Target, floor, tolerance and limits: lines that differ by dash and words, never by colour alone."""

from itertools import groupby

from .figures import LevelKind
from .marks import CONCERN, INK, QUIET
from .scene import Scene
from .svg import Svg, element, path, stroke

HATCH, HATCH_APART = "#b1b8bd", 7.0
STROKES = {
    LevelKind.TARGET: {"stroke": INK, "stroke_width": 1.5},
    LevelKind.FLOOR: {"stroke": CONCERN, "stroke_width": 1.5, "stroke_dasharray": "8 5"},
    LevelKind.TOLERANCE: {"stroke": QUIET, "stroke_width": 1},
    LevelKind.MEAN: {"stroke": QUIET, "stroke_width": 1},
    LevelKind.LIMIT: {"stroke": QUIET, "stroke_width": 1.5, "stroke_dasharray": "2 3"},
}


def draw_levels(scene: Scene) -> list[Svg]:
    parts = _tolerance_bands(scene)
    for level in scene.levels:
        span, y = scene.span(level), scene.y(level.value)
        if span:
            parts.append(
                stroke([(span[0], y), (span[1], y)], class_=f"chart-{level.kind}", **STROKES[level.kind])
            )
    return parts


def _tolerance_bands(scene: Scene) -> list[Svg]:
    """Hatching between the two edges of a tolerance that hold for the same months."""

    def dates(level):
        return str(level.starts_on), str(level.ends_on)

    edges = sorted((level for level in scene.levels if level.kind is LevelKind.TOLERANCE), key=dates)
    bands = []
    for _, pair in groupby(edges, key=dates):
        heights = sorted((scene.y(level.value), scene.span(level)) for level in pair)
        if len(heights) == 2 and heights[0][1]:
            bands.append(_hatching(*heights[0][1], heights[0][0], heights[1][0]))
    return bands


def _hatching(left: float, right: float, top: float, bottom: float) -> Svg:
    """Slanting strokes cut to the box by arithmetic: a pattern would need an id of its own."""
    height, foot, strokes = bottom - top, left - (bottom - top), []
    while foot < right:
        start, end = max(foot, left), min(foot + height, right)
        if start < end:
            strokes.append(path([(start, bottom - start + foot), (end, bottom - end + foot)]))
        foot += HATCH_APART
    return element("path", d="".join(strokes), stroke=HATCH, fill="none", class_="chart-hatch")
