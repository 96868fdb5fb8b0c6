"""Rows of the panel's own layout as figures: all children's, and those excluding unaccompanied children."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from core.workbook import Cell, Row, Sheet
from scorecard.imports.entries import Cells, Entry, EntryReader
from scorecard.imports.findings import Findings, Rule
from scorecard.imports.layout import READ, REMARKS, Column, plain, shown
from scorecard.imports.panel_layout import PanelColumn, PanelTable, without_dashes
from scorecard.imports.sheets import merged_cells
from scorecard.imports.standing import Measure
from scorecard.models import Variant

# Which cell of the panel's row stands for which column of ours; nothing else is said there.
ALL_CHILDREN = {
    Column.CODE: PanelColumn.NAME,
    Column.INDICATOR: PanelColumn.NAME,
    Column.RESULT: PanelColumn.RESULT,
    Column.NUMERATOR: PanelColumn.NUMERATOR,
    Column.DENOMINATOR: PanelColumn.DENOMINATOR,
    Column.RAG: PanelColumn.RAG,
}
EXC_UASC = {
    Column.CODE: PanelColumn.NAME,
    Column.INDICATOR: PanelColumn.NAME,
    Column.RESULT: PanelColumn.EXC_UASC,
    Column.RAG: PanelColumn.EXC_RAG,
}


NOT_SAID = frozenset((Column.STATUS, *REMARKS))


class PanelEntryReader(EntryReader):
    """The row's indicator and month are known from elsewhere."""

    def __init__(self, cells: Cells, found: Findings, code: str, month: date) -> None:
        super().__init__(cells, found, {})
        self.code, self.month = code, month

    def _code(self) -> str:
        return self.code

    def _month(self) -> date:
        return self.month


def read_panel_entries(
    table: PanelTable, measures: Mapping[str, Measure], month: date, found: Findings
) -> list[Entry]:
    """A row that holds nothing but words is a section's heading or a note, and is passed over.

    Cells may be merged in those, never in a row with figures.
    """
    by_name = {plain(measure.name): code for code, measure in measures.items()}
    merged = _merged_rows(table.sheet)
    entries = []
    for row in table.rows:
        cells = {column: without_dashes(row.cell(number)) for column, number in table.columns.items()}
        if not _says_something(cells):
            continue
        if row.number in merged:
            found.problems.add(merged_cells(table.sheet, merged[row.number]))
        if code := _code_of(cells, measures, by_name, found):
            entries.extend(_entries(row, cells, code, month, found))
    return entries


def _merged_rows(sheet: Sheet) -> dict[int, str]:
    """The numbers of the rows that a merged range covers."""
    rows = {}
    for cells in sheet.merged_ranges:
        first, _, last = cells.partition(":")
        top, bottom = (int(re.sub("[^0-9]", "", end)) for end in (first, last or first))
        rows |= dict.fromkeys(range(top, min(bottom, top + len(sheet.rows)) + 1), cells)
    return rows


def _says_something(cells: Mapping[PanelColumn, Cell]) -> bool:
    names = (PanelColumn.CODE, PanelColumn.NAME)
    return any(not cell.is_empty for column, cell in cells.items() if column not in names)


def _code_of(
    cells: Mapping[PanelColumn, Cell],
    measures: Mapping[str, Measure],
    by_name: Mapping[str, str],
    found: Findings,
) -> str:
    given = cells.get(PanelColumn.CODE)
    if given is not None and shown(given.as_text()) in measures:
        return shown(given.as_text())
    name = cells[PanelColumn.NAME]
    if name.is_empty:
        found.problem(Rule.NAME, "Enter the indicator's name, or delete the row.", name, PanelColumn.NAME)
        return ""
    words = plain(shown(name.as_text()))
    if words in by_name:
        return by_name[words]
    close = get_close_matches(words, by_name, n=1)
    hint = f' The nearest is "{measures[by_name[close[0]]].name}".' if close else ""
    message = f"No indicator has this name. Write the name as the scorecard has it, or delete the row.{hint}"
    found.problem(Rule.NAME, message, name, PanelColumn.NAME)
    return ""


def _entries(
    row: Row, cells: dict[PanelColumn, Cell], code: str, month: date, found: Findings
) -> Iterator[Entry]:
    everyone = PanelEntryReader(_as_ours(row, cells, ALL_CHILDREN), found, code, month).read()
    everyone.beside, everyone.silent = cells, NOT_SAID
    yield everyone
    if not cells.get(PanelColumn.EXC_UASC, Cell("", 0, 0)).is_empty:
        without = PanelEntryReader(_as_ours(row, cells, EXC_UASC), found, code, month).read()
        without.variant, without.silent = Variant.EXC_UASC, NOT_SAID
        yield without


def _as_ours(row: Row, cells: Mapping[PanelColumn, Cell], which: Mapping[Column, PanelColumn]) -> Cells:
    """What the row does not say has its place beside the name."""
    ours = {column: cells[panel] for column, panel in which.items() if panel in cells}
    filled = {column: cell for column, cell in ours.items() if not cell.is_empty}
    places = {column: cell.column for column, cell in ours.items()}
    return Cells(filled, row, dict.fromkeys(READ, cells[PanelColumn.NAME].column) | places)
