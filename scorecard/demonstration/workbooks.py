"""The workbooks an analyst would send, built from the demonstration's rows: the same bytes every time."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from core.fixtures import read_csv
from scorecard.demographics.layout import DEMOGRAPHICS, REQUIRED, SheetColumn
from scorecard.demonstration.children import ChildrenRow
from scorecard.demonstration.months import SheetRow
from scorecard.imports.layout import MONTH_PARTS, OPTIONAL, POPULATIONS, SCORECARD, Column
from scorecard.models import FigureStatus

MONTHLY = [column for column in Column if column not in OPTIONAL]
WIDTHS = {Column.INDICATOR: 76, Column.POPULATION: 17, Column.MONTH: 18, Column.STATUS: 15, Column.NOTE: 60}
CHILDREN_WIDTHS = {SheetColumn.TABLE: 38, SheetColumn.CATEGORY: 34, SheetColumn.MONTH: 18}
DEFAULT_WIDTH = 13
WHOLE = "#,##0"


def build(
    rows: Sequence[SheetRow],
    *,
    notes: Sequence[str],
    written_on: datetime,
    children: Sequence[ChildrenRow] = (),
) -> bytes:
    """An .xlsx file with the sheets Scorecard and Notes, and Demographics where children are given.

    `written_on` stands in its properties.
    """
    workbook = Workbook()
    workbook.properties.creator = "Management Information"
    workbook.properties.created = workbook.properties.modified = written_on
    _fill_scorecard(workbook.active, rows)
    if children:
        _fill_demographics(workbook.create_sheet(DEMOGRAPHICS), children, rows[0].month)
    _fill_notes(workbook.create_sheet("Notes"), notes)
    return _packed(workbook)


def _fill_scorecard(sheet: Worksheet, rows: Sequence[SheetRow]) -> None:
    indicators = {row["code"]: row for row in read_csv("indicators")}
    columns = _columns(rows)
    sheet.title = SCORECARD
    for place, column in enumerate(columns, start=1):
        sheet.cell(1, place, str(column)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, DEFAULT_WIDTH)
    for line, row in enumerate(rows, start=2):
        values = _values(row, indicators[row.code])
        formats = _number_formats(row, int(indicators[row.code]["decimals"]))
        for place, column in enumerate(columns, start=1):
            cell = sheet.cell(line, place, values[column])
            cell.number_format = formats.get(column, "General")
    sheet.freeze_panes = "B2"


def _columns(rows: Sequence[SheetRow]) -> list[Column]:
    """What no row says has no column."""
    month = MONTH_PARTS if any(row.month_numerator is not None for row in rows) else ()
    illustrative = [Column.ILLUSTRATIVE] if any(row.is_illustrative for row in rows) else []
    return [*MONTHLY, *month, *illustrative]


def _values(row: SheetRow, indicator: Mapping[str, str]) -> dict[Column, Any]:
    return {
        Column.CODE: row.code,
        Column.INDICATOR: indicator["name"],
        Column.POPULATION: POPULATIONS[row.variant],
        Column.MONTH: row.month,
        Column.RESULT: row.result,
        Column.NUMERATOR: row.numerator,
        Column.DENOMINATOR: row.denominator,
        Column.STATUS: None if row.status == FigureStatus.REPORTED else row.status.label,
        Column.PROVISIONAL: _yes_or_blank(row.is_provisional),
        Column.RAG: row.rag or None,
        Column.NOTE: row.note or None,
        Column.MONTH_NUMERATOR: row.month_numerator,
        Column.MONTH_DENOMINATOR: row.month_denominator,
        Column.ILLUSTRATIVE: _yes_or_blank(row.is_illustrative),
    }


def _yes_or_blank(answer: bool) -> str | None:
    return "Yes" if answer else None


def _number_formats(row: SheetRow, decimals: int) -> dict[Column, str]:
    are_parts_whole = all(part is None or part == int(part) for part in (row.numerator, row.denominator))
    parts = WHOLE if are_parts_whole else f"{WHOLE}.0"
    return {
        Column.MONTH: "d mmmm yyyy",
        Column.RESULT: f"{WHOLE}.{'0' * decimals}" if decimals else WHOLE,
        Column.NUMERATOR: parts,
        Column.DENOMINATOR: parts,
        Column.MONTH_NUMERATOR: WHOLE,
        Column.MONTH_DENOMINATOR: WHOLE,
    }


def _fill_demographics(sheet: Worksheet, children: Sequence[ChildrenRow], month: date) -> None:
    for place, column in enumerate(REQUIRED, start=1):
        sheet.cell(1, place, str(column)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = CHILDREN_WIDTHS.get(column, DEFAULT_WIDTH)
    for line, row in enumerate(children, start=2):
        values = row.table, row.category, None, month, row.female, row.male, row.everyone
        for place, value in enumerate(values, start=1):
            sheet.cell(line, place, value)
        sheet.cell(line, REQUIRED.index(SheetColumn.MONTH) + 1).number_format = "d mmmm yyyy"
    sheet.freeze_panes = "C2"


def _fill_notes(sheet: Worksheet, notes: Sequence[str]) -> None:
    for note in notes:
        sheet.append([note])
    sheet.column_dimensions["A"].width = 100


class UndatedZip(zipfile.ZipFile):
    """Packs every part with the same date, so that the same figures always make the same file."""

    PACKED_AT = (1980, 1, 1, 0, 0, 0)

    def writestr(self, name: str, data: bytes | str, *_: Any) -> None:
        super().writestr(zipfile.ZipInfo(name, self.PACKED_AT), data, zipfile.ZIP_DEFLATED)

    def write(self, filename: str, arcname: str, *_: Any) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


def _packed(workbook: Workbook) -> bytes:
    packed = io.BytesIO()
    with UndatedZip(packed, "w") as archive:
        # Not workbook.save(), which stamps the time of day.
        ExcelWriter(workbook, archive).write_data()
    return packed.getvalue()
