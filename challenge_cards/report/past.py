"""How a card stood on an earlier day, for a paper of a meeting that is past."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from challenge_cards.models import ActionStatus, CardAction, ChallengeCard, StepKind
from challenge_cards.states import State

BECAME = {
    StepKind.RECEIVED: State.RECEIVED,
    StepKind.TO_COUNCIL: State.WITH_COUNCIL,
    StepKind.SUPPORTED: State.SUPPORTED,
    StepKind.NOT_FORWARD: State.NOT_TAKEN_FORWARD,
    StepKind.TO_OFFICERS: State.WITH_OFFICERS,
    StepKind.AGREED: State.ACTIONS_AGREED,
    StepKind.RESPONDED: State.RESPONDED,
    StepKind.REOPENED: State.ACTIONS_AGREED,
    StepKind.CLOSED: State.CLOSED,
    StepKind.WITHDRAWN: State.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Then:
    state: State
    round: int


def then(card: ChallengeCard, on: date) -> Then:
    """At the end of that day, by its dated steps. Asks for the steps to be fetched."""
    turns = [step for step in card.steps.all() if step.kind in BECAME]
    later = [step for step in turns if step.on and step.on > on]
    if not later:
        return Then(State(card.state), card.round)
    before = [step for step in turns if step not in later]
    last = max(before, key=lambda step: (step.on or date.min, step.pk), default=None)
    state = BECAME[StepKind(last.kind)] if last else State.RECEIVED
    return Then(state, card.round - sum(step.kind == StepKind.REOPENED for step in later))


def action_statuses(cards: Collection[ChallengeCard], on: date) -> dict[int, str]:
    """By action: how far it was at the end of that day, as far as the history reaches back. One query."""
    ends = timezone.make_aware(datetime.combine(on, time.max))
    events = CardAction.pgh_event_model.objects.filter(pgh_created_at__lte=ends, card__in=cards)
    return dict(events.order_by("pgh_id").values_list("pgh_obj_id", "status"))


def status_then(action: CardAction, on: date, known: dict[int, str]) -> ActionStatus:
    """What was entered later counts as it is, unless its own day says that it came later too."""
    status = ActionStatus(known.get(action.pk, action.status))
    is_later = status == ActionStatus.DONE and action.done_on and action.done_on > on
    return ActionStatus.AGREED if is_later else status
