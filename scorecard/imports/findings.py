"""What the check finds in a workbook, each at its place and with what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.workbook import Cell


class Rule(StrEnum):
    """Which rule a finding comes from. The value names the group when many warnings are ticked together."""

    UNREADABLE = "The file cannot be read"
    SHEET = "Sheets"
    HEADING = "Headings"
    CODE = "Codes"
    REPEATED = "The same figure twice"
    POPULATION = "Populations"
    MONTH = "Months"
    NUMBER = "Numbers"
    PERCENTAGE = "Percentages between 0 and 100"
    PARTS = "Numerators and denominators"
    DISAGREEMENT = "Results that their parts do not give"
    STATUS = "Statuses"
    WORD = "Words in other columns"
    RATING = "Ratings in the workbook"
    SMALL_PERCENTAGE = "Percentages of 1 or less"
    UNSEEN = "What lies hidden in the file"
    NAME = "Names that differ"
    BESIDE = "What the portal knows otherwise"
    MONTHS = "More than one month"
    FUTURE = "Months that are not over"
    CHANGE = "Changes larger than usual"
    FAR_FROM_TARGET = "Results far from their target"
    COLOUR = "Ratings that change"
    MISSING = "Figures that were there last month"
    FALLING = "Denominators that cannot fall"
    POPULATION_TOTAL = "Totals that should be the same"


@dataclass(frozen=True, slots=True)
class Finding:
    """`cell` is an address like E5, empty when a whole sheet or file is meant; `found` is what stands there."""

    rule: Rule
    message: str
    sheet: str = ""
    cell: str = ""
    heading: str = ""
    found: str = ""
    must_confirm: bool = False

    @property
    def order(self) -> tuple[int, int, str]:
        """By row, then by column; what belongs to no cell comes first."""
        letters, digits = self.cell.rstrip("0123456789"), self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return int(digits or 0), len(letters), letters

    @property
    def place(self) -> str:
        """As the analyst sees it: Sheet "Scorecard", cell E5 (Result)."""
        cell = f"cell {self.cell}" + (f" ({self.heading})" if self.heading else "") if self.cell else ""
        sheet = f'Sheet "{self.sheet}"' if self.sheet else ""
        place = ", ".join(part for part in (sheet, cell) if part) or "The file"
        return place[0].upper() + place[1:]

    def __str__(self) -> str:
        found = f" Found {self.found}." if self.found else ""
        return f"{self.place}:{found} {self.message}"


@dataclass(slots=True)
class Findings:
    """Everything found so far: problems stop a workbook, warnings ask for a tick and a note."""

    problems: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def problem(self, rule: Rule, message: str, cell: Cell, heading: str = "") -> None:
        self.problems.append(at(cell, rule, message, heading))

    def warning(
        self, rule: Rule, message: str, cell: Cell, heading: str = "", *, confirm: bool = False
    ) -> None:
        self.warnings.append(at(cell, rule, message, heading, must_confirm=confirm))


def at(cell: Cell, rule: Rule, message: str, heading: str = "", *, must_confirm: bool = False) -> Finding:
    found = cell.found if not cell.is_empty else ""
    return Finding(rule, message, cell.sheet, cell.address, heading, found, must_confirm)
