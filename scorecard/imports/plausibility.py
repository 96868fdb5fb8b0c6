"""What may be right of one figure but is unusual enough for somebody to say so: each is a warning to tick.

Only figures that would be added or changed are looked at, against the series as it would then stand. What another
layout says beside a figure is compared in any case.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scorecard.imports.findings import Finding, Rule, at
from scorecard.imports.layout import Column, plain
from scorecard.imports.panel_beside import warnings_beside
from scorecard.imports.past import COUNTED_TO_DATE
from scorecard.imports.standing import Measure, parts_in_words
from scorecard.imports.timeline import Proposed, Timeline, month_before
from scorecard.periods import DataPeriod, month_label
from scorecard.published import (
    Unit,
    figure_in_words,
    format_number,
    gap_in_words,
    line_in_words,
    round_half_up,
)
from scorecard.rag import Rag

TIMES_USUAL = 3
POINTS = 10
TIMES_TARGET = 5
# A rolling year gains one month and loses one, as a rule a twelfth. To fall by more than a sixth it would lose a
# month twice as full as usual and gain an empty one.
STEEPEST_FALL = Decimal(1) / 6
COLOURS = (Rag.GREEN, Rag.AMBER, Rag.RED)


def warnings_about(one: Proposed, timeline: Timeline) -> Iterator[Finding]:
    """One for each cell, with all its reasons: a slip is often too large, too far off and of another colour at once."""
    by_cell: dict[str, list[Finding]] = {}
    for finding in _reasons(one, timeline):
        by_cell.setdefault(finding.cell, []).append(finding)
    for first, *others in by_cell.values():
        yield replace(first, message=" ".join([first.message, *(other.message for other in others)]))


def _reasons(one: Proposed, timeline: Timeline) -> Iterator[Finding]:
    if not one.is_unchanged:
        yield from _unusual(one, timeline)
    yield from warnings_beside(one, timeline)


def _unusual(one: Proposed, timeline: Timeline) -> Iterator[Finding]:
    found = (
        _name(one),
        _change(one, timeline),
        _far_from_target(one),
        _colour(one, timeline),
        _fall(one, timeline),
    )
    yield from (finding for finding in found if finding)


def _at(one: Proposed, column: Column, rule: Rule, message: str) -> Finding:
    """Where no result is typed, what was found is the one that its parts give."""
    cell, held = one.entry.cells[column], one.held
    if column is not Column.RESULT or not cell.is_empty or one.figure is None:
        return at(cell, rule, message, column)
    parts = parts_in_words(one.measure, held.numerator, held.denominator)
    found = f"{_words(one.measure, one.figure)}, worked out from {parts}"
    return Finding(rule, message, cell.sheet, cell.address, column, found)


def _name(one: Proposed) -> Finding | None:
    name = one.entry.name
    if not name or name == one.measure.name or plain(name) == plain(one.measure.name):
        return None
    message = (
        f'{one.measure.code} is called "{one.measure.name}" here. Check that the figure is of that indicator.'
    )
    return _at(one, Column.INDICATOR, Rule.NAME, message)


def _change(one: Proposed, timeline: Timeline) -> Finding | None:
    earlier = month_before(one.month)
    now, before = one.figure, timeline.figure(one.measure, one.series, earlier)
    if now is None or before is None or timeline.past(one).begins_again(earlier, one.month):
        return None
    reasons = list(_why_large(one, abs(now - before), timeline))
    if not reasons:
        return None
    was, is_now = _words(one.measure, before), _words(one.measure, now)
    by = gap_in_words(now - before, unit=one.measure.unit, decimals=one.measure.decimals)
    message = f"{one.subject} was {was} in {month_label(earlier)} and is {is_now} now: {by}, {' and '.join(reasons)}."
    return _at(one, Column.RESULT, Rule.CHANGE, message)


def _why_large(one: Proposed, change: Decimal, timeline: Timeline) -> Iterator[str]:
    usual = timeline.past(one).usual_change_if_exceeded(change, one.month, times=TIMES_USUAL)
    if usual is not None:
        in_words = gap_in_words(round_half_up(usual, one.measure.decimals + 1), unit=one.measure.unit)
        yield f"more than {TIMES_USUAL} times the usual change of {in_words}"
    if one.measure.unit == Unit.PERCENT and change > POINTS:
        yield f"more than {POINTS} points"


def _far_from_target(one: Proposed) -> Finding | None:
    target, figure = one.lines.target, one.figure
    if figure is None or target is None or target <= 0:
        return None
    if target / TIMES_TARGET <= figure <= target * TIMES_TARGET:
        return None
    how = f"more than {TIMES_TARGET} times" if figure > target else "less than a fifth of"
    line = line_in_words(target, unit=one.measure.unit)
    message = f"{one.subject}: {_words(one.measure, figure)} is {how} the target of {line}. Check both."
    return _at(one, Column.RESULT, Rule.FAR_FROM_TARGET, message)


def _colour(one: Proposed, timeline: Timeline) -> Finding | None:
    before = timeline.rating_before(one) if one.measure.is_kpi else None
    now = one.rating
    # Without a figure the whole month's own check speaks of it; with one, a denominator became too small to rate.
    if before is None or one.figure is None or before.rating == now or before.rating not in COLOURS:
        return None
    was = "was" if one.before is None else "is"
    message = f"{one.subject} {was} {before.rating.label.lower()} {before.against} and would be {now.label.lower()}."
    return _at(one, Column.RESULT, Rule.COLOUR, message)


def _fall(one: Proposed, timeline: Timeline) -> Finding | None:
    earlier = month_before(one.month)
    held, now = timeline.held(one.series, earlier), one.held.denominator
    if held is None or held.denominator is None or now is None:
        return None
    why = _why_it_cannot_fall(one.measure.data_period, held.denominator, now)
    if why is None or timeline.past(one).begins_again(earlier, one.month):
        return None
    was, is_now = format_number(held.denominator), format_number(now)
    message = (
        f"{one.subject}: the denominator was {was} in {month_label(earlier)} and is {is_now} now, but {why}."
    )
    return _at(one, Column.DENOMINATOR, Rule.FALLING, message)


def _why_it_cannot_fall(data_period: DataPeriod, before: Decimal, now: Decimal) -> str | None:
    if data_period in COUNTED_TO_DATE and now < before:
        return "a count for the year to date can only grow"
    if data_period == DataPeriod.R12M and now < before * (1 - STEEPEST_FALL):
        return "twelve months together can hardly lose more than a sixth from one month to the next"
    return None


def _words(measure: Measure, figure: Decimal) -> str:
    return figure_in_words(figure, unit=measure.unit, decimals=measure.decimals)
