"""The sentences of the demographics: what a table shows, and why something is not shown."""

from collections.abc import Iterator

from scorecard.demographics.counts import Column
from scorecard.demographics.publishing import Withheld
from scorecard.demographics.report import Demographics, ShownRow, ShownTable
from scorecard.demographics.shares import share
from scorecard.report.months import Month

BY_SEX = {
    Withheld.TOO_FEW: "It is not shown by sex: too few children would stand behind some of the numbers.",
    Withheld.NOT_COUNTED: "It is not shown by sex: for some rows the sex was not reported.",
}
WITHOUT = "Numbers without unaccompanied children are left out: some would be too small."
WITHHELD = "This table is left out: too few children would stand behind its numbers."


def first_sentence(demographics: Demographics) -> str:
    """1,579 children were in care on 31 August 2018: 613 female and 966 male."""
    day = demographics.month.ends_on
    on = f"on {day.day} {demographics.month.label}"
    table = next((table for table in demographics.tables if not table.is_withheld), None)
    if table is None:
        return f"Too few children were in care {on} to say more about them"
    counts = dict(zip(table.columns, table.ends[-1].numbers, strict=True))
    by_sex = next((t for t in demographics.tables if Column.FEMALE in t.columns), None)
    sexes = ""
    if by_sex:
        female, male = by_sex.ends[-1].numbers[:2]
        sexes = f": {female:,} female and {male:,} male"
    everyone = counts[Column.EVERYONE]
    return f"{everyone:,} {'child was' if everyone == 1 else 'children were'} in care {on}{sexes}"


def hidden_sentence(demographics: Demographics) -> str:
    return (
        f'A "c" stands for a number from 1 to {demographics.threshold}, and for any other that would give one away. '
        "It protects single children from being recognised. 0 means nobody."
    )


def finding(table: ShownTable) -> str:
    """The largest row. Where one is hidden nothing is said of it, not even that it is not the largest."""
    if table.is_withheld:
        return WITHHELD
    total = table.everyone(table.ends[-1])
    known = [row for row in table.rows if table.everyone(row) is not None]
    if not known or not total:
        return ""
    largest = max(known, key=lambda row: table.everyone(row) or 0)
    number = table.everyone(largest)
    most = "Largest group" if len(known) == len(table.rows) else "Largest number shown"
    # A row may be called 17: the brackets keep its name apart from the number.
    return f"{most}: {largest.name} ({number:,} of {total:,} children, {share(number, total)})."


def remarks(table: ShownTable) -> Iterator[str]:
    if table.is_withheld:
        return
    if table.overlaps:
        yield "A child may be counted in several rows, so that the rows do not add up."
        if some := _in_some_row(table):
            yield some
    if table.published.sexes:
        yield BY_SEX[table.published.sexes]
    if table.published.populations is Withheld.TOO_FEW:
        yield WITHOUT


def _in_some_row(table: ShownTable) -> str:
    none, total = (table.everyone(row) for row in table.ends) if len(table.ends) == 2 else (None, None)
    return f"{total - none:,} children are in one or more of them." if none is not None and total else ""


def change_heading(compared: Month | None) -> str:
    return f"Since {compared.label}" if compared else ""


def share_width(row: ShownRow, table: ShownTable) -> int:
    """Of a bar, in per cent of the longest; a hidden number has none."""
    number, total = table.everyone(row), table.everyone(table.ends[-1])
    if not number or not total:
        return 0
    longest = max(table.everyone(other) or 0 for other in table.rows) or number
    return max(1, round(100 * number / longest))
