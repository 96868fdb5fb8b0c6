"""Figures that updates told, each series over time: what may be compared, what disagrees, what may be shown to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.conf import settings

from core.charts import NARROW, WIDE, AxisRules, ChartPoint, Series, Svg, TrendChart, trend_chart
from recommendations.due_dates import Precision, last_day
from recommendations.evidence import (
    EvidenceFigure,
    Qualifier,
    Verdict,
    change,
    disagreements,
    is_hidden,
    is_share,
    printed,
)
from recommendations.models import FigureTold
from recommendations.period_words import period_words
from recommendations.report.claims import as_evidence

WITHOUT_RHYTHM = 1200  # months: figures come when somebody tells them, so that none is missing between two
GOING = {Verdict.WORSE: ", worse", Verdict.BETTER: ", better"}


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as this reader may see it. ``is_disputed``: another of the same day says otherwise."""

    figure: FigureTold
    fact: EvidenceFigure
    text: str
    period: str
    is_shown: bool
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class ToldSeries:
    """All that was told under one label, the earliest first. ``finding`` is empty while there is nothing to compare."""

    label: str
    told: tuple[Told, ...]
    finding: str
    verdict: Verdict
    charts: tuple[Svg, ...]

    @property
    def is_disputed(self) -> bool:
        return any(one.is_disputed for one in self.told)


def told_series(figures: Iterable[FigureTold], *, for_officer: bool) -> list[ToldSeries]:
    """Those with most to compare first, then by label."""

    def key(one: FigureTold) -> tuple[str, str]:
        return one.label, one.unit

    by_series = [list(group) for _, group in groupby(sorted(figures, key=key), key=key)]
    found = [_series(rows, place, for_officer) for place, rows in enumerate(by_series)]
    return sorted(found, key=lambda one: (-len(one.charts), one.label))


def _series(rows: Sequence[FigureTold], place: int, for_officer: bool) -> ToldSeries:
    facts = {one.pk: as_evidence(one) for one in rows}
    disputed = {fact for group in disagreements(facts.values()) for fact in group}
    told = [_told(one, facts[one.pk], facts[one.pk] in disputed, for_officer) for one in rows]
    told.sort(key=lambda one: (one.fact.as_at, one.figure.pk))
    exact = [one for one in told if one.is_shown and one.fact.qualifier == Qualifier.EXACT]
    finding, verdict = _finding(exact)
    return ToldSeries(rows[0].label, tuple(told), finding, verdict, _charts(exact, finding, place))


def _told(figure: FigureTold, fact: EvidenceFigure, is_disputed: bool, for_officer: bool) -> Told:
    threshold = settings.SMALL_NUMBER_THRESHOLD
    return Told(
        figure=figure,
        fact=fact,
        text=printed(fact, threshold=threshold, for_officer=for_officer) or "No figure",
        period=period_words(figure.as_at, Precision(figure.precision)),
        is_shown=fact.value is not None and (for_officer or not is_hidden(fact, threshold)),
        is_disputed=is_disputed,
    )


def _finding(exact: Sequence[Told]) -> tuple[str, Verdict]:
    """From the first to the last exact figure: "Up 75 (6.0%), worse: 1,254 (April 2016), 1,329 (August 2018)"."""
    if len(exact) < 2 or any(one.is_disputed for one in (exact[0], exact[-1])):
        return "", Verdict.NOT_JUDGED
    first, last = exact[0], exact[-1]
    moved = change(first.fact, last.fact)
    if moved is None:
        return "", Verdict.NOT_JUDGED
    size = _size(moved.difference, moved.percent)
    return (
        f"{size}{GOING.get(moved.verdict, '')}: {first.text} ({first.period}), {last.text} ({last.period})",
        moved.verdict,
    )


def _size(difference: Decimal, percent: Decimal | None) -> str:
    if difference == 0:
        return "No change"
    share = f" ({abs(percent):f}%)" if percent is not None else ""
    return f"{'Up' if difference > 0 else 'Down'} {abs(difference).normalize():,f}{share}"


def _charts(exact: Sequence[Told], finding: str, place: int) -> tuple[Svg, ...]:
    """Wide and narrow; none until two months have a figure. What is no exact figure is never a point."""
    if not finding or len({(one.fact.as_at.year, one.fact.as_at.month) for one in exact}) < 2:
        return ()
    fact = exact[-1].fact
    is_percent = is_share(fact.unit)
    chart = TrendChart(
        id=f"told-{place}",
        title=f"{fact.key}. {finding}.",
        series=(Series(tuple(_point(one) for one in exact)),),
        axis=AxisRules(
            caption="" if is_percent else fact.unit,
            suffix="%" if is_percent else "",
            may_break=True,
            ceiling=100 if is_percent else None,
            whole_numbers=all(one.fact.value == one.fact.value.to_integral_value() for one in exact),
        ),
        step_months=WITHOUT_RHYTHM,
    )
    return tuple(trend_chart(chart, size) for size in (WIDE, NARROW))


def _point(one: Told) -> ChartPoint:
    return ChartPoint(last_day(one.fact.as_at, Precision.MONTH), one.fact.value, one.text)
