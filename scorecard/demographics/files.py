"""The month's tables as files: what is printed on the page, and nothing else."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.conf import settings
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from core.formula_escape import cell_text, escape_formula
from scorecard.demographics.counts import Column
from scorecard.demographics.publishing import HIDDEN
from scorecard.demographics.report import Demographics, ShownRow, ShownTable, title
from scorecard.demographics.words import change_heading, finding, first_sentence, hidden_sentence, remarks

WRAPPED = Alignment(wrap_text=True, vertical="top")
HEADING = Font(bold=True, color="FFFFFF")
BRAND = PatternFill("solid", fgColor="24537A")
ALL_COLUMNS = tuple(str(column) for column in Column if column is not Column.UNACCOMPANIED)


class Format(NamedTuple):
    label: str
    content_type: str
    write: Callable[[Demographics], bytes]


def csv_file(demographics: Demographics) -> bytes:
    """One line for each row of each table. A column that a table does not have stays empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["Month", "Table", "Category", *ALL_COLUMNS, "Share of all children"])
    for table in demographics.tables:
        for row in table.lines:
            cells = _by_column(table, row)
            names = (demographics.month.slug, escape_formula(table.name), escape_formula(row.name))
            writer.writerow([*names, *(cells.get(column, "") for column in ALL_COLUMNS), row.share])
    return text.getvalue().encode("utf-8-sig")


def json_file(demographics: Demographics) -> bytes:
    """Counts as numbers, "c" for a hidden one; what was not printed is not there."""
    data = {
        "month": demographics.month.slug,
        "hidden": hidden_sentence(demographics),
        "tables": [_as_data(table) for table in demographics.tables],
    }
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def _as_data(table: ShownTable) -> dict[str, Any]:
    return {
        "table": table.key,
        "name": table.name,
        "rows_add_up": not table.overlaps,
        "rows": [
            {"category": row.name} | _by_column(table, row) | {"share": row.share} for row in table.lines
        ],
    }


def _by_column(table: ShownTable, row: ShownRow) -> dict[str, int | str]:
    cells = zip(table.columns, row.numbers, strict=True)
    return {str(column): HIDDEN if number is None else number for column, number in cells}


def xlsx_file(demographics: Demographics) -> bytes:
    workbook = Workbook()
    workbook.properties.title = title(demographics.month)
    workbook.properties.creator = settings.COUNCIL_NAME
    _write_about(workbook.active, demographics)
    for table in demographics.tables:
        if not table.is_withheld:
            _write_table(workbook.create_sheet(_sheet_name(table.name)), table, demographics)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_about(sheet: Worksheet, demographics: Demographics) -> None:
    sheet.title = "About"
    lines = [
        title(demographics.month),
        f"{settings.COUNCIL_NAME}, {settings.PANEL_NAME}",
        f"{first_sentence(demographics)}.",
        hidden_sentence(demographics),
        *(f"{table.name}: {' '.join([finding(table), *remarks(table)])}" for table in demographics.tables),
    ]
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(lines, start=1):
        sheet.cell(number, 1, cell_text(line)).alignment = WRAPPED
    sheet["A1"].font = Font(bold=True, size=16)


def _sheet_name(name: str) -> str:
    """Excel allows 31 characters, and not all of them."""
    return "".join(letter for letter in name if letter not in r"[]:*?/\'")[:31]


def _write_table(sheet: Worksheet, table: ShownTable, demographics: Demographics) -> None:
    headings = [table.name, *map(str, table.columns), "Share of all children"]
    if table.has_changes:
        headings.append(change_heading(demographics.compared))
    for place, heading in enumerate(headings, start=1):
        cell = sheet.cell(1, place, cell_text(heading))
        cell.font, cell.fill, cell.alignment = HEADING, BRAND, WRAPPED
        sheet.column_dimensions[cell.column_letter].width = 36 if place == 1 else 16
    for line, row in enumerate(table.lines, start=2):
        numbers = [HIDDEN if number is None else number for number in row.numbers]
        cells = [cell_text(row.name), *numbers, row.share, *([row.change] if table.has_changes else [])]
        for place, value in enumerate(cells, start=1):
            cell = sheet.cell(line, place, value)
            cell.alignment = Alignment(horizontal=None if place == 1 else "right", vertical="top")
            cell.font = Font(bold=row is table.lines[-1])
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"


FORMATS = {
    "xlsx": Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_file),
    "json": Format("JSON", "application/json", json_file),
}
