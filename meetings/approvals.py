"""What follows elsewhere when minutes are approved. Each app above registers its own; meetings know none of them."""

from collections.abc import Callable

from meetings.models import MeetingMinutes

Follow = Callable[[MeetingMinutes], None]
_follows: list[Follow] = []


def register(follow: Follow) -> None:
    """``follow`` is called inside the transaction that approves, once all is kept."""
    if follow not in _follows:
        _follows.append(follow)


def follow_up(record: MeetingMinutes) -> None:
    for follow in _follows:
        follow(record)
