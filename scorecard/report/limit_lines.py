"""Control limits as a chart draws them: average, upper and lower limit of each part, and what stands out of them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from core.charts import Event, Level, LevelKind, Signal
from scorecard.published import Unit
from scorecard.report.readings import Measure
from scorecard.report.variability import Variability
from scorecard.report.verdict import limit_in_words
from scorecard.spc import Part, Variation

REBASED = "Limits start again"


def limit_lines(found: Variability) -> list[Level]:
    """Those of earlier parts stay drawn. A limit that no figure could reach is not drawn."""
    if not found.has_limits:
        return []
    return [line for part in found.analysis.parts for line in _of_part(part, found)]


def rebase_events(found: Variability) -> list[Event]:
    """Where a new part begins; a rebase in the first month shown begins none."""
    parts = found.analysis.parts[1:] if found.has_limits else ()
    return [Event(part.starts_on, REBASED) for part in parts]


def signal_on(day: date, found: Variability) -> Signal | None:
    judged = found.judged_on(day)
    if judged is None or judged.variation in (None, Variation.COMMON_CAUSE):
        return None
    return Signal(judged.variation)


def _of_part(part: Part, found: Variability) -> Iterable[Level]:
    if part.limits is None:
        return
    is_last = part is found.analysis.parts[-1]
    trial = ", on trial" if found.is_trial and is_last else ""
    lines = (
        (LevelKind.MEAN, part.limits.mean, "Average {}"),
        (LevelKind.LIMIT, part.limits.upper, f"Upper limit {{}}{trial}"),
        (LevelKind.LIMIT, part.limits.lower, f"Lower limit {{}}{trial}"),
    )
    for kind, value, words in lines:
        if _is_possible(value, found.measure):
            text = words.format(limit_in_words(value, found.measure))
            yield Level(kind, value, text, part.starts_on.replace(day=1), None if is_last else part.ends_on)


def _is_possible(limit: Decimal, measure: Measure) -> bool:
    return limit >= 0 and (measure.unit != Unit.PERCENT or limit <= 100)
