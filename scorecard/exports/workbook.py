"""The scorecard as an Excel workbook: a summary to read first, the table, and the notes."""

import io
from decimal import Decimal

from django.conf import settings
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from core.formula_escape import cell_text
from scorecard.exports.columns import Cell, Column, columns
from scorecard.rag import Rag
from scorecard.report.changes import changes_since
from scorecard.report.facts import illustrative_then
from scorecard.report.notes import NOTES
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison

HEADING = Font(bold=True, color="FFFFFF")
BRAND = PatternFill("solid", fgColor="24537A")
TITLE = Font(bold=True, size=16)
COLOURS = {  # background and text, as on the page
    Rag.GREEN.label: ("00703C", "FFFFFF"),
    Rag.AMBER.label: ("F4B942", "000000"),
    Rag.RED.label: ("B10E1E", "FFFFFF"),
}
WRAPPED = Alignment(wrap_text=True, vertical="top")


def xlsx_file(scorecard: Scorecard) -> bytes:
    workbook = Workbook()
    workbook.properties.title = f"Children in care scorecard, {scorecard.month.label}"
    workbook.properties.creator = settings.COUNCIL_NAME
    _write_summary(workbook.active, scorecard)
    _write_table(workbook.create_sheet("Scorecard"), scorecard)
    _write_notes(workbook.create_sheet("Notes"))
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_summary(sheet: Worksheet, scorecard: Scorecard) -> None:
    sheet.title = "Summary"
    ratings = scorecard.ratings
    lines = [
        f"Children in care scorecard, {scorecard.month.label}",
        f"{settings.COUNCIL_NAME}, {settings.PANEL_NAME}",
        f"Population: {scorecard.variant.label.lower()}",
        "",
        f"Green: {ratings.green}",
        f"Amber: {ratings.amber}",
        f"Red: {ratings.red}",
        f"Not rated: {ratings.not_rated}",
        "",
    ]
    for comparison in (Comparison.PREVIOUS_PANEL, Comparison.PREVIOUS_MONTH):
        if changes := changes_since(scorecard, comparison):
            made_up = filter(None, [illustrative_then(scorecard, comparison)])
            since = f"Since {changes.baseline.label} ({comparison.label.lower()})"
            lines += [since, *changes.sentences, *made_up, ""]
    _write_lines(sheet, lines)


def _write_notes(sheet: Worksheet) -> None:
    _write_lines(sheet, ["Notes", *NOTES])


def _write_lines(sheet: Worksheet, lines: list[str]) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(lines, start=1):
        sheet.cell(number, 1, cell_text(line)).alignment = WRAPPED
    sheet["A1"].font = TITLE


def _write_table(sheet: Worksheet, scorecard: Scorecard) -> None:
    shown = columns(scorecard)
    for place, column in enumerate(shown, start=1):
        cell = sheet.cell(1, place, column.heading)
        cell.font, cell.fill, cell.alignment = HEADING, BRAND, WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for line, row in enumerate(scorecard.rows, start=2):
        for place, column in enumerate(shown, start=1):
            _write_cell(sheet, line, place, column, column.cell(row), row)
    _finish_table(sheet, len(scorecard.rows) + 1, len(shown))


def _write_cell(sheet: Worksheet, line: int, place: int, column: Column, value: Cell, row: Row) -> None:
    if value is None or value == "":
        return
    cell = sheet.cell(line, place, cell_text(value) if isinstance(value, str) else value)
    cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    if isinstance(value, Decimal):
        cell.number_format = _number_format(row.measure.decimals if column.is_published else None)
    elif value in COLOURS:
        background, text = COLOURS[value]
        cell.fill, cell.font = PatternFill("solid", fgColor=background), Font(bold=True, color=text)


def _number_format(decimals: int | None) -> str:
    """As many places as are published; of other numbers as many as they have."""
    if decimals is None:
        return "#,##0.####"
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _finish_table(sheet: Worksheet, last_line: int, last_place: int) -> None:
    sheet.freeze_panes = "C2"
    table = Table(displayName="Scorecard", ref=f"A1:{get_column_letter(last_place)}{max(last_line, 2)}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
