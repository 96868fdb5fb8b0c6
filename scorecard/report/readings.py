"""One indicator, population and month, as it is printed and rated: the smallest piece of every page and file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorecard.explain import explain
from scorecard.models import FigureStatus, Variant
from scorecard.published import Unit, format_figure, format_number, published_figure, unit_suffix
from scorecard.rag import Polarity, Rating, rate
from scorecard.report.months import Month
from scorecard.travel import Observation

WORDS_WITHOUT_FIGURE = {
    FigureStatus.SUPPRESSED: "suppressed",
    FigureStatus.NOT_AVAILABLE: "not available",
    FigureStatus.NOT_APPLICABLE: "not applicable",
    FigureStatus.NOT_DUE: "no new figure due",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What of an indicator decides how its figures are written and rated."""

    unit: Unit
    decimals: int
    polarity: Polarity
    is_kpi: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """The target and floors that were valid, as `rate` takes them."""

    target: Decimal | None = None
    floor_standard: Decimal | None = None
    tolerance: Decimal | None = None
    floor_low: Decimal | None = None
    floor_high: Decimal | None = None
    is_floor_illustrative: bool = False

    def for_rating(self) -> dict[str, Decimal | None]:
        return {
            "target": self.target,
            "floor_standard": self.floor_standard,
            "tolerance": self.tolerance,
            "floor_low": self.floor_low,
            "floor_high": self.floor_high,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """`figure` is the published one; None with the status that says why, or without one if nothing came."""

    measure: Measure
    month: Month
    variant: Variant
    lines: Lines
    rating: Rating
    figure: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: FigureStatus | None = None
    is_provisional: bool = False
    is_illustrative: bool = False
    note: str = ""
    revision: int = 0

    @property
    def text(self) -> str:
        """The one published string, without its unit: "47.7", "1,579"; empty when there is no figure."""
        if self.figure is None:
            return ""
        return format_figure(self.figure, unit=self.measure.unit, decimals=self.measure.decimals)

    @property
    def suffix(self) -> str:
        return unit_suffix(self.measure.unit, self.text) if self.figure is not None else ""

    @property
    def without_figure(self) -> str:
        """Why there is no figure, in words; empty when there is one."""
        if self.figure is not None:
            return ""
        return WORDS_WITHOUT_FIGURE.get(self.status, "not reported")

    @property
    def parts(self) -> str:
        """ "496 of 1,040"; a numerator alone as it is; empty without any."""
        if self.numerator is None:
            return ""
        if self.denominator is None:
            return format_number(self.numerator)
        return f"{format_number(self.numerator)} of {format_number(self.denominator)}"

    @property
    def target_text(self) -> str:
        return "" if self.lines.target is None else format_number(self.lines.target)

    @property
    def floor_text(self) -> str:
        """One floor, or for a target in the middle both limits: "40 to 60"."""
        floors = [self.lines.floor_standard, self.lines.floor_low, self.lines.floor_high]
        return " to ".join(format_number(floor) for floor in floors if floor is not None)

    @property
    def explanation(self) -> str:
        """Why it has its colour: "Amber: 47.7% is below the target of 60% and at or above the floor of 45%"."""
        return explain(
            self.rating,
            self.figure,
            unit=self.measure.unit,
            decimals=self.measure.decimals,
            polarity=self.measure.polarity,
            denominator=self.denominator,
            **self.lines.for_rating(),
        )

    @property
    def observation(self) -> Observation:
        return Observation(self.month.ends_on, self.figure, self.denominator)


def read(measure: Measure, month: Month, variant: Variant, figure: list | None, lines: Lines) -> Reading:
    """Publish and rate one figure, given as its row of text in the order of `query.FIGURE`."""
    if figure is None:
        return Reading(measure, month, variant, lines, _rate(measure, None, None, lines))
    value, numerator, denominator = (_decimal(text) for text in figure[2:5])
    published = published_figure(value, numerator, denominator, unit=measure.unit, decimals=measure.decimals)
    return Reading(
        measure,
        month,
        variant,
        lines,
        _rate(measure, published, denominator, lines),
        published,
        numerator,
        denominator,
        FigureStatus(figure[5]),
        figure[6] == "true",
        figure[7] == "true",
        figure[8] or "",
        int(figure[9]),
    )


def lines_on(day: date, variant: Variant, rows: Iterable[list]) -> Lines:
    """Of thresholds as rows of text in the order of `query.LINES`, the one valid on a day; none is no target."""
    written = day.isoformat()
    for population, valid_from, valid_to, *lines, is_floor_illustrative in rows:
        if population == variant and valid_from <= written and (valid_to is None or written <= valid_to):
            return Lines(*(_decimal(text) for text in lines), is_floor_illustrative == "true")
    return Lines()


def _rate(measure: Measure, figure: Decimal | None, denominator: Decimal | None, lines: Lines) -> Rating:
    return rate(
        figure,
        polarity=measure.polarity,
        denominator=denominator,
        is_kpi=measure.is_kpi,
        **lines.for_rating(),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
