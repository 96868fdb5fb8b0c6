"""Earlier versions of a minute, from what the database kept. What one clerk saved in one go is one version."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.richtext import difference
from meetings.models import Minute
from people.models import User

IN_ONE_GO = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Version:
    event: Any
    at: datetime
    by: str
    difference: str
    is_now: bool


def versions_of(minute: Minute) -> list[Version]:
    """Newest first. Saved by itself every few seconds, a text would otherwise have hundreds."""
    events = list(minute.events.select_related("pgh_context").order_by("pgh_id"))
    names = dict(
        User.objects.filter(pk__in={_user(event) for event in events} - {None}).values_list("pk", "name")
    )
    last_of_each = [
        event
        for event, following in zip(events, [*events[1:], None], strict=True)
        if following is None or not _is_one_go(event, following)
    ]
    return [
        Version(
            event,
            event.pgh_created_at,
            names.get(_user(event), "The portal"),
            difference(event.body, minute.body),
            (event.heading, event.body, event.is_exempt, event.public_summary)
            == (minute.heading, minute.body, minute.is_exempt, minute.public_summary),
        )
        for event in reversed(last_of_each)
    ]


def _is_one_go(event: Any, following: Any) -> bool:
    """The next step of the same writer soon after. Words put aside for another's, a moment before, are kept."""
    same_request = event.pgh_context_id == following.pgh_context_id
    soon = following.pgh_created_at - event.pgh_created_at < IN_ONE_GO
    return _user(event) == _user(following) and soon and not same_request


def _user(event: Any) -> int | None:
    return (event.pgh_context.metadata if event.pgh_context else {}).get("user")
