"""Charts as inline SVG, drawn on the server: the same on the page, in print and in the PDF."""

from .figures import AxisRules, ChartPoint, Event, Level, LevelKind, Series, Signal, TrendChart
from .icons import variation_icon
from .scene import NARROW, WIDE, Size
from .sparkline import sparkline
from .svg import Svg
from .trend import trend_chart

__all__ = [
    "NARROW",
    "WIDE",
    "AxisRules",
    "ChartPoint",
    "Event",
    "Level",
    "LevelKind",
    "Series",
    "Signal",
    "Size",
    "Svg",
    "TrendChart",
    "sparkline",
    "trend_chart",
    "variation_icon",
]
