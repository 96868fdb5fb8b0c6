"""The panel's paper "Progress to date": theme by theme, what was asked and what was done, for everybody to read."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings

from meetings.date_words import plain_date
from recommendations.actions.settle import facts
from recommendations.due_dates import Precision
from recommendations.evidence import printed
from recommendations.models import Classification, Limb, LimbReport, Recommendation, TakenOff, Theme, Update
from recommendations.period_words import period_words
from recommendations.report.claims import as_evidence
from recommendations.report.counts import count, finding
from recommendations.report.lines import Line, lines
from recommendations.report.standing import Row, register
from recommendations.report.told import told_series
from recommendations.updates import newest_first

TITLE = "Progress to date on recommendations"
NOT_PUBLIC = "The newest update is not for the public."
TAKEN_OFF = "The words of the newest update were taken out."


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation. ``asked``: its words as adopted. ``update``: the newest that anybody may read.

    ``held_back``: said where a newer one is not for everybody. ``parts``: each with what the update says of it.
    ``is_new``: reported to this meeting. ``over_time``: what series of figures say, beside the deed.
    """

    line: Line
    asked: str
    update: Update | None
    period: str
    held_back: str
    parts: list[tuple[Limb, LimbReport | None]]
    figures: list[str]
    over_time: list[str]
    steps: list[str]
    is_new: bool


def progress_context(today: date, meeting_on: date | None = None) -> dict[str, Any]:
    """What the page, the stand-alone PDF and the paper of a meeting are all drawn from."""
    shown = lines(register(Recommendation.objects.all(), today))
    taken_off = frozenset(TakenOff.objects.values_list("update", flat=True))
    public, asked = _public(shown), dict(Recommendation.objects.values_list("pk", "text"))
    entries = [
        _entry(line, asked[pk], public.get(pk, []), meeting_on, taken_off)
        for line in shown
        for pk in (line.row.recommendation.pk,)
    ]
    paper = {
        "day": plain_date(today),
        "finding": finding(count([line.row for line in shown])) if shown else "",
        "late": [line for line in shown if line.row.is_open and line.row.standing.is_overdue],
        "quiet": [line for line in shown if line.row.is_open and line.row.is_stale],
        "themes": _by_theme(entries),
    }
    return {"title": f"{TITLE}, {plain_date(meeting_on or today)}", "paper": paper}


def _public(shown: Iterable[Line]) -> dict[int, list[Update]]:
    """By recommendation, the standing updates that anybody may read, newest first. A fixed number of queries."""
    rows = (
        Update.objects.standing()
        .filter(
            recommendation__in=[line.row.recommendation.pk for line in shown],
            classification=Classification.PUBLIC,
            taken_off=None,
        )
        .prefetch_related("limb_reports", "figures", "next_steps")
        .order_by("recommendation")
    )
    return {pk: _ordered(found) for pk, found in groupby(rows, key=lambda one: one.recommendation_id)}


def _ordered(updates: Iterable[Update]) -> list[Update]:
    by_id = {one.pk: one for one in updates}
    return [by_id[fact.id] for fact in newest_first(map(facts, by_id.values()))]


def _entry(
    line: Line, asked: str, updates: Sequence[Update], meeting_on: date | None, taken_off: Set[int]
) -> Entry:
    row, update = line.row, next(iter(updates), None)
    said = {one.limb_id: one for one in update.limb_reports.all()} if update else {}
    return Entry(
        line=line,
        asked=asked,
        update=update,
        period=period_words(update.as_at, Precision(update.precision)) if update else "",
        held_back=_held_back(row, update, taken_off),
        parts=[(limb, said.get(limb.pk)) for limb in row.limbs],
        figures=_figures(update) if update else [],
        over_time=_over_time(updates),
        steps=_steps(update) if update else [],
        is_new=bool(update and meeting_on and update.reported_on == meeting_on),
    )


def _held_back(row: Row, update: Update | None, taken_off: Set[int]) -> str:
    if row.told is None or (update is not None and row.told.id == update.pk):
        return ""
    return TAKEN_OFF if row.told.id in taken_off else NOT_PUBLIC


def _figures(update: Update) -> list[str]:
    """ "Children placed by others: 1,294 children (October 2016)"; small counts hidden, missing ones left out."""
    told = [
        (one, printed(as_evidence(one), threshold=settings.SMALL_NUMBER_THRESHOLD))
        for one in update.figures.all()
    ]
    return [
        f"{one.label}: {words} ({period_words(one.as_at, Precision(one.precision))})"
        for one, words in told
        if words
    ]


def _over_time(updates: Sequence[Update]) -> list[str]:
    """ "Children placed by others: Up 75 (6.0%), worse: 1,254 children (April 2016), ..."."""
    figures = [figure for update in updates for figure in update.figures.all()]
    return [f"{one.label}: {one.finding}" for one in told_series(figures, for_officer=False) if one.finding]


def _steps(update: Update) -> list[str]:
    return [
        f"{one.what}, by {period_words(one.by, Precision(one.precision))}" if one.by else one.what
        for one in update.next_steps.all()
    ]


def _by_theme(entries: Iterable[Entry]) -> list[tuple[Theme, list[Entry]]]:
    """In the order of the report, not worst first: a paper is read beside the report."""

    def place(entry: Entry) -> tuple:
        one = entry.line.row.recommendation
        return one.report.presented_on, one.report_id, one.theme.position, one.theme_id

    def number(entry: Entry) -> tuple:
        return *place(entry), entry.line.row.recommendation.number

    grouped = groupby(sorted(entries, key=number), key=place)
    found = [list(group) for _, group in grouped]
    return [(group[0].line.row.recommendation.theme, group) for group in found]
