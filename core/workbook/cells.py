from datetime import date
from decimal import Decimal, localcontext
from typing import NamedTuple

from .addresses import address, place_of
from .dates import date_from_text, in_words, is_only_a_month, month_end
from .kinds import Kind
from .number_formats import shows_only_a_month
from .numbers import Unclear, number_from_text
from .refusals import UNPRINTABLE

LONGEST_NUMBER = 64  # digits: 30 before the point and 30 after it, times 100
FIXES = {
    Kind.EMPTY: "Fill it in.",
    Kind.ERROR: "Mend the formula, or type the value.",
    Kind.UNCALCULATED: "Open the workbook in Excel or LibreOffice, let it calculate, save it and upload it.",
}


class CellProblem(ValueError):
    """A cell that does not hold what is wanted. ``str()`` is the sentence; its parts are kept for tables."""

    def __init__(self, cell: "Cell", *, expected: str, fix: str) -> None:
        self.place, self.found, self.expected, self.fix = cell.place, cell.found, expected, fix
        super().__init__(f"{self.place}: found {self.found}, expected {expected}. {fix}")


class Cell(NamedTuple):
    """One cell as it stands in the file; ``row`` and ``column`` count from 1.

    ``text`` is exact: a number as a spreadsheet shows it in full (0.989, never 0.98899999999999999), a
    percentage as the number behind it (0.989 for 98.9%), a date as ISO 8601, a truth value as TRUE or FALSE,
    an error as #REF!. ``number_format`` is Excel's; OpenDocument and CSV have none.
    """

    sheet: str
    row: int
    column: int
    kind: Kind = Kind.EMPTY
    text: str = ""
    number_format: str = ""
    is_formula: bool = False

    @property
    def address(self) -> str:
        return address(self.row, self.column)

    @property
    def place(self) -> str:
        return place_of(self.sheet, f"cell {self.address}")

    @property
    def is_empty(self) -> bool:
        return self.kind is Kind.EMPTY

    @property
    def is_percent(self) -> bool:
        """Shown as so many per cent, be it by its number format or by a % sign typed in a text."""
        return self.kind is Kind.PERCENTAGE or (self.kind is Kind.TEXT and self.text.rstrip().endswith("%"))

    @property
    def found(self) -> str:
        """What stands in the cell, as words for a sentence."""
        if self.kind is Kind.EMPTY:
            return "nothing"
        if self.kind is Kind.UNCALCULATED:
            return "a formula without a result"
        shown = " ".join(UNPRINTABLE.sub(" ", self.as_text()).split())
        return f'"{shown}"' if len(shown) <= 40 else f'"{shown[:39]}…"'

    def as_text(self) -> str:
        """As the analyst reads it: trimmed, 98.9% for a percentage, 31 August 2018 for a date."""
        if self.kind is Kind.PERCENTAGE:
            return f"{_percent(self.text):f}%" if _is_number(self.text) else self.text
        if self.kind is Kind.DATE:
            return _date_in_words(self.text)
        return self.text.strip()

    def as_decimal(self) -> Decimal:
        """The number a person reads in the cell: 98.9 for 98.9%, be it 0.989 with a format or a text.

        Raises CellProblem for anything that is not one plain number. ``is_percent`` tells 98.9% from 98.9.
        """
        expected = "a number like 87.5"
        if self.kind in (Kind.DATE, Kind.TIME):
            fix = "Give the cell the number format General, then type the number."
            raise CellProblem(self, expected=expected, fix=fix)
        self._refuse_unless(expected, Kind.NUMBER, Kind.PERCENTAGE, Kind.TEXT)
        try:
            return _percent(self.text) if self.kind is Kind.PERCENTAGE else number_from_text(self.text)
        except Unclear as unclear:
            raise CellProblem(self, expected=expected, fix=str(unclear)) from None

    def as_date(self) -> date:
        """The day in the cell; "Aug 2018" is its first, as in Excel. Raises CellProblem."""
        expected = "a date like 31 August 2018"
        if self.kind is Kind.NUMBER:
            fix = "Type the date, or give the cell a date format."
            raise CellProblem(self, expected=expected, fix=fix)
        self._refuse_unless(expected, Kind.DATE, Kind.TEXT)
        try:
            return date_from_text(self.text)
        except Unclear as unclear:
            raise CellProblem(self, expected=expected, fix=str(unclear)) from None

    def as_month_end(self) -> date:
        """The last day of the month in the cell: 31/08/2018, or a month without a day. Raises CellProblem."""
        day = self.as_date()
        is_month = (
            shows_only_a_month(self.number_format) if self.kind is Kind.DATE else is_only_a_month(self.text)
        )
        if is_month or day == month_end(day):
            return month_end(day)
        fix = f"Write it as {in_words(month_end(day))}."
        raise CellProblem(self, expected="the last day of a month", fix=fix)

    def _refuse_unless(self, expected: str, *kinds: Kind) -> None:
        if self.kind not in kinds:
            raise CellProblem(self, expected=expected, fix=FIXES.get(self.kind, f"Type {expected}."))


def _percent(text: str) -> Decimal:
    with localcontext(prec=LONGEST_NUMBER):  # a cell may hold more digits than Decimal usually counts with
        number = number_from_text(text).scaleb(2)
        return number if number.as_tuple().exponent <= 0 else number.quantize(Decimal(1))


def _is_number(text: str) -> bool:
    try:
        number_from_text(text)
    except Unclear:
        return False
    return True


def _date_in_words(text: str) -> str:
    try:
        day = date_from_text(text)
    except Unclear:
        return text
    return in_words(day) if len(text) <= 10 else f"{in_words(day)} {text[11:16]}"
