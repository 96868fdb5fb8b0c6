"""The scorecard in the panel's own layout: one row for each indicator by its name, one month, which it does not say."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from core.workbook import Cell, Row, Sheet, Workbook
from scorecard.imports.findings import Findings, Rule
from scorecard.imports.layout import plain

TITLE_ROWS = 10  # how far down the headings may stand
DASHES = re.compile(r"[\s\-\N{EN DASH}\N{EM DASH}]+")


class PanelColumn(StrEnum):
    CODE = "Code"
    NAME = "Indicator"
    POLARITY = "Polarity"
    PERIOD = "Data period"
    RESULT = "Latest result"
    RAG = "RAG"
    NUMERATOR = "Numerator"
    DENOMINATOR = "Denominator"
    TARGET = "Target"
    LAST_RESULT = "Last month's result"
    LAST_RAG = "RAG last month"
    EXC_UASC = "Result excluding UASC"
    EXC_RAG = "RAG excluding UASC"
    NOT_READ = "Benchmark"


RATINGS = ("rag", "rag status", "rag rating", "rating")


def _ratings(*whose: str) -> tuple[str, ...]:
    """ "latest rag", "rag latest"; a bare "rag" belongs to the result before it."""
    return tuple(words for of in whose for rag in RATINGS for words in (f"{of} {rag}", f"{rag} {of}"))


WORDS = {
    PanelColumn.CODE: ("code", "ref", "id"),
    PanelColumn.NAME: (
        "indicator",
        "indicators",
        "measure",
        "name",
        "performance indicator",
        "indicator name",
    ),
    PanelColumn.POLARITY: ("polarity",),
    PanelColumn.PERIOD: ("period", "data period"),
    PanelColumn.RESULT: (
        "result",
        "latest result",
        "latest",
        "latest result and rag status",
        "latest result and rag",
    ),
    PanelColumn.NUMERATOR: ("numerator", "num"),
    PanelColumn.DENOMINATOR: ("denominator", "denom"),
    PanelColumn.TARGET: ("target",),
    PanelColumn.LAST_RESULT: (
        *(
            "last month",
            "last months result",
            "last month result",
            "previous month",
            "previous months result",
        ),
        *("last months result and rag status", "last months result and rag", "previous result"),
        *("result last month", "previous month result"),
    ),
    PanelColumn.EXC_UASC: (
        *("exc uasc", "excluding uasc", "result exc uasc", "result excluding uasc", "excluding uasc result"),
        *("exc uasc result", "result exc uasc and rag status"),
    ),
    PanelColumn.RAG: _ratings("latest", "current", "this month", "latest result"),
    PanelColumn.LAST_RAG: _ratings(
        "last month", "last months", "previous month", "previous months", "previous"
    ),
    PanelColumn.EXC_RAG: _ratings("excluding uasc", "exc uasc"),
    PanelColumn.NOT_READ: ("benchmark", "benchmarking", "dot", "direction", "direction of travel", "trend"),
}
BY_WORDS = {word: column for column, words in WORDS.items() for word in words}
# Each result is followed by its letter, under a heading of its own or, where the two share one, under none.
RAG_OF = {
    PanelColumn.RESULT: PanelColumn.RAG,
    PanelColumn.LAST_RESULT: PanelColumn.LAST_RAG,
    PanelColumn.EXC_UASC: PanelColumn.EXC_RAG,
}
RAG_WORDS = ("", "status", *RATINGS)
WHOSE_RATING = (
    "It is not clear which result this rates. Move it to the right of its result, or write Latest RAG, RAG last month "
    "or RAG excluding UASC."
)
ALL_HEADINGS = ", ".join(PanelColumn)
REQUIRED = (PanelColumn.NAME, PanelColumn.RESULT, PanelColumn.POLARITY, PanelColumn.TARGET)


class PanelTable(NamedTuple):
    """Where the columns are, 1 for A, and the rows below their headings."""

    sheet: Sheet
    columns: dict[PanelColumn, int]
    rows: tuple[Row, ...]


def find_panel_table(workbook: Workbook, found: Findings) -> PanelTable | None:
    """On the first sheet that has one; None when the workbook is laid out otherwise.

    Headings that say nothing to us are problems.
    """
    tables = (_table(sheet, found) for sheet in workbook.sheets)
    return next((table for table in tables if table), None)


def _table(sheet: Sheet, found: Findings) -> PanelTable | None:
    for index, row in enumerate(sheet.rows[:TITLE_ROWS]):
        columns = _columns(row)
        if set(REQUIRED) <= columns.keys():
            _check_headings(row, columns, found)
            return PanelTable(sheet, columns, sheet.rows[index + 1 :])
    return None


def without_dashes(cell: Cell) -> Cell:
    """A dash or two say that nothing stands there."""
    is_dash = not cell.is_empty and DASHES.fullmatch(cell.text) is not None
    return Cell(cell.sheet, cell.row, cell.column) if is_dash else cell


def _columns(row: Row) -> dict[PanelColumn, int]:
    columns: dict[PanelColumn, int] = {}
    words = {cell.column: _words(cell) for cell in row.cells}
    for number, word in words.items():
        if column := BY_WORDS.get(word):
            columns.setdefault(column, number)
    for result, rag in RAG_OF.items():
        if result in columns and words.get(columns[result] + 1, "") in RAG_WORDS:
            columns.setdefault(rag, columns[result] + 1)
    return columns


def _check_headings(row: Row, columns: dict[PanelColumn, int], found: Findings) -> None:
    for cell in _unclear(row, columns.values()):
        column = BY_WORDS.get(_words(cell))
        if _words(cell) in RATINGS:
            found.problem(Rule.HEADING, WHOSE_RATING, cell)
        elif column is None:
            fix = f"Correct it, or delete the column. The headings are: {ALL_HEADINGS}."
            found.problem(Rule.HEADING, f"This is not a heading of the panel's scorecard. {fix}", cell)
        elif column is not PanelColumn.NOT_READ:
            message = f'"{column}" stands twice in this row. Delete one of the two columns.'
            found.problem(Rule.HEADING, message, cell)


def _unclear(row: Row, known: Iterable[int]) -> Iterator[Cell]:
    numbers = set(known)
    return (cell for cell in row.cells if cell.column not in numbers and not cell.is_empty)


def _words(cell: Cell) -> str:
    """Without apostrophes, brackets and the like: "Last month's result (RAG)"."""
    return plain(re.sub(r"[^\w\s]", "", cell.as_text()))
