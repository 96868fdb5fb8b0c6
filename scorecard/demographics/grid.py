"""A table as a network of cells: which sums are printed, and what a reader may know of a cell that is not."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scorecard.demographics.counts import POPULATIONS, SEXES, Column, CountedTable, Counts, is_small
from scorecard.demographics.network import Cell, Node

# A row's total is missed more than one of its parts.
PRICES = {Column.FEMALE: 3, Column.MALE: 3, Column.WITHOUT: 4, Column.EVERYONE: 12}
# Partners are chosen by tens: the choice itself must not tell a reader which cell is the smaller one.
TENS = 10


class Layout(StrEnum):
    """Which columns a table is printed with, from the most to the least it can tell."""

    SEX_AND_POPULATION = "sex and population"
    SEX = "sex"
    POPULATION = "population"
    TOTALS = "totals"

    @property
    def columns(self) -> tuple[Column, ...]:
        """As they are printed, in this order."""
        sexes = SEXES if self in (Layout.SEX_AND_POPULATION, Layout.SEX) else ()
        without = (Column.WITHOUT,) if self in (Layout.SEX_AND_POPULATION, Layout.POPULATION) else ()
        return (*sexes, Column.EVERYONE, *without)


class Place(NamedTuple):
    row: int
    column: Column


class Spot(NamedTuple):
    """A cell with its place. `is_printed` as long as nothing hides it; `is_guarded` counts point to children."""

    place: Place
    cell: Cell
    is_printed: bool
    is_guarded: bool


def spots(table: CountedTable, layout: Layout, threshold: int) -> list[Spot]:
    """Every cell that is counted, printed or not: a reader may work out one that is left away as well."""
    counted = _counted(table)
    found = [
        _spot(Place(number, column), row, table, counted, layout, threshold)
        for number, row in enumerate(table.rows)
        for column in counted
    ]
    return found if table.adds_up else found + list(_overlaps(table, counted))


def _counted(table: CountedTable) -> tuple[Column, ...]:
    sexes = SEXES if table.has(SEXES) else ()
    populations = POPULATIONS if table.has((Column.WITHOUT,)) else ()
    return (*sexes, Column.EVERYONE, *populations)


def _spot(
    place: Place,
    row: Counts,
    table: CountedTable,
    counted: tuple[Column, ...],
    layout: Layout,
    threshold: int,
) -> Spot:
    value = row.count(place.column) or 0
    tail, head = _ends(place, counted)
    is_printed = place.column in layout.columns
    is_guarded = is_small(value, threshold) and not row.is_not_known
    lowest, highest = _known_bounds(row, value, threshold) if is_printed else (0, None)
    most = None if table.adds_up else max(value, _in_some_row(table, place.column))
    highest = most if highest is None else highest
    return Spot(
        place,
        Cell(value, tail, head, lowest, highest, _price(place.column, value)),
        is_printed,
        is_guarded,
    )


def _known_bounds(row: Counts, value: int, threshold: int) -> tuple[int, int | None]:
    """Of a cell marked as hidden: not nought, and somebody may guess whether it is the small one or its partner."""
    if row.is_not_known:
        return 1, None
    return (1, threshold) if is_small(value, threshold) else (threshold + 1, None)


def _price(column: Column, value: int) -> int:
    return PRICES.get(column, 0) + value // TENS


def _ends(place: Place, counted: tuple[Column, ...]) -> tuple[Node, Node]:
    """Girls and boys flow into their row, the row into those with and without somebody responsible for them."""
    row, column = place
    into_row: Node = ("row", row) if Column.FEMALE in counted else ("everyone", 0)
    out_of_row: Node = ("populations", row) if Column.WITHOUT in counted else ("sum", 0)
    if column in SEXES:
        return (column.name, 0), into_row
    return (into_row, out_of_row) if column is Column.EVERYONE else (out_of_row, (column.name, 0))


def _in_some_row(table: CountedTable, column: Column) -> int:
    """How many children are in at least one row of a table whose rows overlap."""
    return (table.total.count(column) or 0) - ((table.none and table.none.count(column)) or 0)


def _overlaps(table: CountedTable, counted: tuple[Column, ...]) -> Iterator[Spot]:
    """By how much the rows of a column exceed its children: nobody prints it, and it is not less than nought."""
    for column in counted:
        tail, head = _overlap_ends(column, counted)
        excess = sum(row.count(column) or 0 for row in table.rows) - _in_some_row(table, column)
        if tail != head:
            yield Spot(Place(-1, column), Cell(max(excess, 0), tail, head, 0, None, 0), False, False)


def _overlap_ends(column: Column, counted: tuple[Column, ...]) -> tuple[Node, Node]:
    entry: Node = ("overlap", 0) if Column.FEMALE in counted else ("everyone", 0)
    leaving: Node = ("overlap", 0) if Column.WITHOUT in counted else ("sum", 0)
    if column in SEXES:
        return ("overlap", 0), (column.name, 0)
    if column is Column.EVERYONE:
        return leaving, entry
    return (column.name, 0), ("overlap", 0)
