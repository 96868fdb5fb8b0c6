"""Where everything of one chart stands: the plot, and the room around it that its words need."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from . import marks
from .axes import MonthAxis, ValueAxis, month_axis, tick_text, value_axis
from .figures import Level, LevelKind, Series, TrendChart
from .headings import Heading, heading, row_lines, stacked
from .labels import text_width, wrapped
from .lines import by_year, end_text, illustrative_runs, with_every_month
from .words import short_month

LEADER = 14.0  # from the end of a line to its words
EDGE = 8.0  # the first and the last point stand this far inside the plot
ABOVE_PLOT = 28.0  # so that the initial of a high point, or a first label, stays clear of the words above


@dataclass(frozen=True, slots=True)
class Size:
    """A drawing in its own units, one unit a CSS pixel at full size.

    Initials of one run stand ``initials_apart``. A small drawing has its limits in the key, not at the line ends.
    """

    name: str
    width: float
    plot_height: float
    font: float
    label_width: float
    most_ticks: int
    initials_apart: float
    has_limits_in_key: bool = False

    @property
    def line_height(self) -> float:
        return self.font * 1.25


WIDE = Size("wide", 760.0, 300.0, 15.0, 190.0, 6, 11.0)
NARROW = Size("narrow", 320.0, 220.0, 14.0, 84.0, 5, 40.0, has_limits_in_key=True)


class Scene:
    def __init__(self, chart: TrendChart, size: Size):
        self.chart, self.size = chart, size
        self.lines: tuple[Series, ...] = _lines(chart)
        self.main = self.lines[-1] if chart.year_starts_in else self.lines[0]
        self.days = sorted({point.period_end for line in self.lines for point in line.points})
        self.months: MonthAxis = month_axis(self.days, chart.year_starts_in)
        figures = [point.value for line in self.lines for point in line.points if point.value is not None]
        drawn = [level.value for level in chart.levels]
        self.values: ValueAxis = value_axis(figures, drawn, chart.axis, size.most_ticks)
        self.levels = tuple(level for level in chart.levels if self.values.holds(level.value))
        self.left = max(text_width(self.tick(tick), size.font) for tick in self.values.ticks) + 10
        words = self._words_at_line_ends()
        widths = (text_width(line, size.font) for lines in words for line in lines)
        self.right = size.width - max(widths, default=0.0) - LEADER - 2
        self.headings: list[Heading] = self._headings()
        caption = size.line_height if chart.axis.caption else 0
        self.top = caption + sum(row_lines(self.headings)) * size.line_height + ABOVE_PLOT
        self.bottom = self.top + max(size.plot_height, size.line_height * sum(map(len, words)))

    def x(self, day: date) -> float:
        return self.x_of(self.months.place(day))

    def x_of(self, place: int) -> float:
        return self.left + EDGE + self.months.share(place) * (self.right - self.left - 2 * EDGE)

    def y(self, value: Decimal) -> float:
        return self.bottom - self.values.share(value) * (self.bottom - self.top)

    def tick(self, tick: Decimal) -> str:
        return tick_text(tick, self.chart.axis.suffix)

    @property
    def month_width(self) -> float:
        return (self.right - self.left - 2 * EDGE) / max(self.months.count - 1, 1)

    @property
    def radius(self) -> float:
        """Points of many months in a small drawing shrink, so that they stay apart."""
        return max(1.8, min(3.5, self.month_width * 0.32))

    def colour(self, line: Series) -> str:
        return marks.LINE if line is self.main else marks.OTHER_LINE

    def is_current(self, level: Level) -> bool:
        return level.holds_on(self.days[-1])

    def is_in_key(self, level: Level) -> bool:
        return self.size.has_limits_in_key and level.kind in (LevelKind.MEAN, LevelKind.LIMIT)

    def span(self, level: Level) -> tuple[float, float] | None:
        """Where a level line starts and ends: half a month either side of the months it holds in."""
        if self.chart.year_starts_in:
            return (self.left, self.right) if self.is_current(level) else None
        held = [self.x(day) for day in self.days if level.holds_on(day)]
        if not held:
            return None
        half = self.month_width / 2
        starts = self.left if held[0] <= self.left + EDGE else held[0] - half
        return starts, self.right if held[-1] >= self.right - EDGE else held[-1] + half

    def wrapped(self, text: str) -> tuple[str, ...]:
        return wrapped(text, self.size.label_width, self.size.font)

    def _headings(self) -> list[Heading]:
        """Events in the months shown and illustrative spans; one line a year has no place for either."""
        if self.chart.year_starts_in:
            return []
        first, last = self.days[0], self.days[-1]
        events = [event for event in self.chart.events if first <= event.period_end <= last]
        wanted = [(f"{e.text}, {short_month(e.period_end)}", self.x(e.period_end), None) for e in events]
        runs = illustrative_runs(self.main.points)
        wanted += [("illustrative", self.x(start), self.x(end)) for start, end in runs]
        return stacked(heading(*words, width=self.size.width, font=self.size.font) for words in wanted)

    def _words_at_line_ends(self) -> list[tuple[str, ...]]:
        texts = [end_text(line) for line in self.lines]
        levels = [level.text for level in self.levels if not self.is_in_key(level)]
        return [self.wrapped(text) for text in (*texts, *levels) if text]


def _lines(chart: TrendChart) -> tuple[Series, ...]:
    filled = tuple(with_every_month(series, chart.step_months) for series in chart.series)
    return by_year(filled[0], chart.year_starts_in) if chart.year_starts_in else filled
