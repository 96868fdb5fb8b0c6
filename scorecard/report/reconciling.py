"""Why the word at the top of an indicator's page and the word about noise can differ, and both be right."""

from scorecard.periods import month_label
from scorecard.report.indicator import IndicatorReport
from scorecard.spc import Variation
from scorecard.travel import DirectionOfTravel

# What the headline says, what the limits say, and what that comes to.
CONTRARY = {
    (DirectionOfTravel.WORSENING, "improvement"): ("an improvement", "worse", "good"),
    (DirectionOfTravel.IMPROVING, "concern"): ("a concern", "better", "poor"),
}
BOTH = (
    "Both words are right. “{word}” at the top of this page compares {month} with {baseline} alone. Here {figure} is "
    "held against its usual range over many months, and there it stands out as {judged}. A month can be {step} than "
    "the one before and still be unusually {level}."
)


def both_right(report: IndicatorReport) -> str:
    """Empty where the two words agree, or one of them is not said."""
    step, judged = report.steps[-1], report.judged
    variation = judged.analysis.variation if judged.has_limits else None
    if variation is None or judged.latest is None or judged.latest.period_end != report.now.month.ends_on:
        return ""
    found = CONTRARY.get((step.direction, _judgement(variation)))
    if found is None or step.baseline_end is None:
        return ""
    word, worse_or_better, level = found
    return BOTH.format(
        word=step.direction.label,
        month=report.now.month.label,
        baseline=month_label(step.baseline_end),
        figure="each month's own figure" if report.alone else "it",
        judged=word,
        step=worse_or_better,
        level=level,
    )


def _judgement(variation: Variation) -> str:
    return str(variation).partition("_")[0]
