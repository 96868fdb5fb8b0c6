"""The paper "Challenge card update": the new cards, how far the others are, what the panel is asked. Plain data."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from challenge_cards.clock import day_said, ended
from challenge_cards.models import ChallengeCard
from challenge_cards.report.card import StepLine, steps_of
from challenge_cards.report.cards import line_on, with_promises
from challenge_cards.report.past import action_statuses, status_then, then
from challenge_cards.states import OPEN, PUBLIC, State
from meetings.date_words import plain_date
from meetings.models import Meeting

TITLE = "Challenge card update"
RECOMMENDATION = (
    "The Panel is asked to note how far the challenge cards are, and to support what is being done."
)


@dataclass(frozen=True, slots=True)
class CardPart:
    """One card in the paper, as it stood on the meeting's day."""

    title: str
    group: str
    asked: str
    state: str
    question: str
    why: str
    steps: list[tuple[str, str, str]]
    actions: list[tuple[str, str, str, str]]
    promise: list[str]
    answer: str
    verdict: str


def update_paper(meeting: Meeting, today: date) -> dict[str, Any]:
    """Cards that came up since the panel met last stand first; then those that still wait for an answer or a verdict.

    What is held or was taken down is not in it.
    """
    on = min(today, meeting.on)
    before = _meeting_before(meeting)
    cards = [card for card in _cards() if not card.received_on or card.received_on <= meeting.on]
    cards = [card for card in cards if then(card, on).state in PUBLIC]
    new = [card for card in cards if _came_since(card, before, on)]
    others = [card for card in cards if card not in new and then(card, on).state in OPEN]
    known = action_statuses(cards, on)
    return {
        "title": TITLE,
        "meeting": plain_date(meeting.on),
        "before": plain_date(before) if before else "",
        "new": [_part(card, on, known) for card in new],
        "others": [_part(card, on, known) for card in others],
        "conclusion": _conclusion(new, others, on),
        "recommendation": RECOMMENDATION,
    }


def _cards() -> list[ChallengeCard]:
    rows = with_promises(
        ChallengeCard.objects.filter(state__in=PUBLIC, is_held=False, taken_down_at=None)
    ).prefetch_related("actions__owner", "verdicts")
    return list(rows.order_by("received_on", "pk"))


def _meeting_before(meeting: Meeting) -> date | None:
    earlier = Meeting.objects.going_on().filter(Q(on__lt=meeting.on), body=meeting.body_id)
    return earlier.order_by("-on").values_list("on", flat=True).first()


def _came_since(card: ChallengeCard, before: date | None, on: date) -> bool:
    """New to the panel: supported since it met last, or not reported to it before."""
    if card.is_from_before or card.received_on is None:
        return False
    supported = next((step.on for step in card.steps.all() if step.kind == "supported"), card.received_on)
    reported = any(step.kind == "reported" and before and step.on <= before for step in card.steps.all())
    return not reported and (before is None or supported >= before or then(card, on).state != State.CLOSED)


def _part(card: ChallengeCard, on: date, known: dict[int, str]) -> CardPart:
    line, stood = line_on(card, on), then(card, on)
    is_now = (stood.state, stood.round) == (card.state, card.round)
    answers = [one for one in card.responses.all() if one.published_on and one.published_on <= on]
    verdicts = [one for one in card.verdicts.all() if one.told_on <= on]
    return CardPart(
        title=card.title,
        group=str(card.group or ""),
        asked=line.asked if card.received_on else "",
        state=stood.state.label,
        question=card.question,
        why=card.why,
        steps=_steps(card, on),
        actions=_actions(card, on, known),
        promise=line.promise,
        answer=answers[-1].text if answers else (card.outcome if is_now else ""),
        verdict=verdicts[-1].get_opinion_display() if verdicts else "",
    )


def _actions(card: ChallengeCard, on: date, known: dict[int, str]) -> list[tuple[str, str, str, str]]:
    """Those agreed by then. What shows one is told with the status that it shows."""
    stood = then(card, on)
    has_agreed = stood.state not in (State.RECEIVED, State.WITH_COUNCIL, State.SUPPORTED, State.WITH_OFFICERS)
    rounds = range(1, stood.round + has_agreed)
    found = [one for one in card.actions.all() if one.round in rounds and not one.is_held]
    return [
        (ended(one.text), str(one.owner), status.label, one.evidence if status == one.status else "")
        for one, status in ((one, status_then(one, on, known)) for one in found)
    ]


def _steps(card: ChallengeCard, on: date) -> list[tuple[str, str, str]]:
    lines = [StepLine(step, hides=step.is_held) for step in steps_of(card) if not step.on or step.on <= on]
    return [(line.when, line.step.get_kind_display(), line.who) for line in lines]


def _conclusion(new: list[ChallengeCard], others: list[ChallengeCard], on: date) -> str:
    waiting = [line for line in (line_on(card, on) for card in (*new, *others)) if line.is_waiting]
    late = [line for line in waiting if line.is_late]
    if not waiting:
        return "No group waits for an answer."
    due = [line.promised for line in waiting if line.promised]
    said = f"{_groups(len(waiting))} for an answer."
    if late:
        return f"{said} {len(late)} of the promised days {'has' if len(late) == 1 else 'have'} passed."
    if due:
        first = min(due, key=lambda one: one.due_on)
        return f"{said} The next is promised for {day_said(first.due_on, first.precision)}."
    return said


def _groups(number: int) -> str:
    return "1 group waits" if number == 1 else f"{number} groups wait"
