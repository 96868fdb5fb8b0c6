"""A file that the portal gave out to be read, sent back as if it were a month's template."""

from core.workbook import Sheet, Workbook
from scorecard.imports.findings import Finding, Findings, Rule
from scorecard.imports.layout import Column, plain

# Every file of the scorecard has these two, and no layout for uploads does.
GIVEN_OUT = {plain(Column.CODE), plain(Column.INDICATOR), "section", "unit"}
MESSAGE = (
    "This is a file that the portal made to be read, not the template for a month's figures, so nothing was read from "
    "it. Under Uploads choose Upload a workbook, download the template of the month there and enter the figures in it."
)


def refuse_export(workbook: Workbook, found: Findings) -> bool:
    """One problem in place of one for each of its headings. A sheet that says its month is judged as a template."""
    sheet = next(filter(_is_given_out, workbook.sheets), None)
    if sheet:
        found.problems.add(Finding(Rule.SHEET, MESSAGE, sheet.name, found="a download of the scorecard"))
    return sheet is not None


def _is_given_out(sheet: Sheet) -> bool:
    words = {plain(cell.as_text()) for row in sheet.rows[:1] for cell in row.cells}
    return words >= GIVEN_OUT and plain(Column.MONTH) not in words
