"""The trend chart: an accessible picture of one indicator over time."""

from . import marks
from .ends import draw_end_labels
from .events import draw_events
from .figures import Series, TrendChart
from .levels import draw_levels
from .lines import stretches
from .plot import draw_key, draw_plot, height
from .scene import WIDE, Scene, Size
from .svg import Svg, element, number, stroke
from .words import description

FONTS = "'Source Sans 3', Arial, sans-serif"
DASHES = ("7 4", "3 3", "14 4 2 4")
DOTS = {"stroke_dasharray": "0.1 5", "stroke_linecap": "round"}


def trend_chart(chart: TrendChart, size: Size = WIDE) -> Svg:
    """One ``<svg>`` with its own name and description; put the same figures in a table beside it.

    Ids are made from the chart's id and the size, so both sizes of many charts can stand on one page.
    """
    scene = Scene(chart, size)
    name = f"{chart.id}-{size.name}"
    return element(
        "svg",
        element("title", chart.title, id=f"{name}-title"),
        element("desc", description(chart, _broken_at(scene)), id=f"{name}-desc"),
        element(
            "g", *_drawing(scene), aria_hidden="true", font_size=size.font, fill=marks.INK, class_="chart-ink"
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(size.width)} {number(height(scene))}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONTS,
        class_=f"chart chart--{size.name}",
    )


def _broken_at(scene: Scene) -> str | None:
    return scene.tick(scene.values.ticks[0]) if scene.values.is_broken else None


def _drawing(scene: Scene) -> list[Svg]:
    """From the back to the front."""
    lines = [part for line in scene.lines for part in _line(scene, line)]
    points = [part for line in scene.lines for part in _points(scene, line)]
    back = [*draw_plot(scene), *draw_levels(scene), *draw_events(scene)]
    return [*back, *lines, *points, *draw_end_labels(scene), *draw_key(scene)]


def _line(scene: Scene, line: Series) -> list[Svg]:
    """Illustrative months of the main line are dotted. Another line keeps its dash, and has a point at each of them."""
    breaks = [event.period_end for event in scene.chart.events if event.breaks_the_line]
    style, is_main = _stroke_of(scene, line), line is scene.main
    parts = []
    for stretch in stretches(line.points, breaks):
        points = [(scene.x(point.period_end), scene.y(point.value)) for point in stretch.points]
        dots = DOTS if is_main and stretch.is_illustrative else {}
        parts.append(stroke(points, stroke_linejoin="round", **{**style, **dots}))
    return parts


def _stroke_of(scene: Scene, line: Series) -> dict[str, object]:
    if line is scene.main:
        return {"stroke": marks.LINE, "stroke_width": 2.5, "class_": "chart-line"}
    others = [other for other in scene.lines if other is not scene.main]
    dash = DASHES[next(index for index, other in enumerate(others) if other is line)]
    return {"stroke": marks.OTHER_LINE, "stroke_width": 2, "stroke_dasharray": dash, "class_": "chart-other"}


def _points(scene: Scene, line: Series) -> list[Svg]:
    """Every month of the main line; of other lines the latest and the unusual. Gaps are crosses on the axis.

    Where months stand close, a run of the same kind has its initial only as often as there is room for it.
    """
    is_main, latest = line is scene.main, line.points[-1]
    parts, initials, apart = [], {}, scene.size.initials_apart
    for point in line.points:
        x = scene.x(point.period_end)
        if point.value is None:
            parts += [marks.cross(x, scene.bottom)] if is_main else []
        elif is_main or point is latest or marks.kinds(point):
            has_room = x - initials.get(point.signal, -apart) >= apart
            if has_room:
                initials[point.signal] = x
            parts.append(
                marks.mark(
                    point, x, scene.y(point.value), scene.radius, scene.colour(line), has_initial=has_room
                )
            )
    return parts
