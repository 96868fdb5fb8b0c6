"""What the control limits say, in sentences a member can read aloud."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from scorecard.periods import month_end, month_label
from scorecard.published import Unit, figure_in_words, line_in_words, round_half_up, with_unit
from scorecard.rag import Polarity
from scorecard.report.headline import sentence_case
from scorecard.report.readings import Measure, Reading
from scorecard.report.variability import Variability
from scorecard.spc import Assurance, Conflict, Variation
from scorecard.spc_limits import Limits
from scorecard.spc_signals import HIGH, Signal

LEADS = {
    Variation.COMMON_CAUSE: "Ordinary variation",
    Variation.IMPROVEMENT_HIGH: "Unusually high: an improvement",
    Variation.IMPROVEMENT_LOW: "Unusually low: an improvement",
    Variation.CONCERN_HIGH: "Unusually high: a concern",
    Variation.CONCERN_LOW: "Unusually low: a concern",
    Variation.NEITHER_HIGH: "Unusually high, neither better nor worse",
    Variation.NEITHER_LOW: "Unusually low, neither better nor worse",
}
CANNOT_TELL = "A change cannot be told from chance"
WITHOUT = "No control limits: "
WHY = {
    Signal.OUTSIDE_HIGH: "above the upper limit of {upper}",
    Signal.OUTSIDE_LOW: "below the lower limit of {lower}",
    Signal.SHIFT_HIGH: "in a run of {shift} or more months above the average of {mean}",
    Signal.SHIFT_LOW: "in a run of {shift} or more months below the average of {mean}",
    Signal.TREND_UP: "in a run of {trend} or more months, each higher than the one before",
    Signal.TREND_DOWN: "in a run of {trend} or more months, each lower than the one before",
    Signal.TWO_OF_THREE_HIGH: "near the upper limit or past it, as at least two of three months in a row are",
    Signal.TWO_OF_THREE_LOW: "near the lower limit or past it, as at least two of three months in a row are",
}
# In a column two words wide, the sides left out: concern or improvement tells them. Each with its meaning for the key.
BRIEF = {
    Signal.OUTSIDE_HIGH: ("past limit", "above the upper or below the lower limit"),
    Signal.OUTSIDE_LOW: ("past limit", "above the upper or below the lower limit"),
    Signal.SHIFT_HIGH: ("run", "one of {shift} or more months in a row on one side of the average"),
    Signal.SHIFT_LOW: ("run", "one of {shift} or more months in a row on one side of the average"),
    Signal.TREND_UP: ("rising", "one of {trend} or more months in a row, each higher than the one before"),
    Signal.TREND_DOWN: ("falling", "one of {trend} or more months in a row, each lower than the one before"),
    Signal.TWO_OF_THREE_HIGH: (
        "near limit",
        "close to a limit or past it, as at least two of three months are",
    ),
    Signal.TWO_OF_THREE_LOW: (
        "near limit",
        "close to a limit or past it, as at least two of three months are",
    ),
}
ASSURANCES = {
    Assurance.PASSES: "The target of {target} can be relied on: all of the usual range meets it",
    Assurance.FAILS: "The target of {target} will not be met unless something changes: "
    "none of the usual range goes past it",
    Assurance.HIT_OR_MISS: "The target of {target} lies within the usual range: "
    "whether a month meets it is a matter of chance",
}
# Of a target in the middle the range between its edges is what counts.
ASSURANCES_OF_MIDDLE = {
    Assurance.PASSES: "The target of {target} can be relied on: all of the usual range is near enough to it",
    Assurance.FAILS: "The target of {target} will not be met unless something changes: "
    "all of the usual range is too far from it",
    Assurance.HIT_OR_MISS: "The usual range is near the target of {target} in part only: "
    "whether a month meets it is a matter of chance",
}
COUNT_AS = {Conflict.CONCERN: "a concern", Conflict.IMPROVEMENT: "an improvement"}


class Verdict(NamedTuple):
    """`variation` picks the icon; None where nothing is judged. The sentences have their full stops."""

    variation: Variation | None
    lead: str
    sentences: list[str]

    @property
    def text(self) -> str:
        return " ".join([f"{self.lead}.", *self.sentences])


def verdict(found: Variability) -> Verdict:
    """Without limits the one sentence says why there are none."""
    if not found.allowed:
        why = sentence_case(found.allowed.sentence.removeprefix(WITHOUT))
        return Verdict(None, CANNOT_TELL, [why, *filter(None, [found.allowed.remedy])])
    if not found.has_limits or found.latest is None:
        return Verdict(None, CANNOT_TELL, [f"{_too_few(found)}."])
    variation = found.analysis.variation
    lead = LEADS[variation] if variation else CANNOT_TELL
    told = [*_variation(found), *_assurance(found), *_cautions(found)]
    return Verdict(variation, lead, [f"{sentence}." for sentence in told])


def signals_in_words(signals: Iterable[Signal], found: Variability, limits: Limits) -> list[str]:
    """In the order of the rules: "above the upper limit of 52.1%"."""
    words = {
        "upper": limit_in_words(limits.upper, found.measure),
        "lower": limit_in_words(limits.lower, found.measure),
        "mean": limit_in_words(limits.mean, found.measure),
        "shift": found.options.shift,
        "trend": found.options.trend,
    }
    return [WHY[signal].format(**words) for signal in Signal if signal in signals]


def signals_briefly(signals: Iterable[Signal]) -> list[str]:
    return [BRIEF[signal][0] for signal in Signal if signal in signals]


def meanings(signals: Iterable[Signal], found: Variability) -> list[tuple[str, str]]:
    """Each of the brief words once, with what it means."""
    runs = {"shift": found.options.shift, "trend": found.options.trend}
    told = {BRIEF[signal][0]: BRIEF[signal][1].format(**runs) for signal in Signal if signal in signals}
    return list(told.items())


def limit_in_words(limit: Decimal, measure: Measure) -> str:
    """To the indicator's own places, at least one: the average of whole numbers is not whole."""
    return with_unit(f"{round_half_up(limit, max(measure.decimals, 1)):,f}", measure.unit)


def usual_range(limits: Limits, measure: Measure) -> str:
    """ "42.1% to 51.8%", drawn to 0 and 100% where the limits go beyond what there can be."""
    low, high = max(limits.lower, min(limits.mean, Decimal(0))), limits.upper
    if measure.unit == Unit.PERCENT:
        high = min(high, Decimal(100))
    return f"{limit_in_words(low, measure)} to {limit_in_words(high, measure)}"


def _too_few(found: Variability) -> str:
    figures = sum(reading.figure is not None for reading in found.readings)
    if figures < found.options.minimum:
        have = "month has" if figures == 1 else "months have"
        return f"{figures} {have} a figure, and {found.options.minimum} are needed"
    return "No two months next to each other have a figure"


def _variation(found: Variability) -> Iterable[str]:
    latest, part, measure = found.latest, found.part, found.measure
    if part.limits is None:
        yield (
            f"The limits start again in {month_label(part.starts_on)}, and two months next to each other with a "
            "figure are needed"
        )
        return
    figure = figure_in_words(latest.figure, unit=measure.unit, decimals=measure.decimals)
    start = f"{figure} in {month_label(latest.period_end)} is"
    if latest.variation == Variation.COMMON_CAUSE:
        yield (
            f"{start} within the usual range of {usual_range(part.limits, measure)} and part of no run. "
            "A movement like this is most likely noise"
        )
        return
    high_side = str(latest.variation).endswith("_high")
    agreeing = [signal for signal in latest.signals if (signal in HIGH) == high_side]
    against = latest.signals - set(agreeing)
    yield f"{start} {_reasons(signals_in_words(agreeing, found, part.limits))}. This is unlikely to be noise"
    if against:
        yield f"But it is {_reasons(signals_in_words(against, found, part.limits))}{_counts_as(found)}"


def _counts_as(found: Variability) -> str:
    if found.measure.polarity not in (Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER):
        return ""
    return f". What is both counts as {COUNT_AS[found.options.conflict]} here"


def _assurance(found: Variability) -> Iterable[str]:
    if found.analysis.assurance is None:
        return
    is_middle = found.measure.polarity == Polarity.TARGET_IS_BEST
    words = (ASSURANCES_OF_MIDDLE if is_middle else ASSURANCES)[found.analysis.assurance]
    yield words.format(target=line_in_words(found.target, unit=found.measure.unit))


def _cautions(found: Variability) -> Iterable[str]:
    if found.is_trial and found.part.limits:
        yield _on_trial(found)
    if found.allowed.sentence:
        yield found.allowed.sentence.rstrip(".")
    counted = _counted(found)
    for day in found.breaks:
        if counted[0].month.ends_on < month_end(day) <= counted[-1].month.ends_on:
            change = f"The measure changed in {month_label(day)}"
            yield f"{change}, and the limits are worked out from months before and after it: take care"
    made_up = sum(reading.is_illustrative for reading in counted)
    if made_up:
        how_many = "All" if made_up == len(counted) else f"{made_up} of the"
        yield f"{how_many} {len(counted)} figures behind the limits are illustrative"


def _on_trial(found: Variability) -> str:
    part, options = found.part, found.options
    if len(found.analysis.parts) > 1 and part.figures < options.minimum:
        return (
            f"The limits are on trial: {part.figures} months have a figure since they started again in "
            f"{month_label(part.starts_on)}, and with {options.minimum} they settle"
        )
    figures = sum(each.figures for each in found.analysis.parts)
    return f"The limits are on trial: {figures} months have a figure, and with {options.full} they settle"


def _counted(found: Variability) -> list[Reading]:
    """The months with a figure that the limits are worked out from."""
    start, end = found.part.starts_on, found.part.ends_on
    return [r for r in found.readings if r.figure is not None and start <= r.month.ends_on <= end]


def _reasons(words: list[str]) -> str:
    """Each with a verb of its own: one reason alone is long enough."""
    return ". It is also ".join(words)
