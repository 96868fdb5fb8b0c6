"""The way of a challenge card from a group's question to its verdict. Pure.

Specification 7.6. What a move needs is asked of the facts; who may make it, of the one table of permissions.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from core.access import Permission


class State(TextChoices):
    RECEIVED = "received", "Received"
    REDIRECTED = "redirected", "Passed to the right person"  # kept as a count alone, so no card ever has it
    WITH_COUNCIL = "with_council", "With a children in care council"
    NOT_TAKEN_FORWARD = "not_taken_forward", "Not taken forward"
    SUPPORTED = "supported", "Supported by a children in care council"
    WITH_OFFICERS = "with_officers", "With senior officers"
    ACTIONS_AGREED = "actions_agreed", "Actions agreed"
    RESPONDED = "responded", "Answered, verdict asked for"
    CLOSED = "closed", "Closed by the group’s verdict"
    WITHDRAWN = "withdrawn", "Withdrawn by the group"


ENDED = frozenset({State.REDIRECTED, State.NOT_TAKEN_FORWARD, State.CLOSED, State.WITHDRAWN})
OPEN = tuple(state for state in State if state not in ENDED)
WAITING_FOR_ANSWER = frozenset(OPEN) - {State.RESPONDED}
# From a council's support on. The rest, withdrawn cards too, is for those who carry cards and those who answer them
PUBLIC = frozenset(
    {State.SUPPORTED, State.WITH_OFFICERS, State.ACTIONS_AGREED, State.RESPONDED, State.CLOSED}
)


class Opinion(TextChoices):
    """Whether it worked, in the view of those who asked."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NOT_YET = "not_yet", "Not yet"
    NO_VIEW = "no_view", "No view"


class Move(TextChoices):
    REDIRECT = "redirect", "Pass it to the right person"
    TO_COUNCIL = "to_council", "Hand it to a children in care council"
    SUPPORT = "support", "The council supports it"
    NOT_FORWARD = "not_forward", "The council does not take it forward"
    TO_OFFICERS = "to_officers", "Hand it to senior officers"
    AGREE = "agree", "Agree what will be done"
    RESPOND = "respond", "Publish the answer"
    CLOSE = "close", "Close it"
    REOPEN = "reopen", "Take it up again"
    WITHDRAW = "withdraw", "Withdraw the card"


@dataclass(frozen=True, slots=True)
class Way:
    before: frozenset[State]
    after: State
    permission: Permission


WAYS = {
    Move.REDIRECT: Way(frozenset({State.RECEIVED}), State.REDIRECTED, Permission.ENTER_CARDS),
    Move.TO_COUNCIL: Way(frozenset({State.RECEIVED}), State.WITH_COUNCIL, Permission.ENTER_CARDS),
    Move.SUPPORT: Way(frozenset({State.WITH_COUNCIL}), State.SUPPORTED, Permission.ENTER_CARDS),
    Move.NOT_FORWARD: Way(frozenset({State.WITH_COUNCIL}), State.NOT_TAKEN_FORWARD, Permission.ENTER_CARDS),
    Move.TO_OFFICERS: Way(frozenset({State.SUPPORTED}), State.WITH_OFFICERS, Permission.ENTER_CARDS),
    Move.AGREE: Way(frozenset({State.WITH_OFFICERS}), State.ACTIONS_AGREED, Permission.ANSWER_CARDS),
    Move.RESPOND: Way(frozenset({State.ACTIONS_AGREED}), State.RESPONDED, Permission.PUBLISH_CARD_RESPONSES),
    Move.CLOSE: Way(frozenset({State.RESPONDED}), State.CLOSED, Permission.SPEAK_FOR_GROUPS),
    Move.REOPEN: Way(frozenset({State.RESPONDED}), State.ACTIONS_AGREED, Permission.SPEAK_FOR_GROUPS),
    Move.WITHDRAW: Way(frozenset(OPEN), State.WITHDRAWN, Permission.ENTER_CARDS),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a move is judged by. Days are of the present round."""

    state: State
    is_held: bool = False
    reason: str = ""
    actions: int = 0
    has_owner: bool = False
    due_on: date | None = None
    has_response: bool = False
    is_on_agenda: bool = False
    has_checked_words: bool = False
    told_on: date | None = None
    opinion: Opinion | None = None
    council_asks: bool = False


def possible(state: State) -> list[Move]:
    return [move for move, way in WAYS.items() if state in way.before]


def faults(move: Move, facts: Facts) -> list[str]:
    """Why the card cannot go this way now, in words; empty when it can."""
    if facts.state not in WAYS[move].before:
        return [f"The card has moved on: it stands at “{State(facts.state).label.lower()}” now."]
    if facts.is_held and move not in (Move.WITHDRAW, Move.REDIRECT):
        return ["Two people look at the words of this card first. See the texts to look at."]
    return NEEDS.get(move, _nothing)(facts)


def _nothing(facts: Facts) -> list[str]:
    return []


def _reason(facts: Facts) -> list[str]:
    return [] if facts.reason.strip() else ["Say why, in words that can be told to the group."]


def _agreement(facts: Facts) -> list[str]:
    return _missing(
        (facts.actions > 0, "Agree at least one action."),
        (facts.has_owner, "Choose the post that answers for the card."),
        (facts.due_on is not None, "Say by when the group has its answer."),
    )


def _answer(facts: Facts) -> list[str]:
    return _missing(
        (facts.has_response, "Write the answer first."),
        (facts.is_on_agenda, "Say at which item of a panel's agenda the answer is given."),
        (
            facts.has_checked_words,
            "A participation worker checks the plain words for ages 11 to 16 first.",
        ),
    )


def _told(facts: Facts) -> list[str]:
    return _missing(
        (facts.told_on is not None, "Say when the group was told of the answer."),
        (facts.opinion is not None, "Record what the group says."),
    )


def _closing(facts: Facts) -> list[str]:
    missing = _told(facts)
    if facts.opinion == Opinion.NOT_YET:
        missing.append("The group says “not yet”, so the card is taken up again.")
    if facts.opinion == Opinion.PARTLY and facts.council_asks:
        missing.append("The council asks for more, so the card is taken up again.")
    return missing


def _reopening(facts: Facts) -> list[str]:
    is_called_for = facts.opinion == Opinion.NOT_YET or (
        facts.opinion == Opinion.PARTLY and facts.council_asks
    )
    return _told(facts) + _missing(
        (
            is_called_for,
            "A card is taken up again when the group says “not yet”, or “partly” and asks for more.",
        ),
        (facts.due_on is not None, "Say by when the group has its next answer."),
    )


def _missing(*needs: tuple[bool, str]) -> list[str]:
    return [sentence for is_there, sentence in needs if not is_there]


NEEDS = {
    Move.NOT_FORWARD: _reason,
    Move.AGREE: _agreement,
    Move.RESPOND: _answer,
    Move.CLOSE: _closing,
    Move.REOPEN: _reopening,
}
