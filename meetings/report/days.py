"""The days on which the council's offices are closed: what the rules know anyway, and what officers added."""

from meetings import closed_days
from meetings.models import ClosedDay


def added_days() -> tuple[closed_days.ClosedDay, ...]:
    """The council's own list as the rules take it. One query; give the answer on to whatever asks for many days."""
    return tuple(
        closed_days.ClosedDay(row.on, row.name, row.known_since, closed_days.ClosedDayKind(row.kind))
        for row in ClosedDay.objects.all()
    )
