"""From series to strokes: where a line runs, where it breaks, and which stretches of it are illustrative."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from .axes import month_number
from .figures import MOST_LINES, ChartPoint, Series


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring points joined by one kind of stroke."""

    points: tuple[ChartPoint, ...]
    is_illustrative: bool


def with_every_month(series: Series, step: int) -> Series:
    """The series in order of time, a point without a value for each month that should be there and is not."""
    points = sorted(series.points, key=lambda point: point.period_end)
    filled = points[:1]
    for before, after in pairwise(points):
        missing = range(month_number(before.period_end) + step, month_number(after.period_end), step)
        filled += [ChartPoint(last_day(number), None) for number in missing]
        filled.append(after)
    return replace(series, points=tuple(filled))


def last_day(number: int) -> date:
    year, month = divmod(number + 1, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def by_year(series: Series, year_starts_in: int) -> tuple[Series, ...]:
    """One series a year, named "2017/18", earliest first; the latest four years."""

    def year(point: ChartPoint) -> int:
        return point.period_end.year - (point.period_end.month < year_starts_in)

    years = [(first, tuple(points)) for first, points in groupby(series.points, key=year)]
    return tuple(Series(points, f"{first}/{(first + 1) % 100:02d}") for first, points in years[-MOST_LINES:])


def stretches(points: Sequence[ChartPoint], breaks: Iterable[date]) -> list[Stretch]:
    """Runs of at least two points: no stroke crosses a gap, or enters a month at which the line breaks."""
    breaks = frozenset(breaks)
    found: list[list] = []
    for before, after in pairwise(points):
        if before.value is None or after.value is None or after.period_end in breaks:
            continue
        illustrative = before.is_illustrative or after.is_illustrative
        if found and found[-1][1] == illustrative and found[-1][0][-1] is before:
            found[-1][0].append(after)
        else:
            found.append([[before, after], illustrative])
    return [Stretch(tuple(run), illustrative) for run, illustrative in found]


def illustrative_runs(points: Sequence[ChartPoint]) -> list[tuple[date, date]]:
    """First and last month of each unbroken run of illustrative figures."""
    known = [point for point in points if point.value is not None]
    runs = [
        tuple(run)
        for is_illustrative, run in groupby(known, key=lambda p: p.is_illustrative)
        if is_illustrative
    ]
    return [(run[0].period_end, run[-1].period_end) for run in runs]


def last_figure(line: Series) -> ChartPoint | None:
    return next((point for point in reversed(line.points) if point.value is not None), None)


def end_text(line: Series) -> str:
    """The words at the end of a line: whose it is, and its latest figure."""
    last = last_figure(line)
    if not last:
        return ""
    return f"{line.name} {last.text}{' (illustrative)' if last.is_illustrative else ''}".strip()
