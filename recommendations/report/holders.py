"""Who answers for a post on a day, and who is told when nobody does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from core.access import Permission, may
from people.models import PostHolding, User


@dataclass(frozen=True, slots=True)
class Holder:
    """``since``: the first day on which they held the post."""

    user: User
    since: date


def holders(posts: Iterable[int], today: date) -> dict[int, list[Holder]]:
    """By post, everybody who holds it on the day and can sign in: a holder, and a deputy where one is recorded."""
    rows = PostHolding.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        post__in=list(posts),
        starts_on__lte=today,
        user__is_active=True,
    )
    found: dict[int, list[Holder]] = {}
    for one in rows.select_related("user").order_by("post", "starts_on", "pk"):
        held = found.setdefault(one.post_id, [])
        if all(other.user.pk != one.user_id for other in held):
            held.append(Holder(one.user, one.starts_on))
    return found


def publishers() -> list[User]:
    """Democratic services."""
    active = User.objects.filter(is_active=True).order_by("pk")
    return [one for one in active if may(one, Permission.PUBLISH_UPDATES)]
