"""The scorecard as JSON and as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.formula_escape import escape_formula
from scorecard.exports.columns import Cell, Column, columns
from scorecard.published import format_number
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.report.tidy import as_data


def json_file(scorecard: Scorecard) -> bytes:
    return (json.dumps(as_data(scorecard), indent=2, ensure_ascii=False) + "\n").encode()


def csv_file(scorecard: Scorecard) -> bytes:
    return csv_of(columns(scorecard), scorecard.rows)


def csv_of(shown: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """One row of headings, then one for each indicator. Begins with a byte order mark: Excel needs it for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.heading for column in shown])
    for row in rows:
        writer.writerow([_cell(column, column.cell(row)) for column in shown])
    return text.getvalue().encode("utf-8-sig")


def _cell(column: Column, value: Cell) -> str:
    """A published figure keeps its decimal places, 332.0; another number as it was typed. No thousands commas."""
    if value is None:
        return ""
    if not isinstance(value, Decimal):
        return escape_formula(value)
    return f"{value:f}" if column.is_published else format_number(value).replace(",", "")
