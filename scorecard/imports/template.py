"""The workbook an officer starts a month from: every row laid out, only the figures left to fill in."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from core.formula_escape import cell_text
from scorecard.demographics.layout import DEMOGRAPHICS
from scorecard.demographics.template import fill_demographics, has_tables
from scorecard.imports.comparison import in_words
from scorecard.imports.layout import MONTH_PARTS, POPULATIONS, REQUIRED, SCORECARD, YES_NO, Column
from scorecard.imports.loading import load_standing
from scorecard.imports.sheet_look import (
    FOR_REFERENCE,
    HEADING,
    HEADING_FILL,
    QUIET,
    TO_FILL_IN,
    WRAPPED,
)
from scorecard.imports.standing import Measure, Standing
from scorecard.models import FigureStatus, Variant
from scorecard.periods import OVER_MANY_MONTHS, month_label, previous_month_end

COLUMNS = (*REQUIRED, *MONTH_PARTS, Column.LAST_MONTH)
WIDTHS = {
    Column.INDICATOR: 70,
    Column.POPULATION: 17,
    Column.MONTH: 18,
    Column.NUMERATOR: 12,
    Column.DENOMINATOR: 13,
    Column.STATUS: 16,
    Column.PROVISIONAL: 12,
    Column.NOTE: 40,
    Column.MONTH_NUMERATOR: 12,
    Column.MONTH_DENOMINATOR: 13,
    Column.LAST_MONTH: 36,
}
CHOICES = {
    Column.POPULATION: POPULATIONS.values(),
    Column.STATUS: FigureStatus.labels,
    Column.PROVISIONAL: YES_NO,
    Column.RAG: ("G", "A", "R"),
}

NOTES = (
    "How to fill in this workbook",
    "Fill in the pale yellow cells of the sheet Scorecard, then upload the workbook to the portal. "
    "Nothing is published before a second officer has approved it.",
    "Result: the figure in its own unit, so 98.9 for 98.9%. Leave it empty when numerator and denominator are given: "
    "the portal works it out. When all three are given they must agree to the last printed digit.",
    "Numerator and Denominator: the numbers behind the result. A denominator needs its numerator.",
    "Status: leave it empty when there is a figure. Otherwise choose why there is none. "
    'In Result, "c" means suppressed and "n/a" not applicable; "-" and an empty cell mean not available, and are a '
    "problem where the portal has a figure already: choose the status there, so that none is lost by a row forgotten. "
    "None of them means zero: type 0 for zero.",
    "Provisional: Yes when the figure may still change.",
    "RAG: may stay empty. A letter is compared with the rating that the portal works out; the portal's is published.",
    "Note: up to 500 characters that are published with the figure. Name nobody.",
    "Month numerator and Month denominator: may stay empty, and the columns may be left out. For figures over many "
    "months (rolling or year to date) the numbers of the month alone: with them the portal can tell noise from change. "
    'Empty cells leave those that the portal has; "n/a" takes them away. Grey cells need nothing.',
    "Month: the last day of the month. Code: says which indicator the row is for; do not change it.",
    "Demographics: the children in care on the last day of the month, counted in several ways. Leave a whole "
    "table, or the whole sheet, empty if it was not counted; otherwise every row of a table needs its number, 0 for "
    "nobody. Enter the numbers themselves: the portal hides small ones wherever they are shown.",
    "A row of the scorecard may be deleted. Formulas may be used; their results are read. Do not merge cells and do "
    "not add sheets.",
    "Last month (for reference): what the portal holds for the month before. It is not read.",
)


def template_workbook(month: date) -> bytes:
    """An .xlsx file for the month that ends on this day."""
    standing = load_standing([month])
    workbook = Workbook()
    workbook.properties.creator = workbook.properties.lastModifiedBy = ""
    workbook.properties.title = f"Scorecard, {month_label(month)}"
    _fill_scorecard(workbook.active, month, standing)
    if has_tables():
        fill_demographics(workbook.create_sheet(DEMOGRAPHICS), month)
    _fill_notes(workbook.create_sheet("Notes"))
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _fill_scorecard(sheet: Worksheet, month: date, standing: Standing) -> None:
    sheet.title = SCORECARD
    for place, column in enumerate(COLUMNS, start=1):
        heading = sheet.cell(1, place, str(column))
        heading.font, heading.fill, heading.alignment = HEADING, HEADING_FILL, WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, 10)
    last = 1
    for last, (measure, variant) in enumerate(_rows(standing, month), start=2):
        values = _values(measure, variant, month, standing)
        for place, column in enumerate(COLUMNS, start=1):
            _fill_cell(sheet.cell(last, place), column, values.get(column), measure)
    _finish(sheet, last)


def _rows(standing: Standing, month: date) -> Iterator[tuple[Measure, Variant]]:
    """In the scorecard's order; without unaccompanied children where there was such a figure in two years."""
    for measure in standing.measures.values():
        if not measure.counts_in(month):
            continue
        yield measure, Variant.ALL
        if standing.figures.get((measure.id, Variant.EXC_UASC)):
            yield measure, Variant.EXC_UASC


def _values(measure: Measure, variant: Variant, month: date, standing: Standing) -> dict[Column, Any]:
    before = standing.figures.get((measure.id, variant), {}).get(previous_month_end(month))
    return {
        Column.CODE: measure.code,
        Column.INDICATOR: measure.name,
        Column.POPULATION: POPULATIONS[variant],
        Column.MONTH: month,
        Column.LAST_MONTH: in_words(measure, before) if before else None,
    }


def _fill_cell(cell: Cell, column: Column, value: Any, measure: Measure) -> None:
    cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.value = cell_text(value)
    elif value is not None:
        cell.value, cell.number_format = value, "d mmmm yyyy"
    if column is Column.LAST_MONTH or (column in MONTH_PARTS and measure.data_period not in OVER_MANY_MONTHS):
        cell.fill, cell.font = FOR_REFERENCE, QUIET
    elif value is None:
        cell.fill = TO_FILL_IN
    if column is Column.RESULT:
        cell.number_format = "#,##0." + "0" * measure.decimals if measure.decimals else "#,##0"


def _finish(sheet: Worksheet, last: int) -> None:
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for column, choices in CHOICES.items():
        letter = get_column_letter(COLUMNS.index(column) + 1)
        picker = DataValidation(
            "list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True
        )
        picker.error, picker.errorTitle = "Choose one from the list, or leave the cell empty.", str(column)
        picker.add(f"{letter}2:{letter}{max(last, 2)}")
        sheet.add_data_validation(picker)


def _fill_notes(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for line, note in enumerate(NOTES, start=1):
        sheet.cell(line, 1, note).alignment = WRAPPED
    sheet["A1"].font = Font(bold=True, size=14)
