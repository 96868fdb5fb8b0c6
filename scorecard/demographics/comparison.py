"""What a workbook would add, change and leave of the demographics, in words for the check report."""

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.demographics.adding_up import Proposal
from scorecard.demographics.layout import SheetColumn
from scorecard.demographics.standing import Numbers
from scorecard.imports.comparison import Change
from scorecard.models import Variant
from scorecard.periods import month_label


@dataclass(frozen=True, slots=True)
class TableChange:
    """One table that the sheet gives; `state` is new, changed or unchanged."""

    name: str
    population: str
    month: str
    rows: int
    children: int
    state: str

    @property
    def is_ready(self) -> bool:
        return self.state != "unchanged"

    def __str__(self) -> str:
        return f"{self.name}, {self.population}, {self.month}: {self.state}"


def table_change(proposal: Proposal) -> TableChange:
    state = "unchanged" if proposal.is_unchanged else "changed" if proposal.before else "new"
    total = [numbers.everyone for numbers in proposal.rows.values()]
    return TableChange(
        proposal.table.name,
        Variant(proposal.key.variant).label,
        month_label(proposal.key.month),
        len(proposal.rows),
        max(total),
        state,
    )


def changed_rows(proposal: Proposal) -> Iterable[Change]:
    """Row by row what becomes of a table that stands already."""
    if proposal.before is None:
        return
    for category in proposal.categories:
        was, now = proposal.before.get(category.pk), proposal.rows[category.pk]
        if was != now:
            yield Change(
                code=proposal.table.name,
                name=category.name,
                population=Variant(proposal.key.variant).label,
                month=month_label(proposal.key.month),
                was=in_words(was) if was else "",
                now=in_words(now),
                cell=proposal.lines[category.pk].cells[SheetColumn.CATEGORY].address,
            )


def in_words(numbers: Numbers) -> str:
    """27 (4 female, 23 male)."""
    marks = ", illustrative" if numbers.is_illustrative else ""
    if numbers.female is None or numbers.male is None:
        return f"{numbers.everyone:,}{marks}"
    return f"{numbers.everyone:,} ({numbers.female:,} female, {numbers.male:,} male){marks}"
