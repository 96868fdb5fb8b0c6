"""Workbooks with a sheet of demographics: a good one, from which each test makes its own defect."""

from typing import Any

from scorecard.demographics.layout import REQUIRED
from tests.scorecard.workbooks import AUGUST, book, row, saved

GOOD = (
    ("Under 1", 24, 28, 52),
    ("1", 11, 18, 29),
    ("All children", 35, 46, 81),
)


def line(
    category: str, *numbers: Any, table: str = "Age", population: str | None = None, month: Any = AUGUST
) -> list[Any]:
    """Female, male and all children of one row."""
    return [table, category, population, month, *numbers]


def with_sheet(
    *lines: list[Any], headings: tuple[str, ...] = REQUIRED, figures: list[Any] | None = None
) -> bytes:
    workbook = book(figures or row())
    sheet = workbook.create_sheet("Demographics")
    for cells in (headings, *lines):
        sheet.append(list(cells))
    return saved(workbook)


def good_lines(**changes: Any) -> list[list[Any]]:
    return [line(*cells, **changes) for cells in GOOD]


def changed(place: int, *cells: Any) -> list[list[Any]]:
    """The good lines with another one in this place, 0 for the first."""
    lines = good_lines()
    lines[place] = line(*cells)
    return lines
