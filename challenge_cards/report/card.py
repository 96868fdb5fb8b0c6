"""One card: its way as a timeline, and what this reader may do with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from challenge_cards.actions.turns import may_answer
from challenge_cards.clock import Promised, day_said
from challenge_cards.models import CardStep, ChallengeCard, StepKind
from challenge_cards.readers import may_review, readable_by
from challenge_cards.report.cards import CardLine, line_of, with_promises
from challenge_cards.states import WAYS, Move, State, possible
from core.access import Permission, may
from meetings.item_numbers import ItemNumber
from meetings.models import Meeting
from people.models import User
from recommendations.due_dates import Precision
from recommendations.reporting_meeting import Promise, by_day, in_month

PAGES = {
    Move.REDIRECT: "card_redirect",
    Move.TO_COUNCIL: "card_hand",
    Move.SUPPORT: "card_decide",
    Move.TO_OFFICERS: "card_give",
    Move.AGREE: "card_agree",
    Move.RESPOND: "response_write",
    Move.CLOSE: "verdict_record",
}
WORDS = {
    Move.SUPPORT: "Record what the council decides",
    Move.RESPOND: "Write the answer",
    Move.CLOSE: "Record what the group says",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A button: the page behind it, and what stands on it."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class StepLine:
    step: CardStep
    hides: bool

    @property
    def when(self) -> str:
        """When the group asked is told by its month alone."""
        if self.step.on is None:
            return "Day not recorded"
        is_question = self.step.kind == StepKind.RECEIVED
        return day_said(self.step.on, Precision.MONTH if is_question else self.step.precision)

    @property
    def who(self) -> str:
        return "" if self.hides else self.step.body

    @property
    def note(self) -> str:
        return "" if self.hides else self.step.note

    @property
    def item(self) -> str:
        item = self.step.item
        number = str(ItemNumber(item.number, item.letter)) if item and item.number else ""
        return f"Item {number}" if number else "An item of the agenda"


@dataclass(frozen=True, slots=True)
class CardPage:
    line: CardLine
    steps: list[StepLine]
    ways: list[Way]
    hides_words: bool
    can_answer: bool
    can_review: bool
    heard_at: Promise | None


def readable_cards(user: User) -> QuerySet[ChallengeCard]:
    return with_promises(ChallengeCard.objects.filter(readable_by(user)))


def card_page(card: ChallengeCard, user: User, today: date) -> CardPage:
    reviews = may_review(user)
    hides = (card.is_held and not reviews) or (card.is_taken_down and not may_enter(user))
    steps = [StepLine(step, hides=hides or (step.is_held and not reviews)) for step in steps_of(card)]
    return CardPage(
        line=line_of(card, today),
        steps=steps,
        ways=ways_for(card, user),
        hides_words=hides,
        can_answer=may_answer(user, card),
        can_review=reviews,
        heard_at=_heard_at(card),
    )


def steps_of(card: ChallengeCard) -> list[CardStep]:
    """From the first to the last; what has no day stands first."""
    steps = card.steps.select_related("item__meeting__body")
    return sorted(steps, key=lambda step: (step.on is not None, step.on or date.min, step.pk))


def may_enter(user: Any) -> bool:
    return may(user, Permission.ENTER_CARDS)


def ways_for(card: ChallengeCard, user: User) -> list[Way]:
    open_to = [move for move in possible(State(card.state)) if move in PAGES and _may_go(move, card, user)]
    if card.is_held:
        open_to = [move for move in open_to if move == Move.REDIRECT]
    return [Way(PAGES[move], WORDS.get(move, move.label)) for move in open_to]


def _may_go(move: Move, card: ChallengeCard, user: User) -> bool:
    if move in (Move.AGREE, Move.RESPOND):
        return may_answer(user, card)
    return may(user, WAYS[move].permission)


def _heard_at(card: ChallengeCard) -> Promise | None:
    """At which meeting the panel hears the answer. The day that was promised stays, whatever becomes of it."""
    promised = line_of(card, date.min).promised
    if promised is None or card.state != State.ACTIONS_AGREED:
        return None
    return heard_at(promised, list(Meeting.objects.going_on().values_list("on", flat=True)))


def heard_at(promised: Promised, meetings: list[date]) -> Promise:
    if promised.precision == Precision.DAY:
        return by_day(promised.due_on, meetings)
    return in_month(promised.due_on, meetings)
