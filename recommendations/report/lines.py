"""The rows of a register in words, ready to be shown."""

from collections.abc import Iterable
from typing import NamedTuple

from recommendations.report import row_words
from recommendations.report.row_words import Badge
from recommendations.report.standing import Row


class Line(NamedTuple):
    """``late``: how it stands against its day; empty where there is none."""

    row: Row
    status: Badge
    badges: list[Badge]
    parts: str
    due: str
    late: str
    told: str


def lines(rows: Iterable[Row], *, without: str = "") -> list[Line]:
    """``without``: the badge that says what is told of all of them already."""
    return [_line(row, without) for row in rows]


def _line(row: Row, without: str) -> Line:
    return Line(
        row=row,
        status=row_words.status(row),
        badges=[badge for badge in row_words.badges(row) if badge.text != without],
        parts=row_words.parts_words(row),
        due=row_words.due_words(row),
        late=row_words.late_words(row),
        told=row_words.told_words(row),
    )
