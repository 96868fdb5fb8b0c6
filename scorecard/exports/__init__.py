"""The scorecard as files. One list says which formats there are, for pages and commands alike."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.exports.pdf import pdf_file
from scorecard.exports.text_files import csv_file, json_file
from scorecard.exports.workbook import xlsx_file
from scorecard.report.scorecard import Scorecard


class Format(NamedTuple):
    label: str
    content_type: str
    write: Callable[[Scorecard], bytes]


FORMATS = {
    "pdf": Format("PDF", "application/pdf", pdf_file),
    "xlsx": Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_file),
    "json": Format("JSON", "application/json", json_file),
}
