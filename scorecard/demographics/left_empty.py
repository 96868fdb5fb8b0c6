"""Tables of the sheet that nobody filled in: they were not counted, which is nothing to complain about."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from core.workbook import Cell
from scorecard.demographics.layout import NUMBERS, SheetColumn
from scorecard.imports.entries import BROKEN
from scorecard.imports.layout import VARIANT_WORDS, plain, shown
from scorecard.models import Variant

Cells = Mapping[SheetColumn, Cell]
# Which columns say what table of which month and population a row belongs to.
TABLE_IN = (SheetColumn.TABLE, SheetColumn.POPULATION, SheetColumn.MONTH)


class Filled(NamedTuple):
    """The rows to read, and the names of the tables that hold no number at all."""

    rows: list[Cells]
    left_empty: list[str]


def without_empty_tables(rows: Sequence[Cells]) -> Filled:
    """A row that names no table belongs to none, and is read for its fault to be told."""
    counted = {_table(row) for row in rows if any(not row[column].is_empty for column in NUMBERS)}
    is_read = [not _is_named(row) or _table(row) in counted for row in rows]
    left = [_name(row) for row, is_wanted in zip(rows, is_read, strict=True) if not is_wanted]
    return Filled(list(compress(rows, is_read)), list(dict.fromkeys(left)))


def _is_named(row: Cells) -> bool:
    table = row[SheetColumn.TABLE]
    return not table.is_empty and table.kind not in BROKEN


def _table(row: Cells) -> tuple[str, ...]:
    return tuple(plain(row[column].as_text()) if not row[column].is_empty else "" for column in TABLE_IN)


def _name(row: Cells) -> str:
    name = shown(row[SheetColumn.TABLE].as_text())
    population = row[SheetColumn.POPULATION]
    word = "" if population.is_empty else plain(population.as_text())
    return f"{name}, excluding UASC" if VARIANT_WORDS.get(word) == Variant.EXC_UASC else name
