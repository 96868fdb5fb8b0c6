"""How often a member came, out of the meetings that were held while he was one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import TextChoices

from meetings.seat_dates import Tenure


class Outcome(TextChoices):
    """What became of a meeting, as far as attendance goes."""

    HELD = "held", "Held"
    INQUORATE = "inquorate", "Not quorate"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


class Presence(TextChoices):
    PRESENT = "present", "Present"
    SUBSTITUTED = "substituted", "Apology, substitute came"
    APOLOGY = "apology", "Apology"
    NOT_RECORDED = "not_recorded", "Not recorded"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as one member had it."""

    on: date
    outcome: Outcome
    presence: Presence = Presence.NOT_RECORDED


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
        sitting.presence
        for sitting in sittings
        if sitting.outcome == Outcome.HELD and any(tenure.covers(sitting.on) for tenure in tenures)
    ]
    return AttendanceRate(
        attended=counted.count(Presence.PRESENT),
        held=len(counted),
        substituted=counted.count(Presence.SUBSTITUTED),
    )
