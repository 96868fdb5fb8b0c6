"""Which of its layouts a workbook has, and the rows in it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from core.workbook import Cell, Workbook
from scorecard.imports.entries import Entry, read_entries
from scorecard.imports.findings import Finding, Findings, Rule
from scorecard.imports.headings import find_columns
from scorecard.imports.layout import Column
from scorecard.imports.not_a_template import refuse_export
from scorecard.imports.panel_entries import read_panel_entries
from scorecard.imports.panel_layout import PanelTable, find_panel_table
from scorecard.imports.sheets import look_for_hidden, refuse_others, scorecard_sheet
from scorecard.imports.standing import Standing
from scorecard.periods import month_label


class Source(NamedTuple):
    """The months come first: what stands in them has to be known before every layout can be read."""

    months: list[date]
    entries: Callable[[Standing], list[Entry]]


NOTHING = Source([], lambda standing: [])


def read_source(
    workbook: Workbook,
    found: Findings,
    *,
    with_illustrative: bool,
    is_history: bool,
    for_month: date | None,
) -> Source:
    """The portal's own layout says its months; of one in the panel's it has to be said: `for_month`."""
    look_for_hidden(workbook, found)
    if refuse_export(workbook, found):
        return NOTHING
    if table := find_panel_table(workbook, found):
        return _panel(workbook, table, for_month, found)
    sheet = scorecard_sheet(workbook, found)
    if sheet is None:
        return NOTHING
    headings, *rows = sheet.rows
    columns = find_columns(headings, found, with_illustrative=with_illustrative, is_history=is_history)
    entries = [] if columns is None else read_entries(sheet, tuple(rows), columns, found)
    _check_month(entries, for_month, found)
    return Source(sorted({entry.month for entry in entries if entry.month}), lambda standing: entries)


def _panel(workbook: Workbook, table: PanelTable, for_month: date | None, found: Findings) -> Source:
    refuse_others(workbook, table.sheet, found)
    if for_month is None:
        message = (
            "This is a scorecard in the panel's own layout, which does not say its month. Choose the month beside "
            "the file, and upload it again."
        )
        found.problems.add(Finding(Rule.MONTH, message, table.sheet.name))
        return NOTHING
    return Source(
        [for_month], lambda standing: read_panel_entries(table, standing.measures, for_month, found)
    )


def _check_month(entries: list[Entry], for_month: date | None, found: Findings) -> None:
    """Of two answers to one question neither is taken."""
    other = next((one for one in entries if for_month and one.month and one.month != for_month), None)
    if other:
        cell: Cell = other.cells[Column.MONTH]
        message = f"You chose {month_label(for_month)} beside the file. Correct the month here, or choose none there."
        found.problem(Rule.MONTH, message, cell, Column.MONTH)
