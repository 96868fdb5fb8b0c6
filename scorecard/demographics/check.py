"""Checks the sheet "Demographics" against what the portal holds. Checking and applying run this same code."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scorecard.demographics.adding_up import Proposal, judge_month, judge_table
from scorecard.demographics.layout import SheetColumn
from scorecard.demographics.left_empty import TABLE_IN
from scorecard.demographics.lines import Line
from scorecard.demographics.standing import BlockKey, Numbers, Standing, load_standing
from scorecard.imports.findings import Finding, Findings, Rule, at
from scorecard.models import DemographicCategory, DemographicTable
from scorecard.periods import month_label, previous_month_end

NAMED_AT_MOST = 5
NOTHING = Standing((), {}, {}, "")


@dataclass(frozen=True, slots=True)
class CheckedTables:
    """The tables of the sheet that could be read whole, and what stands."""

    proposals: list[Proposal]
    standing: Standing

    @property
    def to_write(self) -> list[Proposal]:
        return [proposal for proposal in self.proposals if not proposal.is_unchanged]


def months_of(lines: list[Line]) -> set[date]:
    return {line.month for line in lines if line.month}


def check_lines(lines: list[Line], found: Findings) -> CheckedTables:
    """A table with a fault in one of its rows is not judged as a whole: the fault is told, not what follows.

    Nor is what stands in its place judged, which the mended workbook would replace.
    """
    if not lines:
        return CheckedTables([], NOTHING)
    standing = load_standing(months_of(lines))
    proposals, faulty = [], set()
    for key, placed in _by_block(lines, standing, found).items():
        proposal = _proposal(key, placed, standing)
        if all(not line.faults for line in placed.values()) and _is_whole(proposal, found):
            judge_table(proposal, standing, found)
            proposals.append(proposal)
        else:
            faulty.add(key)
    for month in sorted({proposal.key.month for proposal in proposals}):
        judge_month(month, proposals, standing, found, left_aside=faulty)
    if not any(line.faults.intersection(TABLE_IN) for line in lines):
        found.warnings.extend(_missing_tables(proposals, standing, left_aside=faulty))
    return CheckedTables(proposals, standing)


def _by_block(lines: list[Line], standing: Standing, found: Findings) -> dict[BlockKey, dict[int, Line]]:
    blocks: dict[BlockKey, dict[int, Line]] = defaultdict(dict)
    for line in lines:
        table = _table(line, standing, found)
        category = table and _category(line, table, standing, found)
        if table is None or line.month is None or line.variant is None:
            continue
        block = blocks[BlockKey(table.pk, line.variant, line.month)]
        if category is None:
            block[-len(block) - 1] = line
        elif first := block.get(category.pk):
            row = first.cells[SheetColumn.CATEGORY].row
            message = f"Row {row} holds the same category, population and month. Delete one of the two rows."
            _problem(line, Rule.REPEATED, SheetColumn.CATEGORY, message, found)
            first.faults.add(SheetColumn.CATEGORY)
        else:
            block[category.pk] = line
    return blocks


def _table(line: Line, standing: Standing, found: Findings) -> DemographicTable | None:
    table = standing.table_named(line.table)
    if table is None and line.table:
        names = ", ".join(table.name for table in standing.tables) or "none yet"
        message = f"There is no table of that name. The tables are: {names}."
        _problem(line, Rule.CATEGORY, SheetColumn.TABLE, message, found)
    return table


def _category(
    line: Line, table: DemographicTable, standing: Standing, found: Findings
) -> DemographicCategory | None:
    category = standing.category_named(table, line.category)
    if category is None and line.category:
        message = (
            f"The table {table.name} has no row of that name. Correct it, or add the row to the table on the "
            "portal first."
        )
        _problem(line, Rule.CATEGORY, SheetColumn.CATEGORY, message, found)
    return category


def _problem(line: Line, rule: Rule, column: SheetColumn, message: str, found: Findings) -> None:
    line.faults.add(column)
    found.problem(rule, message, line.cells[column], column)


def _proposal(key: BlockKey, placed: Mapping[int, Line], standing: Standing) -> Proposal:
    table = next(table for table in standing.tables if table.pk == key.table)
    rows = {
        category: Numbers(line.female, line.male, line.everyone or 0, line.is_illustrative)
        for category, line in placed.items()
    }
    return Proposal(key, table, standing.categories[key.table], placed, rows, standing.blocks.get(key))


def _is_whole(proposal: Proposal, found: Findings) -> bool:
    """Every row of the table has to be there: an empty one says nothing, a 0 says nobody."""
    missing = [category.name for category in proposal.categories if category.pk not in proposal.lines]
    if not missing:
        return True
    named = ", ".join(missing[:NAMED_AT_MOST]) + (" and more" if len(missing) > NAMED_AT_MOST else "")
    message = (
        f"{proposal.subject} has no row for: {named}. Add what is missing, with 0 where there is nobody."
    )
    cell = proposal.first_line.cells[SheetColumn.CATEGORY]
    found.problems.add(at(cell, Rule.MISSING, message, SheetColumn.CATEGORY))
    return False


def _missing_tables(
    proposals: list[Proposal], standing: Standing, *, left_aside: set[BlockKey]
) -> Iterator[Finding]:
    """Tables that the month before had and this month would not."""
    given = {proposal.key for proposal in proposals} | left_aside
    sheets = {proposal.key.month: proposal.first_line for proposal in proposals}
    names = {table.pk: table.name for table in standing.tables}
    for key in sorted(standing.blocks):
        for month, line in sorted(sheets.items()):
            now = key._replace(month=month)
            if key.month == previous_month_end(month) and now not in given and now not in standing.blocks:
                then, here = month_label(key.month), month_label(month)
                message = f"{names[key.table]} was given for {then} and is not for {here}."
                cell = line.cells[SheetColumn.TABLE]
                yield Finding(Rule.TABLES, message, cell.sheet, cell.address, SheetColumn.TABLE, cell.found)
