"""The trend chart of one indicator: its published figures with the target and floor of their day."""

from core.charts import AxisRules, ChartPoint, Event, Level, LevelKind, Series, TrendChart
from scorecard.models import Threshold
from scorecard.periods import APRIL, SEPTEMBER, DataPeriod
from scorecard.published import Unit, figure_in_words, line_in_words, unit_suffix
from scorecard.report.headline import headline
from scorecard.report.indicator import History, IndicatorReport
from scorecard.report.readings import Reading

LEVELS = (
    ("target", LevelKind.TARGET, "Target"),
    ("floor", LevelKind.FLOOR, "Floor"),
    ("floor_low", LevelKind.FLOOR, "Lower floor"),
    ("floor_high", LevelKind.FLOOR, "Upper floor"),
)
YEAR_STARTS_IN = {DataPeriod.YTD: APRIL, DataPeriod.AC_YTD: SEPTEMBER}


def trend_of(report: IndicatorReport) -> TrendChart:
    """Year-to-date figures as one line a year, which leaves no room for the other population's line."""
    year_starts_in = YEAR_STARTS_IN.get(report.measure.data_period)
    histories = [report.history, *([report.other] if report.other and not year_starts_in else [])]
    return TrendChart(
        id=f"trend-{report.indicator.code.lower()}",
        title=f"{report.indicator.name}. {headline(report.now, report.travel)}",
        series=tuple(_series(history, is_alone=len(histories) == 1) for history in histories),
        levels=tuple(level for threshold in report.thresholds for level in _levels(threshold, report)),
        events=tuple(Event(b.from_period.ends_on, b.get_kind_display(), True) for b in report.breaks),
        axis=_axis(report),
        year_starts_in=year_starts_in,
        step_months=12 if report.measure.data_period == DataPeriod.A else 1,
    )


def _series(history: History, *, is_alone: bool) -> Series:
    readings = (
        history.readings
        if is_alone
        else [r for r in history.readings if r.status or r.month == history.now.month]
    )
    return Series(tuple(_point(reading) for reading in readings), "" if is_alone else history.variant.label)


def _point(reading: Reading) -> ChartPoint:
    words = reading.without_figure
    if reading.figure is not None:
        words = figure_in_words(reading.figure, unit=reading.measure.unit, decimals=reading.measure.decimals)
    return ChartPoint(
        reading.month.ends_on,
        reading.figure,
        words,
        is_provisional=reading.is_provisional,
        is_revised=reading.revision > 1,
        is_illustrative=reading.is_illustrative,
    )


def _levels(threshold: Threshold, report: IndicatorReport) -> list[Level]:
    return [
        Level(
            kind,
            value,
            f"{word} {line_in_words(value, unit=report.measure.unit)}",
            threshold.valid_from,
            threshold.valid_to,
        )
        for field, kind, word in LEVELS
        if report.measure.is_kpi and (value := getattr(threshold, field)) is not None
    ]


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
