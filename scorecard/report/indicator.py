"""One indicator: its headline, its history and what it is measured against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scorecard.models import BaselineBreak, Benchmark, Indicator, Rebase, Threshold, Variant
from scorecard.published import exact_figure, format_number
from scorecard.rag import Rag, is_met_by_rounding
from scorecard.report.comparing import compare
from scorecard.report.headline import headline
from scorecard.report.history import History, histories
from scorecard.report.limits import stands_out
from scorecard.report.month_alone import months_alone
from scorecard.report.months import Months
from scorecard.report.readings import Measure, Reading, other_variant
from scorecard.report.revisions import Revision, revisions
from scorecard.report.variability import Variability, variability
from scorecard.travel import Comparison, Travel


class TargetLine(NamedTuple):
    """One target as the history of targets prints it, its numbers as they were set."""

    valid_from: date
    valid_to: date | None
    target: str
    floor: str
    is_floor_illustrative: bool
    source: str


class MonthLine(NamedTuple):
    """One month as the table of figures prints it: how it moved, the other population, and what stands out of it."""

    reading: Reading
    step: Travel
    other: Reading | None
    stands_out: str


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """`other` is the other population's history, None where it has no figure at all.

    `steps` has the direction of each month shown; `travel` those of the chosen month, by what it is compared with.
    `alone` judges each month on its own, None where the figure is of one month anyway or its parts are not kept.
    `rebases` has those that were withdrawn too.
    """

    indicator: Indicator
    months: Months
    history: History
    other: History | None
    steps: Sequence[Travel]
    travel: Mapping[Comparison, Travel]
    thresholds: Sequence[Threshold]
    benchmarks: Sequence[Benchmark]
    breaks: Sequence[BaselineBreak]
    rebases: Sequence[Rebase]
    revisions: Sequence[Revision]
    variability: Variability
    alone: Variability | None

    @property
    def now(self) -> Reading:
        return self.history.now

    @property
    def measure(self) -> Measure:
        return self.now.measure

    @property
    def headline(self) -> str:
        return headline(self.now, self.steps[-1], self.history.last_figure)

    @property
    def figures(self) -> list[MonthLine]:
        """Every month shown, latest first."""
        others = self.other.readings if self.other else [None] * len(self.steps)
        return [
            MonthLine(reading, step, other, stands_out(reading, self.variability))
            for reading, step, other in zip(self.history.readings, self.steps, others, strict=True)
        ][::-1]

    @property
    def standing_rebases(self) -> list[Rebase]:
        return [rebase for rebase in self.rebases if not rebase.withdrawn_on]

    @property
    def judged(self) -> Variability:
        """The series that control limits are for: the months on their own where the figures themselves may not."""
        return self.alone or self.variability

    @property
    def targets(self) -> list[TargetLine]:
        return [_target_line(threshold) for threshold in self.thresholds]

    @property
    def is_met_by_rounding(self) -> bool:
        """Whether target or floor is reached only as printed, not before rounding."""
        now, parts = self.now, self.history.parts
        if now.figure is None or now.rating.rating == Rag.NOT_RATED:
            return False
        exact = exact_figure(parts.value, parts.numerator, parts.denominator, unit=self.measure.unit)
        return is_met_by_rounding(now.figure, exact, polarity=self.measure.polarity, **now.lines._asdict())


def indicator_report(indicator: Indicator, months: Months, *, variant: Variant) -> IndicatorReport:
    thresholds = list(indicator.thresholds.order_by("-valid_from"))
    breaks = list(indicator.breaks.select_related("from_period"))
    break_dates = [broken.from_period.starts_on for broken in breaks]
    rebases = list(indicator.rebases.select_related("at_period", "agreed_by", "withdrawn_by"))
    standing = [rebase for rebase in rebases if not rebase.withdrawn_on]
    both = histories(indicator, months, thresholds)
    chosen, other = both[variant], both[other_variant(variant)]
    alone = months_alone(chosen.readings)
    shown = [reading.month.ends_on for reading in chosen.readings]
    return IndicatorReport(
        indicator=indicator,
        months=months,
        history=chosen,
        other=other if other.last_figure else None,
        steps=chosen.steps(break_dates),
        travel=_travel(chosen, months, break_dates),
        thresholds=[threshold for threshold in thresholds if threshold.variant == variant],
        benchmarks=list(indicator.benchmarks.all()),
        breaks=breaks,
        rebases=rebases,
        revisions=revisions(indicator, chosen.now.measure, variant, shown),
        variability=variability(chosen.readings, indicator, standing, break_dates, see_months=bool(alone)),
        alone=variability(alone, indicator, standing, break_dates) if alone else None,
    )


def _travel(history: History, months: Months, break_dates: Sequence[date]) -> dict[Comparison, Travel]:
    """Against each baseline there is; one older than the history is left out."""
    found = {comparison: history.on(month.ends_on) for comparison, month in months.baselines.items()}
    earlier = {comparison: reading for comparison, reading in found.items() if reading}
    return compare(history.now, earlier, break_dates, earlier)


def _target_line(threshold: Threshold) -> TargetLine:
    floors = [threshold.floor, threshold.floor_low, threshold.floor_high]
    target = "" if threshold.target is None else format_number(threshold.target)
    tolerance = f", give or take {format_number(threshold.tolerance)}" if threshold.tolerance else ""
    source = ". ".join(filter(None, [threshold.source.rstrip("."), _approved(threshold)]))
    return TargetLine(
        threshold.valid_from,
        threshold.valid_to,
        f"{target}{tolerance}",
        " to ".join(format_number(floor) for floor in floors if floor is not None),
        threshold.is_floor_illustrative,
        f"{source}." if source else "",
    )


def _approved(threshold: Threshold) -> str:
    return f"Approved by {threshold.approved_by}" if threshold.approved_by else ""
