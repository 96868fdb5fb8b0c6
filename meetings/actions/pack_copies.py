"""A copy of exempt papers for one reader, who is named on it and noted down."""

import logging
from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from core.files import all_files
from meetings.actions.locks import Refused
from meetings.date_words import plain_date
from meetings.models import Pack, PackAccess, PackCopy
from meetings.pack.asking import copy_for_reader
from meetings.pack.building import chosen
from meetings.readers import reads_exempt
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
        content = copy_for_reader(content, [_reader(by), plain_date(timezone.localdate(now))])
    copy = PackCopy.objects.create(pack=pack, user=by, at=now, items=list(items))
    log.info("exempt papers given", extra={"copy": copy.pk, "pack": pack.pk, "user": by.pk})
    return content


def _reader(user: User) -> str:
    person = Person.objects.filter(user=user).first()
    return name_of(person).formal if person else str(user)
