"""How often a member came, out of the meetings that were held while he was one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import TextChoices

from meetings.seat_dates import Tenure


class Outcome(TextChoices):
    """What became of a meeting, as far as attendance goes; a meeting's state compares equal."""

    HELD = "held", "Held"
    INQUORATE = "inquorate", "Not quorate"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


class AttendanceStatus(TextChoices):
    EXPECTED = "expected", "Not recorded"
    PRESENT = "present", "Present"
    APOLOGY = "apology", "Apology"
    ABSENT = "absent", "Absent"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as one member had it."""

    on: date
    outcome: str
    status: AttendanceStatus = AttendanceStatus.EXPECTED
    is_substituted: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceRate:
    attended: int
    held: int
    substituted: int

    @property
    def percentage(self) -> Decimal | None:
        """To one decimal place; None when no meeting was held, which is not the same as never having come."""
        if not self.held:
            return None
        share = Decimal(100 * self.attended) / self.held
        return share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

    @property
    def sentence(self) -> str:
        if not self.held:
            return "No meeting was held in this time."
        meetings = "1 meeting" if self.held == 1 else f"{self.held} meetings"
        stood_in = f"; a substitute came to {self.substituted}" if self.substituted else ""
        return f"Attended {self.attended} of {meetings}{stood_in}."


def attendance_rate(tenures: Sequence[Tenure], sittings: Iterable[Sitting]) -> AttendanceRate:
    """``tenures`` of this one member. Being substituted is shown beside the rate, never counted as attended."""
    counted = [
        sitting
        for sitting in sittings
        if sitting.outcome == Outcome.HELD and any(tenure.covers(sitting.on) for tenure in tenures)
    ]
    return AttendanceRate(
        attended=sum(sitting.status == AttendanceStatus.PRESENT for sitting in counted),
        held=len(counted),
        substituted=sum(sitting.is_substituted for sitting in counted),
    )
