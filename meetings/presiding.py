"""Who takes the chair: the Chairman, then the Vice-Chairman, then whom the meeting elects for the day."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from meetings.name_lists import BY_RANK, Office

NOBODY_YET = "Nobody who could preside is recorded as present yet."


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the room. A substitute does not take the chair by standing in for whoever has it."""

    person: Hashable
    name: str
    office: Office | None = None
    is_councillor: bool = True
    is_substitute: bool = False

    @property
    def may_preside(self) -> bool:
        """The terms of reference ask that Chairman and Vice-Chairman are county councillors."""
        return self.is_councillor and not self.is_substitute


def by_order(present: Iterable[Candidate]) -> Candidate | None:
    """Who presides without anybody having to be elected."""
    held = [one for one in present if one.office and one.may_preside]
    return min(held, key=lambda one: BY_RANK.index(one.office), default=None)


def sentence(present: Iterable[Candidate]) -> str:
    present = list(present)
    first = by_order(present)
    if first and first.office:
        return f"{first.name} presides as {first.office.label}."
    if any(one.may_preside for one in present):
        return (
            "Neither the Chairman nor the Vice-Chairman is present: the meeting elects a member to preside."
        )
    return NOBODY_YET
