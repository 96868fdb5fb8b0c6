"""The sheet "Demographics" of the month's template: every row of every table, only the numbers left to fill in.

Last month's are not there: small ones are opened in the register, with a reason, and nowhere else.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.formula_escape import cell_text
from scorecard.demographics.layout import NUMBERS, REQUIRED, SheetColumn
from scorecard.demographics.standing import BlockKey, Standing, load_standing
from scorecard.imports.layout import POPULATIONS
from scorecard.imports.sheet_look import (
    HEADING,
    HEADING_FILL,
    TO_FILL_IN,
    WRAPPED,
)
from scorecard.models import CategoryKind, DemographicCategory, DemographicTable, Variant
from scorecard.periods import previous_month_end

WIDTHS = {
    SheetColumn.TABLE: 36,
    SheetColumn.CATEGORY: 36,
    SheetColumn.POPULATION: 17,
    SheetColumn.MONTH: 18,
}


def has_tables() -> bool:
    return DemographicTable.objects.exists()


def fill_demographics(sheet: Worksheet, month: date) -> None:
    for place, column in enumerate(REQUIRED, start=1):
        heading = sheet.cell(1, place, str(column))
        heading.font, heading.fill, heading.alignment = HEADING, HEADING_FILL, WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, 12)
    for line, values in enumerate(_rows(month, load_standing([month])), start=2):
        for place, column in enumerate(REQUIRED, start=1):
            _fill_cell(sheet.cell(line, place), column, values.get(column), values["is_total"])
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _rows(month: date, standing: Standing) -> Iterator[dict[Any, Any]]:
    """In the tables' order; without unaccompanied children where the month before was counted so."""
    for table in standing.tables:
        for variant in Variant:
            before = standing.blocks.get(BlockKey(table.pk, variant, previous_month_end(month)), {})
            if before or variant == Variant.ALL:
                for category in standing.categories.get(table.pk, ()):
                    yield _values(table, category, variant, month)


def _values(
    table: DemographicTable,
    category: DemographicCategory,
    variant: Variant,
    month: date,
) -> dict[Any, Any]:
    return {
        SheetColumn.TABLE: table.name,
        SheetColumn.CATEGORY: category.name,
        SheetColumn.POPULATION: POPULATIONS[variant],
        SheetColumn.MONTH: month,
        "is_total": category.kind == CategoryKind.TOTAL,
    }


def _fill_cell(cell: Cell, column: SheetColumn, value: Any, is_total: bool) -> None:
    cell.alignment = WRAPPED
    if is_total:
        cell.font = Font(bold=True)
    if isinstance(value, str):
        cell.value = cell_text(value)
    elif value is not None:
        cell.value, cell.number_format = value, "d mmmm yyyy"
    if column in NUMBERS:
        cell.fill, cell.number_format = TO_FILL_IN, "#,##0"
