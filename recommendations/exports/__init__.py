"""The register as files, each sent while it is written. One list says which formats there are."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from core.csv_files import csv_lines
from recommendations.exports.columns import COLUMNS
from recommendations.exports.pdf import pdf_chunks
from recommendations.exports.workbook import xlsx_chunks
from recommendations.report.standing import Row


class Format(NamedTuple):
    label: str
    content_type: str
    chunks: Callable[[Sequence[Row]], Iterator[bytes]]


def csv_chunks(rows: Sequence[Row]) -> Iterator[bytes]:
    headings = [column.heading for column in COLUMNS]
    return csv_lines(headings, ([column.cell(row) for column in COLUMNS] for row in rows))


FORMATS = {
    "pdf": Format("PDF", "application/pdf", pdf_chunks),
    "xlsx": Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_chunks),
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_chunks),
}
