"""The way through a pack: one bookmark an item, its papers below, and below each what the paper itself had."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf


@dataclass(slots=True)
class Bookmark:
    """``page`` is an index, from 0."""

    title: str
    page: int
    below: list["Bookmark"] = field(default_factory=list)


def nested(marks: Iterable[tuple[int, str, int]], first: int) -> list[Bookmark]:
    """A paper's own: level, title, index in the paper. A level that is skipped is taken for the next one."""
    roots: list[Bookmark] = []
    path: list[tuple[int, Bookmark]] = []
    for level, title, index in marks:
        while path and path[-1][0] >= level:
            path.pop()
        mark = Bookmark(title, first + index)
        (path[-1][1].below if path else roots).append(mark)
        path.append((level, mark))
    return roots


def write(pdf: pikepdf.Pdf, bookmarks: Iterable[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        outline.root.extend(_items(bookmarks, depth=1))
    pdf.Root.PageMode = pikepdf.Name.UseOutlines


def _items(bookmarks: Iterable[Bookmark], depth: int) -> list[pikepdf.OutlineItem]:
    made = []
    for mark in bookmarks:
        item = pikepdf.OutlineItem(mark.title, mark.page)
        item.is_closed = depth > 1
        item.children = _items(mark.below, depth + 1)
        made.append(item)
    return made
