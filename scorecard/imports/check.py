"""Checks a workbook against what the portal holds. Checking and applying run this same code on the same bytes."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from core.workbook import Workbook
from scorecard.demographics.adding_up import Proposal
from scorecard.demographics.check import CheckedTables, check_lines, months_of
from scorecard.demographics.comparison import changed_rows, table_change
from scorecard.demographics.lines import read_lines
from scorecard.imports.comparison import change_of, in_words, rating_changes
from scorecard.imports.consistency import Judge
from scorecard.imports.entries import Entry
from scorecard.imports.findings import LISTED_AT_MOST, Finding, Findings, Rule
from scorecard.imports.layout import REMARKS, Column
from scorecard.imports.loading import load_standing, lock_months
from scorecard.imports.plausibility import warnings_about
from scorecard.imports.report import CheckReport, counted
from scorecard.imports.revised import revised_without_reason
from scorecard.imports.sheets import sheets_not_read
from scorecard.imports.source import read_source
from scorecard.imports.standing import Held, Measure, Standing, figure_of, rating_of
from scorecard.imports.timeline import Proposed, Timeline
from scorecard.imports.whole_month import WholeMonth
from scorecard.models import FigureStatus
from scorecard.periods import month_label

LOST = (
    "The portal has {figure} here, and a row without a figure would take it away. Delete the row to leave the figure "
    "as it is, or {say_why}."
)
SAY_WHY = "choose the status that says why there is none"
SAY_WHY_ELSEWHERE = "say why there is none in the portal's own template, which has a column for it"


@dataclass(frozen=True, slots=True)
class Checked:
    """`to_write` are the figures that would be added or changed; `fingerprint` is of all that the check saw.

    `stored` is the report as the database keeps it.
    """

    report: CheckReport
    stored: dict[str, Any]
    to_write: list[Proposed]
    tables_to_write: list[Proposal]
    months: list[date]
    fingerprint: str

    @property
    def writes_something(self) -> bool:
        return bool(self.to_write or self.tables_to_write)

    @property
    def is_illustrative(self) -> bool:
        rows = [row for table in self.tables_to_write for row in table.rows.values()]
        return any(row.is_illustrative for row in (*rows, *(one.held for one in self.to_write)))


def check_workbook(
    workbook: Workbook,
    *,
    today: date,
    is_history: bool = False,
    with_illustrative: bool = False,
    for_month: date | None = None,
    lock: bool = False,
) -> Checked:
    """`today` tells which months are over; a history file may hold many months without a warning.

    `for_month` is the month of a scorecard in the panel's own layout, which does not say it itself.
    With `lock`, in a transaction, nobody else can apply figures to these months until it ends.
    """
    found = Findings()
    source = read_source(
        workbook, found, with_illustrative=with_illustrative, is_history=is_history, for_month=for_month
    )
    lines, left_empty = read_lines(workbook, found, with_illustrative=with_illustrative)
    months = sorted({*source.months, *months_of(lines)})
    if lock:
        lock_months(months)
    standing = load_standing(months)
    entries = source.entries(standing)
    proposed = list(_judged(_without_repeats(entries, found), standing, found))
    timeline = Timeline(standing, proposed)
    _warn(proposed, timeline, found, today=today, is_history=is_history)
    tables = check_lines(lines, found)
    report = _report(proposed, timeline, found)
    _report_tables(report, tables)
    report.months = [month_label(month) for month in months]
    report.tables_left_empty = left_empty
    report.sheets_not_read = sheets_not_read(workbook)
    report.rows = len(entries)
    to_write = [one for one in proposed if not one.is_unchanged] if report.is_sound else []
    tables_to_write = tables.to_write if report.is_sound else []
    stored = report.as_json()
    seen = f"{standing.digest}{tables.standing.digest}"
    return Checked(report, stored, to_write, tables_to_write, months, _fingerprint(seen, stored))


def _without_repeats(entries: Iterable[Entry], found: Findings) -> Iterable[Entry]:
    """A figure that stands in two rows is a problem at the second; neither the first nor the last one wins."""
    first: dict[tuple, Entry] = {}
    for entry in entries:
        original = first.setdefault(entry.key, entry)
        if original is not entry and entry.code and None not in entry.key:
            row = original.cells[Column.CODE].row
            message = f"Row {row} holds the same code, population and month. Delete one of the two rows."
            found.problem(Rule.REPEATED, message, entry.cells[Column.CODE], Column.CODE)
            entry.faults.add(Column.CODE)
        yield entry


def _judged(entries: Iterable[Entry], standing: Standing, found: Findings) -> Iterable[Proposed]:
    for entry in entries:
        measure = standing.measures.get(entry.code)
        if measure is None:
            if entry.code:
                found.problem(
                    Rule.CODE, _unknown(entry.code, standing), entry.cells[Column.CODE], Column.CODE
                )
            continue
        if entry.month is None or entry.variant is None:
            continue
        if not measure.counts_in(entry.month):
            found.problem(Rule.CODE, _retired(measure), entry.cells[Column.CODE], Column.CODE)
            continue
        series = measure.id, entry.variant
        lines = standing.lines_on(series, entry.month)
        held = Judge(entry, measure, lines, found).figure()
        if held and not entry.faults:
            before = standing.figures.get(series, {}).get(entry.month)
            held = _with_month_that_stands(held, before, entry)
            held = _with_remarks(held, before, entry)
            if _is_left_blank(entry, held) and figure_of(measure, before) is not None:
                found.problem(
                    Rule.LOST, _lost(entry, measure, before), entry.cells[Column.RESULT], Column.RESULT
                )
                continue
            figure, rating = figure_of(measure, held), rating_of(measure, held, lines).rating
            yield Proposed(entry, measure, series, entry.month, lines, held, before, figure, rating)


def _is_left_blank(entry: Entry, held: Held) -> bool:
    """Nothing stands there and no word says why."""
    return held.status == FigureStatus.NOT_AVAILABLE and not (entry.stated_status or entry.sign)


def _lost(entry: Entry, measure: Measure, before: Held) -> str:
    say_why = SAY_WHY_ELSEWHERE if Column.STATUS in entry.silent else SAY_WHY
    return LOST.format(figure=in_words(measure, before), say_why=say_why)


def _with_remarks(held: Held, before: Held | None, entry: Entry) -> Held:
    """The same numbers keep what was said of them; other numbers need words of their own."""
    if before is None or held[:4] != before[:4]:
        return held
    kept = {field: getattr(before, field) for column, field in REMARKS.items() if column in entry.silent}
    return held._replace(**kept) if kept else held


def _with_month_that_stands(held: Held, before: Held | None, entry: Entry) -> Held:
    """Cells left empty, like columns left out, say nothing of the month alone, so nothing of it is lost."""
    if before is None or held.has_month or entry.takes_month_away or held.status != FigureStatus.REPORTED:
        return held
    return held._replace(month_numerator=before.month_numerator, month_denominator=before.month_denominator)


def _warn(
    proposed: list[Proposed], timeline: Timeline, found: Findings, *, today: date, is_history: bool
) -> None:
    by_month: dict[date, list[Proposed]] = defaultdict(list)
    for one in proposed:
        by_month[one.month].append(one)
        if one.entry.beside or not one.is_unchanged:
            found.warnings.extend(warnings_about(one, timeline))
    if all(one.is_unchanged for one in proposed):
        return
    found.warnings.extend(revised_without_reason(proposed))
    for month, rows in sorted(by_month.items()):
        whole_month = WholeMonth(month, rows, timeline, is_understood=not found.problems)
        found.warnings.extend(whole_month.warnings())
        if month >= today:
            found.warnings.add(_not_over(month, rows[0]))
    if len(by_month) > 1 and not is_history:
        found.warnings.add(_many_months(by_month))


def _unknown(code: str, standing: Standing) -> str:
    if code.upper() in standing.measures:
        return f"Write the code in capital letters: {code.upper()}."
    return "There is no indicator with this code. Correct the code, or delete the row."


def _retired(measure: Measure) -> str:
    until = month_label(measure.measured_until)
    return f"{measure.code} is retired: it counts until {until}. Delete the row, or bring the indicator back."


def _not_over(month: date, row: Proposed) -> Finding:
    cell = row.entry.cells[Column.MONTH]
    message = f"{month_label(month)} is not over yet. Check the year and the month."
    return Finding(Rule.FUTURE, message, cell.sheet, cell.address, Column.MONTH, cell.found)


def _many_months(by_month: dict[date, list[Proposed]]) -> Finding:
    counts = [
        f"{month_label(month)} ({counted(len(rows), 'row')})" for month, rows in sorted(by_month.items())
    ]
    named = ", ".join(counts[:12]) + (" and more" if len(counts) > 12 else "")
    message = f"The workbook holds {len(counts)} months: {named}. Check that none is a slip."
    fewest = min(by_month.values(), key=len)[0].entry.cells[Column.MONTH]
    return Finding(Rule.MONTHS, message, fewest.sheet, fewest.address, Column.MONTH, fewest.found)


def _report(proposed: list[Proposed], timeline: Timeline, found: Findings) -> CheckReport:
    new = [one for one in proposed if one.before is None]
    changed = [one for one in proposed if one.before and not one.is_unchanged]
    return CheckReport(
        problems=found.problems.listed(),
        warnings=found.warnings.listed(),
        new=[change_of(one, timeline) for one in new[:LISTED_AT_MOST]],
        changed=[change_of(one, timeline) for one in changed[:LISTED_AT_MOST]],
        rating_changes=rating_changes(proposed, timeline)[:LISTED_AT_MOST],
        problem_count=len(found.problems),
        warning_count=len(found.warnings),
        problems_left_out=found.problems.left_out(),
        warnings_left_out=found.warnings.left_out(),
        new_count=len(new),
        changed_count=len(changed),
        unchanged_count=len(proposed) - len(new) - len(changed),
    )


def _report_tables(report: CheckReport, tables: CheckedTables) -> None:
    report.tables = [table_change(proposal) for proposal in tables.proposals]
    changes = [change for proposal in tables.to_write for change in changed_rows(proposal)]
    report.table_changes = changes[:LISTED_AT_MOST]


def _fingerprint(standing: str, stored: dict[str, Any]) -> str:
    return sha256(f"{standing}{json.dumps(stored)}".encode()).hexdigest()
