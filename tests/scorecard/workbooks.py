"""Workbooks of figures in memory: a good one, from which each test makes its own defect."""

import csv
import datetime
import io
from decimal import Decimal
from typing import Any

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.factories.workbooks import openpyxl_bytes as saved

HEADINGS = (
    *("Code", "Indicator", "Population", "Month", "Result", "Numerator"),
    *("Denominator", "Status", "Provisional", "RAG", "Note"),
)
AUGUST = datetime.date(2018, 8, 31)
JULY = datetime.date(2018, 7, 31)
JUNE = datetime.date(2018, 6, 30)


def row(code: str = "CIC01", **cells: Any) -> list[Any]:
    """98.9% of August 2018, 1,513 of 1,530; `Result=97` and the like put something else into a cell."""
    usual = {
        "Code": code,
        "Indicator": f"Indicator {code}",
        "Population": "All children",
        "Month": AUGUST,
        "Result": 98.9,
        "Numerator": 1513,
        "Denominator": 1530,
    }
    return [(usual | cells).get(heading) for heading in HEADINGS]


def value(code: str, result: Any, **cells: Any) -> list[Any]:
    """A row with a result and no parts."""
    return row(code, **{"Result": result, "Numerator": None, "Denominator": None} | cells)


def book(*rows: list[Any], headings: tuple = HEADINGS, sheet: str = "Scorecard") -> openpyxl.Workbook:
    """One sheet with the headings and these rows, for the test to spoil."""
    workbook = openpyxl.Workbook()
    workbook.active.title = sheet
    for cells in (headings, *rows):
        workbook.active.append(cells)
    return workbook


def xlsx(*rows: list[Any], headings: tuple = HEADINGS, sheet: str = "Scorecard") -> bytes:
    return saved(book(*rows, headings=headings, sheet=sheet))


def csv_file(*rows: list[Any], headings: tuple = HEADINGS) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows([headings, *([_as_text(cell) for cell in cells] for cells in rows)])
    return file.getvalue().encode()


def ods(*rows: list[Any], headings: tuple = HEADINGS, sheet: str = "Scorecard") -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name=sheet)
    for cells in (headings, *rows):
        line = TableRow()
        for cell in cells:
            line.addElement(_ods_cell(cell))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def _ods_cell(cell: Any) -> TableCell:
    if cell is None:
        return TableCell()
    if isinstance(cell, datetime.date):
        return TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, int | float | Decimal):
        return TableCell(valuetype="float", value=str(cell))
    made = TableCell(valuetype="string")
    made.addElement(P(text=str(cell)))
    return made


def _as_text(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, datetime.date) else str(cell)
