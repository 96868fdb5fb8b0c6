"""Control limits as a page shows them: the verdict with its icon, the numbers of each part, what stands out."""

from typing import NamedTuple

from core.charts import Signal, Svg, variation_icon
from scorecard.periods import month_label
from scorecard.published import round_half_up
from scorecard.report.readings import Reading
from scorecard.report.variability import Variability
from scorecard.report.verdict import Verdict, meanings, signals_briefly, signals_in_words, verdict
from scorecard.spc import Part, Variation
from scorecard.spc import Reading as Judged

JUDGED = {"improvement": "improvement", "concern": "concern", "neither": "stands out"}
FINER = 2  # places beyond those of the figures, so that a reader's own sum can be held against ours


class PartLine(NamedTuple):
    """The limits of one part as numbers to check, in the indicator's own unit."""

    months: str
    figures: int
    mean: str
    mean_range: str
    lower: str
    upper: str


class LimitsShown(NamedTuple):
    """`icon` is None where nothing is judged. `rows` are the months, latest first, each with what stands out of it."""

    verdict: Verdict
    icon: Svg | None
    parts: list[PartLine]
    rows: list[tuple[Reading, str]]


def limits_shown(found: Variability) -> LimitsShown:
    told = verdict(found)
    parts = found.analysis.parts if found.has_limits else ()
    return LimitsShown(
        told,
        _icon(told.variation),
        [_part(part, found) for part in reversed(parts) if part.limits],
        [(reading, stands_out(reading, found)) for reading in reversed(found.readings)],
    )


def stands_out(reading: Reading, found: Variability) -> str:
    """ "Concern: below the lower limit of 42.1%"; empty where nothing does."""
    judged = found.judged_on(reading.month.ends_on)
    if judged is None or not judged.signals:
        return ""
    part = next(p for p in found.analysis.parts if p.starts_on <= judged.period_end <= p.ends_on)
    return f"{_judged(judged)}: {'; '.join(signals_in_words(judged.signals, found, part.limits))}"


def stands_out_briefly(reading: Reading, found: Variability) -> str:
    """ "Concern: past limit, falling", for a narrow column with the key beside it."""
    judged = found.judged_on(reading.month.ends_on)
    if judged is None or not judged.signals:
        return ""
    return f"{_judged(judged)}: {', '.join(signals_briefly(judged.signals))}"


def key_of_signals(found: Variability) -> list[tuple[str, str]]:
    """The brief words that occur, each with what it means, in the order of the rules."""
    judged = [found.judged_on(reading.month.ends_on) for reading in found.readings]
    return meanings({signal for one in judged if one for signal in one.signals}, found)


def _judged(point: Judged) -> str:
    return JUDGED[Signal(point.variation).judgement].capitalize()


def _icon(variation: Variation | None) -> Svg | None:
    if variation is None:
        return None
    return variation_icon(None if variation == Variation.COMMON_CAUSE else Signal(variation))


def _part(part: Part, found: Variability) -> PartLine:
    places = found.measure.decimals + FINER
    numbers = (part.limits.mean, part.limits.mean_range, part.limits.lower, part.limits.upper)
    return PartLine(
        f"{month_label(part.starts_on)} to {month_label(part.ends_on)}",
        part.figures,
        *(f"{round_half_up(number, places):,f}" for number in numbers),
    )
