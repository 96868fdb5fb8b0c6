"""Tables as CSV that spreadsheet programs open as what they are."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from core.formula_escape import escape_formula


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """None is an empty cell. Begins with a byte order mark: Excel needs it for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow(["" if cell is None else escape_formula(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")
