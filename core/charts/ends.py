"""The words at the ends of lines, in place of a legend; none lies on another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .clear_places import clear_place
from .figures import Level, LevelKind, Series
from .labels import spread, text_width
from .lines import end_text, last_figure
from .marks import CONCERN, INK, PAPER, QUIET
from .scene import LEADER, Scene
from .svg import Svg, element, stroke

EARLIER = (LevelKind.TARGET, LevelKind.FLOOR)  # named where they end; former limits and means are only drawn


@dataclass(frozen=True, slots=True)
class EndLabel:
    """``line_y`` is the height of the line, ``y`` the middle of its words once placed."""

    lines: tuple[str, ...]
    x: float
    line_y: float
    kind: str
    is_bold: bool = False
    y: float = 0.0


def end_labels(scene: Scene) -> tuple[list[EndLabel], list[EndLabel]]:
    """Those beside the plot, and those inside it for lines that end before its edge."""
    found = [label for line in scene.lines for label in _of_line(scene, line)]
    found += [label for level in scene.levels for label in _of_level(scene, level)]
    beside = [label for label in found if label.x > scene.right]
    inside = [label for label in found if label.x <= scene.right]
    return _placed(scene, beside), _placed(scene, inside)


def _placed(scene: Scene, labels: list[EndLabel]) -> list[EndLabel]:
    height = scene.size.line_height
    heights = [len(label.lines) * height for label in labels]
    wanted = [label.line_y for label in labels]
    middles = spread(wanted, heights, scene.top - height, scene.bottom + height / 2)
    return [replace(label, y=middle) for label, middle in zip(labels, middles, strict=True)]


def _of_line(scene: Scene, line: Series) -> Iterable[EndLabel]:
    last = last_figure(line)
    if last is None:
        return
    lines = scene.wrapped(end_text(line))
    after = scene.x(last.period_end) + 10
    fits = after + max(text_width(words, scene.size.font) for words in lines) <= scene.right
    yield EndLabel(
        lines, after if fits else scene.right + LEADER, scene.y(last.value), "line", line is scene.main
    )


def _of_level(scene: Scene, level: Level) -> Iterable[EndLabel]:
    span, lines = scene.span(level), scene.wrapped(level.text)
    if scene.is_in_key(level):
        return
    if span and scene.is_current(level):
        yield EndLabel(lines, scene.right + LEADER, scene.y(level.value), level.kind)
    elif span and level.kind in EARLIER:
        place = clear_place(scene, lines, span, scene.y(level.value))
        yield EndLabel(lines, place.x, place.y, level.kind)


def draw_end_labels(scene: Scene) -> list[Svg]:
    beside, inside = end_labels(scene)
    leaders = [_leader(scene, label) for label in beside]
    halos = [text for label in inside for text in _words(scene, label, is_halo=True)]
    return leaders + halos + [text for label in (*beside, *inside) for text in _words(scene, label)]


def _leader(scene: Scene, label: EndLabel) -> Svg:
    ends = [(scene.right + 2, label.line_y), (label.x - 3, label.y)]
    return stroke(ends, stroke=QUIET, stroke_width=0.75, class_="chart-leader")


def _words(scene: Scene, label: EndLabel, is_halo: bool = False) -> Iterable[Svg]:
    """A halo is the same words in thick paper colour underneath, so that a line behind does not strike them out."""
    colour = CONCERN if label.kind == LevelKind.FLOOR else INK
    style: dict[str, object] = {"fill": colour, "class_": f"chart-label chart-label--{label.kind}"}
    if is_halo:
        style = {"fill": PAPER, "stroke": PAPER, "stroke_width": 4, "class_": "chart-halo"}
    first = label.y - (len(label.lines) - 1) / 2 * scene.size.line_height + scene.size.font * 0.34
    for index, line in enumerate(label.lines):
        at = {"x": label.x, "y": first + index * scene.size.line_height}
        yield element("text", line, font_weight=600 if label.is_bold else None, **at, **style)
