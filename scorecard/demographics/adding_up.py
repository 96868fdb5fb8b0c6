"""Whether the tables of a month add up: their rows to their totals, their totals to each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scorecard.demographics.layout import SheetColumn
from scorecard.demographics.lines import Line
from scorecard.demographics.standing import Block, BlockKey, Numbers, Standing
from scorecard.imports.findings import Findings, Rule
from scorecard.models import CategoryKind, DemographicCategory, DemographicTable, Variant
from scorecard.periods import month_label

FIELDS = {
    SheetColumn.FEMALE: "female",
    SheetColumn.MALE: "male",
    SheetColumn.EVERYONE: "everyone",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A table of one month and population as the sheet has it, and as it stands if it does."""

    key: BlockKey
    table: DemographicTable
    categories: tuple[DemographicCategory, ...]
    lines: Mapping[int, Line]
    rows: Block
    before: Block | None

    @property
    def is_unchanged(self) -> bool:
        return self.rows == self.before

    @property
    def first_line(self) -> Line:
        return next(iter(self.lines.values()))

    @property
    def subject(self) -> str:
        without = " without unaccompanied children" if self.key.variant == Variant.EXC_UASC else ""
        return f"{self.table.name}{without}, {month_label(self.key.month)},"

    def of_kind(self, *kinds: CategoryKind) -> list[DemographicCategory]:
        return [category for category in self.categories if category.kind in kinds]

    def numbers(self, column: SheetColumn, *kinds: CategoryKind) -> list[int | None]:
        return [getattr(self.rows[category.pk], FIELDS[column]) for category in self.of_kind(*kinds)]

    def problem(self, kind: CategoryKind, column: SheetColumn, message: str, found: Findings) -> None:
        """At the table's row of that kind, of which there is one."""
        line = self.lines[self.of_kind(kind)[0].pk]
        found.problem(Rule.ADDING_UP, message, line.cells[column], column)


def judge_table(proposal: Proposal, standing: Standing, found: Findings) -> None:
    for column in FIELDS:
        (total,) = proposal.numbers(column, CategoryKind.TOTAL) or [None]
        if total is not None:
            judge = _judge_overlap if proposal.table.rows_overlap else _judge_sum
            judge(proposal, column, total, found)


def _judge_sum(proposal: Proposal, column: SheetColumn, total: int, found: Findings) -> None:
    """Where a row is not counted by sex the others must at least not exceed the total."""
    numbers = proposal.numbers(column, CategoryKind.COUNTED, CategoryKind.NOT_KNOWN)
    counted = sum(number or 0 for number in numbers)
    if counted > total or (None not in numbers and counted != total):
        message = f"The other rows add up to {counted:,}. Correct the total, or the row that is wrong."
        proposal.problem(CategoryKind.TOTAL, column, message, found)


def _judge_overlap(proposal: Proposal, column: SheetColumn, total: int, found: Findings) -> None:
    """A child is in none of the rows, in one or in several: so no row has more children than are in some."""
    numbers = proposal.numbers(column, CategoryKind.COUNTED, CategoryKind.NOT_KNOWN)
    (none,) = proposal.numbers(column, CategoryKind.NONE) or [None]
    if none is None:
        return
    in_some = total - none
    if in_some < 0:
        message = f"More children than the {total:,} there are. Correct this number, or the total."
        proposal.problem(CategoryKind.NONE, column, message, found)
    elif max((number or 0 for number in numbers), default=0) > in_some:
        message = (
            f"{in_some:,} children are left for the other rows, and one of them has more. Correct either."
        )
        proposal.problem(CategoryKind.NONE, column, message, found)
    elif None not in numbers and sum(number or 0 for number in numbers) < in_some:
        message = (
            f"{in_some:,} children are left for the other rows, which together have fewer. Correct either."
        )
        proposal.problem(CategoryKind.NONE, column, message, found)


class Total(NamedTuple):
    """How many children one table says there are. `proposal` is None for a table that stands."""

    table: str
    numbers: Numbers
    proposal: Proposal | None


def judge_month(
    month: date,
    proposals: list[Proposal],
    standing: Standing,
    found: Findings,
    *,
    left_aside: Collection[BlockKey] = (),
) -> None:
    """Every table of a month counts the same children, and those without are some of all.

    Nothing is held to those `left_aside`: the workbook has them, but they cannot be read yet.
    """
    blocks = standing.in_month(month) | {p.key: p.rows for p in proposals if p.key.month == month}
    blocks = {key: block for key, block in blocks.items() if key not in left_aside}
    given = {proposal.key: proposal for proposal in proposals}
    for variant in Variant:
        _judge_totals(list(_totals(variant, blocks, given, standing)), found)
    for proposal in proposals:
        if proposal.key.month != month:
            continue
        if proposal.key.variant == Variant.EXC_UASC:
            if (whole := proposal.key._replace(variant=Variant.ALL)) not in left_aside:
                _judge_part(proposal, blocks.get(whole), found)
        elif (part := proposal.key._replace(variant=Variant.EXC_UASC)) not in given:
            _judge_whole(proposal, blocks.get(part, {}), found)


def _totals(
    variant: Variant,
    blocks: Mapping[BlockKey, Block],
    given: Mapping[BlockKey, Proposal],
    standing: Standing,
) -> Iterator[Total]:
    for table in standing.tables:
        total = standing.of_kind(table.pk, CategoryKind.TOTAL)
        for key, block in blocks.items():
            if total and key.table == table.pk and key.variant == variant and total.pk in block:
                yield Total(table.name, block[total.pk], given.get(key))


def _judge_totals(totals: list[Total], found: Findings) -> None:
    for column, field in FIELDS.items():
        counted = [(total, getattr(total.numbers, field)) for total in totals]
        counted = [(total, number) for total, number in counted if number is not None]
        if not counted:
            continue
        first, usual = _usual(counted)
        for total, number in counted:
            if number != usual and total.proposal:
                message = (
                    f"{first.table} counts {usual:,} children of the same month. Correct whichever is wrong."
                )
                total.proposal.problem(CategoryKind.TOTAL, column, message, found)


def _usual(counted: list[tuple[Total, int]]) -> tuple[Total, int]:
    """What stands, else what the first table says."""
    return next((pair for pair in counted if pair[0].proposal is None), counted[0])


def _judge_part(proposal: Proposal, whole: Block | None, found: Findings) -> None:
    if whole is None:
        line = proposal.first_line
        message = f"{proposal.subject} needs the same table for all children. Add it."
        found.problem(Rule.MISSING, message, line.cells[SheetColumn.POPULATION], SheetColumn.POPULATION)
        return
    for category, numbers in proposal.rows.items():
        for column in _larger(numbers, whole.get(category)):
            message = "More than of all children. Correct this number, or that of all children."
            found.problem(Rule.ADDING_UP, message, proposal.lines[category].cells[column], column)


def _judge_whole(proposal: Proposal, part: Block, found: Findings) -> None:
    """Against the table without unaccompanied children that stands."""
    for category, numbers in proposal.rows.items():
        for column in _larger(part[category], numbers) if category in part else ():
            standing = getattr(part[category], FIELDS[column])
            message = (
                f"Without unaccompanied children {standing:,} stand on the portal. Correct this number, or add the "
                "table without unaccompanied children to the workbook."
            )
            found.problem(Rule.ADDING_UP, message, proposal.lines[category].cells[column], column)


def _larger(part: Numbers, whole: Numbers | None) -> Iterable[SheetColumn]:
    for column, field in FIELDS.items():
        some, every = getattr(part, field), getattr(whole, field, None)
        if some is not None and every is not None and some > every:
            yield column
