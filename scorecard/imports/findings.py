"""What the check finds in a workbook, each at its place and with what to do about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from core.workbook import Cell

SCORECARD = "Scorecard"  # the sheet whose findings come first
# A report longer than this is not read to its end; the counts stay exact.
LISTED_AT_MOST = 500


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
    LOST = "Figures that an empty row would take away"
    WORD = "Words in other columns"
    RATING = "Ratings in the workbook"
    SMALL_PERCENTAGE = "Percentages of 1 or less"
    CATEGORY = "Tables and categories"
    ADDING_UP = "Rows and columns that do not add up"
    UNSEEN = "What lies hidden in the file"
    NAME = "Names that differ"
    BESIDE = "What the portal knows otherwise"
    MONTHS = "More than one month"
    FUTURE = "Months that are not over"
    REVISED = "Changes of what the panel was shown"
    CHANGE = "Changes larger than usual"
    FAR_FROM_TARGET = "Results far from their target"
    COLOUR = "Ratings that change"
    MISSING = "Figures that were there last month"
    FALLING = "Denominators that cannot fall"
    TABLES = "Demographic tables that were there last month"
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
    def order(self) -> tuple[bool, str, int, int, str]:
        """Sheet by sheet, the figures' first; by row, then by column; what belongs to no cell comes first."""
        letters, digits = self.cell.rstrip("0123456789"), self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        is_other = self.sheet not in ("", SCORECARD)
        return is_other, self.sheet if is_other else "", int(digits or 0), len(letters), letters

    @property
    def place(self) -> str:
        """As the analyst sees it: Sheet "Scorecard", cell E5 (Result)."""
        cell = f"cell {self.cell}" + (f" ({self.heading})" if self.heading else "") if self.cell else ""
        sheet = f'Sheet "{self.sheet}"' if self.sheet else ""
        place = ", ".join(part for part in (sheet, cell) if part) or "The file"
        return place[0].upper() + place[1:]

    @property
    def sentence(self) -> str:
        return f"Found {self.found}. {self.message}" if self.found else self.message

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.sheet or self.cell else self.sentence


class Pile:
    """Findings of one weight. All are counted; of each kind no more are kept than a report can list."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[Rule] = Counter()

    def __len__(self) -> int:
        return self.counts.total()

    def takes(self, rule: Rule) -> bool:
        """Counts one more of this kind, and says whether it is still wanted."""
        self.counts[rule] += 1
        return self.counts[rule] <= LISTED_AT_MOST

    def add(self, *findings: Finding) -> None:
        self.extend(findings)

    def extend(self, findings: Iterable[Finding]) -> None:
        self.kept.extend(finding for finding in findings if self.takes(finding.rule))

    def listed(self) -> list[Finding]:
        """What has to be confirmed and one of each kind before any others, so that no kind goes unseen."""
        in_order = sorted(self.kept, key=lambda finding: finding.order)
        firsts = {finding.rule: finding for finding in reversed(in_order)}
        most_telling = sorted(in_order, key=lambda f: (not f.must_confirm, f is not firsts[f.rule]))
        return sorted(most_telling[:LISTED_AT_MOST], key=lambda finding: finding.order)

    def left_out(self) -> dict[str, int]:
        """How many more there are of each kind than are listed."""
        rest = self.counts - Counter(finding.rule for finding in self.listed())
        return {str(rule): rest[rule] for rule in Rule if rule in rest}


@dataclass(slots=True)
class Findings:
    """Everything found so far: problems stop a workbook, warnings ask for a tick and a note."""

    problems: Pile = field(default_factory=Pile)
    warnings: Pile = field(default_factory=Pile)

    def problem(self, rule: Rule, message: str, cell: Cell, heading: str = "") -> None:
        if self.problems.takes(rule):
            self.problems.kept.append(at(cell, rule, message, heading))

    def warning(
        self, rule: Rule, message: str, cell: Cell, heading: str = "", *, confirm: bool = False
    ) -> None:
        if self.warnings.takes(rule):
            self.warnings.kept.append(at(cell, rule, message, heading, must_confirm=confirm))


def at(cell: Cell, rule: Rule, message: str, heading: str = "", *, must_confirm: bool = False) -> Finding:
    found = cell.found if not cell.is_empty else ""
    return Finding(rule, message, cell.sheet, cell.address, heading, found, must_confirm)
