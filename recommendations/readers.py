"""Who reads which updates: by what an update says of itself, never by the page it stands on."""

from collections.abc import Collection, Set
from typing import Any

from core.access import Permission, may
from meetings.actions.undertakings import posts_of
from recommendations.models import Classification, Recommendation, Update


def classes_of(user: Any) -> frozenset[Classification]:
    """Exempt ones are for members of the panel and for the officers who serve it."""
    if not (user.is_authenticated and user.is_active):
        return frozenset({Classification.PUBLIC})
    if may(user, Permission.READ_EXEMPT_UPDATES):
        return frozenset(Classification)
    return frozenset({Classification.PUBLIC, Classification.MEMBERS})


def readable_classes(user: Any, recommendation: Recommendation) -> frozenset[Classification]:
    """As above, and exempt ones for whoever holds a post that answers for the recommendation."""
    return frozenset(Classification) if _answers_for(user, recommendation) else classes_of(user)


def withheld(updates: Collection[Update], classes: Set[str]) -> set[int]:
    """The updates whose words these classes do not give, with all that they put right.

    What was said to everybody and then corrected for fewer was said to too many. What was taken off the public page
    is read by those who read exempt ones.
    """
    corrects = {one.pk: one.supersedes_id for one in updates}
    found: set[int] = set()
    for one in updates:
        pk = one.pk if _class_in_effect(one) not in classes else None
        while pk is not None and pk not in found:
            found.add(pk)
            pk = corrects.get(pk)
    return found


def _class_in_effect(update: Update) -> str:
    return Classification.EXEMPT if update.is_taken_off else update.classification


def reads_small_counts(user: Any) -> bool:
    """Officers who write or publish updates see the counts that others see hidden."""
    return may(user, Permission.WRITE_UPDATES) or may(user, Permission.PUBLISH_UPDATES)


def _answers_for(user: Any, recommendation: Recommendation) -> bool:
    if not may(user, Permission.WRITE_UPDATES):
        return False
    partners = {partner.pk for partner in recommendation.partners.all()}
    return bool(posts_of(user) & {recommendation.owner_id, *partners})
