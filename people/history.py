"""The story of an account from what the database kept: who changed what, when and why."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from core.access import Role
from people.models import SignInMethod, User


class Change(NamedTuple):
    at: datetime
    by: str
    what: str
    reason: str


def account_history(account: User) -> list[Change]:
    """Newest first."""
    events = [*_account_events(account), *_invitation_events(account), *_holding_events(account)]
    names = dict(User.objects.values_list("pk", "name"))
    told = [_told(event, what, names) for event, what in events]
    return sorted(told, key=lambda change: change.at)[::-1]  # of one moment, the later told comes first


def _told(event: Any, what: str, names: dict[int, str]) -> Change:
    context = event.pgh_context.metadata if event.pgh_context else {}
    by = names.get(context.get("user"), "The portal")
    reason = context.get("reason") or getattr(event, "deactivation_reason", "")
    return Change(event.pgh_created_at, by, what, reason)


def _account_events(account: User) -> Iterable[tuple[Any, str]]:
    events = list(account.events.select_related("pgh_context").order_by("pgh_id"))
    if events:
        yield events[0], f"Opened the account for {events[0].email}, {_roles(events[0].roles)}"
    for before, after in pairwise(events):
        for sentence in _differences(before, after):
            yield after, sentence


def _differences(before: Any, after: Any) -> Iterable[str]:
    if before.name != after.name:
        yield f"Changed the name from {before.name} to {after.name}"
    if before.email != after.email:
        yield f"Changed the e-mail address from {before.email} to {after.email}"
    if added := set(after.roles) - set(before.roles):
        yield f"Gave {_roles(added)}"
    if removed := set(before.roles) - set(after.roles):
        yield f"Took away {_roles(removed)}"
    if before.deactivated_at != after.deactivated_at:
        yield "Deactivated the account" if after.deactivated_at else "Reactivated the account"
    if before.second_factor_removed_at != after.second_factor_removed_at:
        yield "Removed the second factor"
    if before.is_superuser != after.is_superuser:
        yield "Gave technical access" if after.is_superuser else "Took away technical access"


def _roles(roles: Iterable[str]) -> str:
    names = [role.label for role in Role if role in roles]
    if not names:
        return "no role"
    return f"the role{'s' if len(names) > 1 else ''} {', '.join(names)}"


def _invitation_events(account: User) -> Iterable[tuple[Any, str]]:
    for invitation in account.invitations.order_by("pk").prefetch_related("events__pgh_context"):
        for event in invitation.events.all():
            if event.accepted_at:
                yield event, f"Took up the invitation with {SignInMethod(event.accepted_with).label}"
            elif event.cancelled_at:
                yield event, "Cancelled the invitation"
            else:
                yield event, f"Sent an invitation to {event.sent_to}"


def _holding_events(account: User) -> Iterable[tuple[Any, str]]:
    for holding in account.holdings.select_related("post").prefetch_related("events__pgh_context"):
        for event in holding.events.all():
            until = f" until {event.ends_on:%-d %B %Y}" if event.ends_on else ""
            yield event, f"Listed as {holding.post} from {event.starts_on:%-d %B %Y}{until}"
