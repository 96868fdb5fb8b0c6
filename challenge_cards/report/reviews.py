"""The words that wait for two people, beside the rules that made them wait."""

from dataclasses import dataclass

from django.db.models import Model

from challenge_cards.actions.reviewing import KINDS, fingerprint
from challenge_cards.models import Review, ReviewState
from core.access import Permission, may
from people.models import User

KIND_NAMES = {
    "card": "The card itself",
    "step": "A step",
    "promise": "The reason for a later day",
    "action": "An action",
    "response": "The answer",
    "wording": "Plain words",
    "verdict": "The group's verdict",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    review: Review
    kind: str
    words: list[tuple[str, str]]
    can_sign: bool
    looked_at: str
    seen: str


def reviews_waiting(user: User) -> list[Waiting]:
    """The longest waiting first. The rows of each kind are fetched together."""
    reviews = list(
        Review.objects.filter(state=ReviewState.WAITING).select_related("card", "worker", "officer")
    )
    rows = {
        (kind, pk): row
        for kind, about in KINDS.items()
        if (pks := [one.row for one in reviews if one.kind == kind])
        for pk, row in about.model._default_manager.in_bulk(pks).items()
    }
    return [_waiting(one, rows[one.kind, one.row], user) for one in reviews]


def _waiting(review: Review, row: Model, user: User) -> Waiting:
    model = KINDS[review.kind].model
    words = [(model._meta.get_field(name).verbose_name, getattr(row, name)) for name in review.fields]
    looked = "a participation worker" if review.worker_id else ""
    looked = looked or ("a democratic services officer" if review.officer_id else "")
    return Waiting(
        review, KIND_NAMES[review.kind], words, _can_sign(review, user), looked, fingerprint(review, row)
    )


def _can_sign(review: Review, user: User) -> bool:
    if user.pk in (review.worker_id, review.officer_id):
        return False
    as_worker = may(user, Permission.SPEAK_FOR_GROUPS) and review.worker_id is None
    return as_worker or (may(user, Permission.PUBLISH_CARD_RESPONSES) and review.officer_id is None)
