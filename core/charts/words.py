"""What a chart shows, in sentences: its description for people who do not see it."""

from calendar import month_abbr, month_name
from collections.abc import Iterable
from datetime import date

from .figures import ChartPoint, Level, LevelKind, Series, TrendChart
from .lines import with_every_month

STANDARDS = (LevelKind.TARGET, LevelKind.FLOOR)  # what every line is held against; limits belong to the first


def month(day: date) -> str:
    return f"{month_name[day.month]} {day.year}"


def short_month(day: date) -> str:
    return f"{month_abbr[day.month]} {day.year}"


def description(chart: TrendChart, scale_starts_at: str | None) -> str:
    """First, last, highest and lowest figure, each line against the last figure, gaps, breaks, and the remarks."""
    first, *others = (with_every_month(series, chart.step_months) for series in chart.series)
    sentences = list(_series(first, chart.levels))
    for series in others:
        sentences += _series(
            series, [level for level in chart.levels if level.kind in (LevelKind.TARGET, LevelKind.FLOOR)]
        )
    sentences += [f"{event.text}, {month(event.period_end)}." for event in chart.events]
    if scale_starts_at:
        sentences.append(f"The scale starts at {scale_starts_at}, not at 0.")
    return " ".join([*sentences, *chart.remarks])


def _series(series: Series, levels: Iterable[Level]) -> Iterable[str]:
    known = [point for point in series.points if point.value is not None]
    start = f"{series.name}: " if series.name else ""
    if not known:
        yield f"{start}No figures."
        return
    yield f"{start}{_course(known)}"
    yield from (_against(level, known[-1]) for level in levels if level.holds_on(known[-1].period_end))
    yield from _kinds(series)


def _course(known: list[ChartPoint]) -> str:
    first, last = known[0], known[-1]
    if len(known) == 1:
        return f"{last.text} in {month(last.period_end)}."
    highest, lowest = max(known, key=lambda p: p.value), min(known, key=lambda p: p.value)
    if highest.value == lowest.value:
        return f"{last.text} throughout, from {month(first.period_end)} to {month(last.period_end)}."
    return (
        f"{first.text} in {month(first.period_end)}, {last.text} in {month(last.period_end)}. "
        f"Highest {highest.text} in {month(highest.period_end)}, lowest {lowest.text} in {month(lowest.period_end)}."
    )


def _against(level: Level, last: ChartPoint) -> str:
    side = (
        "is above"
        if last.value > level.value
        else "is below"
        if last.value < level.value
        else "meets exactly"
    )
    name = level.text[:1].lower() + level.text[1:]
    return (
        f"The last figure {side} the {'tolerance edge ' if level.kind is LevelKind.TOLERANCE else ''}{name}."
    )


def _kinds(series: Series) -> Iterable[str]:
    points = series.points
    yield from _months("No figure for", [p.period_end for p in points if p.value is None])
    yield from _months("Provisional", [p.period_end for p in points if p.is_provisional])
    yield from _months("Revised", [p.period_end for p in points if p.is_revised])
    for judgement in ("improvement", "concern", "neither"):
        days = [p.period_end for p in points if p.signal and p.signal.judgement == judgement]
        yield from _months("Stands out" + (f" as {judgement}" if judgement != "neither" else ""), days)
    illustrative = [p.period_end for p in points if p.is_illustrative]
    if illustrative:
        last = month(illustrative[-1])
        yield f"{len(illustrative)} of {len(points)} figures are illustrative, the last of them {last}."


def _months(what: str, days: list[date]) -> Iterable[str]:
    """Up to three months by name, more as a count and the span."""
    if len(days) > 3:
        yield f"{what}: {len(days)} months between {month(days[0])} and {month(days[-1])}."
    elif days:
        yield f"{what}: {', '.join(month(day) for day in days)}."
