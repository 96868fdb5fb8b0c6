"""The children in care of August 2018 as the council printed them, and the tables they were counted in."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import transaction

from core.fixtures import is_yes, read_csv
from scorecard.models import CategoryKind, DemographicCategory, DemographicTable
from scorecard.models.demographics import FIRST_ORDER

TOTAL = "Grand Total"


class ChildrenRow(NamedTuple):
    """One row of the sheet; sexes are None where the paper does not give them."""

    table: str
    category: str
    female: int | None
    male: int | None
    everyone: int


@transaction.atomic
def load_demographic_tables() -> int:
    """Add the tables that are not there yet, each with its rows; how many were added."""
    rows = read_csv("demographic-categories")
    there = set(DemographicTable.objects.values_list("key", flat=True))
    added = 0
    for order, row in enumerate(read_csv("demographic-tables"), start=1):
        if row["table"] not in there:
            _add_table(row, order, [other for other in rows if other["table"] == row["table"]])
            added += 1
    return added


def _add_table(row: dict[str, str], order: int, rows: list[dict[str, str]]) -> None:
    table = DemographicTable.objects.create(
        key=row["table"],
        name=row["name"],
        order=order,
        rows_overlap=is_yes(row["rows_overlap"]),
        named_at_most=int(row["named_at_most"]) if row["named_at_most"] else None,
    )
    kinds = [CategoryKind(row["kind"]) for row in rows]
    DemographicCategory.objects.bulk_create(
        DemographicCategory(
            table=table, name=row["name"], order=FIRST_ORDER[kind] + kinds[:place].count(kind), kind=kind
        )
        for place, (row, kind) in enumerate(zip(rows, kinds, strict=True))
    )


def august_children() -> list[ChildrenRow]:
    """Every row, in the order of the tables."""
    printed = {(row["breakdown"], row["category"]): row for row in read_csv("demographics-2018-08")}
    return list(_rows(printed))


def _rows(printed: dict[tuple[str, str], dict[str, str]]) -> Iterator[ChildrenRow]:
    names = {row["table"]: row["name"] for row in read_csv("demographic-tables")}
    for row in read_csv("demographic-categories"):
        # Disability prints no total: it counts the same children as age does.
        counts = printed.get((row["table"], row["printed"])) or printed["age", TOTAL]
        female, male = (int(counts[sex]) if counts[sex] else None for sex in ("female", "male"))
        yield ChildrenRow(names[row["table"]], row["name"], female, male, int(counts["total"]))
