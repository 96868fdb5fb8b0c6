"""What everybody may see of a month's children: gathered once, so that page, files and paper cannot disagree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scorecard.demographics.counts import Column, CountedTable, Counts
from scorecard.demographics.grouping import OTHERS, OTHERS_OVERLAPPING, grouped
from scorecard.demographics.publishing import PublishedRow, PublishedTable, publish_all
from scorecard.demographics.shares import share
from scorecard.models import CategoryKind, DemographicCount, ReportingPeriod, Variant
from scorecard.periods import month_label, previous_month_end
from scorecard.report.months import Month


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`numbers` by column, None for a hidden one; `share` of all children and `change` are empty where hidden."""

    name: str
    numbers: tuple[int | None, ...]
    share: str = ""
    change: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple("c" if number is None else f"{number:,}" for number in self.numbers)


@dataclass(frozen=True, slots=True)
class ShownTable:
    key: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[ShownRow, ...]
    ends: tuple[ShownRow, ...]
    overlaps: bool
    published: PublishedTable

    @property
    def is_withheld(self) -> bool:
        return self.published.is_withheld

    @property
    def has_changes(self) -> bool:
        return any(row.change for row in (*self.rows, *self.ends))

    @property
    def lines(self) -> tuple[ShownRow, ...]:
        return (*self.rows, *self.ends)

    def everyone(self, row: ShownRow) -> int | None:
        return row.numbers[self.columns.index(Column.EVERYONE)]


@dataclass(frozen=True, slots=True)
class Demographics:
    """One month. `compared` is the month before, None where nothing was counted then."""

    month: Month
    compared: Month | None
    tables: tuple[ShownTable, ...]
    threshold: int

    @property
    def hides_something(self) -> bool:
        return any(table.published.hides_something for table in self.tables)


def months_counted() -> tuple[Month, ...]:
    """Every month in which children were counted, latest first."""
    counted = DemographicCount.objects.applied().filter(variant=Variant.ALL).values("period")
    periods = ReportingPeriod.objects.filter(pk__in=counted).order_by("-ends_on")
    return tuple(Month(period.pk, period.ends_on) for period in periods)


def read_demographics(month: Month, *, threshold: int) -> Demographics:
    """What is printed of the month, with the change since the month before where both numbers are printed."""
    earlier = previous_month_end(month.ends_on)
    counted = counted_tables([earlier, month.ends_on])
    then = {table.key: table for table in publish_all(_grouped(counted[earlier]), threshold)}
    now = publish_all(_grouped(counted[month.ends_on]), threshold)
    overlapping = {table.key for table, _ in counted[month.ends_on] if not table.adds_up}
    shown = tuple(_shown(table, then.get(table.key), overlaps=table.key in overlapping) for table in now)
    return Demographics(month, Month(0, earlier) if then else None, shown, threshold)


Counted = list[tuple[CountedTable, int | None]]


def counted_tables(months: Iterable[date]) -> dict[date, Counted]:
    """The full counts of these months, in one query: each table, and how many of its rows are named.

    A table that says nothing of all children is passed over.
    """
    rows: dict[tuple[date, int], list[DemographicCount]] = defaultdict(list)
    for count in DemographicCount.objects.filter(period__ends_on__in=list(months)).current():
        rows[count.period.ends_on, count.category.table_id].append(count)
    found: dict[date, Counted] = defaultdict(list)
    for (month, _), counts in rows.items():
        if table := _counted_table(counts):
            found[month].append((table, counts[0].category.table.named_at_most))
    return found


def _counted_table(counts: list[DemographicCount]) -> CountedTable | None:
    table = counts[0].category.table
    without = {c.category_id: c.everyone for c in counts if c.variant == Variant.EXC_UASC}
    by_kind: dict[str, list[Counts]] = defaultdict(list)
    for count in counts:
        if count.variant == Variant.ALL:
            by_kind[count.category.kind].append(_counts(count, without.get(count.category_id)))
    total = by_kind[CategoryKind.TOTAL]
    if not total:
        return None
    none = by_kind[CategoryKind.NONE]
    return CountedTable(
        table.key,
        table.name,
        (*by_kind[CategoryKind.COUNTED], *by_kind[CategoryKind.NOT_KNOWN]),
        total[0],
        none[0] if none else None,
    )


def _counts(count: DemographicCount, without: int | None) -> Counts:
    is_not_known = count.category.kind == CategoryKind.NOT_KNOWN
    return Counts(count.category.name, count.everyone, count.female, count.male, without, is_not_known)


def _grouped(counted: Counted) -> list[CountedTable]:
    return [grouped(table, named_at_most) for table, named_at_most in counted]


def _shown(now: PublishedTable, then: PublishedTable | None, *, overlaps: bool) -> ShownTable:
    before = _everyone_by_name(then) if then else {}
    total = _everyone(now, now.total) if now.columns else None
    ends = (*([now.none] if now.none else []), now.total) if now.columns else ()

    def shown(row: PublishedRow) -> ShownRow:
        number = _everyone(now, row)
        return ShownRow(row.name, row.numbers, share(number, total), _change(number, before.get(row.name)))

    rows, last = tuple(map(shown, now.rows)), tuple(map(shown, ends))
    return ShownTable(now.key, now.name, now.columns, rows, last, overlaps, now)


def _everyone(table: PublishedTable, row: PublishedRow) -> int | None:
    return row.numbers[table.columns.index(Column.EVERYONE)]


def _everyone_by_name(table: PublishedTable) -> dict[str, int | None]:
    """Without the rows that are added up of others: they need not hold the same others."""
    if not table.columns:
        return {}
    rows = (*table.rows, *([table.none] if table.none else []), table.total)
    return {row.name: _everyone(table, row) for row in rows if row.name not in (OTHERS, OTHERS_OVERLAPPING)}


def _change(now: int | None, then: int | None) -> str:
    if now is None or then is None:
        return ""
    return "no change" if now == then else f"{abs(now - then):,} {'more' if now > then else 'fewer'}"


def title(month: Month) -> str:
    return f"The children in care, {month_label(month.ends_on)}"
