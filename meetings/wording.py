"""The standard sentences that minutes grow from. The clerk may change every one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import TextChoices

from meetings.date_words import clock, joined, plain_date
from meetings.name_lists import Office
from meetings.paragraph_marks import POINT, MarkStyle, ended, mark
from meetings.votes import Vote

GENERALLY_AGREED = "This was generally agreed."
NO_DECLARATIONS = "There were no declarations of interest."
NO_MATTERS_ARISING = "There were no matters arising."
NOT_REACHED = "This item was not reached."


@dataclass(frozen=True, slots=True)
class ResolutionText:
    """The last paragraph of a minute: one sentence, or a line and its points with their marks."""

    lead: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What the next meeting changed in minutes before it approved them; ``place``: "paragraph 13 on page 8"."""

    place: str
    was: str
    becomes: str


class ElectionOutcome(TextChoices):
    UNOPPOSED = "unopposed", "Carried with no opposition"
    UNANIMOUS = "unanimous", "Agreed unanimously"
    VOTE = "vote", "Carried by a vote"
    DEFERRED = "deferred", "Put off to a later meeting"


def be_noted(what: str, *, with_thanks: bool = True) -> str:
    """ "the report be noted, with thanks": the part that a resolution is made of."""
    return f"{what} be noted{', with thanks' if with_thanks else ''}"


def resolved(points: Sequence[str], style: MarkStyle = MarkStyle.OPEN) -> ResolutionText:
    """ "It was RESOLVED that ..." for one point; for several a line with lettered points under it."""
    if not points:
        raise ValueError("A resolution needs at least one point.")
    if len(points) == 1:
        return ResolutionText(f"It was RESOLVED that {ended(points)[0]}")
    marked = [f"{mark(POINT, place, style)} {point}" for place, point in enumerate(ended(points), 1)]
    return ResolutionText("It was RESOLVED that:-", tuple(marked))


def noted(what: str, panel: str = "Panel") -> str:
    """Where nothing was resolved."""
    return f"The {panel} noted {what}."


def deferred(what: str, until: str, because: str = "") -> str:
    """ "It was agreed that the election be deferred until ..., because of ...". An outcome like any other."""
    return f"It was agreed that {what} be deferred until {until}{f', because {because}' if because else ''}."


def withdrawn(what: str, because: str = "") -> str:
    return f"{what} was withdrawn{f', because {because}' if because else ''}."


def minutes_approved(
    days: Iterable[date],
    corrections: Sequence[Correction | str] = (),
    matters_arising: str = NO_MATTERS_ARISING,
) -> str:
    """Minutes of one or more meetings, signed by whoever presides now. A correction may be in words already."""
    held_on = [plain_date(day) for day in sorted(days)]
    meetings = f"{'meeting' if len(held_on) == 1 else 'meetings'} held on {joined(held_on)}"
    subject = ", subject to the following," if corrections else ""
    changes = f"{'; '.join(corrected(one) for one in corrections)}. " if corrections else ""
    return (
        f"It was RESOLVED that{subject} the minutes of the {meetings} are correctly recorded and be "
        f"signed by the Chairman{': ' + changes if corrections else '. '}{matters_arising}"
    )


def corrected(one: Correction | str) -> str:
    """ "at paragraph 13 on page 8, “Deveraux” to read “Devereux”"."""
    if isinstance(one, str):
        return one.strip().rstrip(".")
    return f"at {one.place}, “{one.was}” to read “{one.becomes}”"


def elected(
    office: Office,
    name: str,
    *,
    proposed_by: str,
    seconded_by: str,
    outcome: ElectionOutcome,
    vote: Vote | None = None,
    presided: str = "",
) -> list[str]:
    """The paragraphs of an election; a new Chairman takes the chair at once. ``presided``: who did until then."""
    if outcome == ElectionOutcome.DEFERRED:
        raise ValueError("Nobody is elected when the election was put off.")
    if (outcome == ElectionOutcome.VOTE) != (vote is not None):
        raise ValueError("Enter the votes when the election was by vote, and only then.")
    if vote and not vote.is_carried:
        raise ValueError("Nobody is elected by a vote that was lost.")
    proposal = f"{proposed_by} proposed and {seconded_by} seconded that {name} be elected {office.label}."
    return [
        *([f"{presided} presided during this item."] if presided else []),
        f"{proposal} {vote.sentence if vote else f'{outcome.label}.'}",
        f"It was RESOLVED that {name} be elected {office.label}.",
        *([f"{name} took the chair."] if office == Office.CHAIRMAN else []),
    ]


def urgent(chairman: str, reason: str) -> str:
    """The special circumstances, which the minutes must state: Local Government Act 1972, s.100B(4)."""
    return (
        f"{chairman} had agreed that this item be taken as a matter of urgency. Reason: {_sentence(reason)}"
    )


def declared(name: str, interest: str, effect: str = "") -> str:
    """ "Mr Cooke declared ... He left the room." ``effect`` is a sentence of its own."""
    return f"{name} declared {_sentence(interest)}{f' {_sentence(effect)}' if effect else ''}"


def inquorate(counted: int, needed: int, panel: str = "Panel") -> str:
    """A note, not a minute: it draws no number and approves nothing."""
    return (
        f"The meeting of the {panel} could not proceed for want of a quorum: {_voting(counted)} present and "
        f"{needed} were needed. The items on the agenda go forward to the next meeting."
    )


def quorum_lost(at: time, counted: int, needed: int) -> str:
    """Said in the minutes of a meeting that took items before it had to end."""
    return (
        f"The meeting ended at {clock(at)} for want of a quorum: {_voting(counted)} present and {needed} were needed. "
        "The items not taken go forward to the next meeting."
    )


def _voting(number: int) -> str:
    return "1 voting member was" if number == 1 else f"{number or 'no'} voting members were"


def _sentence(text: str) -> str:
    return f"{' '.join(text.split()).rstrip('.')}."
