"""The lists of names on an agenda and over the minutes, in the council's order and form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from meetings.date_words import joined
from people.print_names import PersonName


class Office(TextChoices):
    CHAIRMAN = "chairman", "Chairman"
    VICE_CHAIRMAN = "vice_chairman", "Vice-Chairman"


BY_RANK: tuple[Office | None, ...] = (Office.CHAIRMAN, Office.VICE_CHAIRMAN, None)


@dataclass(frozen=True, slots=True)
class ListedMember:
    """``with_representative``: somebody without a name comes with the member."""

    name: PersonName
    office: Office | None = None
    with_representative: bool = False

    @property
    def printed(self) -> str:
        office = f" ({self.office.label})" if self.office else ""
        return f"{self.name.formal}{office}{' and representative' if self.with_representative else ''}"


@dataclass(frozen=True, slots=True)
class PresentMember:
    """``is_in_the_chair``: somebody other than the Chairman presided."""

    name: PersonName
    office: Office | None = None
    substitute_for: PersonName | None = None
    is_in_the_chair: bool = False

    @property
    def presides(self) -> bool:
        return self.is_in_the_chair or self.office == Office.CHAIRMAN

    @property
    def printed(self) -> str:
        remarks = [
            *([self.office.label] if self.office else []),
            *([f"Substitute for {self.substitute_for.formal}"] if self.substitute_for else []),
            *(["in the Chair"] if self.is_in_the_chair and self.office != Office.CHAIRMAN else []),
        ]
        return f"{self.name.formal} ({', '.join(remarks)})" if remarks else self.name.formal


@dataclass(frozen=True, slots=True)
class Attender:
    """Somebody at the meeting who is no member of it."""

    name: PersonName
    post: str = ""
    is_clerk: bool = False

    @property
    def printed(self) -> str:
        return f"{self.name.formal} ({self.post})" if self.post else self.name.formal


def membership_paragraph(members: Iterable[ListedMember], bodies: Iterable[str] = ()) -> str:
    """Chairman, Vice-Chairman, then strict surname order whatever the category. ``bodies``: those represented
    without a name, which close the list.
    """
    ranked = sorted(members, key=lambda member: (BY_RANK.index(member.office), member.name.sort_key))
    return ", ".join([*(member.printed for member in ranked), *sorted(bodies, key=str.casefold)])


def present(members: Iterable[PresentMember]) -> str:
    """Who presided first, then surname order; a substitute stands at his own surname's place."""
    members = list(members)
    is_stood_in_for = any(member.is_in_the_chair for member in members)

    def place(member: PresentMember) -> tuple[bool, tuple[str, ...]]:
        first = member.is_in_the_chair if is_stood_in_for else member.presides
        return not first, member.name.sort_key

    return joined([member.printed for member in sorted(members, key=place)])


def also_present(names: Iterable[PersonName]) -> str:
    """Councillors who are not on the panel, in surname order."""
    return joined([name.formal for name in sorted(names, key=lambda name: name.sort_key)])


def in_attendance(officers: Iterable[Attender]) -> str:
    """Officers in the order given, which is theirs by post, and the clerk last."""
    return joined([officer.printed for officer in sorted(officers, key=lambda officer: officer.is_clerk)])


def apologies(absent: Iterable[PersonName]) -> str:
    names = [name.full for name in sorted(absent, key=lambda name: name.sort_key)]
    if not names:
        return "There were no apologies for absence."
    return f"Apologies for absence were received from {joined(names)}."


def substitutes(pairs: Sequence[tuple[PersonName, PersonName]]) -> list[str]:
    """One sentence for each (substitute, member), in the substitutes' surname order."""
    in_order = sorted(pairs, key=lambda pair: pair[0].sort_key)
    return [f"{one.full} was present as a substitute for {member.full}." for one, member in in_order]
