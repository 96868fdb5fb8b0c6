"""Where control limits could start again, and what they would then be."""

from dataclasses import replace
from datetime import date

from scorecard.models import Rebase, ReportingPeriod
from scorecard.report.indicator import IndicatorReport
from scorecard.report.months import Month
from scorecard.report.variability import variability


def months_to_rebase(report: IndicatorReport) -> list[Month]:
    """Latest first; none where the figures may not have limits. The first month with a figure has nothing before it."""
    found = report.judged
    if not found.has_limits:
        return []
    taken = {rebase.at_period.ends_on for rebase in report.standing_rebases}
    with_figure = [reading.month for reading in found.readings if reading.figure is not None]
    return [month for month in reversed(with_figure[1:]) if month.pk and month.ends_on not in taken]


def with_rebase_at(report: IndicatorReport, month: Month) -> IndicatorReport:
    """The same report as if the limits started again in that month too. Nothing is written."""
    period = ReportingPeriod(pk=month.pk, ends_on=month.ends_on)
    rebases = [*report.standing_rebases, Rebase(indicator=report.indicator, at_period=period)]
    breaks: list[date] = [broken.from_period.starts_on for broken in report.breaks]
    judged = variability(report.judged.readings, report.indicator, rebases, breaks)
    return replace(report, alone=judged) if report.alone else replace(report, variability=judged)
