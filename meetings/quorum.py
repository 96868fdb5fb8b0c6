"""Whether enough voting members are in the room at one moment."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from django.db.models import TextChoices


class QuorumBase(TextChoices):
    FILLED = "filled", "Voting seats that are filled"
    ALL = "all", "All voting seats"


LARGEST_PART = 20  # no constitution asks for a finer part than a twentieth


def share_meant(typed: Decimal) -> Fraction:
    """The fraction behind a rounded decimal: two thirds of 3 seats are 2, but 0.6667 of them would round up to 3."""
    return Fraction(typed).limit_denominator(LARGEST_PART)


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """The share of the base is rounded up, and never less than ``floor`` members. All voting seats: vacant ones too."""

    share: Fraction
    floor: int
    base: QuorumBase = QuorumBase.FILLED

    def __post_init__(self) -> None:
        if not (0 <= self.share <= 1 and self.floor >= 0):
            raise ValueError("The quorum is a share from 0 to 1, and a least number of members of 0 or more.")

    def needed(self, *, voting_seats: int, filled_voting_seats: int) -> int:
        base = voting_seats if self.base == QuorumBase.ALL else filled_voting_seats
        return max(ceil(self.share * base), self.floor)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment up to, not including, another; open at either end when None."""

    begins_at: datetime | None = None
    ends_at: datetime | None = None

    def covers(self, at: datetime) -> bool:
        return (self.begins_at is None or self.begins_at <= at) and (
            self.ends_at is None or at < self.ends_at
        )


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """One person in one seat. ``withdrawals``: when an interest kept them out of the room."""

    seat: Hashable
    is_voting: bool
    in_room: tuple[Stretch, ...]
    withdrawals: tuple[Stretch, ...] = ()
    is_substitute: bool = False
    is_accepted: bool = False

    def counts(self, at: datetime) -> bool:
        has_place = self.is_voting and (self.is_accepted or not self.is_substitute)
        is_here = any(stretch.covers(at) for stretch in self.in_room)
        return has_place and is_here and not any(stretch.covers(at) for stretch in self.withdrawals)


@dataclass(frozen=True, slots=True)
class QuorumVerdict:
    needed: int
    counted: int

    @property
    def is_quorate(self) -> bool:
        return self.counted >= self.needed

    @property
    def sentence(self) -> str:
        if self.is_quorate:
            return f"Quorate: {_members(self.counted)} in the room, {self.needed} needed."
        if self.needed == 1:
            return "Not quorate: the 1 voting member needed is not in the room."
        verb = "are" if self.counted > 1 else "is"
        return f"Not quorate: {self.counted or 'none'} of the {self.needed} voting members needed {verb} in the room."


def in_the_room(people: Iterable[SeatTaken], at: datetime) -> int:
    """A seat counts once, so that a member and his substitute are never both counted."""
    return len({one.seat for one in people if one.counts(at)})


def quorum_at(
    at: datetime,
    people: Iterable[SeatTaken],
    rule: QuorumRule,
    *,
    voting_seats: int,
    filled_voting_seats: int,
) -> QuorumVerdict:
    needed = rule.needed(voting_seats=voting_seats, filled_voting_seats=filled_voting_seats)
    return QuorumVerdict(needed, in_the_room(people, at))


def lapses_at(below_since: datetime, minutes: int) -> datetime:
    """When a meeting without a quorum ends, by the council's waiting time."""
    return below_since + timedelta(minutes=minutes)


def has_lapsed(below_since: datetime, minutes: int, at: datetime) -> bool:
    return at >= lapses_at(below_since, minutes)


def _members(number: int) -> str:
    return "1 voting member" if number == 1 else f"{number or 'no'} voting members"
