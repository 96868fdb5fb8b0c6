"""Finds which column of the sheet holds what."""

from core.workbook import Cell, Row
from scorecard.imports.findings import Finding, Findings, Rule
from scorecard.imports.layout import ESSENTIAL, MONTH_PARTS, REQUIRED, Column, plain

BY_WORDS = {plain(column): column for column in Column}
ALL_HEADINGS = ", ".join(REQUIRED)
# Fewer than these among the first row's words, and it is a title or a figure, not the headings.
FEWEST_HEADINGS = 3


def find_columns(
    row: Row, found: Findings, *, with_illustrative: bool, is_history: bool
) -> dict[Column, int] | None:
    """Column numbers, 1 for A, by the headings in the row; None when rows cannot be read by them.

    Repeated, unknown and missing headings are problems, each at its cell. A history need not have columns that it
    would leave empty.
    """
    known = [(cell, _column(cell, with_illustrative=with_illustrative)) for cell in row.cells]
    if sum(column is not None for _, column in known) < FEWEST_HEADINGS:
        found.problems.add(_no_headings(row))
        return None
    columns: dict[Column, int] = {}
    for cell, column in known:
        if column is None:
            fix = f"Correct it, or delete the column. The headings are: {ALL_HEADINGS}."
            found.problem(Rule.HEADING, f"This is not a heading of the scorecard. {fix}", cell)
        elif column in columns:
            first = Cell(row.sheet, row.number, columns[column]).address
            found.problem(
                Rule.HEADING, f"The same heading stands in {first}. Delete one of the two columns.", cell
            )
        else:
            columns[column] = cell.column
    missing = [column for column in (ESSENTIAL if is_history else REQUIRED) if column not in columns]
    found.problems.extend(_missing(row, column) for column in missing)
    _take_both_or_none(row, columns, found)
    return None if set(missing) & set(ESSENTIAL) else columns


def _take_both_or_none(row: Row, columns: dict[Column, int], found: Findings) -> None:
    """One of the two columns for the month alone says nothing without the other."""
    given = [column for column in MONTH_PARTS if column in columns]
    if len(given) == 1:
        (missing,) = set(MONTH_PARTS) - set(given)
        fix = f'Add the column, or delete the column "{given[0]}".'
        message = f'The heading "{missing}" is missing. {fix}'
        found.problems.add(Finding(Rule.HEADING, message, row.sheet, f"A{row.number}", missing))
        del columns[given[0]]


def _column(cell: Cell, *, with_illustrative: bool) -> Column | None:
    column = BY_WORDS.get(plain(cell.as_text()))
    return None if column is Column.ILLUSTRATIVE and not with_illustrative else column


def _missing(row: Row, column: Column) -> Finding:
    message = (
        f'The heading "{column}" is missing. Add the column, or start from the month\'s template workbook.'
    )
    return Finding(Rule.HEADING, message, row.sheet, f"A{row.number}", column)


def _no_headings(row: Row) -> Finding:
    message = f"The first row that holds anything must be the headings: {ALL_HEADINGS}. Delete what stands above them."
    return Finding(Rule.HEADING, message, row.sheet, f"A{row.number}", "", row.cells[0].found)
