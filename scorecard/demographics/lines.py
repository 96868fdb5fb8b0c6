"""Reads the sheet "Demographics": each row as a table, a category, a month and numbers of children."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from core.formula_escape import unescape_formula
from core.workbook import Cell, CellProblem, Row, Sheet, Workbook
from scorecard.demographics.layout import (
    DEMOGRAPHICS,
    MOST_CHILDREN,
    NUMBERS,
    OPTIONAL,
    REQUIRED,
    SheetColumn,
)
from scorecard.demographics.left_empty import Cells, without_empty_tables
from scorecard.imports.entries import BROKEN, YEARS
from scorecard.imports.findings import Finding, Findings, Rule
from scorecard.imports.layout import POPULATIONS, VARIANT_WORDS, YES_OR_NO, plain, shown
from scorecard.imports.sheets import merged_cells
from scorecard.models import Variant

BY_WORDS = {plain(column): column for column in SheetColumn}
ALL_HEADINGS = ", ".join(REQUIRED)
WHOLE = f"Enter a whole number from 0 to {MOST_CHILDREN:,}, like 27."
HIDDEN_SIGNS = ("c", "-", "\N{EN DASH}", "*", "x")
SIGN_FOR_A_NUMBER = (
    "Enter the number itself, 0 for nobody. The portal hides small numbers where they are shown."
)


@dataclass(slots=True)
class Line:
    """What one row says. `faults` are the columns with a problem; what stands there is None."""

    cells: Cells
    table: str = ""
    category: str = ""
    variant: Variant | None = None
    month: date | None = None
    female: int | None = None
    male: int | None = None
    everyone: int | None = None
    is_illustrative: bool = False
    faults: set[SheetColumn] = field(default_factory=set)


class Lines(NamedTuple):
    """The rows of the tables that were counted, and the names of those that nobody filled in."""

    read: list[Line]
    left_empty: list[str]


def read_lines(workbook: Workbook, found: Findings, *, with_illustrative: bool) -> Lines:
    """Every row that says anything; none when there is no such sheet, which is nothing to complain about."""
    sheet = workbook.sheet(DEMOGRAPHICS)
    if sheet is None or not sheet.rows:
        return Lines([], [])
    found.problems.extend(merged_cells(sheet, cells) for cells in sheet.merged_ranges)
    headings, *rows = sheet.rows
    columns = _columns(headings, found, with_illustrative=with_illustrative)
    filled = without_empty_tables(_rows(sheet, rows, columns) if columns else [])
    return Lines([LineReader(cells, found).read() for cells in filled.rows], filled.left_empty)


def _columns(row: Row, found: Findings, *, with_illustrative: bool) -> dict[SheetColumn, int] | None:
    """Column numbers by heading; None when one is missing, so that no row can be read."""
    columns: dict[SheetColumn, int] = {}
    for cell in row.cells:
        column = BY_WORDS.get(plain(cell.as_text()))
        if column is None or (column is SheetColumn.ILLUSTRATIVE and not with_illustrative):
            fix = f"Correct it, or delete the column. The headings are: {ALL_HEADINGS}."
            found.problem(Rule.HEADING, f"This is not a heading of the demographics. {fix}", cell)
        elif column in columns:
            first = Cell(row.sheet, row.number, columns[column]).address
            message = f"The same heading stands in {first}. Delete one of the two columns."
            found.problem(Rule.HEADING, message, cell)
        else:
            columns[column] = cell.column
    missing = [column for column in REQUIRED if column not in columns]
    for column in missing:
        message = f'The heading "{column}" is missing. Add the column, or start from the month\'s template workbook.'
        found.problems.add(
            Finding(Rule.HEADING, message, row.sheet, f"A{row.number}", column, "no such heading")
        )
    return None if missing else columns


def _rows(sheet: Sheet, rows: list[Row], columns: Mapping[SheetColumn, int]) -> list[Cells]:
    """The cells of every row that says anything."""
    read = [column for column in SheetColumn if column is not SheetColumn.LAST_MONTH]
    telling = [column for column in read if column not in OPTIONAL]
    found = []
    for row in rows:
        filled = {cell.column: cell for cell in row.cells}
        cells = {
            column: filled.get(columns.get(column, 0)) or Cell(sheet.name, row.number, columns.get(column, 0))
            for column in read
        }
        if any(not cells[column].is_empty for column in telling):
            found.append(cells)
    return found


class LineReader:
    """Reads the cells of one row; a fault is a problem at its cell."""

    def __init__(self, cells: Cells, found: Findings) -> None:
        self.cells, self.found = cells, found
        self.faults: set[SheetColumn] = set()

    def read(self) -> Line:
        numbers = [self._number(column) for column in NUMBERS]
        line = Line(
            self.cells,
            self._text(SheetColumn.TABLE),
            self._text(SheetColumn.CATEGORY),
            self._variant(),
            self._month(),
            *numbers,
            self._is_illustrative(),
            self.faults,
        )
        self._complete(line)
        return line

    def _complete(self, line: Line) -> None:
        """Sexes go together, and with both of them all children may be left to the portal to add up."""
        sexes = SheetColumn.FEMALE, SheetColumn.MALE
        if self.faults & set(NUMBERS):
            return
        if (line.female is None) != (line.male is None):
            empty = sexes[line.female is not None]
            self._problem(Rule.NUMBER, empty, "Enter this number as well, or leave both sexes empty.")
        elif line.everyone is None:
            if line.female is None or line.male is None:
                self._problem(Rule.NUMBER, SheetColumn.EVERYONE, WHOLE)
            else:
                line.everyone = line.female + line.male
        elif line.female is not None and line.male is not None and line.female + line.male != line.everyone:
            message = (
                f"Female and male add up to {line.female + line.male:,}. Correct whichever number is wrong."
            )
            self._problem(Rule.ADDING_UP, SheetColumn.EVERYONE, message)

    def _problem(self, rule: Rule, column: SheetColumn, message: str) -> None:
        self.faults.add(column)
        self.found.problem(rule, message, self.cells[column], column)

    def _text(self, column: SheetColumn) -> str:
        cell = self.cells[column]
        if fix := BROKEN.get(cell.kind):
            self._problem(Rule.WORD, column, fix)
            return ""
        if cell.is_empty:
            self._problem(Rule.CATEGORY, column, f"Enter the {column.lower()}, or delete the row.")
            return ""
        return unescape_formula(shown(cell.as_text()))

    def _variant(self) -> Variant | None:
        cell = self.cells[SheetColumn.POPULATION]
        word = "" if cell.is_empty else plain(cell.as_text())
        if word not in VARIANT_WORDS:
            choices = f"Enter one of these: {', '.join(POPULATIONS.values())}; or leave the cell empty."
            self._problem(Rule.POPULATION, SheetColumn.POPULATION, choices)
        return VARIANT_WORDS.get(word)

    def _month(self) -> date | None:
        try:
            month = self.cells[SheetColumn.MONTH].as_month_end()
        except CellProblem as problem:
            self._problem(Rule.MONTH, SheetColumn.MONTH, f"Expected {problem.expected}. {problem.fix}")
            return None
        if month.year not in YEARS:
            message = "Check the year: it is not one the scorecard can be for."
            self._problem(Rule.MONTH, SheetColumn.MONTH, message)
            return None
        return month

    def _number(self, column: SheetColumn) -> int | None:
        cell = self.cells[column]
        if cell.is_empty:
            return None
        if plain(cell.text) in HIDDEN_SIGNS:
            self._problem(Rule.NUMBER, column, SIGN_FOR_A_NUMBER)
            return None
        try:
            number = cell.as_decimal()
        except CellProblem as problem:
            self._problem(Rule.NUMBER, column, f"Expected {problem.expected}. {problem.fix}")
            return None
        if number != int(number) or not 0 <= number <= MOST_CHILDREN:
            self._problem(Rule.NUMBER, column, WHOLE)
            return None
        return int(number)

    def _is_illustrative(self) -> bool:
        cell = self.cells[SheetColumn.ILLUSTRATIVE]
        return YES_OR_NO.get("" if cell.is_empty else plain(cell.as_text()), False)
