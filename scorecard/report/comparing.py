"""How a reading stands against earlier ones, by every comparison that pages offer."""

from collections.abc import Iterable, Mapping
from datetime import date

from scorecard.report.readings import Reading
from scorecard.travel import Comparison, Travel, direction_of_travel

COMPARISONS = (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL, Comparison.SAME_MONTH_LAST_YEAR)


def compare(
    now: Reading, earlier: Mapping[Comparison, Reading], break_dates: Iterable[date]
) -> dict[Comparison, Travel]:
    """Also those comparisons for which there is no earlier reading: they say so in words."""
    return {
        comparison: direction_of_travel(
            now.observation,
            earlier[comparison].observation if comparison in earlier else None,
            comparison=comparison,
            polarity=now.measure.polarity,
            data_period=now.measure.data_period,
            unit=now.measure.unit,
            decimals=now.measure.decimals,
            target=now.lines.target,
            break_dates=break_dates,
        )
        for comparison in COMPARISONS
    }
