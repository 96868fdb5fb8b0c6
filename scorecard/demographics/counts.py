"""A month's counts of children as plain values: one table, its rows, its columns. No database."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Column(StrEnum):
    """`UNACCOMPANIED` is never printed: it is what `EVERYONE` less `WITHOUT` tells."""

    FEMALE = "Female"
    MALE = "Male"
    EVERYONE = "All children"
    WITHOUT = "Without unaccompanied children"
    UNACCOMPANIED = "Unaccompanied children"


SEXES = (Column.FEMALE, Column.MALE)
POPULATIONS = (Column.WITHOUT, Column.UNACCOMPANIED)


@dataclass(frozen=True, slots=True)
class Counts:
    """One row. By sex both or neither; `without` is None where it was not counted."""

    name: str
    everyone: int
    female: int | None = None
    male: int | None = None
    without: int | None = None
    is_not_known: bool = False

    def count(self, column: Column) -> int | None:
        if column is Column.UNACCOMPANIED:
            return None if self.without is None else self.everyone - self.without
        fields = {
            Column.FEMALE: self.female,
            Column.MALE: self.male,
            Column.EVERYONE: self.everyone,
            Column.WITHOUT: self.without,
        }
        return fields[column]


@dataclass(frozen=True, slots=True)
class CountedTable:
    """`rows` add up to `total`, unless a child may be counted in several of them.

    Then `none` counts the children who are in none of the rows.
    """

    key: str
    name: str
    rows: tuple[Counts, ...]
    total: Counts
    none: Counts | None = None

    @property
    def adds_up(self) -> bool:
        return self.none is None

    @property
    def every_row(self) -> tuple[Counts, ...]:
        return (*self.rows, *([self.none] if self.none else []), self.total)

    def has(self, columns: tuple[Column, ...]) -> bool:
        """Whether every row and the total are counted in these columns."""
        return all(row.count(column) is not None for row in self.every_row for column in columns)

    def without_columns_about_few(self, threshold: int) -> "CountedTable":
        """Sexes or populations that hold few children altogether are printed in no table."""
        table = self
        if any(is_small(self.total.count(sex) or 0, threshold) for sex in SEXES):
            table = table._changed(female=None, male=None)
        if any(is_small(self.total.count(population) or 0, threshold) for population in POPULATIONS):
            table = table._changed(without=None)
        return table

    def _changed(self, **columns: Any) -> "CountedTable":
        return replace(
            self,
            rows=tuple(replace(row, **columns) for row in self.rows),
            total=replace(self.total, **columns),
            none=self.none and replace(self.none, **columns),
        )


def is_small(count: int, threshold: int) -> bool:
    """A count that could point to a child. Nought tells of nobody."""
    return 1 <= count <= threshold
