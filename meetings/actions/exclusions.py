"""The meeting decides whether the public leaves. If it refuses, papers open only by the proper officer's own act."""

from collections.abc import Collection
from datetime import datetime, time

from core.access import Permission, demand
from meetings.actions.at_the_table import AT_ITEMS, NOT_OPEN, at_the_item, at_the_table, refuse_own_second
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.paper_shelves import settle
from meetings.models import Access, AgendaItem, Exclusion, Meeting, Paper
from people.models import Person, User

NOT_EXEMPT = "Choose items of this meeting that are exempt, wholly or in part."
ANOTHER_PARAGRAPH = "“{}” is exempt by other paragraphs than these. Move one exclusion for each description."
READMITTED_FIRST = "Enter a time after the public was excluded."
NOT_EXCLUDED = "The public was not excluded by this resolution."
NOT_REFUSED = "Papers are released here only after the meeting refused to exclude the public for the item."
PROPER_OFFICER = "Only the proper officer, {}, may release these papers."
EXCLUDED = (
    "The public was excluded for “{}” already. If that was recorded by mistake, take it out first; if the public came "
    "back, record when."
)
RELEASED = "Papers were released on this decision, so it stays recorded."
CONFIRM = "Confirm that the proper officer has decided to release these papers."


def record_exclusion(
    meeting: Meeting,
    *,
    items: Collection[AgendaItem],
    paragraphs: Collection[int],
    moved_by: Person | None,
    seconded_by: Person | None,
    is_resolved: bool,
    at: time | None,
    after: int,
    by: User,
) -> Exclusion:
    """`after`: the newest exclusion that the page knew; the same motion since then was sent twice."""
    with at_the_table(meeting, by=by) as kept:
        if kept.state not in AT_ITEMS:
            raise Refused(NOT_OPEN)
        if not items or any(i.meeting_id != kept.pk or i.access == Access.OPEN for i in items):
            raise Refused(NOT_EXEMPT)
        for item in items:
            if not set(item.paragraphs) & set(paragraphs):
                raise Refused(ANOTHER_PARAGRAPH.format(item.title))
        refuse_own_second(moved_by, seconded_by)
        wanted = {item.pk for item in items}
        for sent in Exclusion.objects.filter(meeting=kept, pk__gt=after, is_resolved=is_resolved):
            if set(sent.items.values_list("pk", flat=True)) == wanted:
                return sent
        if not is_resolved:
            _refuse_keeping_in(kept, wanted)
        exclusion = Exclusion.objects.create(
            meeting=kept,
            paragraphs=sorted(paragraphs),
            moved_by=moved_by,
            seconded_by=seconded_by,
            is_resolved=is_resolved,
            at=at,
        )
        exclusion.items.set(items)
    return exclusion


def readmit_public(exclusion: Exclusion, *, at: time, by: User) -> bool:
    """False when that was recorded with this time already."""
    with at_the_table(exclusion.meeting, by=by):
        exclusion.refresh_from_db()
        if not exclusion.is_resolved:
            raise Refused(NOT_EXCLUDED)
        if exclusion.at and at < exclusion.at:
            raise Refused(READMITTED_FIRST)
        if exclusion.readmitted_at == at:
            return False
        exclusion.readmitted_at = at
        exclusion.save(update_fields=["readmitted_at"])
    return True


def remove_exclusion(pk: int, meeting: Meeting, *, by: User) -> bool:
    """Recorded by mistake. False when it is gone already."""
    with at_the_table(meeting, by=by) as kept:
        exclusion = Exclusion.objects.filter(meeting=kept, pk=pk).first()
        if exclusion is None:
            return False
        if exclusion.items.filter(released_at__isnull=False).exists():
            raise Refused(RELEASED)
        exclusion.items.clear()
        exclusion.delete()
    return True


def release_papers(item: AgendaItem, *, version: int, is_confirmed: bool, by: User, now: datetime) -> bool:
    """The proper officer's own act, never a consequence: title, purpose and papers of the item become public.

    No minutes print it, so it needs no minutes that are still open: what the meeting did not close is to be read.
    """
    demand(by, Permission.MANAGE_MEETINGS)
    with at_the_item(item, by=by, is_minuted=False, outlasts_minutes=True) as kept:
        if kept.access == Access.OPEN:
            return False
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        if not was_refused(kept):
            raise Refused(NOT_REFUSED)
        _refuse_unless_proper(kept.meeting, by, is_confirmed)
        kept.title = kept.private_title or kept.title
        kept.purpose = kept.private_purpose or kept.purpose
        kept.access, kept.paragraphs, kept.released_at = Access.OPEN, [], now
        kept.private_title = kept.private_purpose = ""
        kept.version += 1
        kept.save()
        for paper in Paper.objects.filter(item=kept, is_exempt=True):
            paper.is_exempt = False
            paper.version += 1
            paper.save(update_fields=["is_exempt", "version"])
        settle(Paper.objects.filter(item=kept).select_related("item"))
    return True


def was_refused(item: AgendaItem) -> bool:
    """The meeting's latest word on it was that the public stays."""
    latest = Exclusion.objects.filter(items=item).order_by("-pk").first()
    return latest is not None and not latest.is_resolved


def decided_otherwise(exclusion: Exclusion) -> bool:
    """Whether the opposite was decided before on one of its items: both stand in the minutes then."""
    earlier = Exclusion.objects.filter(items__in=exclusion.items.all(), pk__lt=exclusion.pk)
    return earlier.exclude(is_resolved=exclusion.is_resolved).exists()


def _refuse_keeping_in(meeting: Meeting, items: Collection[int]) -> None:
    """Who left stays out until the public is admitted again, so a vote to let them stay comes too late. The other way
    about a meeting may think better of it.
    """
    out = Exclusion.objects.filter(meeting=meeting, is_resolved=True, readmitted_at=None)
    if one := AgendaItem.objects.filter(pk__in=items, exclusions__in=out).order_by("position", "pk").first():
        raise Refused(EXCLUDED.format(one.title))


def _refuse_unless_proper(meeting: Meeting, by: User, is_confirmed: bool) -> None:
    """Where the proper officer has an account it is theirs to do; an officer confirms it for one without."""
    officer = meeting.body.proper_officer
    if officer and officer.user_id and officer.user_id != by.pk:
        raise Refused(PROPER_OFFICER.format(officer))
    if not (officer and officer.user_id == by.pk) and not is_confirmed:
        raise Refused(CONFIRM)
