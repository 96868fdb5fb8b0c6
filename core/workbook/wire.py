"""Orders and workbooks as lines of JSON, and back.

What comes from the child is data to check, never objects to trust.
"""

import json
from collections.abc import Iterator
from struct import Struct
from typing import Any

from .addresses import LAST_COLUMN
from .cells import Cell
from .drafts import WorkbookDraft
from .kinds import Kind
from .limits import Limits
from .model import Remark, Row, Sheet, Workbook
from .refusals import SENTENCES, UnreadableWorkbook

as_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
KINDS = {kind.value: kind for kind in Kind}
PEAK = Struct("!Q")  # before the answer: what memory it took, in kB
ROWS_A_LINE = 100  # to each its own costs more than the rows do; all in one need them in memory twice
READ, REFUSED = "read", "refused"
FAULTS = (ValueError, LookupError, TypeError, AttributeError, StopIteration, RuntimeError)


class BrokenAnswer(ValueError):
    """Not what ``pack`` writes."""


def pack_order(ending: str, limits: Limits, workbook: bytes) -> bytes:
    return b"\n".join([_line([ending, limits._asdict()]), workbook])


def unpack_order(data: bytes) -> tuple[str, Limits, bytes]:
    order, _, workbook = data.partition(b"\n")
    ending, limits = json.loads(order)
    return ending, Limits(**limits), workbook


def with_peak(answer: bytes, kilobytes: int) -> bytes:
    return PEAK.pack(kilobytes) + answer


def without_peak(answer: bytes) -> tuple[int, bytes]:
    if len(answer) <= PEAK.size:
        raise BrokenAnswer("cut short")
    return PEAK.unpack_from(answer)[0], answer[PEAK.size :]


def pack(draft: WorkbookDraft) -> bytes:
    return b"\n".join(map(_line, _lines(draft)))


def pack_refusal(refusal: UnreadableWorkbook) -> bytes:
    return _line([REFUSED, refusal.code, refusal.fields])


def unpack(answer: bytes) -> Workbook:
    """Raises the UnreadableWorkbook that was packed, or BrokenAnswer."""
    try:
        lines = map(json.loads, answer.split(b"\n"))
        verdict, *rest = next(lines)
        if verdict == REFUSED:
            raise _refusal(*rest)
        remarks, formats, sheet_count = rest
        sheets = tuple(_sheet(lines, formats) for _ in range(sheet_count))
        return Workbook(sheets, tuple(Remark(*map(str, remark)) for remark in remarks))
    except FAULTS as fault:
        raise BrokenAnswer(type(fault).__name__) from None


def _line(value: Any) -> bytes:
    return as_json(value).encode()


def _lines(draft: WorkbookDraft) -> Iterator[Any]:
    """First what belongs to all, then each sheet followed by its rows, so many to a line."""
    yield [READ, draft.remarks, list(draft.formats), len(draft.sheets)]
    for sheet in draft.sheets:
        about = [sheet.is_hidden, sheet.hidden_columns(), sheet.merged_ranges, sheet.has_comments]
        lines = range(0, len(sheet.rows), ROWS_A_LINE)
        yield [sheet.name, len(lines), *about]
        yield from (sheet.rows[first : first + ROWS_A_LINE] for first in lines)


def _refusal(code: str, fields: dict[str, str]) -> UnreadableWorkbook:
    return UnreadableWorkbook(code if code in SENTENCES else "reader_stopped", **fields)


def _sheet(lines: Iterator[Any], formats: list[str]) -> Sheet:
    name, line_count, is_hidden, hidden_columns, merged_ranges, has_comments = next(lines)
    _expect(str, name, *merged_ranges)
    _expect(int, is_hidden, has_comments, *hidden_columns)
    rows = tuple([_row(name, row, formats) for _ in range(line_count) for row in next(lines)])
    return Sheet(name, rows, is_hidden, tuple(hidden_columns), tuple(merged_ranges), has_comments)


def _row(sheet: str, packed: list[Any], formats: list[str]) -> Row:
    number, is_hidden, raw = packed
    _expect(int, number, is_hidden)
    _expect(list, raw)
    cells = [
        Cell(sheet, number, column, KINDS[kind], text, formats[number_format], is_formula)
        for column, kind, text, number_format, is_formula in raw
        if 1 <= column <= LAST_COLUMN and isinstance(text, str)
    ]
    if len(cells) != len(raw):
        raise BrokenAnswer("cells")
    return Row(sheet, number, tuple(cells), is_hidden)


def _expect(kind: type, *values: object) -> None:
    if not all(isinstance(value, kind) for value in values):
        raise BrokenAnswer(kind.__name__)
