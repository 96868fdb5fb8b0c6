"""One row of the sheet as figures: numbers, a month, a status. What it means for its indicator is judged later."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from core.formula_escape import unescape_formula
from core.workbook import Cell, CellProblem, Kind, Row, Sheet
from scorecard.imports.findings import Findings, Rule
from scorecard.imports.layout import (
    MONTH_PARTS,
    NO_RAG,
    NO_RESULT,
    POPULATIONS,
    RAG_WORDS,
    READ,
    STATUS_WORDS,
    VARIANT_WORDS,
    YES_NO,
    YES_OR_NO,
    Column,
    plain,
    shown,
)
from scorecard.models import FigureStatus, Variant
from scorecard.rag import Rag

YEARS = range(1990, 2101)
LONGEST_NOTE = 500
# An illustrative mark is no remark to keep: what comes without it is not invented.
NEED_A_COLUMN = {Column.PROVISIONAL, Column.NOTE}
BROKEN = {
    Kind.ERROR: "Mend the formula, or type what belongs here.",
    Kind.UNCALCULATED: "Open the workbook in Excel or LibreOffice, let it calculate, save it and upload it.",
}

T = TypeVar("T")
Written = tuple[Kind, str, str]  # a cell's kind, text and number format


class Cells(dict[Column, Cell]):
    """Those of one row that hold something. Any other is empty and made, at its place, for who asks by `cells[...]`."""

    def __init__(self, filled: dict[Column, Cell], row: Row, columns: dict[Column, int]) -> None:
        super().__init__(filled)
        self.row, self.columns = row, columns

    def __missing__(self, column: Column) -> Cell:
        return Cell(self.row.sheet, self.row.number, self.columns.get(column, 0))


@dataclass(slots=True)
class Entry:
    """What one row says. `faults` are the columns with a problem; what stands there is None.

    `silent`: columns that the sheet does not have, so that the row says nothing of them.
    `takes_month_away`: a word like "n/a" says that the month alone has no parts; an empty cell says nothing of them.
    """

    cells: Cells
    code: str = ""
    name: str = ""
    variant: Variant | None = None
    month: date | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    stated_status: FigureStatus | None = None
    sign: FigureStatus | None = None  # what "c" or "n/a" in the result stands for
    status: FigureStatus = FigureStatus.REPORTED
    month_numerator: Decimal | None = None
    month_denominator: Decimal | None = None
    takes_month_away: bool = False
    is_provisional: bool = False
    is_illustrative: bool = False
    rag: Rag | None = None
    note: str = ""
    faults: set[Column] = field(default_factory=set)
    silent: frozenset[Column] = frozenset()
    beside: Mapping[StrEnum, Cell] = field(default_factory=dict)  # what another layout says beside the figure

    @property
    def key(self) -> tuple[str, Variant | None, date | None]:
        return self.code, self.variant, self.month


def read_entries(
    sheet: Sheet, rows: tuple[Row, ...], columns: dict[Column, int], found: Findings
) -> list[Entry]:
    """Every row that says anything, in the sheet's order; a fault is a problem at its cell and stops no other row."""
    months: dict[Written, date] = {}
    read = {columns[column]: column for column in READ if column in columns}
    silent = frozenset(NEED_A_COLUMN - columns.keys())
    entries = []
    for row in rows:
        filled = {read[cell.column]: cell for cell in row.cells if cell.column in read and not cell.is_empty}
        if filled:
            cells = Cells(filled, row, columns)
            entry = EntryReader(cells, found, months).read()
            entry.silent = silent
            entries.append(entry)
    return entries


class EntryReader:
    """Reads the cells of one row. `months` are those read before: most rows are for the same."""

    def __init__(self, cells: Cells, found: Findings, months: dict[Written, date]) -> None:
        self.cells, self.found, self.months = cells, found, months
        self.faults: set[Column] = set()

    def read(self) -> Entry:
        return Entry(
            cells=self.cells,
            code=self._code(),
            name=self._text(Column.INDICATOR),
            variant=self._word(Column.POPULATION, VARIANT_WORDS, Rule.POPULATION, POPULATIONS.values()),
            month=self._month(),
            value=self._number(Column.RESULT),
            numerator=self._number(Column.NUMERATOR),
            denominator=self._number(Column.DENOMINATOR),
            month_numerator=self._number(Column.MONTH_NUMERATOR),
            month_denominator=self._number(Column.MONTH_DENOMINATOR),
            takes_month_away=any(map(self._sign, MONTH_PARTS)),
            stated_status=self._status(),
            sign=self._sign(Column.RESULT),
            is_provisional=self._yes_or_no(Column.PROVISIONAL),
            is_illustrative=self._yes_or_no(Column.ILLUSTRATIVE),
            rag=self._rag(),
            note=self._note(),
            faults=self.faults,
        )

    def _problem(self, rule: Rule, column: Column, message: str) -> None:
        self.faults.add(column)
        self.found.problem(rule, message, self.cells[column], column)

    def _code(self) -> str:
        code = self._text(Column.CODE)
        if Column.CODE not in self.cells:
            self._problem(
                Rule.CODE, Column.CODE, "Enter the indicator's code, like CIC03, or delete the row."
            )
        return code

    def _month(self) -> date | None:
        cell = self.cells[Column.MONTH]
        written = cell.kind, cell.text, cell.number_format
        if written in self.months:
            return self.months[written]
        month = self._converted(Column.MONTH, Rule.MONTH, Cell.as_month_end)
        if month and month.year not in YEARS:
            self._problem(Rule.MONTH, Column.MONTH, "Check the year: it is not one the scorecard can be for.")
            return None
        if month:
            self.months[written] = month
        return month

    def _number(self, column: Column) -> Decimal | None:
        cell = self.cells.get(column)
        if cell is None or (cell.kind is Kind.TEXT and plain(cell.text) in NO_RESULT):
            return None
        return self._converted(column, Rule.NUMBER, Cell.as_decimal)

    def _yes_or_no(self, column: Column) -> bool:
        return self._word(column, YES_OR_NO, Rule.WORD, YES_NO) or False

    def _sign(self, column: Column) -> FigureStatus | None:
        cell = self.cells.get(column)
        return NO_RESULT.get(plain(cell.text)) if cell and cell.kind is Kind.TEXT else None

    def _status(self) -> FigureStatus | None:
        if Column.STATUS not in self.cells:
            return None
        return self._word(Column.STATUS, STATUS_WORDS, Rule.STATUS, FigureStatus.labels)

    def _rag(self) -> Rag | None:
        cell = self.cells.get(Column.RAG)
        if cell is None or plain(cell.text) in NO_RAG:
            return None
        return self._word(Column.RAG, RAG_WORDS, Rule.RATING, ("G", "A", "R"))

    def _note(self) -> str:
        note = self._text(Column.NOTE)
        if len(note) > LONGEST_NOTE:
            message = f"The note has {len(note):,} characters. Shorten it to {LONGEST_NOTE} or fewer."
            self._problem(Rule.WORD, Column.NOTE, message)
        return note

    def _text(self, column: Column) -> str:
        """Whatever is typed, on one line, without the apostrophe that our own exports put before a sign."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        if fix := BROKEN.get(cell.kind):
            self._problem(Rule.WORD, column, fix)
            return ""
        return unescape_formula(shown(cell.as_text()))

    def _word(self, column: Column, words: Mapping[str, T], rule: Rule, choices: Iterable[str]) -> T | None:
        cell = self.cells.get(column)
        word = "" if cell is None else plain(cell.as_text())
        if word in words:
            return words[word]
        self._problem(rule, column, f"Enter one of these: {', '.join(choices)}; or leave the cell empty.")
        return None

    def _converted(self, column: Column, rule: Rule, convert: Callable[[Cell], T]) -> T | None:
        try:
            return convert(self.cells[column])
        except CellProblem as problem:
            self._problem(rule, column, f"Expected {problem.expected}. {problem.fix}")
            return None
