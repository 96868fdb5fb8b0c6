"""How a card comes in: from a group, or out of the records from before the portal. And what is no card at all."""

from datetime import date
from typing import Any

import pghistory
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from challenge_cards.actions.door import at_the_door, hold
from challenge_cards.actions.turns import at_the_card, facts_of, require, take_step
from challenge_cards.models import ChallengeCard, Group, RedirectCount, StepKind
from challenge_cards.privacy import SMALLEST_GROUP, may_raise
from challenge_cards.states import Move, State
from core.access import Permission, demand
from meetings.actions.locks import Refused, said_plainly
from people.models import User
from recommendations.due_dates import Precision, last_day

TOO_SMALL = (
    f"A card is raised by a group of at least {SMALLEST_GROUP} young people, so that nobody can be picked out. "
    "{} has {} at present."
)
FIRST_YEAR = 2000
TOO_OLD = "Look at the year: no challenge card is as old as that."
TO_COME = "The day on which the card came in is still to come."


def enter_card(
    *,
    group: Group,
    title: str,
    question: str,
    why: str = "",
    received_on: date,
    received_precision: str = Precision.DAY,
    by: User,
) -> ChallengeCard:
    """The same card sent twice is one card."""
    demand(by, Permission.ENTER_CARDS)
    texts = {"title": title, "question": question, "why": why}
    held = at_the_door(texts, by=by)
    on = last_day(received_on, Precision(received_precision))
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        raiser = _in_turn(group)
        if sent := raiser.cards.filter(**texts, state=State.RECEIVED).first():
            return sent
        card = _new(
            received_on.year,
            group=raiser,
            members_then=raiser.members,
            received_on=on,
            received_precision=received_precision,
            is_held=bool(held),
            **texts,
        )
        hold(card, "card", card.pk, held)
        take_step(card, StepKind.RECEIVED, on=on, precision=received_precision, body=raiser.name, by=by)
    return card


def record_earlier_card(
    *, year: int, title: str, question: str, outcome: str, state: str, by: User
) -> ChallengeCard:
    """A card from before the portal, in the state that the records give; what they do not say stays empty."""
    demand(by, Permission.PUBLISH_CARD_RESPONSES)
    texts = {"title": title, "question": question, "outcome": outcome}
    held = at_the_door(texts, by=by)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        list(Group.objects.select_for_update(of=("self",)))
        card = _new(year, is_from_before=True, state=state, is_held=bool(held), **texts)
        hold(card, "card", card.pk, held)
    return card


def count_matter(route: str, *, by: User, today: date | None = None) -> None:
    """Something about one person, passed on. Only that there was one is kept, by month and route."""
    demand(by, Permission.ENTER_CARDS)
    with transaction.atomic():
        _count(route, today or timezone.localdate())


def redirect_card(card: ChallengeCard, *, route: str, by: User, today: date | None = None) -> None:
    """It turned out to be about one person: the card goes, words and all."""
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        require(Move.REDIRECT, facts_of(kept))
        kept.delete()
        _count(route, today or timezone.localdate())


def _in_turn(group: Group) -> Group:
    """Numbers are drawn one after the other: whoever enters a card holds the list of groups."""
    kept = {one.pk: one for one in Group.objects.select_for_update(of=("self",)).order_by("pk")}[group.pk]
    if not may_raise(kept.members):
        raise Refused(TOO_SMALL.format(kept.name, kept.members))
    if not kept.is_active:
        raise Refused(f"{kept.name} does not meet any more.")
    return kept


def _new(year: int, **fields: Any) -> ChallengeCard:
    if fields.get("received_on") and fields["received_on"].replace(day=1) > timezone.localdate():
        raise Refused(TO_COME)
    if year < FIRST_YEAR:
        raise Refused(TOO_OLD)
    last = ChallengeCard.objects.filter(year=year).aggregate(last=Max("number"))["last"] or 0
    return ChallengeCard.objects.create(year=year, number=last + 1, **fields)


def _count(route: str, today: date) -> None:
    row, _ = RedirectCount.objects.get_or_create(month=today.replace(day=1), route=route)
    RedirectCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
