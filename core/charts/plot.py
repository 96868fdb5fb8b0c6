"""The quiet part of a chart: value lines, months, the mark of a scale that does not start at 0, and the key."""

from .axes import labelled_months
from .labels import text_width
from .levels import STROKES
from .marks import GRID, INK, KEY, QUIET, key_mark, kinds
from .scene import Scene
from .svg import Svg, element, stroke

ZIGZAG = ((0, -22), (0, -17), (-5, -14), (5, -9), (0, -6), (0, 0))
KEY_ROW = 1.2  # line heights
KEY_MARK = 26.0


def draw_plot(scene: Scene) -> list[Svg]:
    return [*_caption(scene), *_values(scene), *_months(scene)]


def _caption(scene: Scene) -> list[Svg]:
    words = scene.chart.axis.caption
    return [_quiet(words, 0.0, scene.size.font)] if words else []


def _quiet(words: str, x: float, y: float, anchor: str | None = None) -> Svg:
    return element("text", words, x=x, y=y, text_anchor=anchor, fill=QUIET, class_="chart-quiet")


def _values(scene: Scene) -> list[Svg]:
    parts = []
    for tick in scene.values.ticks:
        y = scene.y(tick)
        parts.append(stroke([(scene.left, y), (scene.right, y)], stroke=GRID, class_="chart-grid"))
        parts.append(_quiet(scene.tick(tick), scene.left - 8, y + scene.size.font * 0.34, "end"))
    if scene.values.is_broken:
        zigzag = [(scene.left + x, scene.bottom + y) for x, y in ZIGZAG]
        parts.append(stroke(zigzag, stroke=INK, class_="chart-axis"))
    return parts


def _months(scene: Scene) -> list[Svg]:
    foot = scene.bottom
    parts = [stroke([(scene.left, foot), (scene.right, foot)], stroke=INK, class_="chart-axis")]
    for place in labelled_months(scene.months, scene.right - scene.left, scene.size.font):
        x = scene.x_of(place)
        parts.append(stroke([(x, foot), (x, foot + 5)], stroke=INK, class_="chart-axis"))
        parts.append(_quiet(scene.months.text(place), x, foot + scene.size.font * 1.4, "middle"))
    return parts


def key_entries(scene: Scene) -> list[tuple[str, str, float, int]]:
    """(kind, words, x, row) of each shape that occurs, and of a scale that does not start at 0.

    Also of limits, in a drawing that has no room for their words at the ends of their lines.
    """
    found = {kind for line in scene.lines for point in line.points for kind in kinds(point)}
    if not scene.chart.year_starts_in:
        found.discard("illustrative")  # it has a bracket above the plot
    entries = [(kind, words) for kind, words in KEY.items() if kind in found]
    in_key = [level for level in scene.levels if scene.is_in_key(level) and scene.is_current(level)]
    entries += [(level.kind, level.text) for level in in_key]
    if scene.values.is_broken:
        entries.append(("", f"Scale starts at {scene.tick(scene.values.ticks[0])}"))
    placed, x, row = [], scene.left, 0
    for kind, words in entries:
        width = (KEY_MARK if kind else 0) + text_width(words, scene.size.font)
        if x > scene.left and x + width > scene.size.width:
            x, row = scene.left, row + 1
        placed.append((kind, words, x, row))
        x += width + 16
    return placed


def draw_key(scene: Scene) -> list[Svg]:
    parts, font = [], scene.size.font
    for kind, words, x, row in key_entries(scene):
        y = scene.bottom + scene.size.line_height * (2.4 + row * KEY_ROW)
        if kind:
            parts.append(_sample(scene, kind, x + 8, y))
        parts.append(_quiet(words, x + (KEY_MARK if kind else 0), y + font * 0.34))
    return parts


def _sample(scene: Scene, kind: str, x: float, y: float) -> Svg:
    """A triangle points the way that those in the chart do; up where they point both ways."""
    if kind in STROKES:
        return stroke([(x - 7, y), (x + 8, y)], class_=f"chart-{kind}", **STROKES[kind])
    signals = [point.signal for line in scene.lines for point in line.points if point.signal]
    of_kind = [signal.is_high for signal in signals if signal.judgement == kind]
    return key_mark(kind, x, y, points_up=any(of_kind) or not of_kind)


def height(scene: Scene) -> float:
    """Of the whole drawing: month names always, key rows where there are any."""
    entries = key_entries(scene)
    rows = entries[-1][3] + 1 if entries else 0
    return scene.bottom + scene.size.line_height * (1.6 + KEY_ROW * rows + (0.4 if rows else 0))
