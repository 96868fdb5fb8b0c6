"""A copy of exempt papers for one reader, who is named on it and noted down."""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from core.files import all_files
from meetings.actions.locks import Refused
from meetings.date_words import plain_date
from meetings.models import Pack, PackAccess, PackCopy, PaperKind
from meetings.pack.asking import assembled, copy_for_reader, prepared
from meetings.pack.building import chosen
from meetings.pack.layout import Place
from meetings.pack.orders import Asked, Order, Part
from meetings.pack.planning import name_of_line, notice_of
from meetings.readers import reads_exempt
from meetings.report.issued_papers import IssuedPaper, pages_of
from meetings.report.packs import contents_of
from people.models import Person, User
from people.print_names import name_of

NOT_YOURS = "You have no right to these papers."

log = logging.getLogger(__name__)


def give_copy(pack: Pack, *, by: User, items: Sequence[int] = ()) -> bytes:
    """The whole pack, or the papers of some items. Raises PackFault, core.files.Damaged, Refused."""
    now = timezone.now()
    if pack.access != PackAccess.MEMBER or not reads_exempt(by, pack.issue.meeting, at=now):
        raise Refused(NOT_YOURS)
    files = all_files()
    whole = files.shelf(is_exempt=pack.is_exempt).take(pack.sha256)
    content = chosen(contents_of(pack, files), items, files) if items else whole
    if settings.PACK_WATERMARK:
        content = copy_for_reader(content, _words(by, now))
    copy = PackCopy.objects.create(pack=pack, user=by, at=now, items=list(items))
    log.info("exempt papers given", extra={"copy": copy.pk, "pack": pack.pk, "user": by.pk})
    return content


def give_paper(found: IssuedPaper, place: Place | None, *, by: User) -> bytes:
    """One exempt paper, with the numbers of the pack once there is one. Raises Unusable, PdfError, PackFault."""
    content, now = _numbered(found, pages_of(found).pdf, place), timezone.now()
    if settings.PACK_WATERMARK:
        content = copy_for_reader(content, _words(by, now))
    log.info("exempt paper given", extra={"paper": found.paper.pk, "user": by.pk})
    return content


def _numbered(found: IssuedPaper, content: bytes, place: Place | None) -> bytes:
    title, item = found.told["title"], name_of_line(found.line)
    asked = Asked(title, name=f"p{found.paper.pk}", is_ours=found.paper.kind != PaperKind.FILE)
    pages, facts = prepared(content, asked)
    part = Part(
        pages,
        title,
        first=place.first if place else 1,
        item=item,
        item_title=found.line["title"],
        mark=f"Agenda Item {item}",
        notice=notice_of(found.line),
        keeps_ua=facts.keeps_ua,
        marks=facts.marks,
    )
    return assembled(Order(title, [part]))


def _words(user: User, at: datetime) -> list[str]:
    return [_reader(user), plain_date(timezone.localdate(at))]


def _reader(user: User) -> str:
    person = Person.objects.filter(user=user).first()
    return name_of(person).formal if person else str(user)
