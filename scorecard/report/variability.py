"""Does the latest figure stand out from the ordinary ups and downs, and can the target be relied on?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.models import Indicator, Rebase
from scorecard.report.readings import Measure, Reading
from scorecard.spc import Analysis, Basis, Conflict, Options, Part, analyse
from scorecard.spc import Reading as Judged
from scorecard.spc_allowed import Allowed, is_allowed

SEE_MONTHS = "Each month on its own can be judged: see below."


class Variability(NamedTuple):
    """`readings` are the months looked at; `analysis` is None where limits are not allowed.

    `breaks` are the first days from which the measure is another one.
    """

    readings: Sequence[Reading]
    allowed: Allowed
    options: Options
    analysis: Analysis | None = None
    breaks: Sequence[date] = ()

    @property
    def has_limits(self) -> bool:
        return self.analysis is not None and self.analysis.basis != Basis.INSUFFICIENT

    @property
    def is_trial(self) -> bool:
        return self.analysis is not None and self.analysis.basis == Basis.TRIAL

    @property
    def measure(self) -> Measure:
        return self.readings[-1].measure

    @property
    def part(self) -> Part | None:
        """The latest one, whose limits count."""
        return self.analysis.parts[-1] if self.analysis and self.analysis.parts else None

    @property
    def target(self) -> Decimal | None:
        """The latest one. An activity measure is held against nothing."""
        return self.readings[-1].lines.target if self.measure.is_kpi else None

    @property
    def latest(self) -> Judged | None:
        """The last month with a figure, and the signals on it."""
        if self.analysis is None or self.analysis.latest_on is None:
            return None
        return next(r for r in reversed(self.analysis.readings) if r.figure is not None)

    def judged_on(self, day: date) -> Judged | None:
        found = self.analysis.readings if self.analysis else ()
        return next((judged for judged in found if judged.period_end == day), None)


def variability(
    readings: Sequence[Reading],
    indicator: Indicator,
    rebases: Sequence[Rebase],
    breaks: Sequence[date] = (),
    *,
    see_months: bool = False,
) -> Variability:
    """Of figures as they are published, so that the limits can be worked out again from the table of months.

    `see_months`: the months on their own are judged beside these figures.
    """
    measure = readings[-1].measure
    denominators = [reading.denominator for reading in readings if reading.figure is not None]
    allowed = is_allowed(measure.data_period, looks_back=indicator.looks_back, denominators=denominators)
    if see_months and not allowed:
        allowed = replace(allowed, remedy=SEE_MONTHS)
    options = Options(
        conflict=Conflict(indicator.conflict),
        rebases=tuple(rebase.at_period.ends_on for rebase in rebases),
    )
    without = Variability(readings, allowed, options, breaks=breaks)
    if not allowed:
        return without
    analysis = analyse(
        [reading.observation for reading in readings],
        polarity=measure.polarity,
        target=without.target,
        tolerance=readings[-1].lines.tolerance,
        options=options,
    )
    return without._replace(analysis=analysis)
