"""Where else a thing is spoken of: rooms above register what they know, so that rooms below need not know them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Model


class Mention(NamedTuple):
    text: str
    href: str


Source = Callable[[Model], Iterable[Mention]]
_sources: dict[str, list[Source]] = {}


def register(label: str, source: Source) -> None:
    """``label``: of the model that is spoken of, like "meetings.Meeting"."""
    found = _sources.setdefault(label, [])
    if source not in found:
        found.append(source)


def mentions_of(row: Model) -> list[Mention]:
    """Of what anybody may read."""
    return [mention for source in _sources.get(row._meta.label, ()) for mention in source(row)]
