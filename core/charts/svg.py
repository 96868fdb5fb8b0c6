"""The smallest SVG writer that cannot forget to escape."""

from collections.abc import Iterable
from html import escape


class Svg(str):
    """Finished markup: templates print it as it is, and the writer does not escape it again."""

    __slots__ = ()

    def __html__(self) -> "Svg":
        return self


def number(value: float) -> str:
    """A coordinate: one decimal is a tenth of a pixel, and "12" is shorter than "12.0"."""
    return f"{value:.1f}".removesuffix(".0")


def element(tag: str, /, *children: str, **attributes: object) -> Svg:
    """``class_`` gives class, ``stroke_width`` stroke-width; floats are coordinates; None is left out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Svg) else escape(child, quote=False) for child in children)
    return Svg(f"<{tag}{written}>{inside}</{tag}>" if children else f"<{tag}{written}/>")


def _attribute(value: object) -> str:
    return number(value) if isinstance(value, float) else escape(str(value))


def path(points: Iterable[tuple[float, float]]) -> str:
    """The d attribute of a line through the points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def polygon(points: Iterable[tuple[float, float]]) -> str:
    return path(points) + "Z"


def stroke(points: Iterable[tuple[float, float]], **attributes: object) -> Svg:
    return element("path", d=path(points), fill="none", **attributes)
