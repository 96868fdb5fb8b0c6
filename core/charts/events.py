"""A line down from each rebase or change of definition, a bracket over each span of illustrative figures."""

from .headings import Heading, row_lines
from .marks import QUIET
from .scene import Scene
from .svg import Svg, element, stroke

FOOT = 26.0  # the lowest row stands this far above the plot: a first label inside it fits between


def draw_events(scene: Scene) -> list[Svg]:
    heights, parts = row_lines(scene.headings), []
    for heading in scene.headings:
        foot = scene.top - FOOT - sum(heights[: heading.row]) * scene.size.line_height
        x, anchor = (heading.right, "end") if heading.reads_leftwards else (heading.left, "start")
        for index, line in enumerate(reversed(heading.lines)):
            at = {"x": x, "y": foot - index * scene.size.line_height, "text_anchor": anchor}
            parts.append(element("text", line, fill=QUIET, class_="chart-quiet", **at))
        parts.append(_pointer(scene, heading, foot))
    return parts


def _pointer(scene: Scene, heading: Heading, foot: float) -> Svg:
    start, end = heading.start, heading.end
    if end is None:
        down = [(start, foot + 4), (start, scene.bottom)]
        return stroke(down, stroke=QUIET, stroke_dasharray="2 2", class_="chart-event")
    bracket = [(start, foot + 9), (start, foot + 5), (end, foot + 5), (end, foot + 9)]
    return stroke(bracket, stroke=QUIET, class_="chart-event")
