"""A workbook as plain data: every filled cell with its place, its kind and its exact text."""

from collections.abc import Iterator
from typing import NamedTuple

from .addresses import column_letters, place_of
from .cells import Cell

UNHIDE = "Unhide or delete what is hidden, so that everybody sees what is read."


class Row(NamedTuple):
    """A row with at least one filled cell; ``number`` is the one the analyst sees beside it."""

    sheet: str
    number: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False

    @property
    def place(self) -> str:
        return place_of(self.sheet, f"row {self.number}")

    def cell(self, column: int) -> Cell:
        """The cell in that column, 1 for A; an empty one, with its place, where the file has none."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        return Cell(self.sheet, self.number, column)


class Sheet(NamedTuple):
    """``rows`` in their order, empty ones left out. A CSV file is one sheet with the name ""."""

    name: str
    rows: tuple[Row, ...] = ()
    is_hidden: bool = False
    hidden_columns: tuple[int, ...] = ()  # of those that hold something
    merged_ranges: tuple[str, ...] = ()  # like "A1:D1"; at most the first 100
    has_comments: bool = False

    @property
    def place(self) -> str:
        return f'Sheet "{self.name}"' if self.name else "The file"

    def unseen(self) -> Iterator[str]:
        """Sentences on what the uploader may not see but everybody who opens the file can find."""
        if self.is_hidden:
            yield f"{self.place} is hidden. {UNHIDE}"
        if hidden := [str(row.number) for row in self.rows if row.is_hidden]:
            yield f"{self.place} has hidden rows that hold something ({_some(hidden)}). {UNHIDE}"
        if hidden := [column_letters(column) for column in self.hidden_columns]:
            yield f"{self.place} has hidden columns that hold something ({_some(hidden)}). {UNHIDE}"
        if self.has_comments:
            yield f"{self.place} has comments. Check that they name nobody, or delete them."


class Workbook(NamedTuple):
    """``remarks`` are the reader's own; ``warnings`` has them and what lies hidden in the sheets."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        return (*self.remarks, *(sentence for sheet in self.sheets for sentence in sheet.unseen()))

    def sheet(self, name: str) -> Sheet | None:
        """By name, as Excel compares names: without regard to capitals."""
        for sheet in self.sheets:
            if sheet.name.casefold() == name.casefold():
                return sheet
        return None


def _some(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 10 else f"{', '.join(names[:10])} and {len(names) - 10} more"
