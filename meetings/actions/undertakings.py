"""What was undertaken: written down at the item, reported on by whoever holds the post, accepted by a minute."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.access import Permission, demand, may
from meetings.actions.at_the_table import at_the_item, newest
from meetings.actions.locks import ChangedMeanwhile, Refused, one_change, take_turn
from meetings.models import AgendaItem, Minute, Undertaking, UndertakingState, UndertakingUpdate
from people.models import PostHolding, User

WORDS = (
    "what",
    "owner",
    "binding",
    "paragraph",
    "due_kind",
    "due_on",
    "due_meeting",
    "due_rule",
    "is_exempt",
)
NOT_YOURS = (
    "Officers who write the minutes report on undertakings, and whoever holds the post that gave them."
)
ACCEPTED = "The panel has accepted this undertaking as done. What comes now is a new undertaking."
BY_MINUTE = "Only a minute of the panel accepts an undertaking."
BEFORE_IT = "A minute of an earlier meeting cannot accept what was undertaken later."


def add_undertaking(item: AgendaItem, *, after: int, by: User, **words: Any) -> Undertaking:
    """`after`: the newest undertaking that the page knew; the same one since then was sent twice."""
    with at_the_item(item, by=by, is_minuted=False) as kept:
        rows = Undertaking.objects.filter(item=kept)
        if sent := rows.filter(pk__gt=after, what=words["what"], owner=words["owner"]).first():
            return sent
        return Undertaking.objects.create(item=kept, **words)


def change_undertaking(undertaking: Undertaking, *, version: int, by: User, **words: Any) -> Undertaking:
    with at_the_item(undertaking.item, by=by, is_minuted=False):
        kept = take_turn(undertaking)
        if all(getattr(kept, name) == value for name, value in words.items()):
            return kept
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        if kept.state == UndertakingState.ACCEPTED:
            raise Refused(ACCEPTED)
        for name, value in words.items():
            setattr(kept, name, value)
        kept.version += 1
        kept.save()
    return kept


def report_progress(
    undertaking: Undertaking,
    *,
    text: str,
    state: str,
    after: int,
    item: AgendaItem | None = None,
    by: User,
) -> UndertakingUpdate:
    """Added to what was said before, which stays. ``after``: as for a new undertaking."""
    if not may_report(by, undertaking):
        raise PermissionDenied(NOT_YOURS)
    if state == UndertakingState.ACCEPTED:
        raise Refused(BY_MINUTE)
    with one_change(by):
        kept = take_turn(undertaking)
        sent = kept.updates.filter(pk__gt=after, text=text, state=state, by=by).first()
        if sent:
            return sent
        if kept.state == UndertakingState.ACCEPTED:
            raise Refused(ACCEPTED)
        update = UndertakingUpdate.objects.create(undertaking=kept, text=text, state=state, item=item, by=by)
        _set_state(kept, state)
    return update


def accept_undertaking(undertaking: Undertaking, *, minute: Minute, by: User) -> bool:
    """For the room of minutes: the panel accepts it as done. False when this minute accepted it already."""
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(undertaking)
        if kept.accepted_by_id == minute.pk:
            return False
        if kept.state == UndertakingState.ACCEPTED:
            raise Refused(ACCEPTED)
        if minute.record.meeting.on < kept.item.meeting.on:
            raise Refused(BEFORE_IT)
        kept.accepted_by = minute
        _set_state(kept, UndertakingState.ACCEPTED)
        UndertakingUpdate.objects.create(
            undertaking=kept, text="Accepted by the panel.", state=UndertakingState.ACCEPTED, by=by
        )
    return True


def may_report(user: User, undertaking: Undertaking) -> bool:
    """Officers, and whoever holds the post today."""
    if may(user, Permission.RECORD_MEETINGS):
        return True
    return not undertaking.is_exempt and undertaking.owner_id in posts_of(user)


def posts_of(user: User) -> set[int]:
    today = timezone.localdate()
    holdings = PostHolding.objects.filter(user=user, starts_on__lte=today)
    return {post for post, ends in holdings.values_list("post", "ends_on") if ends is None or ends >= today}


def newest_undertaking(item: AgendaItem) -> int:
    return newest(Undertaking.objects.filter(item=item))


def _set_state(undertaking: Undertaking, state: str) -> None:
    undertaking.state = state
    undertaking.version += 1
    undertaking.save(update_fields=["state", "accepted_by", "version"])
