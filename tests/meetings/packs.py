"""A meeting whose agenda is issued, with papers of every kind of access, on shelves of their own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.test import override_settings

from core.files import Files, all_files
from meetings.actions.pack_build import build_now, issue_of
from meetings.models import Access, AgendaIssue, AgendaItem, Meeting, Pack, Paper, PaperKind
from people.models import User
from tests.factories.meetings import PaperFactory, PaperFileFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november, signed
from tests.meetings.pack import papers

CANARY = "canaryzq"
WHY = {
    "paragraphs": [1],
    "exempt_reason": "It is about one person.",
    "public_interest": "Privacy weighs more.",
}


@dataclass
class World:
    """Items: a scan and its appendix, an exempt report, a report, and one with an exempt appendix."""

    meeting: Meeting
    officer: User
    issue: AgendaIssue
    scan: AgendaItem
    closed: AgendaItem
    report: AgendaItem
    part: AgendaItem
    steps: list[tuple] = field(default_factory=list)
    public: Pack | None = None
    members: Pack | None = None


def a_file(item: AgendaItem, files: Files, data: bytes, title: str = "Scanned report", **fields) -> Paper:
    """An uploaded paper whose bytes lie on the shelf where they belong."""
    is_exempt = bool(fields.get("is_exempt")) or item.is_exempt
    position = item.papers.count() + 1
    paper = PaperFactory(item=item, kind=PaperKind.FILE, title=title, position=position, **fields)
    replaced(paper, files, data, number=1, is_exempt=is_exempt)
    return paper


def replaced(paper: Paper, files: Files, data: bytes, *, number: int, is_exempt: bool = False) -> None:
    shelf = files.shelf(is_exempt=is_exempt)
    reading = shelf.keep(json.dumps({"pages": ["word " * 450], "html": ""}).encode())
    kept = shelf.keep(data)
    PaperFileFactory(
        paper=paper,
        number=number,
        pdf_sha256=kept,
        original_sha256=kept,
        reading_sha256=reading,
        is_exempt=is_exempt,
    )


def a_world(files: Files) -> World:
    meeting, officer = november(), an_officer()
    scan = an_item(meeting, "Inspection")
    a_file(scan, files, papers.scanned(3))
    a_file(
        scan, files, papers.tagged("Appended", pages=2), "Appended text", is_appendix=True, is_listed=False
    )
    private = {"private_title": f"{CANARY} title", "private_purpose": f"{CANARY} purpose"}
    report = an_item(meeting, "Adoption")
    part = an_item(meeting, "Fostering", access=Access.PART_EXEMPT, **WHY)
    closed = an_item(meeting, "Review of a placement", access=Access.EXEMPT, **WHY, **private)
    for one in (
        a_whole_report(report, officer, subject="Adoption in the year"),
        a_whole_report(closed, officer, subject=f"{CANARY} subject"),
    ):
        signed(one, officer)
    a_file(part, files, papers.plain("Open words", pages=2), "Fostering report")
    a_file(
        part,
        files,
        papers.plain(f"{CANARY} page", finish=papers.active),
        f"{CANARY} appendix",
        is_exempt=True,
    )
    return World(meeting, officer, issued(meeting, officer), scan, closed, report, part)


def with_packs(world: World) -> World:
    issue = issue_of(world.issue.pk)
    world.public, world.members = build_now(
        issue, by=world.officer, tell=lambda *step: world.steps.append(step)
    )
    return world


def pdf_of(pack: Pack) -> bytes:
    return all_files().shelf(is_exempt=pack.is_exempt).take(pack.sha256)


@contextmanager
def shelves_in(folder: Path) -> Iterator[None]:
    shelf = {"BACKEND": "core.files.Shelf"}
    kept = settings.STORAGES | {
        "papers": shelf | {"OPTIONS": {"location": folder / "papers"}},
        "exempt_papers": shelf | {"OPTIONS": {"location": folder / "exempt"}},
    }
    with override_settings(STORAGES=kept):
        yield
