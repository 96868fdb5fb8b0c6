"""The check's answer, as it is shown, stored with the upload and compared before anything is applied."""

from dataclasses import dataclass, field
from typing import Any

from scorecard.demographics.comparison import TableChange
from scorecard.imports.comparison import Change, RatingChange
from scorecard.imports.findings import Finding, Rule

# More warnings than this are ticked by kind, not one by one.
TICKED_ONE_BY_ONE = 30
LISTS = ("problems", "warnings", "new", "changed", "rating_changes", "tables", "table_changes")


@dataclass(frozen=True, slots=True)
class Tick:
    """What one tick answers for; `more` warnings of the kind are counted, not listed."""

    key: str
    label: str
    warnings: list[Finding]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.warnings) + self.more


@dataclass(slots=True)
class CheckReport:
    problems: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    rating_changes: list[RatingChange] = field(default_factory=list)
    tables: list[TableChange] = field(default_factory=list)
    table_changes: list[Change] = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    sheets_not_read: list[str] = field(default_factory=list)
    tables_left_empty: list[str] = field(default_factory=list)
    rows: int = 0
    problem_count: int = 0
    warning_count: int = 0
    new_count: int = 0
    changed_count: int = 0
    unchanged_count: int = 0
    problems_left_out: dict[str, int] = field(default_factory=dict)
    warnings_left_out: dict[str, int] = field(default_factory=dict)

    @classmethod
    def refused(cls, reason: str) -> "CheckReport":
        """Of a file that could not be read at all."""
        return cls(problems=[Finding(Rule.UNREADABLE, reason)], problem_count=1)

    @property
    def is_unreadable(self) -> bool:
        return any(problem.rule == Rule.UNREADABLE for problem in self.problems)

    @property
    def is_sound(self) -> bool:
        return not self.problem_count

    @property
    def changes_something(self) -> bool:
        return bool(self.new_count or self.changed_count or self.tables_ready)

    @property
    def tables_ready(self) -> int:
        """Demographic tables that would be added or changed."""
        return sum(table.is_ready for table in self.tables)

    def obstacle(self, *, is_strict: bool, is_confirmed: bool) -> str:
        """Why nobody may apply this without asking anybody; empty when nothing is in the way."""
        if not self.is_sound:
            return f"{self.verdict}."
        if any(warning.must_confirm for warning in self.warnings) and not is_confirmed:
            return "A percentage of 1 or less wants confirming."
        if self.warning_count and is_strict:
            return f"There is more to say: {counted(self.warning_count, 'warning')}."
        return ""

    @property
    def ready_count(self) -> int:
        return self.new_count + self.changed_count

    @property
    def verdict(self) -> str:
        return self._verdict("to look at")

    @property
    def ticked_verdict(self) -> str:
        return self._verdict("ticked")

    def _verdict(self, warned: str) -> str:
        if self.is_unreadable:
            return "The file cannot be read"
        if not self.is_sound:
            return f"{self._ready()}; {counted(self.problem_count, 'problem')} to fix in the workbook"
        if not self.changes_something:
            return f"Nothing would change: {self._as_they_stand()}"
        warnings = f"; {counted(self.warning_count, 'warning')} {warned}" if self.warning_count else ""
        return f"{self._ready()}{warnings}"

    def _ready(self) -> str:
        tables = [counted(self.tables_ready, "demographic table")] if self.tables_ready else []
        figures = [counted(self.ready_count, "figure")] if self.ready_count else []
        ready = f"{' and '.join(figures + tables)} ready" if figures or tables else "No figure ready"
        return f"{ready}, {self.unchanged_count:,} unchanged" if self.unchanged_count else ready

    def _as_they_stand(self) -> str:
        if self.unchanged_count == 1:
            return "the one figure in the workbook is the one that stands"
        return f"all {self.unchanged_count:,} figures in the workbook are those that stand"

    @property
    def ticks(self) -> list[Tick]:
        """What has to be ticked before the workbook can be submitted."""
        if self.warning_count <= TICKED_ONE_BY_ONE:
            return [Tick(str(n), str(warning.rule), [warning]) for n, warning in enumerate(self.warnings, 1)]
        by_rule: dict[Rule, list[Finding]] = {}
        for warning in self.warnings:
            by_rule.setdefault(warning.rule, []).append(warning)
        return [
            Tick(rule.name.lower(), str(rule), warnings, self.warnings_left_out.get(str(rule), 0))
            for rule, warnings in by_rule.items()
        ]

    def as_json(self) -> dict[str, Any]:
        plain = _plain(self)
        return plain | {name: [_plain(row) for row in plain[name]] for name in LISTS}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "CheckReport":
        if not stored:
            return cls()
        return cls(
            **stored
            | {
                "problems": [_finding(row) for row in stored["problems"]],
                "warnings": [_finding(row) for row in stored["warnings"]],
                "new": [Change(**row) for row in stored["new"]],
                "changed": [Change(**row) for row in stored["changed"]],
                "rating_changes": [RatingChange(**row) for row in stored["rating_changes"]],
                "tables": [TableChange(**row) for row in stored.get("tables", ())],
                "table_changes": [Change(**row) for row in stored.get("table_changes", ())],
            }
        )


def _plain(row: Any) -> dict[str, Any]:
    """Not `asdict`, which copies every text and takes ten times as long."""
    plain = {name: getattr(row, name) for name in row.__slots__}
    return plain | {"rule": row.rule.name} if isinstance(row, Finding) else plain


def _finding(stored: dict[str, Any]) -> Finding:
    return Finding(**stored | {"rule": Rule[stored["rule"]]})


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
