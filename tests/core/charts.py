"""Small charts for tests, and a way to read them back."""

from datetime import date
from decimal import Decimal
from itertools import count, islice
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from core.charts import NARROW, WIDE, ChartPoint, Series, TrendChart, trend_chart
from core.charts.axes import month_number
from core.charts.lines import last_day

SVG = "{http://www.w3.org/2000/svg}"
SIZES = (WIDE, NARROW)


def month_ends(first: date, how_many: int) -> list[date]:
    return [last_day(number) for number in islice(count(month_number(first)), how_many)]


def points(*values, first=date(2017, 9, 30), **flags) -> tuple[ChartPoint, ...]:
    """One point a month; None is a gap. ``is_revised={2}`` marks the third, ``signal={1: ..}`` the second."""
    made = []
    for index, (value, day) in enumerate(zip(values, month_ends(first, len(values)), strict=True)):
        own = {name: index in held for name, held in flags.items() if name != "signal"}
        own["signal"] = flags.get("signal", {}).get(index)
        number = None if value is None else Decimal(str(value))
        made.append(ChartPoint(day, number, "" if value is None else f"{value}%", **own))
    return tuple(made)


def chart(*values, **more) -> TrendChart:
    more.setdefault("series", (Series(points(*values)),))
    return TrendChart(**{"id": "cic03", "title": "47.7% in August 2018", **more})


def drawn(chart: TrendChart, size=WIDE) -> Element:
    return fromstring(trend_chart(chart, size))


def words(drawing: Element, kind: str = "") -> list[str]:
    return [text.text for text in of_class(drawing, kind) if text.tag == f"{SVG}text"]


def of_class(drawing: Element, kind: str) -> list[Element]:
    return [element for element in drawing.iter() if not kind or kind in element.get("class", "").split()]


def description(drawing: Element) -> str:
    return drawing.find(f"{SVG}desc").text
