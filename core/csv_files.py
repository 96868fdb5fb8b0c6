"""Tables as CSV that spreadsheet programs open as what they are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from core.formula_escape import escape_formula


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """None is an empty cell. Begins with a byte order mark: Excel needs it for UTF-8."""
    return b"".join(csv_lines(headings, rows))


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The same line by line, for a file that is sent while it is written."""
    yield _line(headings, "utf-8-sig")
    for row in rows:
        yield _line(["" if cell is None else escape_formula(cell) for cell in row], "utf-8")


def _line(cells: Sequence[Any], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode(encoding)
