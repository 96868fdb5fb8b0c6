"""Cell addresses as the analyst sees them: C14 is column 3, row 14."""

from functools import lru_cache
from string import ascii_uppercase

LAST_COLUMN = 16_384  # XFD, the last there is in Excel and LibreOffice


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = ascii_uppercase[letter] + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int | None:
    """None for anything but A to XFD."""
    if not 1 <= len(letters) <= 3 or not (letters.isascii() and letters.isalpha() and letters.isupper()):
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ascii_uppercase.index(letter) + 1
    return number if number <= LAST_COLUMN else None


def address(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"


def place_of(sheet: str, what: str) -> str:
    """``Sheet "Scorecard", cell C14``; a CSV file has no sheet to name."""
    return f'Sheet "{sheet}", {what}' if sheet else what[:1].upper() + what[1:]
