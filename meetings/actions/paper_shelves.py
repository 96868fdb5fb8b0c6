"""Files lie where their papers belong: whatever becomes exempt leaves the open shelf."""

from collections.abc import Iterable
from functools import partial

import structlog
from django.db import transaction

from core.files import Damaged, Files, Shelf, all_files
from meetings.models import LivePaper, Paper, PaperFile

LIVE_HASHES = ("sha256", "pdf_sha256")
HASHES = ("original_sha256", "pdf_sha256", "reading_sha256")

log = structlog.get_logger(__name__)


def settle(papers: Iterable[Paper]) -> None:
    """Every file of these lies where its paper belongs by now, and what was drawn of it for others is forgotten.

    Towards the exempt shelf bytes go before the row says so; towards the open one only once that is certain.
    """
    files = all_files()
    for paper in papers:
        exempt = paper.is_exempt or paper.item.is_exempt
        former = files.shelf(is_exempt=not exempt)
        transaction.on_commit(partial(former.forget, str(paper.pk)))
        for held in (paper.files, paper.live_papers):
            for file in held.filter(is_exempt=not exempt):
                _move(file, files, exempt=exempt)


def _move(file: PaperFile | LivePaper, files: Files, *, exempt: bool) -> None:
    source, target = files.shelf(is_exempt=not exempt), files.shelf(is_exempt=exempt)
    carry = partial(_carry, file.hashes, source, target)
    if exempt:
        carry()
    else:
        transaction.on_commit(carry)
    file.is_exempt = exempt
    file.save(update_fields=["is_exempt"])
    transaction.on_commit(partial(_drop, file.hashes, source, exempt=not exempt))


def _carry(names: Iterable[str], source: Shelf, target: Shelf) -> None:
    for name in names:
        if target.holds(name):
            continue
        try:
            target.keep(source.take(name))
        except Damaged:
            log.error("paper_file_lost", file=name)


def _drop(names: Iterable[str], shelf: Shelf, *, exempt: bool) -> None:
    """Unless another paper has the very same bytes there."""
    for name in names:
        held = ((PaperFile, HASHES), (LivePaper, LIVE_HASHES))
        if not any(
            model.objects.filter(is_exempt=exempt, **{column: name}).exists()
            for model, columns in held
            for column in columns
        ):
            shelf.drop(name)
