"""Files as papers: uploaded, replaced, and laid on the shelf where they belong."""

import json
from hashlib import sha256

import structlog
from django.db.models import Max

from core.access import Permission, demand
from core.files import Damaged, Shelf, all_files
from meetings.actions.agenda_items import refuse_unless_drafted
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import Refused
from meetings.exports.uploaded import Upload, made_of
from meetings.models import AgendaItem, Paper, PaperFile, PaperKind, PaperState, file_of
from people.models import User

WITHDRAWN = "This paper was withdrawn. Put it back before you replace its file."
NO_FILE_PAPER = "Only an uploaded file can be replaced by another."

log = structlog.get_logger(__name__)


def add_file(
    item: AgendaItem,
    *,
    by: User,
    title: str,
    data: bytes,
    filename: str,
    is_appendix: bool = False,
    is_exempt: bool = False,
    is_listed: bool = True,
) -> Paper:
    """The same file once more on the same item is the same form sent twice.

    Raises UnreadableDocument and PdfError before anything is kept.
    """
    demand(by, Permission.MANAGE_MEETINGS)
    upload = made_of(data, filename=filename, title=title)
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        if sent := _sent_before(item, upload):
            return sent.paper if _is_whole_again(sent, upload) else _keep(sent.paper, upload, by=by).paper
        paper = next_paper(
            item,
            is_here=True,
            kind=PaperKind.FILE,
            title=title.strip(),
            is_appendix=is_appendix,
            is_exempt=is_exempt or item.is_exempt,
            is_listed=is_listed,
        )
        _keep(paper, upload, by=by)
    return paper


def replace_file(paper: Paper, *, by: User, data: bytes, filename: str) -> PaperFile:
    """The former file stays on record, and an issue that was published goes on giving it."""
    demand(by, Permission.MANAGE_MEETINGS)
    if paper.kind != PaperKind.FILE:
        raise Refused(NO_FILE_PAPER)
    upload = made_of(data, filename=filename, title=paper.title)
    with turn(paper.item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        paper = (
            Paper.objects.select_for_update(of=("self",), no_key=True).select_related("item").get(pk=paper.pk)
        )
        if paper.withdrawn_at:
            raise Refused(WITHDRAWN)
        newest = file_of(paper)
        is_same = newest and newest.original_sha256 == upload.original_sha256
        if newest and is_same and _is_whole_again(newest, upload):
            return newest
        return _keep(paper, upload, by=by)


def next_paper(item: AgendaItem, *, is_here: bool = False, **fields: object) -> Paper:
    """At the end of the item's papers, under the meeting's lock. An item that said it had no paper has one now.

    `is_here`: it has not only been asked for, so that an item whose paper was to follow waits no more.
    """
    item = AgendaItem.objects.get(pk=item.pk)
    last = item.papers.aggregate(last=Max("position"))["last"] or 0
    if item.paper_state == PaperState.NONE or (is_here and item.paper_state == PaperState.TO_FOLLOW):
        item.paper_state, item.late_reason = PaperState.ATTACHED, ""
        item.version += 1
        item.save(update_fields=["paper_state", "late_reason", "version"])
    return Paper.objects.create(item=item, position=last + 1, **fields)


def _sent_before(item: AgendaItem, upload: Upload) -> PaperFile | None:
    same = PaperFile.objects.filter(
        paper__item=item, paper__withdrawn_at=None, original_sha256=upload.original_sha256
    )
    return same.select_related("paper__item").first()


def _is_whole_again(file: PaperFile, upload: Upload) -> bool:
    """What its shelf lost of it is laid back. False where it is made into other pages today: they are a file anew."""
    shelf = all_files().shelf(is_exempt=file.is_exempt)
    made = (upload.original, upload.pdf, _reading(upload))
    return all(_is_held(shelf, name, data) for name, data in zip(file.hashes, made, strict=True))


def _is_held(shelf: Shelf, name: str, data: bytes) -> bool:
    try:
        shelf.take(name)
    except Damaged:
        log.warning("paper_file_laid_back", file=name)
        return sha256(data).hexdigest() == name and bool(shelf.keep(data))
    return True


def _reading(upload: Upload) -> bytes:
    told = {"pages": upload.pages, "html": upload.html} | ({"tagged": upload.tagged} if upload.tagged else {})
    return json.dumps(told, ensure_ascii=False).encode()


def _keep(paper: Paper, upload: Upload, *, by: User) -> PaperFile:
    """Bytes first: a row without its file would be a lie, a file without its row is only litter."""
    exempt = paper.is_exempt or paper.item.is_exempt
    shelf = all_files().shelf(is_exempt=exempt)
    last = paper.files.aggregate(last=Max("number"))["last"] or 0
    file = PaperFile.objects.create(
        paper=paper,
        number=last + 1,
        format=upload.format,
        original_name=upload.name,
        original_sha256=shelf.keep(upload.original),
        original_size=len(upload.original),
        pdf_sha256=shelf.keep(upload.pdf),
        pdf_size=len(upload.pdf),
        reading_sha256=shelf.keep(_reading(upload)),
        is_exempt=exempt,
        pages=len(upload.pages),
        is_tagged=upload.is_tagged,
        seen=upload.seen,
        uploaded_by=by,
    )
    if upload.seen.get("was_protected"):
        log.info("paper_protection_lifted", paper=paper.pk, file=file.pk, user=by.pk)
    return file
