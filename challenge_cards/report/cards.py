"""Cards as members and officers see them: who waits longest, what was promised, whether it was kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from challenge_cards.clock import (
    Promised,
    about,
    day_said,
    days,
    days_waited,
    earlier_sentences,
    next_promise,
    promise_sentences,
    standing_of,
    verdict_due,
)
from challenge_cards.models import CardPromise, ChallengeCard, StepKind
from challenge_cards.report.past import Then, then
from challenge_cards.states import ENDED, WAITING_FOR_ANSWER, State
from core import tags
from meetings.date_words import plain_date
from recommendations.due_dates import Precision

QUIETLY_TAGGED = (State.WITHDRAWN, State.NOT_TAKEN_FORWARD)


@dataclass(frozen=True, slots=True)
class CardLine:
    """One card with what is worked out about it on a day."""

    card: ChallengeCard
    promised: Promised | None
    answered_on: date | None
    today: date
    state: State
    earlier: tuple[str, ...] = ()

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING_FOR_ANSWER

    @property
    def is_late(self) -> bool:
        return self.is_waiting and standing_of(self.promised, self.today, None).is_overdue

    @property
    def tag_class(self) -> str:
        return tags.QUIET if self.state in QUIETLY_TAGGED else tags.PLAIN

    @property
    def asked(self) -> str:
        card = self.card
        return day_said(card.received_on, Precision.MONTH) if card.received_on else "Not recorded"

    @property
    def waited(self) -> int | None:
        """Days from the end of the month of the question to the answer, or to today while there is none."""
        if self.state in ENDED and self.answered_on is None:
            return None
        return days_waited(self.card.received_on, self.answered_on or self.today)

    @property
    def waited_said(self) -> str:
        if self.waited is None:
            return ""
        if self.answered_on:
            return f"Answered {days(self.waited)} after the end of {self.asked}" if self.waited else ""
        return (
            f"The group has waited {days(self.waited)} since the end of {self.asked}" if self.waited else ""
        )

    @property
    def promise(self) -> list[str]:
        return [*self.earlier, *self._promise(days)]

    @property
    def promise_now(self) -> list[str]:
        return self._promise(days)

    @property
    def promise_plainly(self) -> list[str]:
        """For young people, to whom two thousand days say little."""
        return [*self.earlier, *self._promise(about)]

    def _promise(self, said: Callable[[int], str]) -> list[str]:
        if self.state in ENDED and self.answered_on is None:
            return []
        sentences = promise_sentences(self.promised, self.today, self.answered_on, said)
        return next_promise(sentences) if self.earlier else sentences

    @property
    def with_officers(self) -> str:
        """Against the council's own target, while officers have not agreed what to do."""
        if self.state != State.WITH_OFFICERS:
            return ""
        since = next((s.on for s in self.card.steps.all() if s.kind == StepKind.TO_OFFICERS), None)
        waited = (self.today - since).days if since else 0
        late = waited - settings.CARD_OFFICER_DAYS
        ends = f", {days(late)} more than our own target" if late > 0 else ""
        return f"With officers for {days(waited)}{ends}"

    @property
    def ask_by(self) -> str:
        if self.state != State.RESPONDED or self.answered_on is None:
            return ""
        return f"Ask the group whether it worked, by {plain_date(verdict_due(self.answered_on))}"


def with_promises(cards: QuerySet[ChallengeCard]) -> QuerySet[ChallengeCard]:
    return cards.select_related("group", "owner").prefetch_related("promises", "responses", "steps")


def line_of(card: ChallengeCard, today: date) -> CardLine:
    """Asks for ``with_promises``."""
    return _line(card, Then(State(card.state), card.round), promised_of(card), today)


def line_on(card: ChallengeCard, on: date) -> CardLine:
    """As the card stood on a day, whatever became of it since."""
    stood = then(card, on)
    made = [one for one in card.promises.all() if one.round == stood.round and one.made_on <= on]
    return _line(card, stood, _promised(card, made), on)


def waiting_first(cards: Iterable[ChallengeCard], today: date) -> list[CardLine]:
    """Who waits for an answer, the longest first; who is asked for a verdict; what has ended, the newest first."""
    lines = [line_of(card, today) for card in cards]
    return sorted(
        lines, key=lambda line: (_part(line), -(line.waited or 0), -line.card.year, -line.card.number)
    )


def promised_of(card: ChallengeCard) -> Promised | None:
    """Of the present round, with what was promised first in it."""
    return _promised(card, [one for one in card.promises.all() if one.round == card.round])


def _line(card: ChallengeCard, stood: Then, promised: Promised | None, on: date) -> CardLine:
    earlier = [line for round_ in range(1, stood.round) for line in _earlier(card, round_, on)]
    return CardLine(card, promised, _answered_on(card, stood.round, on), on, stood.state, tuple(earlier))


def _earlier(card: ChallengeCard, round_: int, on: date) -> list[str]:
    made = [one for one in card.promises.all() if one.round == round_ and one.made_on <= on]
    told = earlier_sentences(_promised(card, made), _answered_on(card, round_, on))
    return told if round_ == 1 else next_promise(told)


def _answered_on(card: ChallengeCard, round_: int, on: date) -> date | None:
    days_ = [one.published_on for one in card.responses.all() if one.round == round_]
    return days_[0] if days_ and days_[0] and days_[0] <= on else None


def _promised(card: ChallengeCard, rounds: list[CardPromise]) -> Promised | None:
    if not rounds:
        return None
    first, last = rounds[0], rounds[-1]
    return Promised(
        last.due_on,
        Precision(last.precision),
        first.due_on,
        Precision(first.precision),
        why_later="" if last.is_held or card.is_taken_down else last.reason,
    )


def _part(line: CardLine) -> int:
    if line.is_waiting:
        return 0
    return 1 if line.card.state == State.RESPONDED else 2
