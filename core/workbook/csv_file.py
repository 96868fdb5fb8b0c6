"""Reads CSV as Excel would: one record is one row, however many lines it takes."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from .drafts import LONGEST_CELL, RawCell, SheetDraft, WorkbookDraft
from .kinds import Kind
from .limits import Limits
from .model import Remark
from .refusals import UnreadableWorkbook

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
NAMED_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
QUOTED = re.compile(r'"(?:[^"]|"")*"')
OLD_WINDOWS = Remark(
    "",
    "text that is not in UTF-8",
    "It was read as older Windows text. Check the names and signs in it, or save it from Excel as "
    '"CSV UTF-8 (comma delimited)".',
)


def read_csv(file: IO[bytes], limits: Limits) -> WorkbookDraft:
    draft = WorkbookDraft(limits)
    text = _decoded(file.read(), draft)
    if named := NAMED_SEPARATOR.match(text):
        text = text[named.end() :]
    sheet = draft.add_sheet("")
    for number, record in enumerate(_records(text, named[1] if named else _delimiter(text)), 1):
        cells = _cells(record, number, sheet)
        if cells and cells[-1][0] > limits.columns:
            raise UnreadableWorkbook(
                "csv_too_wide", row=number, found=f"{cells[-1][0]:,}", most=limits.columns
            )
        sheet.add_row(number, cells)
    return draft


def _decoded(content: bytes, draft: WorkbookDraft) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    for attempt in (encoding, "cp1252") if encoding == "utf-8" else (encoding,):
        with suppress(UnicodeDecodeError):
            text = content.decode(attempt)
            draft.remarks += [OLD_WINDOWS] if attempt == "cp1252" else []
            return text
    raise UnreadableWorkbook("encoding")


def _delimiter(text: str) -> str:
    """The most frequent of comma, semicolon and tab in the first line, quoted parts left aside."""
    start = QUOTED.sub("", text[:20_000]).lstrip("\r\n")
    first_line = start.splitlines()[0] if start else ""
    return max(",;\t", key=first_line.count)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield next(records)
        except StopIteration:
            return
        except csv.Error as fault:
            raise _fault(number, str(fault)) from None


def _fault(row: int, fault: str) -> UnreadableWorkbook:
    if "field larger" in fault:
        return UnreadableWorkbook("cell_too_long", place=f"A cell of row {row}", most=f"{LONGEST_CELL:,}")
    detail = (
        "a quotation mark is opened and never closed"
        if "end of data" in fault
        else "its quotation marks do not fit"
    )
    return UnreadableWorkbook("csv_row", row=str(row), detail=detail)


def _cells(record: list[str], row: int, sheet: SheetDraft) -> list[RawCell]:
    cells = [(column, Kind.TEXT, text, 0, False) for column, text in enumerate(record, 1) if text.strip()]
    for column, _, text, _, _ in cells:
        if odd := NOT_TEXT.search(text):
            place = sheet.place(row, column)
            raise UnreadableWorkbook("control_character", place=place, number=ord(odd[0]))
    return cells
