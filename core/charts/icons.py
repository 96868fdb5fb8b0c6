"""The picture beside a sentence about variation: told apart by shape and letter, not by colour alone."""

from .figures import Signal
from .marks import COLOURS, INITIALS, INK, PAPER, QUIET
from .svg import Svg, element, polygon, stroke

SIDE = 40
LIMITS = (7.0, 33.0)
WAVE = ((4.0, 22.0), (11.0, 15.0), (17.0, 25.0), (23.0, 17.0), (29.0, 24.0), (36.0, 18.0))
UPWARDS = ((20.0, 3.0), (38.0, 36.0), (2.0, 36.0))
DOWNWARDS = ((20.0, 37.0), (38.0, 4.0), (2.0, 4.0))


def variation_icon(signal: Signal | None) -> Svg:
    """A triangle with its letter, pointing the way the figure went; without a signal a line between its limits.

    Hidden from screen readers: the sentence beside it says the same.
    """
    return element(
        "svg",
        *(_triangle(signal) if signal else _within_limits()),
        viewBox=f"0 0 {SIDE} {SIDE}",
        width=SIDE,
        height=SIDE,
        aria_hidden="true",
        focusable="false",
        class_="chart-icon",
    )


def _within_limits() -> list[Svg]:
    dashes = {"stroke": QUIET, "stroke_width": 2, "stroke_dasharray": "4 3", "class_": "chart-limit"}
    lines = [stroke([(2.0, y), (SIDE - 2.0, y)], **dashes) for y in LIMITS]
    wave = {"stroke": INK, "stroke_width": 2.5, "stroke_linejoin": "round", "class_": "chart-axis"}
    return [*lines, stroke(WAVE, **wave)]


def _triangle(signal: Signal) -> list[Svg]:
    corners, foot = (UPWARDS, 32.0) if signal.is_high else (DOWNWARDS, 20.0)
    shape = element(
        "path", d=polygon(corners), fill=COLOURS[signal.judgement], class_=f"chart-{signal.judgement}"
    )
    if not signal.initial:
        return [shape]
    style = {"fill": PAPER, "class_": "chart-initial", "font_size": 18, "font_weight": 700}
    return [
        shape,
        element("text", INITIALS[signal.judgement], x=SIDE / 2, y=foot, text_anchor="middle", **style),
    ]
