"""How a reading stands against earlier ones."""

from collections.abc import Iterable, Mapping
from datetime import date

from scorecard.report.readings import Reading
from scorecard.travel import Comparison, Travel, direction_of_travel

# Told by every page and file. The third is worked out where it is asked for.
ALWAYS = (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL)
COMPARISONS = (*ALWAYS, Comparison.SAME_MONTH_LAST_YEAR)


def compare(
    now: Reading,
    earlier: Mapping[Comparison, Reading],
    break_dates: Iterable[date],
    comparisons: Iterable[Comparison] = COMPARISONS,
) -> dict[Comparison, Travel]:
    """Also those comparisons for which there is no earlier reading: they say so in words."""
    return {name: travel(earlier.get(name), now, name, break_dates) for name in comparisons}


def travel(
    before: Reading | None, now: Reading, comparison: Comparison, break_dates: Iterable[date]
) -> Travel:
    measure = now.measure
    return direction_of_travel(
        now.observation,
        before.observation if before else None,
        comparison=comparison,
        polarity=measure.polarity,
        data_period=measure.data_period,
        unit=measure.unit,
        decimals=measure.decimals,
        target=now.lines.target,
        break_dates=break_dates,
    )
