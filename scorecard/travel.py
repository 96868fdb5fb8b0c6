"""Which way a figure has moved since an earlier month, and whether that is good.

The arrow is the number's own movement; the colour and the word judge it by polarity. So a falling figure
where lower is better reads "down 0.5 points, improved", and no arrow contradicts the printed figures.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices

from scorecard.periods import DataPeriod, month_label, months_between, restart_between, shift_months
from scorecard.published import Unit, gap_in_words
from scorecard.rag import Polarity, Rag, is_too_small


class Comparison(TextChoices):
    PREVIOUS_MONTH = "previous_month", "Previous month"
    PREVIOUS_PANEL = "previous_panel", "Previous panel report"
    SAME_MONTH_LAST_YEAR = "same_month_last_year", "Same month last year"
    PREVIOUS_YEAR = "previous_year", "Previous year"
    CHOSEN_MONTH = "chosen_month", "Chosen month"


class Arrow(TextChoices):
    UP = "up", "Up"
    DOWN = "down", "Down"
    LEVEL = "level", "No change"


class DirectionOfTravel(TextChoices):
    """INCREASED and DECREASED are for indicators where neither way is better."""

    IMPROVING = "improved", "Improved"
    WORSENING = "worsened", "Worsened"
    STEADY = "same", "No change"
    INCREASED = "increased", "Increased"
    DECREASED = "decreased", "Decreased"
    NONE = "none", "Not judged"


class TravelReason(TextChoices):
    """Why there is no arrow, or (no target) an arrow without a judgement."""

    NO_CURRENT = "no_current", "No figure this time"
    NO_PREVIOUS = "no_previous", "No earlier figure"
    GAP_MONTH = "gap_month", "A period between is missing"
    PERIOD_RESET = "period_reset", "The count began again"
    BASELINE_BREAK = "baseline_break", "The measure changed"
    SMALL_DENOMINATOR = "small_denominator", "Denominator below 5"
    NO_TARGET = "no_target", "No target"


WORDS_WITHOUT_ARROW = {
    TravelReason.NO_CURRENT: "no figure to compare",
    TravelReason.NO_PREVIOUS: "no figure for {then} to compare with",
    TravelReason.GAP_MONTH: "not compared: the last figure before is from {then}",
    TravelReason.PERIOD_RESET: "not compared: the count has begun again since {then}",
    TravelReason.BASELINE_BREAK: "not compared: the measure has changed since {then}",
    TravelReason.SMALL_DENOMINATOR: "not compared: a denominator is below 5",
}


COLOURS = {
    DirectionOfTravel.IMPROVING: Rag.GREEN,
    DirectionOfTravel.STEADY: Rag.AMBER,
    DirectionOfTravel.WORSENING: Rag.RED,
}
NEITHER_WAY_IS_BETTER = {
    Arrow.UP: DirectionOfTravel.INCREASED,
    Arrow.DOWN: DirectionOfTravel.DECREASED,
    Arrow.LEVEL: DirectionOfTravel.STEADY,
}
# What follows "up 2 days". Neither improved nor worsened: the arrow's own word says all there is.
JUDGED_AS = {
    DirectionOfTravel.IMPROVING: ", improved",
    DirectionOfTravel.WORSENING: ", worsened",
    DirectionOfTravel.STEADY: ", as far from the target",
    DirectionOfTravel.INCREASED: "",
    DirectionOfTravel.DECREASED: "",
    DirectionOfTravel.NONE: ", not judged without a target",
}
FROM_ILLUSTRATIVE = " from an illustrative figure"
STEPS_BACK = {
    Comparison.PREVIOUS_MONTH: 1,
    Comparison.SAME_MONTH_LAST_YEAR: 12,
    Comparison.PREVIOUS_YEAR: 12,
}
# Comparisons that promise the period just before, so that an older one would mislead.
NEXT_TO_EACH_OTHER = (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_YEAR)


@dataclass(frozen=True, slots=True)
class Observation:
    """One published figure (None when there is none) of one indicator and variant."""

    period_end: date
    figure: Decimal | None
    denominator: Decimal | None = None
    is_illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Travel:
    """`change` is in display units with its sign; `colour` is NOT_RATED (grey) where nothing is judged.

    `words` name an illustrative earlier figure, unless the later one is illustrative too and is marked itself.
    """

    comparison: Comparison
    arrow: Arrow | None
    change: Decimal | None
    direction: DirectionOfTravel
    reason: TravelReason | None
    colour: Rag
    baseline_end: date | None
    words: str

    @property
    def words_alone(self) -> str:
        """For where the earlier figure stands beside them with its own mark."""
        return self.words.replace(FROM_ILLUSTRATIVE, "")


def direction_of_travel(
    current: Observation | None,
    previous: Observation | None,
    *,
    comparison: Comparison,
    polarity: Polarity,
    data_period: DataPeriod,
    unit: Unit,
    decimals: int,
    target: Decimal | None = None,
    break_dates: Iterable[date] = (),
    materiality: Decimal | None = None,
) -> Travel:
    """Compare two PUBLISHED figures of one indicator; the first rule that forbids it decides.

    The caller finds `previous` for the comparison: a missing one is not nought, nor looked for further back.
    `target` is the current one. A break date is the first day, or first period end, of the changed measure.
    `materiality`, in display units: a smaller movement leaves the arrow level; by default each counts.
    Raises ValueError if `previous` is not earlier than `current`.
    """
    baseline_end = _baseline_end(current, previous, comparison)
    now = current.figure if current else None
    before = previous.figure if previous else None
    if current is None or now is None:
        return _not_compared(TravelReason.NO_CURRENT, comparison, baseline_end)
    if previous is None or before is None:
        return _not_compared(TravelReason.NO_PREVIOUS, comparison, baseline_end)
    reason = _why_not(current, previous, comparison, data_period, break_dates)
    if reason:
        return _not_compared(reason, comparison, baseline_end)

    change = now - before
    arrow = _arrow(change, materiality or Decimal(0))
    direction = _judge(arrow, _gain(now, before, polarity, target), polarity)
    moved_by = gap_in_words(change, unit=unit, decimals=decimals)
    is_marked = previous.is_illustrative and not current.is_illustrative
    return Travel(
        comparison=comparison,
        arrow=arrow,
        change=change,
        direction=direction,
        reason=TravelReason.NO_TARGET if direction == DirectionOfTravel.NONE else None,
        colour=_colour(direction, polarity),
        baseline_end=baseline_end,
        words=_words(arrow, change, moved_by, direction, FROM_ILLUSTRATIVE if is_marked else ""),
    )


def _baseline_end(
    current: Observation | None, previous: Observation | None, comparison: Comparison
) -> date | None:
    if previous is not None:
        return previous.period_end
    if current is not None and comparison in STEPS_BACK:
        return shift_months(current.period_end, -STEPS_BACK[comparison])
    return None


def _why_not(
    current: Observation,
    previous: Observation,
    comparison: Comparison,
    data_period: DataPeriod,
    break_dates: Iterable[date],
) -> TravelReason | None:
    earlier, later = previous.period_end, current.period_end
    if earlier >= later:
        raise ValueError(f"The earlier figure must be from before {later}, not from {earlier}.")
    if comparison in NEXT_TO_EACH_OTHER and months_between(earlier, later) != STEPS_BACK[comparison]:
        return TravelReason.GAP_MONTH
    if comparison != Comparison.SAME_MONTH_LAST_YEAR and restart_between(earlier, later, data_period):
        return TravelReason.PERIOD_RESET
    if any(earlier < broke_on <= later for broke_on in break_dates):
        return TravelReason.BASELINE_BREAK
    if is_too_small(current.denominator) or is_too_small(previous.denominator):
        return TravelReason.SMALL_DENOMINATOR
    return None


def _not_compared(reason: TravelReason, comparison: Comparison, baseline_end: date | None) -> Travel:
    then = month_label(baseline_end) if baseline_end else "an earlier month"
    words = WORDS_WITHOUT_ARROW[reason].format(then=then)
    return Travel(comparison, None, None, DirectionOfTravel.NONE, reason, Rag.NOT_RATED, baseline_end, words)


def _arrow(change: Decimal, materiality: Decimal) -> Arrow:
    if change == 0 or abs(change) < materiality:
        return Arrow.LEVEL
    return Arrow.UP if change > 0 else Arrow.DOWN


def _gain(now: Decimal, before: Decimal, polarity: Polarity, target: Decimal | None) -> Decimal | None:
    """How much better than before; None when nobody can say."""
    if polarity == Polarity.HIGHER_IS_BETTER:
        return now - before
    if polarity == Polarity.LOWER_IS_BETTER:
        return before - now
    if polarity == Polarity.TARGET_IS_BEST and target is not None:
        return abs(before - target) - abs(now - target)
    return None


def _judge(arrow: Arrow, gain: Decimal | None, polarity: Polarity) -> DirectionOfTravel:
    if polarity == Polarity.NONE:
        return NEITHER_WAY_IS_BETTER[arrow]
    if gain is None:
        return DirectionOfTravel.NONE
    if gain == 0 or arrow == Arrow.LEVEL:
        return DirectionOfTravel.STEADY
    return DirectionOfTravel.IMPROVING if gain > 0 else DirectionOfTravel.WORSENING


def _colour(direction: DirectionOfTravel, polarity: Polarity) -> Rag:
    return Rag.NOT_RATED if polarity == Polarity.NONE else COLOURS.get(direction, Rag.NOT_RATED)


def _words(arrow: Arrow, change: Decimal, moved_by: str, direction: DirectionOfTravel, mark: str) -> str:
    if change == 0:
        return f"no change{mark}"
    movement = f"{Arrow.UP if change > 0 else Arrow.DOWN} {moved_by}{mark}"
    if arrow == Arrow.LEVEL:
        return f"{movement}, too little to count"
    return movement + JUDGED_AS[direction]
