"""A workbook as plain data: every filled cell with its place, its kind and its exact text."""

from collections.abc import Iterator
from typing import NamedTuple

from .addresses import column_letters, place_of
from .cells import Cell

UNHIDE = "Unhide or delete what is hidden, so that everybody sees what is read."
HOLDS_SOMETHING = f"Something stands there. {UNHIDE}"


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


class Remark(NamedTuple):
    """Something in a file that its uploader may not see. ``sheet`` is "" for the whole file."""

    sheet: str
    found: str
    message: str


class Sheet(NamedTuple):
    """``rows`` in their order, empty ones left out. A CSV file is one sheet with the name ""."""

    name: str
    rows: tuple[Row, ...] = ()
    is_hidden: bool = False
    hidden_columns: tuple[int, ...] = ()  # of those that hold something
    merged_ranges: tuple[str, ...] = ()  # like "A1:D1"; at most the first 100
    has_comments: bool = False

    def unseen(self) -> Iterator[Remark]:
        """What everybody who opens the file can find."""
        if self.is_hidden:
            yield Remark(self.name, "a hidden sheet", UNHIDE)
        if hidden := [str(row.number) for row in self.rows if row.is_hidden]:
            yield Remark(self.name, f"hidden rows: {_some(hidden)}", HOLDS_SOMETHING)
        if hidden := [column_letters(column) for column in self.hidden_columns]:
            yield Remark(self.name, f"hidden columns: {_some(hidden)}", HOLDS_SOMETHING)
        if self.has_comments:
            yield Remark(self.name, "comments", "Check that they name nobody, or delete them.")


class Workbook(NamedTuple):
    """``remarks`` are the reader's own; ``warnings`` has them and what lies hidden in the sheets."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def warnings(self) -> tuple[Remark, ...]:
        return (*self.remarks, *(remark for sheet in self.sheets for remark in sheet.unseen()))

    def sheet(self, name: str) -> Sheet | None:
        """By name, as Excel compares names: without regard to capitals."""
        for sheet in self.sheets:
            if sheet.name.casefold() == name.casefold():
                return sheet
        return None


def _some(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 10 else f"{', '.join(names[:10])} and {len(names) - 10} more"
