"""Off the public page in one click, and back again by a second person; what a card is linked to."""

from collections.abc import Iterable

from django.utils import timezone

from challenge_cards.actions.turns import at_the_card, save, take_step
from challenge_cards.models import ChallengeCard, StepKind
from core.access import Permission
from meetings.actions.locks import ChangedMeanwhile
from people.models import User

LINKS = ("pledges", "principles", "outcomes", "recommendations", "undertakings")


def take_down(card: ChallengeCard, *, by: User) -> bool:
    """First down, then argued about. False when it is down already."""
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        if kept.is_taken_down:
            return False
        kept.taken_down_at = timezone.now()
        save(kept, "taken_down_at")
        take_step(kept, StepKind.TAKEN_DOWN, on=timezone.localdate(), by=by)
    return True


def put_back(card: ChallengeCard, *, by: User) -> bool:
    with at_the_card(card, by=by, permission=Permission.PUBLISH_CARD_RESPONSES) as kept:
        if not kept.is_taken_down:
            return False
        kept.taken_down_at = None
        save(kept, "taken_down_at")
        take_step(kept, StepKind.PUT_BACK, on=timezone.localdate(), by=by)
    return True


def link_card(card: ChallengeCard, *, version: int, by: User, **links: Iterable) -> None:
    """To what the council promised, recommended or undertook; both sides then show the other."""
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        for name in LINKS:
            getattr(kept, name).set(links.get(name, []))
        save(kept)
