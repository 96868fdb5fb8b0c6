"""What the pack's work is told and what it answers: plain data, so that whoever asks needs nothing that reads PDFs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

EDITION = 3  # of what preparing makes; another one makes it anew
PAGE_ADDRESS = (
    "https://portal.invalid/page/"  # in a front sheet: the page that a line leads to, by its number
)


@dataclass(frozen=True, slots=True)
class Asked:
    """``title`` names the paper, ``name`` tells its tags from another's. ``is_ours``: made by the portal for stamps."""

    title: str
    name: str
    is_ours: bool = False
    lang: str = "en-GB"


@dataclass(slots=True)
class Facts:
    """``marks`` are the file's own bookmarks: level, title, page index. ``keeps_ua``: nothing in it breaks PDF/UA."""

    pages: int
    is_tagged: bool = False
    keeps_ua: bool = False
    was_restricted: bool = False
    was_mended: bool = False
    was_flattened: bool = False
    problems: list[str] = field(default_factory=list)
    marks: list[tuple[int, str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A prepared paper at its place. ``item`` is its number as printed; the front sheet has none.

    ``mark`` goes on its first page, ``notice`` on every one: why it is withheld. ``is_padded``: an empty page follows,
    so that the next begins on the right.
    """

    prepared: bytes
    title: str
    first: int
    item: str = ""
    item_title: str = ""
    mark: str = ""
    notice: str = ""
    is_padded: bool = False
    keeps_ua: bool = False
    marks: Sequence[tuple[int, str, int]] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Papers in print order. What a reader may not have is not in it, and its numbers are left out."""

    title: str
    parts: Sequence[Part]
    lang: str = "en-GB"
