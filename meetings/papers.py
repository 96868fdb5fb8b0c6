"""Papers that another part of the portal writes. Each app registers its own; this one knows none of them."""

from collections.abc import Mapping
from typing import Any, Protocol

from meetings.models import Meeting


class NothingToShow(Exception):
    """There is no such paper for the meeting yet. ``str()`` says what an officer can do."""


class PaperSource(Protocol):
    """`template` extends "pdf/base.html"; `fragment` is what stands on a page. Both are drawn from the one context."""

    key: str
    label: str
    template: str
    fragment: str

    def context(self, meeting: Meeting) -> Mapping[str, Any]:
        """With its `title`. Raises NothingToShow."""

    def unready(self, meeting: Meeting) -> str:
        """Why it may not leave its officers' hands yet, and what to do; nothing once it may."""

    def kept(self, meeting: Meeting) -> bytes | None:
        """The PDF that was published to this meeting, once it was."""


_sources: dict[str, PaperSource] = {}


def register(source: PaperSource) -> None:
    if _sources.setdefault(source.key, source) is not source:
        raise ValueError(f"Two papers are called {source.key}.")


def source_of(key: str) -> PaperSource | None:
    return _sources.get(key)


def every_source() -> list[PaperSource]:
    return sorted(_sources.values(), key=lambda source: source.label)
