"""What a line of the register's files says of one recommendation."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from recommendations.lateness import Lateness
from recommendations.models import Response
from recommendations.report import row_words
from recommendations.report.standing import Row

Cell = str | int | date | None
LATE = (Lateness.OVERDUE, Lateness.LONG_OVERDUE, Lateness.MET_LATE)


class Column(NamedTuple):
    """``width`` in characters, for a workbook."""

    heading: str
    width: int
    cell: Callable[[Row], Cell]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


COLUMNS = (
    Column("Report", 30, lambda row: row.recommendation.report.title),
    Column("Number", 9, lambda row: row.recommendation.number),
    Column("Recommendation", 42, lambda row: row.recommendation.short_title),
    Column("Theme", 26, lambda row: row.recommendation.theme.title),
    Column("Owner", 30, lambda row: row.recommendation.owner.title),
    Column("Response", 16, lambda row: Response(row.recommendation.response).label),
    Column("Status", 24, lambda row: row_words.status(row).text),
    Column("Parts", 7, lambda row: len(row.limbs)),
    Column("Parts done", 7, lambda row: row.limbs_done),
    Column("Parts not mentioned", 13, lambda row: ", ".join(row.silent) or None),
    Column("Due", 26, row_words.due_words),
    Column("Due on", 12, lambda row: row.due.on),
    Column("Lateness", 22, lambda row: "" if row.is_rejected else row.standing.lateness.label),
    Column("Days late", 8, lambda row: row.standing.days if row.standing.lateness in LATE else None),
    Column("Times the date was changed", 11, lambda row: row.days_changed),
    Column("Newest update speaks of", 18, row_words.told_words),
    Column("No recent update", 10, lambda row: _yes(row.is_stale)),
    Column("No movement", 10, lambda row: _yes(row.recommendation.has_no_movement)),
    Column("Effect", 18, lambda row: row.effect.label),
    Column("Closed on", 12, lambda row: row.closed.on if row.closed else None),
    Column("Days open", 9, lambda row: row.days_open),
)
PARTS = ("Number", "Recommendation", "Part", "What it asks for", "Status", "Done on", "In the newest update")


def parts_of(row: Row) -> list[tuple[Cell, ...]]:
    one = row.recommendation
    return [
        (
            one.number,
            one.short_title,
            f"({limb.letter})",
            limb.text,
            limb.get_status_display(),
            limb.done_on,
            "Not mentioned" if limb.letter in row.silent or row.told is None else "Mentioned",
        )
        for limb in row.limbs
    ]
