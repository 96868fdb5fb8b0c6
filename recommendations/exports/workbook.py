"""The register as an Excel workbook: one sheet of recommendations, one of their parts."""

from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile

from django.conf import settings
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.formula_escape import cell_text
from recommendations.exports.columns import COLUMNS, PARTS, Cell, parts_of
from recommendations.report.standing import Row

HEADING, BRAND = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="24537A")
WRAPPED = Alignment(wrap_text=True, vertical="top")
PARTS_WIDTHS = (9, 42, 7, 60, 16, 12, 20)
CHUNK = 64 * 1024


def xlsx_chunks(rows: Sequence[Row]) -> Iterator[bytes]:
    workbook = Workbook(write_only=True)  # holds one line at a time
    workbook.properties.title = "Recommendations"
    workbook.properties.creator = settings.COUNCIL_NAME
    _write(
        workbook.create_sheet("Recommendations"),
        [column.heading for column in COLUMNS],
        [column.width for column in COLUMNS],
        ([column.cell(row) for column in COLUMNS] for row in rows),
    )
    _write(
        workbook.create_sheet("Parts"), PARTS, PARTS_WIDTHS, (part for row in rows for part in parts_of(row))
    )
    with TemporaryFile() as file:
        workbook.save(file)
        file.seek(0)
        yield from iter(lambda: file.read(CHUNK), b"")


def _write(
    sheet: Worksheet, headings: Sequence[str], widths: Sequence[int], lines: Iterable[Sequence[Cell]]
) -> None:
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.append([_heading(sheet, text) for text in headings])
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])


def _heading(sheet: Worksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.fill, cell.alignment = HEADING, BRAND, WRAPPED
    return cell


def _cell(sheet: Worksheet, value: Cell) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, cell_text(value))
    cell.alignment = WRAPPED
    return cell
