"""Is a movement noise or a change? XmR charts (statistical process control) as NHS boards use them.

Where tools disagree the choices are named: no screening, trends of seven points, two of three counted beyond
two sigma, a target on a limit counts as met, concern wins over improvement, no run crosses a rebase.
Rebasing is a person's decision with a reason, never this module's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices

from scorecard.periods import month_end, month_ends
from scorecard.rag import Polarity
from scorecard.spc_limits import Limits, limits_of
from scorecard.spc_signals import HIGH, Signal, TwoOfThree, find_signals, is_above
from scorecard.travel import Observation


class Basis(TextChoices):
    """How far the limits can be trusted."""

    INSUFFICIENT = "insufficient", "Too few figures for limits"
    TRIAL = "trial", "Trial limits, from few figures"
    FULL = "full", "Limits"


class Variation(TextChoices):
    COMMON_CAUSE = "common_cause", "Ordinary variation"
    IMPROVEMENT_HIGH = "improvement_high", "Unusually high, an improvement"
    IMPROVEMENT_LOW = "improvement_low", "Unusually low, an improvement"
    CONCERN_HIGH = "concern_high", "Unusually high, a concern"
    CONCERN_LOW = "concern_low", "Unusually low, a concern"
    NEITHER_HIGH = "neither_high", "Unusually high"
    NEITHER_LOW = "neither_low", "Unusually low"


class Assurance(TextChoices):
    PASSES = "pass", "Expected to meet the target every month"
    FAILS = "fail", "Not expected to meet the target without a change"
    HIT_OR_MISS = "hit_or_miss", "May meet or miss the target by chance"


class Conflict(TextChoices):
    """What a point is that is both an improvement and a concern."""

    CONCERN = "concern", "A concern"
    IMPROVEMENT = "improvement", "An improvement"


HIGH_AND_LOW = {
    Polarity.HIGHER_IS_BETTER: (Variation.IMPROVEMENT_HIGH, Variation.CONCERN_LOW),
    Polarity.LOWER_IS_BETTER: (Variation.CONCERN_HIGH, Variation.IMPROVEMENT_LOW),
    Polarity.TARGET_IS_BEST: (Variation.NEITHER_HIGH, Variation.NEITHER_LOW),
    Polarity.NONE: (Variation.NEITHER_HIGH, Variation.NEITHER_LOW),
}
CONCERNS = (Variation.CONCERN_HIGH, Variation.CONCERN_LOW)
IMPROVEMENTS = (Variation.IMPROVEMENT_HIGH, Variation.IMPROVEMENT_LOW)

# The end of a month, and its figure if it has one.
Month = tuple[date, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`rebases`: dates in the months that start a new part; `baseline` counts figures of the first part."""

    shift: int = 7
    trend: int = 7
    two_of_three: TwoOfThree = TwoOfThree.BEYOND
    screen: bool = False
    minimum: int = 12
    full: int = 15
    baseline: int | None = None
    conflict: Conflict = Conflict.CONCERN
    rebases: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not 6 <= self.trend <= 8:
            raise ValueError(f"A trend takes 6, 7 or 8 points, not {self.trend}.")
        if self.baseline is not None and self.baseline < 2:
            raise ValueError(f"A baseline takes at least 2 figures, not {self.baseline}.")


STANDARD = Options()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between rebases; both month ends included. No limits without two neighbouring figures.

    `figures` counts the months of the stretch that have one.
    """

    starts_on: date
    ends_on: date
    limits: Limits | None
    figures: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One month of the chart. `variation` is None where there is no figure or nothing to judge it by."""

    period_end: date
    figure: Decimal | None
    signals: frozenset[Signal] = frozenset()
    variation: Variation | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """`readings` has every month; `variation` is that of the latest figure, which is from `latest_on`."""

    basis: Basis
    readings: tuple[Reading, ...]
    parts: tuple[Part, ...] = ()
    variation: Variation | None = None
    latest_on: date | None = None
    assurance: Assurance | None = None


def analyse(
    points: Sequence[Observation],
    *,
    polarity: Polarity,
    target: Decimal | None = None,
    tolerance: Decimal | None = None,
    options: Options = STANDARD,
) -> Analysis:
    """Analyse PUBLISHED figures in month order; a month left out is a gap, like one without a figure.

    `target` is the latest one. Ask `is_allowed` first: limits mislead on rolling and year-to-date figures.
    Raises ValueError if the months are out of order or one comes twice.
    """
    months = _every_month(points)
    stretches = _stretches(months, options.rebases)
    parts = tuple(_part(stretch, options, is_first=not place) for place, stretch in enumerate(stretches))
    basis = _basis(parts, options)
    if basis == Basis.INSUFFICIENT:
        return Analysis(basis, tuple(Reading(*month) for month in months))
    readings = tuple(
        reading
        for stretch, part in zip(stretches, parts, strict=True)
        for reading in _readings(stretch, part.limits, polarity, options)
    )
    latest = next(reading for reading in reversed(readings) if reading.figure is not None)
    assurance = _assure(parts[-1].limits, polarity, target, tolerance or Decimal(0))
    return Analysis(basis, readings, parts, latest.variation, latest.period_end, assurance)


def _every_month(points: Sequence[Observation]) -> list[Month]:
    ends = [month_end(point.period_end) for point in points]
    if ends != sorted(set(ends)):
        raise ValueError("Give the points in month order, one for each month.")
    figures = {end: point.figure for end, point in zip(ends, points, strict=True)}
    return [(end, figures.get(end)) for end in month_ends(ends[0], ends[-1])] if ends else []


def _stretches(months: list[Month], rebases: Sequence[date]) -> list[list[Month]]:
    rebased = {month_end(day) for day in rebases}
    stretches: list[list[Month]] = []
    for month in months:
        if not stretches or month[0] in rebased:
            stretches.append([])
        stretches[-1].append(month)
    return stretches


def _part(stretch: list[Month], options: Options, *, is_first: bool) -> Part:
    figures = [figure for _, figure in stretch]
    limits = limits_of(figures, baseline=options.baseline if is_first else None, screen=options.screen)
    return Part(stretch[0][0], stretch[-1][0], limits, sum(figure is not None for figure in figures))


def _basis(parts: Sequence[Part], options: Options) -> Basis:
    figures = sum(part.figures for part in parts)
    if figures < options.minimum or not any(part.limits for part in parts):
        return Basis.INSUFFICIENT
    is_trial = figures < options.full or parts[-1].figures < options.minimum
    return Basis.TRIAL if is_trial else Basis.FULL


def _readings(
    stretch: list[Month], limits: Limits | None, polarity: Polarity, options: Options
) -> list[Reading]:
    if limits is None:
        return [Reading(*month) for month in stretch]
    found = find_signals(
        [figure for _, figure in stretch],
        limits,
        shift=options.shift,
        trend=options.trend,
        two_of_three=options.two_of_three,
    )
    return [
        Reading(end, figure, signals, _vary(signals, polarity, options.conflict))
        if figure is not None
        else Reading(end, None)
        for (end, figure), signals in zip(stretch, found, strict=True)
    ]


def _vary(signals: frozenset[Signal], polarity: Polarity, conflict: Conflict) -> Variation:
    if not signals:
        return Variation.COMMON_CAUSE
    high, low = HIGH_AND_LOW[polarity]
    if not signals & HIGH:
        return low
    if not signals - HIGH or high == Variation.NEITHER_HIGH:
        return high
    wanted = CONCERNS if conflict == Conflict.CONCERN else IMPROVEMENTS
    return high if high in wanted else low


def _assure(
    limits: Limits | None, polarity: Polarity, target: Decimal | None, tolerance: Decimal
) -> Assurance | None:
    """Will it meet the target by itself? A target right on a limit counts as met; passing comes first."""
    if limits is None or target is None or polarity == Polarity.NONE:
        return None
    lowest, highest = target - tolerance, target + tolerance
    if polarity == Polarity.HIGHER_IS_BETTER:
        passes, fails = _reaches(limits.lower, target), _reaches(target, limits.upper)
    elif polarity == Polarity.LOWER_IS_BETTER:
        passes, fails = _reaches(target, limits.upper), _reaches(limits.lower, target)
    else:
        passes = _reaches(limits.lower, lowest) and _reaches(highest, limits.upper)
        fails = _reaches(limits.lower, highest) or _reaches(lowest, limits.upper)
    if passes:
        return Assurance.PASSES
    return Assurance.FAILS if fails else Assurance.HIT_OR_MISS


def _reaches(number: Decimal, line: Decimal) -> bool:
    return not is_above(line, number)
