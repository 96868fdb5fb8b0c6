"""Which sheet holds the figures, and what else is in the workbook."""

from core.workbook import Remark, Sheet, Workbook
from scorecard.imports.findings import Finding, Findings, Rule
from scorecard.imports.layout import NOTES, OTHER_SHEETS, SCORECARD, plain

NOBODY_SEES = "Nobody would see it here, and everybody who opens the file would. Delete the sheet."


def look_for_hidden(workbook: Workbook, found: Findings) -> None:
    found.warnings.extend(map(_unseen, workbook.warnings))


def refuse_others(workbook: Workbook, sheet: Sheet, found: Findings) -> None:
    """Beside a sheet in the panel's own layout, which may have any name."""
    others = (other for other in workbook.sheets if other.name != sheet.name)
    found.problems.extend(_unknown(other) for other in others if _is_unknown(other))


def scorecard_sheet(workbook: Workbook, found: Findings) -> Sheet | None:
    """The sheet with the figures; None is a problem that says which sheets there are."""
    sheet = workbook.sheets[0] if _is_csv(workbook) else workbook.sheet(SCORECARD)
    if sheet is None:
        found.problems.add(_no_scorecard(workbook))
        return None
    found.problems.extend(_unknown(other) for other in workbook.sheets if _is_unknown(other))
    found.problems.extend(merged_cells(sheet, cells) for cells in sheet.merged_ranges)
    if len(sheet.rows) < 2:
        message = "There are no figures below the headings. Fill in the month's template workbook."
        found.problems.add(Finding(Rule.SHEET, message, sheet.name, found="headings alone"))
        return None
    return sheet


def sheets_not_read(workbook: Workbook) -> list[str]:
    """Names of the sheets that belong to the workbook but hold no figures."""
    return [sheet.name for sheet in workbook.sheets if sheet.rows and plain(sheet.name) == plain(NOTES)]


def _is_csv(workbook: Workbook) -> bool:
    return [sheet.name for sheet in workbook.sheets] == [""]


def _is_unknown(sheet: Sheet) -> bool:
    return bool(sheet.name and sheet.rows) and plain(sheet.name) not in map(plain, (SCORECARD, *OTHER_SHEETS))


def _unseen(remark: Remark) -> Finding:
    return Finding(Rule.UNSEEN, remark.message, remark.sheet, found=remark.found)


def _no_scorecard(workbook: Workbook) -> Finding:
    names = ", ".join(f'"{sheet.name}"' for sheet in workbook.sheets) or "no sheet"
    message = f'There is no sheet "{SCORECARD}". Give the sheet with the figures that name.'
    return Finding(Rule.SHEET, message, found=names)


def _unknown(sheet: Sheet) -> Finding:
    message = f"This sheet is not part of the scorecard workbook. {NOBODY_SEES}"
    return Finding(Rule.SHEET, message, sheet.name, found="another sheet")


def merged_cells(sheet: Sheet, cells: str) -> Finding:
    first = cells.partition(":")[0]
    message = f"The cells {cells} are merged, so it is not clear which of them is meant. Unmerge them."
    return Finding(Rule.SHEET, message, sheet.name, first, found="merged cells")
