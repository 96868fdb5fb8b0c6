"""Who may know of a card that is not public, and who may read words that two people look at."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q

from challenge_cards.models import CardAction
from challenge_cards.states import PUBLIC
from core.access import Permission, may
from meetings.actions.undertakings import posts_of
from people.models import User

HELD = "Two people look at the words that stand here first. Until then they and whoever wrote them can change them."


def readable_by(user: User) -> Q:
    """Of cards. What no council supports yet, or never did, and what a group withdrew, is for those who carry cards
    and for the posts that answer it: nobody else learns that it was asked.
    """
    if may(user, Permission.ENTER_CARDS):
        return Q()
    seen = Q(state__in=PUBLIC)
    if may(user, Permission.ANSWER_CARDS):
        posts = posts_of(user)
        seen |= Q(owner__in=posts) | Q(pk__in=CardAction.objects.filter(owner__in=posts).values("card"))
    return seen


def may_review(user: User) -> bool:
    return may(user, Permission.SPEAK_FOR_GROUPS) or may(user, Permission.PUBLISH_CARD_RESPONSES)


def may_read_words(user: User, row: Model | None) -> bool:
    """``row``: a text of a card. Another holder of the same post is one person more, not one of the two."""
    return row is None or not row.is_held or may_review(user) or _wrote(user, row)


def refuse_unseen(user: User, row: Model | None) -> None:
    """Nobody writes over words that they may not read."""
    if not may_read_words(user, row):
        raise PermissionDenied(HELD)


def _wrote(user: User, row: Model) -> bool:
    """Last: the history knows who."""
    last = row.events.select_related("pgh_context").order_by("-pgh_id").first()
    return bool(last and last.pgh_context and last.pgh_context.metadata.get("user") == user.pk)
