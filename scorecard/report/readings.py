"""One indicator, population and month, as it is printed and rated: the smallest piece of every page and file."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.explain import explain
from scorecard.models import FigureStatus, Variant
from scorecard.periods import APRIL, DataPeriod
from scorecard.published import Unit, format_figure, format_number, published_figure, unit_suffix
from scorecard.rag import Polarity, Rag, Rating, rate
from scorecard.report.months import Month
from scorecard.travel import Observation

WORDS_WITHOUT_FIGURE = {
    FigureStatus.SUPPRESSED: "suppressed",
    FigureStatus.NOT_AVAILABLE: "not available",
    FigureStatus.NOT_APPLICABLE: "not applicable",
    FigureStatus.NOT_DUE: "no new figure due",
}


class Measure(NamedTuple):
    """What of an indicator decides how its figures are written, rated and compared."""

    unit: Unit
    decimals: int
    polarity: Polarity
    is_kpi: bool
    data_period: DataPeriod


class FigureParts(NamedTuple):
    """One figure as an upload gave it."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: FigureStatus
    is_provisional: bool
    is_illustrative: bool
    note: str
    revision: int
    month_numerator: Decimal | None = None
    month_denominator: Decimal | None = None


class Lines(NamedTuple):
    """A target and its floors, as `rate` takes them."""

    target: Decimal | None = None
    floor_standard: Decimal | None = None
    tolerance: Decimal | None = None
    floor_low: Decimal | None = None
    floor_high: Decimal | None = None


class DatedLines(NamedTuple):
    """Lines with the days they are valid, both included, and the population they are for."""

    variant: Variant
    valid_from: date
    valid_to: date | None
    is_floor_illustrative: bool
    lines: Lines


NO_LINES = DatedLines(Variant.ALL, date.min, None, False, Lines())


class Reading(NamedTuple):
    """`figure` is the published one; None with the status that says why, or without one if nothing came.

    A page makes hundreds of these, and a tuple is made three times as fast as a frozen dataclass.
    """

    measure: Measure
    month: Month
    variant: Variant
    dated_lines: DatedLines
    rating: Rating
    figure: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: FigureStatus | None = None
    is_provisional: bool = False
    is_illustrative: bool = False
    note: str = ""
    revision: int = 0
    month_numerator: Decimal | None = None
    month_denominator: Decimal | None = None

    @property
    def lines(self) -> Lines:
        return self.dated_lines.lines

    @property
    def is_floor_illustrative(self) -> bool:
        return self.dated_lines.is_floor_illustrative

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
    def numerator_text(self) -> str:
        return "" if self.numerator is None else format_number(self.numerator)

    @property
    def denominator_text(self) -> str:
        return "" if self.denominator is None else format_number(self.denominator)

    @property
    def parts(self) -> str:
        """ "496 of 1,040", for an average "2,678 over 204"; a numerator alone as it is; empty without any."""
        between = " of " if self.measure.unit == Unit.PERCENT else " over "
        return between.join(filter(None, [self.numerator_text, self.denominator_text]))

    @property
    def remarks(self) -> str:
        """What to know about this one figure: "provisional, illustrative, revision 2", then its note."""
        words = [
            "provisional" if self.is_provisional else "",
            "illustrative" if self.is_illustrative else "",
            f"revision {self.revision}" if self.revision > 1 else "",
            *self.cautions,
            self.note,
        ]
        return ", ".join(filter(None, words))

    @property
    def cautions(self) -> list[str]:
        """What to bear in mind with a figure that is rated and compared like any other."""
        said = []
        if self.rating.rating != Rag.NOT_RATED and self.denominator is not None and self.denominator < 10:
            said.append("small cohort")
        if self.figure is not None and is_early_in_year(self.month.ends_on, self.measure.data_period):
            said.append("early in the year, few counted yet")
        return said

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
            **self.lines._asdict(),
        )

    @property
    def observation(self) -> Observation:
        return Observation(self.month.ends_on, self.figure, self.denominator, self.is_illustrative)


def other_variant(variant: Variant) -> Variant:
    return Variant.EXC_UASC if variant == Variant.ALL else Variant.ALL


def read(
    measure: Measure, month: Month, variant: Variant, parts: FigureParts | None, dated_lines: DatedLines
) -> Reading:
    """Publish and rate one figure; `parts` is None when nothing was ever uploaded for it."""
    if parts is None:
        return Reading(measure, month, variant, dated_lines, _rate(measure, None, None, dated_lines.lines))
    published = published_figure(*parts[:3], unit=measure.unit, decimals=measure.decimals)
    rating = _rate(measure, published, parts.denominator, dated_lines.lines)
    return Reading(measure, month, variant, dated_lines, rating, published, *parts[1:])


def is_early_in_year(day: date, data_period: DataPeriod) -> bool:
    """April to June, when the guidance asks for care with what is counted from 1 April."""
    return data_period == DataPeriod.YTD and APRIL <= day.month < APRIL + 3


def lines_on(day: date, variant: Variant, every: Iterable[DatedLines]) -> DatedLines:
    """Those that were valid on a day; lines without a target when there were none."""
    for dated in every:
        if (
            dated.variant == variant
            and dated.valid_from <= day
            and (dated.valid_to is None or day <= dated.valid_to)
        ):
            return dated
    return NO_LINES


def _rate(measure: Measure, figure: Decimal | None, denominator: Decimal | None, lines: Lines) -> Rating:
    return rate(
        figure,
        polarity=measure.polarity,
        target=lines.target,
        floor_standard=lines.floor_standard,
        tolerance=lines.tolerance,
        floor_low=lines.floor_low,
        floor_high=lines.floor_high,
        denominator=denominator,
        is_kpi=measure.is_kpi,
    )
