"""A vote: the majority of those present and voting, and a second or casting vote for whoever presides.

Source: Local Government Act 1972, Schedule 12, paragraph 39.
"""

from dataclasses import dataclass

from django.db.models import TextChoices


class CastingVote(TextChoices):
    NONE = "", "Not used"
    IN_FAVOUR = "in_favour", "In favour"
    AGAINST = "against", "Against"


@dataclass(frozen=True, slots=True)
class Vote:
    """``in_favour`` and ``against`` are without the casting vote."""

    in_favour: int
    against: int
    abstained: int = 0
    casting: CastingVote = CastingVote.NONE

    def __post_init__(self) -> None:
        if min(self.in_favour, self.against, self.abstained) < 0:
            raise ValueError("Enter each number of votes as 0 or more.")
        if self.casting and self.in_favour != self.against:
            raise ValueError("A casting vote is given only when the votes are equal.")

    @property
    def is_carried(self) -> bool:
        """Equal votes without a casting vote carry nothing."""
        return self.in_favour > self.against or self.casting == CastingVote.IN_FAVOUR

    @property
    def sentence(self) -> str:
        outcome = "Carried" if self.is_carried else "Lost"
        abstained = f", with {_counted(self.abstained, 'abstention')}" if self.abstained else ""
        casting = " on the casting vote of the person presiding" if self.casting else ""
        return f"{outcome} by {_counted(self.in_favour, 'vote')} to {self.against}{abstained}{casting}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
