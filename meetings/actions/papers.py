"""The papers of an item: those that another part of the portal writes, their order, taken away and put back."""

from typing import Any

from django.utils import timezone

from core.access import Permission
from meetings.actions.agenda_items import refuse_unless_drafted
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.paper_files import next_paper
from meetings.actions.paper_shelves import settle
from meetings.models import AgendaItem, Paper, PaperKind
from meetings.papers import source_of
from people.models import User

NO_SUCH_PAPER = "No part of the portal writes this paper any more. Choose another."


def add_live(item: AgendaItem, *, by: User, source_key: str, is_appendix: bool = False) -> Paper:
    """The same paper once more on the same item is the same form sent twice."""
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        source = source_of(source_key)
        if source is None:
            raise Refused(NO_SUCH_PAPER)
        sent = Paper.objects.standing().filter(item=item, source_key=source_key).first()
        return sent or next_paper(
            item,
            is_here=True,
            kind=PaperKind.LIVE,
            title=source.label,
            source_key=source_key,
            is_appendix=is_appendix,
            is_exempt=item.is_exempt,
        )


def change_paper(paper: Paper, *, by: User, version: int, **words: Any) -> Paper:
    """`words`: title, is_exempt, is_appendix, is_listed. The same once more is saved once."""
    with turn(paper.item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        paper = _locked(paper)
        if all(getattr(paper, name) == value for name, value in words.items()):
            return paper
        if paper.version != version:
            raise ChangedMeanwhile(paper)
        for name, value in words.items():
            setattr(paper, name, value)
        paper.version += 1
        paper.save(update_fields=[*words, "version"])
        settle([paper])
    return paper


def move_paper(paper: Paper, *, by: User, up: bool) -> None:
    """One step among the item's papers. In their order they are printed."""
    with turn(paper.item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        standing = list(Paper.objects.standing().filter(item=paper.item_id).order_by("position", "pk"))
        here = next((place for place, one in enumerate(standing) if one.pk == paper.pk), None)
        there = None if here is None else here - 1 if up else here + 1
        if here is None or there is None or not 0 <= there < len(standing):
            return
        one, other = standing[here], standing[there]
        one.position, other.position = other.position, one.position
        Paper.objects.bulk_update([one, other], ["position"])


def withdraw_paper(paper: Paper, *, by: User) -> Paper:
    with turn(paper.item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        paper = _locked(paper)
        paper.withdrawn_at = paper.withdrawn_at or timezone.now()
        paper.save(update_fields=["withdrawn_at"])
    return paper


def restore_paper(paper: Paper, *, by: User) -> Paper:
    """At its former place among the item's papers."""
    with turn(paper.item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        paper = _locked(paper)
        paper.withdrawn_at = None
        paper.save(update_fields=["withdrawn_at"])
    return paper


def _locked(paper: Paper) -> Paper:
    papers = Paper.objects.select_for_update(of=("self",), no_key=True).select_related("item")
    return papers.get(pk=paper.pk)
