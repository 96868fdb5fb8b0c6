"""The shape of a point says what kind of month it was, in colour, in grey print and in words (``KEY``)."""

from .figures import ChartPoint, Signal
from .svg import Svg, element, number, path, polygon

LINE, CONCERN, INK, PAPER = "#12436d", "#801650", "#0b0c0c", "#ffffff"
OTHER_LINE, QUIET, GRID = "#4a5560", "#5a6570", "#d0d4d7"
INITIAL_SIZE = 12.0
KEY_RADIUS = 4.0

COLOURS = {"improvement": LINE, "concern": CONCERN, "neither": INK}
INITIALS = {"improvement": "I", "concern": "C"}
KEY = {
    "illustrative": "illustrative",
    "provisional": "provisional",
    "revised": "revised",
    "improvement": "stands out: improvement",
    "concern": "stands out: concern",
    "neither": "stands out",
    "gap": "no figure",
}


def kinds(point: ChartPoint) -> list[str]:
    """The entries of the key that this point makes necessary."""
    if point.value is None:
        return ["gap"]
    found = [point.signal.judgement] if point.signal else []
    flags = {
        "illustrative": point.is_illustrative,
        "provisional": point.is_provisional,
        "revised": point.is_revised and not point.signal,
    }
    return found + [kind for kind, holds in flags.items() if holds]


def mark(
    point: ChartPoint, x: float, y: float, radius: float, colour: str, *, has_initial: bool = True
) -> Svg:
    """Circle, square when revised, triangle when it stands out; hollow when provisional; a dot when illustrative."""
    if point.signal:
        return _signal(point.signal, x, y, radius, point.is_provisional, has_initial)
    kind = "chart-mark" if colour == LINE else "chart-mark--other"
    if point.is_illustrative:
        return element("circle", cx=x, cy=y, r=radius * 0.6, fill=colour, class_=kind)
    paint = _paint(colour, point.is_provisional, kind)
    if point.is_revised:
        side = radius * 2
        return element("rect", x=x - radius, y=y - radius, width=side, height=side, **paint)
    return element("circle", cx=x, cy=y, r=radius, **paint)


def _paint(colour: str, hollow: bool, kind: str) -> dict[str, object]:
    if hollow:
        return {"fill": PAPER, "stroke": colour, "stroke_width": 2, "class_": f"{kind} chart-hollow"}
    return {"fill": colour, "class_": kind}


def _signal(signal: Signal, x: float, y: float, radius: float, hollow: bool, has_initial: bool) -> Svg:
    """The triangle points the way the figure went; the initial stands beyond its tip."""
    shape = _triangle(signal.judgement, x, y, -radius * 2 if signal.is_high else radius * 2, hollow)
    if not has_initial:
        return element("g", shape)
    baseline = y - radius * 2 - 3 if signal.is_high else y + radius * 2 + INITIAL_SIZE
    return element("g", shape, *_initial(signal.judgement, x, baseline, "middle"))


def _triangle(judgement: str, x: float, y: float, tip: float, hollow: bool = False) -> Svg:
    corners = [(x, y + tip), (x - tip, y - 0.7 * tip), (x + tip, y - 0.7 * tip)]
    return element("path", d=polygon(corners), **_paint(COLOURS[judgement], hollow, f"chart-{judgement}"))


def _initial(judgement: str, x: float, y: float, anchor: str) -> list[Svg]:
    if judgement not in INITIALS:
        return []
    style = {"text_anchor": anchor, "font_size": INITIAL_SIZE, "font_weight": 600}
    colour = {"fill": COLOURS[judgement], "class_": f"chart-{judgement}"}
    return [element("text", INITIALS[judgement], x=x, y=y, **style, **colour)]


def cross(x: float, y: float) -> Svg:
    """A month without a figure, on the axis."""
    a, b, c, d = number(x - 4), number(y - 4), number(x + 4), number(y + 4)
    return element(
        "path", d=f"M{a} {b}L{c} {d}M{a} {d}L{c} {b}", stroke=INK, stroke_width=1.6, class_="chart-cross"
    )


def key_mark(kind: str, x: float, y: float, *, points_up: bool = True) -> Svg:
    """The shape as it stands in the key under the chart, 20 wide from x - 8."""
    if kind == "gap":
        return cross(x, y)
    if kind == "illustrative":
        dots = {"stroke_width": 2.5, "stroke_dasharray": "0.1 5", "stroke_linecap": "round"}
        return element("path", d=path([(x - 7, y), (x + 8, y)]), stroke=LINE, class_="chart-line", **dots)
    if kind in COLOURS:
        both = (
            _triangle(kind, x - 4, y, KEY_RADIUS * (-1.5 if points_up else 1.5)),
            *_initial(kind, x + 4, y + 4, "start"),
        )
        return element("g", *both)
    sample = ChartPoint(None, None, is_provisional=kind == "provisional", is_revised=kind == "revised")
    return mark(sample, x, y, KEY_RADIUS, LINE)
