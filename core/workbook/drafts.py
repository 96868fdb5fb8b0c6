"""What has been read so far, counted against the limits; the same for every kind of file."""

from collections.abc import Sequence

from .addresses import address, place_of
from .kinds import Kind
from .limits import Limits
from .model import Remark
from .refusals import UNPRINTABLE, UnreadableWorkbook

LONGEST_CELL = 32_767  # characters, in Excel and LibreOffice alike
EMPTY_ROWS_BEARABLE = 100_000
MERGED_RANGES_KEPT = 100
MOST_FORMATS = 1_000
LONGEST_NAME = 100  # characters; Excel allows 31

RawCell = tuple[int, Kind, str, int, bool]  # column, kind, text, index of the number format, is it a formula
RawRow = tuple[int, bool, Sequence[RawCell]]  # number, is it hidden, cells


class WorkbookDraft:
    """One file while it is being read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheets: list[SheetDraft] = []
        self.remarks: list[Remark] = []
        self.formats = {"": 0}
        self.cells = self.characters = 0

    def add_sheet(self, name: str, *, is_hidden: bool = False) -> "SheetDraft":
        if len(name) > LONGEST_NAME or UNPRINTABLE.search(name):
            raise UnreadableWorkbook("damaged", detail=f'the name of its sheet "{name}" cannot be shown')
        if len(self.sheets) == self.limits.sheets:
            raise UnreadableWorkbook("too_many_sheets", most=f"{self.limits.sheets:,}")
        if any(name.casefold() == sheet.name.casefold() for sheet in self.sheets):
            raise UnreadableWorkbook("sheet_twice", sheet=name)
        self.sheets.append(SheetDraft(name, self, is_hidden=is_hidden))
        return self.sheets[-1]

    def format_index(self, number_format: str) -> int:
        if len(self.formats) > MOST_FORMATS:
            raise UnreadableWorkbook("damaged", detail=f"it has more than {MOST_FORMATS:,} number formats")
        return self.formats.setdefault(number_format, len(self.formats))


class SheetDraft:
    """One sheet while it is being read."""

    def __init__(self, name: str, workbook: WorkbookDraft, *, is_hidden: bool) -> None:
        self.name, self.workbook, self.is_hidden = name, workbook, is_hidden
        self.rows: list[RawRow] = []
        self.merged_ranges: list[str] = []
        self.has_comments = False
        self._columns_hidden: set[int] = set()
        self._empty_rows = 0

    def place(self, row: int, column: int | None = None) -> str:
        return place_of(self.name, f"cell {address(row, column)}" if column else f"row {row}")

    def add_row(self, number: int, cells: Sequence[RawCell], *, is_hidden: bool = False) -> None:
        """Checks the row against every limit; one without cells is only counted."""
        if not cells:
            self._count_empty_row(number)
            return
        limits = self.workbook.limits
        if number > limits.rows:
            self._refuse("too_many_rows", number, cells[0], limits.rows)
        if cells[-1][0] > limits.columns:
            self._refuse("too_many_columns", number, cells[-1], limits.columns)
        self._count(number, cells)
        self.rows.append((number, is_hidden, cells))

    def hide_columns(self, first: int, last: int) -> None:
        self._columns_hidden.update(range(first, min(last, self.workbook.limits.columns) + 1))

    def hidden_columns(self) -> list[int]:
        """Those that hold something."""
        if not self._columns_hidden:
            return []
        return sorted(self._columns_hidden & {cell[0] for _, _, cells in self.rows for cell in cells})

    def merge(self, cell_range: str) -> None:
        if len(self.merged_ranges) < MERGED_RANGES_KEPT:
            self.merged_ranges.append(cell_range)

    def _count_empty_row(self, number: int) -> None:
        self._empty_rows += 1
        if self._empty_rows > EMPTY_ROWS_BEARABLE:
            raise UnreadableWorkbook("too_many_empty_rows", place=self.place(number))

    def _count(self, number: int, cells: Sequence[RawCell]) -> None:
        workbook, limits = self.workbook, self.workbook.limits
        workbook.cells += len(cells)
        if workbook.cells > limits.cells:
            self._refuse("too_many_cells", number, cells[-1], limits.cells)
        lengths = [len(cell[2]) for cell in cells]
        workbook.characters += sum(lengths)
        if max(lengths) > LONGEST_CELL:
            self._refuse("cell_too_long", number, cells[lengths.index(max(lengths))], LONGEST_CELL)
        if workbook.characters > limits.characters:
            self._refuse("too_much_text", number, cells[-1], limits.characters)

    def _refuse(self, code: str, row: int, cell: RawCell, most: int) -> None:
        raise UnreadableWorkbook(code, place=self.place(row, cell[0]), most=f"{most:,}")
