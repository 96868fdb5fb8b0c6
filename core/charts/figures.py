"""What a chart is given: published figures and lines, in words and Decimals. Nothing here knows a database."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

MOST_LINES = 4
SAFE_ID = re.compile(r"[a-z][a-z0-9-]*")


class Signal(StrEnum):
    """A month that stands out from ordinary variation: which way it went, and whether that is good."""

    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEITHER_HIGH = "neither_high"
    NEITHER_LOW = "neither_low"

    @property
    def is_high(self) -> bool:
        return self.value.endswith("_high")

    @property
    def judgement(self) -> str:
        return self.value.split("_")[0]

    @property
    def initial(self) -> str:
        return {"improvement": "I", "concern": "C", "neither": ""}[self.judgement]


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One month. ``text`` is the figure as published with its unit, or for a gap the reason there is none."""

    period_end: date
    value: Decimal | None
    text: str = ""
    is_provisional: bool = False
    is_revised: bool = False
    is_illustrative: bool = False
    signal: Signal | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One line. ``name`` stands before the latest figure at the end of the line; a lone line needs none."""

    points: tuple[ChartPoint, ...]
    name: str = ""


class LevelKind(StrEnum):
    TARGET = "target"
    FLOOR = "floor"
    TOLERANCE = "tolerance"
    MEAN = "mean"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Level:
    """A level line with its words, "Target 85". Without dates it runs from edge to edge; both days included."""

    kind: LevelKind
    value: Decimal
    text: str
    starts_on: date | None = None
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


@dataclass(frozen=True, slots=True)
class Event:
    """A rebase or a change of definition, at the first month of the new part. ``text`` is printed above it."""

    period_end: date
    text: str
    breaks_the_line: bool = False


@dataclass(frozen=True, slots=True)
class AxisRules:
    """``caption`` names the unit above the axis. Only ``may_break`` lets the scale start above 0."""

    caption: str = ""
    suffix: str = ""
    may_break: bool = False
    ceiling: Decimal | int | None = None
    whole_numbers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """``title`` is the finding in a sentence. ``year_starts_in`` draws one line a year (4 for April).

    ``step_months`` is the distance of ordinary neighbours: 1, or 12 for annual figures.
    """

    id: str
    title: str
    series: tuple[Series, ...]
    levels: tuple[Level, ...] = ()
    events: tuple[Event, ...] = ()
    axis: AxisRules = AxisRules()
    year_starts_in: int | None = None
    step_months: int = 1
    remarks: tuple[str, ...] = ()

    def __post_init__(self):
        if not SAFE_ID.fullmatch(self.id):
            raise ValueError(f"A chart's id is small letters, digits and hyphens, not {self.id!r}.")
        if not 1 <= len(self.series) <= MOST_LINES:
            raise ValueError(f"A chart has 1 to {MOST_LINES} lines, not {len(self.series)}.")
        if self.year_starts_in and len(self.series) > 1:
            raise ValueError("A chart with one line a year shows one series.")
        if not any(series.points for series in self.series):
            raise ValueError("A chart needs at least one month.")
