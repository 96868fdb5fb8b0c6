"""The trend chart of one indicator: its published figures with the target and floor of their day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.charts import AxisRules, ChartPoint, Event, Level, LevelKind, Series, TrendChart
from scorecard.models import FigureStatus, Threshold, Variant
from scorecard.periods import APRIL, SEPTEMBER, DataPeriod
from scorecard.published import Unit, line_in_words, unit_suffix
from scorecard.report.headline import figure_text
from scorecard.report.history import History
from scorecard.report.indicator import IndicatorReport
from scorecard.report.limit_lines import limit_lines, rebase_events, signal_on
from scorecard.report.readings import Reading
from scorecard.report.variability import Variability
from scorecard.report.verdict import verdict

YEAR_STARTS_IN = {DataPeriod.YTD: APRIL, DataPeriod.AC_YTD: SEPTEMBER}
SHORT_NAMES = {Variant.ALL: "All children", Variant.EXC_UASC: "Excluding unaccompanied children"}


def trend_of(report: IndicatorReport) -> TrendChart | None:
    """Year-to-date figures as one line a year, which leaves no room for the other population's line.

    None where no month shown has a figure.
    """
    year_starts_in = YEAR_STARTS_IN.get(report.measure.data_period)
    shown = [report.history, *([report.other] if report.other and not year_starts_in else [])]
    if not any(reading.figure is not None for history in shown for reading in history.readings):
        return None
    return TrendChart(
        id=f"trend-{report.indicator.code.lower()}",
        title=f"{report.indicator.name}. {report.headline}",
        series=tuple(_series(history, report, is_alone=len(shown) == 1) for history in shown),
        levels=(*_levels(report), *limit_lines(report.variability)),
        events=_events(report, report.variability),
        axis=_axis(report),
        year_starts_in=year_starts_in,
        step_months=12 if report.measure.data_period == DataPeriod.A else 1,
        remarks=(verdict(report.variability).text,),
    )


def month_chart_of(report: IndicatorReport) -> TrendChart | None:
    """Each month on its own, where the indicator looks back over many; None where its months are not kept."""
    found = report.alone
    if found is None:
        return None
    told = verdict(found)
    return TrendChart(
        id=f"month-{report.indicator.code.lower()}",
        title=f"{report.indicator.name}, each month on its own. {told.lead}.",
        series=(Series(tuple(_point(reading, found) for reading in found.readings)),),
        levels=(*(_levels(report, floors=False)), *limit_lines(found)),
        events=_events(report, found),
        axis=_axis(report),
        remarks=(told.text,),
    )


def _events(report: IndicatorReport, found: Variability) -> tuple[Event, ...]:
    breaks = (Event(b.from_period.ends_on, b.get_kind_display(), True) for b in report.breaks)
    return (*breaks, *rebase_events(found))


def _series(history: History, report: IndicatorReport, *, is_alone: bool) -> Series:
    """Of two lines the second starts with its first figure; an annual one has no months between its figures."""
    readings = [reading for reading in history.readings if reading.status != FigureStatus.NOT_DUE]
    if not is_alone:
        readings = [reading for reading in readings if reading.status or reading is history.now]
    judged = report.variability if history is report.history else None
    points = tuple(_point(reading, judged) for reading in readings)
    return Series(points, "" if is_alone else SHORT_NAMES[history.variant])


def _point(reading: Reading, judged: Variability | None) -> ChartPoint:
    """`judged` tells which months stand out, of the population that the page is about."""
    return ChartPoint(
        reading.month.ends_on,
        reading.figure,
        reading.without_figure if reading.figure is None else figure_text(reading),
        is_provisional=reading.is_provisional,
        is_revised=reading.revision > 1,
        is_illustrative=reading.is_illustrative,
        signal=signal_on(reading.month.ends_on, judged) if judged else None,
    )


def _levels(report: IndicatorReport, *, floors: bool = True) -> list[Level]:
    """Those that were valid in a month shown, earliest first. An activity measure is rated against nothing.

    A floor is for the figure that is rated, not for a month of it.
    """
    if not report.measure.is_kpi:
        return []
    readings = report.history.readings
    first, last = readings[0].month.ends_on, readings[-1].month.ends_on
    levels: list[Level] = []
    for threshold in reversed(report.thresholds):
        if threshold.valid_from <= last and (threshold.valid_to is None or threshold.valid_to >= first):
            for level in _lines(threshold, report.measure.unit):
                if floors or level.kind is not LevelKind.FLOOR:
                    _add(levels, level)
    return levels


def _add(levels: list[Level], level: Level) -> None:
    """A line that goes on as it was is one line, with its words once."""
    for place, before in enumerate(levels):
        is_next = before.ends_on and level.starts_on == before.ends_on + timedelta(days=1)
        if is_next and (before.kind, before.value, before.text) == (level.kind, level.value, level.text):
            levels[place] = replace(before, ends_on=level.ends_on)
            return
    levels.append(level)


def _lines(threshold: Threshold, unit: Unit) -> Iterable[Level]:
    target, tolerance = threshold.target, threshold.tolerance
    floor = "Floor {}, illustrative" if threshold.is_floor_illustrative else "Floor {}"
    lines: list[tuple[LevelKind, Decimal | None, str]] = [
        (LevelKind.TARGET, target, "Target {}"),
        (LevelKind.FLOOR, threshold.floor, floor),
        (LevelKind.FLOOR, threshold.floor_low, f"Lower {floor.lower()}"),
        (LevelKind.FLOOR, threshold.floor_high, f"Upper {floor.lower()}"),
    ]
    if target is not None and tolerance:
        lines += [(LevelKind.TOLERANCE, target + sign * tolerance, "Tolerance {}") for sign in (1, -1)]
    for kind, value, words in lines:
        if value is not None:
            text = words.format(line_in_words(value, unit=unit))
            yield Level(kind, value, text, threshold.valid_from, threshold.valid_to)


def _axis(report: IndicatorReport) -> AxisRules:
    unit = report.measure.unit
    is_percent = unit == Unit.PERCENT
    return AxisRules(
        caption="" if is_percent else unit.label,
        suffix=unit_suffix(unit) if is_percent else "",
        may_break=unit != Unit.COUNT,
        ceiling=100 if is_percent else None,
        whole_numbers=unit == Unit.COUNT,
    )
