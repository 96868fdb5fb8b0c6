"""What the portal holds already: the tables, their rows, and the counts that stand."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from scorecard.imports.layout import plain
from scorecard.models import CategoryKind, DemographicCategory, DemographicCount, DemographicTable, Variant
from scorecard.periods import previous_month_end


class Numbers(NamedTuple):
    """One row of a table: children by sex, where that is counted, and all of them."""

    female: int | None
    male: int | None
    everyone: int
    is_illustrative: bool = False


class BlockKey(NamedTuple):
    """A table of one month and population: what an upload replaces as a whole."""

    table: int
    variant: str
    month: date


Block = Mapping[int, Numbers]  # by category


@dataclass(frozen=True, slots=True)
class Standing:
    """`digest` changes when any of it does."""

    tables: tuple[DemographicTable, ...]
    categories: Mapping[int, tuple[DemographicCategory, ...]]
    blocks: Mapping[BlockKey, Block]
    digest: str

    def table_named(self, name: str) -> DemographicTable | None:
        return next((table for table in self.tables if plain(table.name) == plain(name)), None)

    def category_named(self, table: DemographicTable, name: str) -> DemographicCategory | None:
        rows = self.categories.get(table.pk, ())
        return next((category for category in rows if plain(category.name) == plain(name)), None)

    def of_kind(self, table: int, kind: CategoryKind) -> DemographicCategory | None:
        return next((c for c in self.categories.get(table, ()) if c.kind == kind), None)

    def in_month(self, month: date) -> dict[BlockKey, Block]:
        return {key: block for key, block in self.blocks.items() if key.month == month}


def load_standing(months: Collection[date]) -> Standing:
    """What a workbook for these months is checked against, with the months before them, in three queries."""
    categories: dict[int, list[DemographicCategory]] = defaultdict(list)
    for category in DemographicCategory.objects.all():
        categories[category.table_id].append(category)
    wanted = {*months, *map(previous_month_end, months)}
    counts = DemographicCount.objects.filter(period__ends_on__in=wanted).current()
    seen = (
        sorted((c.pk, c.table_id, c.name, c.kind) for rows in categories.values() for c in rows),
        sorted(count.pk for count in counts),
    )
    return Standing(
        tables=tuple(DemographicTable.objects.all()),
        categories={table: tuple(rows) for table, rows in categories.items()},
        blocks=_blocks(counts),
        digest=sha256(repr(seen).encode()).hexdigest(),
    )


def _blocks(counts: Collection[DemographicCount]) -> dict[BlockKey, dict[int, Numbers]]:
    blocks: dict[BlockKey, dict[int, Numbers]] = defaultdict(dict)
    for row in counts:
        key = BlockKey(row.category.table_id, Variant(row.variant), row.period.ends_on)
        numbers = Numbers(row.female, row.male, row.everyone, row.is_illustrative)
        blocks[key][row.category_id] = numbers
    return blocks
