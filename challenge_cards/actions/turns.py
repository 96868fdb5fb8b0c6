"""One card, one officer at a time; every change of its state leaves a step."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from challenge_cards.actions.door import Held, hold
from challenge_cards.models import CardStep, ChallengeCard, StepKind
from challenge_cards.states import WAYS, Facts, Move, State, faults
from core.access import Permission, demand, may
from meetings.actions.locks import Refused, said_plainly, take_turn
from meetings.actions.undertakings import posts_of
from meetings.models import AgendaItem
from people.models import User
from recommendations.due_dates import Precision, last_day

NOT_YOURS = (
    "Cards are answered by whoever holds a post that answers for them, and by officers who enter cards."
)
TO_COME = "The day is still to come: enter it once it is over."
TOO_EARLY = "This is before the step of the card that came last, on {}."
NOT_ASKED_YET = "The group asked on {} first."
# What stands beside the way may be noted later than it happened, and nothing waits for it
ASIDE = (
    StepKind.EVENT,
    StepKind.BEGUN,
    StepKind.REPORTED,
    StepKind.TAKEN_DOWN,
    StepKind.PUT_BACK,
    StepKind.ERASED,
)


@contextmanager
def at_the_card(card: ChallengeCard, *, by: User, permission: Permission) -> Iterator[ChallengeCard]:
    """One transaction in which nobody else changes this card."""
    demand(by, permission)
    if permission == Permission.ANSWER_CARDS and not may_answer(by, card):
        raise PermissionDenied(NOT_YOURS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        yield take_turn(card)


def may_answer(user: User, card: ChallengeCard) -> bool:
    if not may(user, Permission.ANSWER_CARDS):
        return False
    if may(user, Permission.ENTER_CARDS):
        return True
    held = set(posts_of(user))
    return card.owner_id in held or card.actions.filter(owner__in=held).exists()


def require(move: Move, facts: Facts) -> None:
    if said := faults(move, facts):
        raise Refused(" ".join(said))


def facts_of(card: ChallengeCard, **given: Any) -> Facts:
    return Facts(state=State(card.state), is_held=card.is_held, **given)


def go(card: ChallengeCard, move: Move, kind: StepKind, *, by: User, **step: Any) -> CardStep:
    """``card`` is locked, and what the move needs has been asked."""
    card.state = WAYS[move].after
    save(card, "state")
    return take_step(card, kind, by=by, **step)


def save(card: ChallengeCard, *names: str) -> None:
    card.version += 1
    card.save(update_fields=[*names, "version"])


def take_step(
    card: ChallengeCard,
    kind: StepKind,
    *,
    on: date | None,
    by: User,
    precision: str = Precision.DAY,
    body: str = "",
    note: str = "",
    item: AgendaItem | None = None,
    held: Held = (),
) -> CardStep:
    _check_day(card, kind, on, precision)
    step = CardStep.objects.create(
        card=card,
        kind=kind,
        on=on,
        precision=precision,
        body=body,
        note=note,
        item=item,
        round=card.round,
        is_held=bool(held),
        by=by,
    )
    hold(card, "step", step.pk, held)
    return step


def _check_day(card: ChallengeCard, kind: StepKind, on: date | None, precision: str) -> None:
    if on is None:
        return
    first = on if precision == Precision.DAY else on.replace(day=1)
    if first > timezone.localdate():
        raise Refused(TO_COME)
    if card.is_from_before or kind == StepKind.RECEIVED:
        return
    way = card.steps.exclude(on=None).exclude(kind__in=ASIDE)
    before, said = way.order_by("-on").first(), TOO_EARLY
    if kind in ASIDE:
        before, said, on = way.order_by("on").first(), NOT_ASKED_YET, last_day(on, Precision(precision))
    if before and before.precision == Precision.DAY and on < before.on:
        raise Refused(said.format(f"{before.on:%-d %B %Y}"))
