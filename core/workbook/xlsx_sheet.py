"""Reads the cells of one Excel sheet as they stream by. The sheet's own idea of its size is not asked for."""

import re
from functools import lru_cache
from typing import NamedTuple

from .addresses import address, column_number
from .dates import date_from_serial, time_from_serial
from .drafts import RawCell, SheetDraft
from .kinds import Kind
from .namespaces import in_spreadsheet
from .numbers import stored_number
from .package import Part
from .refusals import UnreadableWorkbook
from .xlsx_strings import text_of, unescaped
from .xlsx_styles import PLAIN, Style
from .xml_stream import Element, elements, local_name

CELL_RANGE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(:[A-Z]{1,3}[0-9]{1,7})?")
LAST_ROW = 1_048_576
TRUE = ("1", "true")
TRUTHS = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
INLINE = "inlineStr"


class SheetReader:
    """Reads sheet after sheet of one workbook."""

    def __init__(self, strings: list[str], styles: list[Style], *, counts_from_1904: bool) -> None:
        self._strings, self._styles = strings, styles
        self._counts_from_1904 = counts_from_1904

    def read(self, part: Part, draft: SheetDraft) -> None:
        last_row = 0
        for element in elements(part, in_spreadsheet("row", "col", "mergeCell")):
            match local_name(element):
                case "row":
                    last_row = self._read_row(element, last_row, draft)
                case "col":
                    _read_column(element, draft)
                case _:
                    draft.merge(_cell_range(element))

    def _read_row(self, row: Element, last_row: int, draft: SheetDraft) -> int:
        number = _row_number(row, last_row, draft)
        if local_name(row.getparent()) != "sheetData":
            raise UnreadableWorkbook("damaged", detail=f"{draft.place(number)} stands outside the table")
        tags = CellTags.beside(row.tag)
        digits = str(number)
        cells, column = [], 0
        for element in row.iterchildren(tags.cell):
            column = _column(element.get("r"), digits, column, draft)
            try:
                cell = self._cell(element, column, tags)
            except (LookupError, ValueError):
                place = draft.place(number, column)
                raise UnreadableWorkbook("damaged", detail=f"{place} cannot be made out") from None
            if cell is not None:
                cells.append(cell)
        draft.add_row(number, cells, is_hidden=row.get("hidden") in TRUE)
        return number

    def _cell(self, cell: Element, column: int, tags: "CellTags") -> RawCell | None:
        """None for an empty one. Raises LookupError or ValueError for what no program writes."""
        _, value_tag, formula_tag, inline_tag = tags
        value = inline = None
        is_formula = False
        for child in cell:
            tag = child.tag
            if tag == value_tag and value is None:
                value = child.text or ""
            elif tag == formula_tag:
                is_formula = True
            elif tag == inline_tag and inline is None:
                inline = text_of(child)
            elif tag in tags:
                raise ValueError(tag)
        cell_type = cell.get("t", "n")
        if cell_type == "n" and value:
            return self._number(column, value, cell.get("s"), is_formula)
        if is_formula and not value and (cell_type != "str" or value is None):
            return column, Kind.UNCALCULATED, "", 0, True
        kind, text = self._typed(cell_type, value or "", inline)
        return (column, kind, text, 0, is_formula) if text.strip() else None

    def _number(self, column: int, value: str, style: str | None, is_formula: bool) -> RawCell | None:
        kind, number_format = self._styles[_index(style)] if style and self._styles else PLAIN
        number = stored_number(value.strip())
        if number is None:
            return (column, Kind.TEXT, value, 0, is_formula) if value.strip() else None
        if kind is Kind.DATE:
            number = date_from_serial(number, counts_from_1904=self._counts_from_1904) or number
        elif kind is Kind.TIME:
            number = time_from_serial(number)
        return column, kind, number, number_format, is_formula

    def _typed(self, cell_type: str, value: str, inline: str | None) -> tuple[Kind, str]:
        if inline is not None or not value:
            if value or (inline and cell_type != INLINE):
                raise ValueError(cell_type)
            return Kind.TEXT, inline or ""
        match cell_type:
            case "s":
                return Kind.TEXT, self._strings[_index(value)]
            case "str":
                return Kind.TEXT, unescaped(value)
            case "b":
                return Kind.BOOLEAN, TRUTHS[value]
            case "e":
                return Kind.ERROR, value
            case "d":
                return Kind.DATE, value
        raise ValueError(cell_type)


class CellTags(NamedTuple):
    """The names of a cell and its parts in the namespace of its row."""

    cell: str
    value: str
    formula: str
    inline: str

    @classmethod
    @lru_cache(maxsize=8)
    def beside(cls, row: str) -> "CellTags":
        namespace = row.removesuffix("row")
        return cls(*(namespace + name for name in ("c", "v", "f", "is")))


def _index(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _row_number(row: Element, last_row: int, draft: SheetDraft) -> int:
    text = row.get("r") or str(last_row + 1)
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and 1 <= int(text) <= LAST_ROW):
        raise UnreadableWorkbook("damaged", detail=f'{draft.place(last_row + 1)} is numbered "{text}"')
    if (number := int(text)) <= last_row:
        raise UnreadableWorkbook("row_twice", place=draft.place(number))
    return number


def _column(reference: str | None, row: str, last_column: int, draft: SheetDraft) -> int:
    """Of a cell; one without an address follows the one before it."""
    if reference is None:
        reference = address(int(row), last_column + 1)
    column = column_number(reference[: -len(row)]) if reference.endswith(row) else None
    if column is None:
        raise UnreadableWorkbook(
            "damaged", detail=f'{draft.place(int(row))} has a cell addressed "{reference}"'
        )
    if column <= last_column:
        raise UnreadableWorkbook("cell_twice", place=draft.place(int(row), column))
    return column


def _read_column(column: Element, draft: SheetDraft) -> None:
    first, last = column.get("min", ""), column.get("max", "")
    if column.get("hidden") in TRUE and first.isdigit() and last.isdigit():
        draft.hide_columns(int(first[:6]), int(last[:6]))


def _cell_range(merged: Element) -> str:
    text = merged.get("ref", "")
    if not CELL_RANGE.fullmatch(text):
        raise UnreadableWorkbook("damaged", detail="a merged range in it has no address")
    return text
