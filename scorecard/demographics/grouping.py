"""The largest rows by name, the rest as one: before small counts are hidden, so that fewer need be."""

from dataclasses import replace

from scorecard.demographics.counts import CountedTable, Counts

OTHERS = "All others"
OTHERS_OVERLAPPING = "All others, counted once for each"


def grouped(table: CountedTable, at_most: int | None) -> CountedTable:
    """With so many named rows at most, those with most children; "not known" keeps its own row, last."""
    named = [row for row in table.rows if not row.is_not_known]
    if at_most is None or len(named) <= at_most + 1:
        return table
    largest = sorted(named, key=lambda row: -row.everyone)[:at_most]
    kept = [row for row in named if row in largest]
    rest = [row for row in named if row not in largest]
    not_known = [row for row in table.rows if row.is_not_known]
    others = _together(rest, OTHERS if table.adds_up else OTHERS_OVERLAPPING)
    return replace(table, rows=(*kept, others, *not_known))


def _together(rows: list[Counts], name: str) -> Counts:
    """By sex or population only where every one of the rows is."""
    return Counts(
        name=name,
        everyone=sum(row.everyone for row in rows),
        female=_sum([row.female for row in rows]),
        male=_sum([row.male for row in rows]),
        without=_sum([row.without for row in rows]),
    )


def _sum(counts: list[int | None]) -> int | None:
    return None if None in counts else sum(count or 0 for count in counts)
