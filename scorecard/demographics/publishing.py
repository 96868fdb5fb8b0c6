"""A month's tables as everybody may see them. Page, files and paper all print what is made here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scorecard.demographics.counts import POPULATIONS, SEXES, Column, CountedTable, Counts, is_small
from scorecard.demographics.disclosure import hidden_places
from scorecard.demographics.grid import Layout, Place

HIDDEN = "c"


class Withheld(StrEnum):
    """Why something is not printed at all."""

    TOO_FEW = "too few children"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A number for each of the table's columns; None is hidden."""

    name: str
    numbers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """`sexes` and `populations` say why there are no such columns, None when there are."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[PublishedRow, ...]
    total: PublishedRow
    none: PublishedRow | None
    sexes: Withheld | None
    populations: Withheld | None

    @property
    def is_withheld(self) -> bool:
        """Nothing of it can be printed without pointing to a child."""
        return not self.columns

    @property
    def hides_something(self) -> bool:
        return any(None in row.numbers for row in self.rows)


def publish(table: CountedTable, threshold: int) -> PublishedTable:
    """The table with as many columns as can be printed safely; without any when none can."""
    printable = table.without_columns_about_few(threshold)
    for layout in Layout:
        if printable.has(layout.columns) and _ends_may_be_printed(printable, layout, threshold):
            hidden = hidden_places(printable, layout, threshold)
            if hidden is not None:
                published = _printed(table, layout, hidden)
                if _tells_something(published):
                    return published
    total = PublishedRow(table.total.name, ())
    return PublishedTable(table.key, table.name, (), (), total, None, Withheld.TOO_FEW, Withheld.TOO_FEW)


def publish_all(tables: Iterable[CountedTable], threshold: int) -> tuple[PublishedTable, ...]:
    """The tables of one month. They are linked by their totals alone, and totals are always known."""
    return tuple(publish(table, threshold) for table in tables)


def _ends_may_be_printed(table: CountedTable, layout: Layout, threshold: int) -> bool:
    """Neither the total nor, where rows overlap, those in none of them and those in some may be few."""
    ends = _told(table.total, layout)
    if table.none:
        none = _told(table.none, layout)
        ends += none + [total - few for total, few in zip(ends, none, strict=True)]
    return not any(is_small(count, threshold) for count in ends)


def _told(row: Counts, layout: Layout) -> list[int]:
    """With what the printed columns tell of unaccompanied children."""
    told = (*layout.columns, *(POPULATIONS if Column.WITHOUT in layout.columns else ()))
    return [row.count(column) or 0 for column in told]


def _tells_something(table: PublishedTable) -> bool:
    """Not a column of which only hidden cells and noughts are left."""
    columns = [[row.numbers[place] for row in table.rows] for place in range(len(table.columns))]
    return all(None not in numbers or any(numbers) for numbers in columns)


def _printed(table: CountedTable, layout: Layout, hidden: frozenset[Place]) -> PublishedTable:
    columns = layout.columns
    return PublishedTable(
        key=table.key,
        name=table.name,
        columns=columns,
        rows=tuple(_row(number, row, columns, hidden) for number, row in enumerate(table.rows)),
        total=_row(-1, table.total, columns, frozenset()),
        none=_row(-1, table.none, columns, frozenset()) if table.none else None,
        sexes=_why_without(table, SEXES, columns),
        populations=_why_without(table, (Column.WITHOUT,), columns),
    )


def _row(number: int, row: Counts, columns: tuple[Column, ...], hidden: frozenset[Place]) -> PublishedRow:
    numbers = tuple(None if Place(number, column) in hidden else row.count(column) for column in columns)
    return PublishedRow(row.name, numbers)


def _why_without(
    table: CountedTable, wanted: tuple[Column, ...], columns: tuple[Column, ...]
) -> Withheld | None:
    if set(wanted) <= set(columns):
        return None
    return Withheld.TOO_FEW if table.has(wanted) else Withheld.NOT_COUNTED
