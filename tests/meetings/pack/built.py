"""Packs made from files, as the build makes them, but in the test's own process."""

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from django.contrib.staticfiles import finders

from meetings.pack.asking import FONT
from meetings.pack.assembling import assemble
from meetings.pack.layout import Counted, lay_out
from meetings.pack.letters import Letters, letters_of
from meetings.pack.orders import Asked, Facts, Order, Part
from meetings.pack.preparing import prepare


@cache
def letters() -> Letters:
    return letters_of(Path(finders.find(FONT)).read_bytes())


def took_in(data: bytes, title: str = "Report", name: str = "p1", **asked) -> tuple[bytes, Facts]:
    return prepare(data, Asked(title=title, name=name, **asked))


def pack_of(
    *files: bytes, left_out: frozenset[int] = frozenset(), ours: frozenset[int] = frozenset()
) -> bytes:
    """Each file an item of its own after a front sheet of two pages that is never made."""
    papers = [took_in(data, f"Paper {n}", f"p{n}", is_ours=n in ours) for n, data in enumerate(files, 1)]
    layout = lay_out(2, [Counted(str(n), str(n), facts.pages) for n, (_, facts) in enumerate(papers, 1)])
    parts = [
        Part(
            prepared,
            title=f"Paper {n}",
            first=layout.places[str(n)].first,
            item=str(n),
            item_title=f"Subject {n}",
            mark=f"Agenda Item {n}",
            is_padded=facts.pages % 2 == 1,
            keeps_ua=facts.keeps_ua,
            marks=facts.marks,
        )
        for n, (prepared, facts) in enumerate(papers, 1)
        if n not in left_out
    ]
    return assemble(Order("Pack of the panel", parts), letters())


def texts(data: bytes) -> list[str]:
    """The words of each page as they are seen."""
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return [" ".join(page.split()) for page in told.stdout.decode().split("\f")[:-1]]


def labels(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [page.label for page in pdf.pages]


def bookmarks(data: bytes) -> list[tuple[int, str, str]]:
    """Depth, title, label of the page."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        names = {page.objgen: page.label for page in pdf.pages}
        return list(_below(outline.root, 1, names))


def _below(items, depth, names):
    for item in items:
        yield depth, str(item.title), names[item.destination[0].objgen]
        yield from _below(item.children, depth + 1, names)
