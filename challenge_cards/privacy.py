"""The privacy of children in every text about them: what is refused, what two people look at first. Pure.

Specification 7.7. It applies to every field, update, file name and text for a picture of a card, and to whatever
the public reads. The verdict names rules, never the words that broke them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from challenge_cards.holds import holds
from challenge_cards.plain_text import plain
from challenge_cards.refusals import refusals
from challenge_cards.rules import Rule

SMALLEST_GROUP = 5
TAKEN_OUT = "Words were taken out here."


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that one field breaks."""

    field: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    refused: tuple[Finding, ...] = ()
    held: tuple[Finding, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not (self.refused or self.held)


def judge(fields: Mapping[str, str], allowed: Collection[str] = ()) -> Verdict:
    """``fields``: each text by the name of its field. What is refused is not looked at for anything softer."""
    refused, held = [], []
    for field, text in fields.items():
        seen = plain(text)
        broken = refusals(seen)
        refused += [Finding(field, rule) for rule in broken]
        held += [Finding(field, rule) for rule in ([] if broken else holds(seen, allowed))]
    return Verdict(tuple(refused), tuple(held))


def may_raise(current_members: int, smallest: int = SMALLEST_GROUP) -> bool:
    """A group too small to hide one of its members raises no card."""
    return current_members >= smallest
