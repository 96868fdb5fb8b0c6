"""Two people look at words that could lead to a child. Both release them, or either takes them out for good."""

from hashlib import sha256
from typing import NamedTuple

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from challenge_cards.actions.door import CHANGED
from challenge_cards.models import (
    PLAIN_FIELDS,
    CardAction,
    CardPromise,
    CardResponse,
    CardStep,
    CardVerdict,
    CardWording,
    ChallengeCard,
    Refusal,
    Review,
    ReviewState,
)
from challenge_cards.privacy import TAKEN_OUT
from challenge_cards.readers import may_review
from challenge_cards.states import State
from core.access import Permission, may
from meetings.actions.locks import Refused, said_plainly, take_turn
from people.models import User

OVER = "Somebody has decided about these words already."
YOURS = "You have looked at these words. Now somebody else does."
NOT_YOURS = "A participation worker and a democratic services officer look at these words."


class Kind(NamedTuple):
    model: type[models.Model]
    fields: tuple[str, ...]


KINDS = {
    "card": Kind(ChallengeCard, ("title", "question", "why", "outcome")),
    "step": Kind(CardStep, ("body", "note")),
    "promise": Kind(CardPromise, ("reason", "agreed_by")),
    "action": Kind(CardAction, ("text", "evidence")),
    "response": Kind(CardResponse, ("text",)),
    "wording": Kind(CardWording, PLAIN_FIELDS),
    "verdict": Kind(CardVerdict, ("told_at", "words")),
}


def fingerprint(review: Review, row: models.Model | None = None) -> str:
    """Of the words that wait, so that nobody releases others than those that stood on their page."""
    about = KINDS[review.kind].model._default_manager
    row = row or about.get(pk=review.row)
    words = "\x1f".join(getattr(row, name) for name in KINDS[review.kind].fields)
    return sha256(words.encode()).hexdigest()


def release_words(review: Review, *, seen: str, by: User) -> bool:
    """``seen``: the fingerprint of what they read. True once both have, and the words stand."""
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        take_turn(review.card)
        kept = _waiting(review, by)
        if seen != fingerprint(kept):
            raise Refused(CHANGED)
        _sign(kept, by)
        if kept.worker_id is None or kept.officer_id is None:
            kept.save()
            return False
        _end(kept, ReviewState.RELEASED, by)
        KINDS[kept.kind].model._default_manager.filter(pk=kept.row).update(is_held=False)
    return True


def take_words_out(review: Review, *, by: User) -> None:
    """A card whose own words cannot stand goes altogether: the group words it anew."""
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        card = take_turn(review.card)
        kept = _waiting(review, by)
        Refusal.objects.bulk_create(
            Refusal(rule=rule, field=field, by=by) for field in kept.fields for rule in kept.rules
        )
        if kept.kind == "card" and card.state == State.RECEIVED:
            card.delete()
            return
        gone = dict.fromkeys(kept.fields, TAKEN_OUT)
        KINDS[kept.kind].model._default_manager.filter(pk=kept.row).update(is_held=False, **gone)
        _end(kept, ReviewState.REMOVED, by)


def _waiting(review: Review, by: User) -> Review:
    if not may_review(by):
        raise PermissionDenied(NOT_YOURS)
    kept = take_turn(review)
    if kept.state != ReviewState.WAITING:
        raise Refused(OVER)
    return kept


def _sign(review: Review, by: User) -> None:
    """As worker or as officer; whoever is both still signs once."""
    if by.pk in (review.worker_id, review.officer_id):
        raise Refused(YOURS)
    if may(by, Permission.SPEAK_FOR_GROUPS) and review.worker_id is None:
        review.worker = by
    elif may(by, Permission.PUBLISH_CARD_RESPONSES) and review.officer_id is None:
        review.officer = by
    else:
        raise Refused("Your colleagues have looked at these words. Now the other side does.")


def _end(review: Review, state: ReviewState, by: User) -> None:
    review.state, review.ended_at, review.ended_by = state, timezone.now(), by
    review.save()
