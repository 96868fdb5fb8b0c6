"""The days on which the council's offices are closed beside the bank holidays that are known anyway."""

from meetings.models import ClosedDay


def added_days() -> tuple[ClosedDay, ...]:
    """One query; give the answer on to whatever asks for many days."""
    return tuple(ClosedDay.objects.all())
