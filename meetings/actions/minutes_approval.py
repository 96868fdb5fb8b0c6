"""A later meeting approves minutes, as they are or amended; whoever presides then signs them. After that they stay."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import QuerySet

from core.access import Permission, demand
from meetings.actions.locks import ChangedMeanwhile, Refused, one_change, take_turn
from meetings.approvals import follow_up
from meetings.date_words import listed_date
from meetings.exports.minutes import minutes_pdf
from meetings.minute_corrections import places_of, put_right
from meetings.minute_numbers import MinuteNumber
from meetings.minute_text import minute_text
from meetings.models import (
    ItemOutcome,
    Meeting,
    MeetingKind,
    MeetingMinutes,
    MeetingState,
    Minute,
    MinutesState,
    Resolution,
    ResolutionEffect,
)
from meetings.report.agenda_issuing import canonical
from meetings.report.minutes import paper_of
from meetings.report.minutes_decisions import decisions_of
from meetings.report.minutes_standing import shown, standing_of
from meetings.wording import Correction, corrected
from people.models import User

APPROVING = (MeetingState.SITTING, MeetingState.HELD)
NOT_PUBLISHED = "These minutes are {}. Only published minutes can be approved."
NOTE = "A meeting without a quorum leaves a note. There is nothing in it to approve."
NOT_APPROVING = "The meeting on {} did not take these minutes: they were on no item that it took."
APPROVED = "These minutes were approved at the meeting on {}."
NOT_FOUND = "“{}” does not stand in minute {}. Copy the words from the minutes as they are printed."
TWICE = "“{}” stands more than once in minute {}. Copy more of the words around it."
BROKEN = "“{}” stands across words of different looks in minute {}. Choose fewer words, all in one look."
STRUCK_OUT = "(struck out when these minutes were approved)"
NOT_APPROVED = "Minutes are signed once they are approved."
NOT_PRESIDED = (
    "The meeting on {} cannot sign them: it was extraordinary, came before the approval, or nobody presided."
)
SIGNED = "These minutes are signed already."


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that a member asked to put right in one minute."""

    minute: int
    was: str
    becomes: str


def approve_minutes(
    record: MeetingMinutes,
    *,
    at: Meeting,
    corrections: Sequence[Wanted] = (),
    struck_out: Iterable[Resolution] = (),
    other: str = "",
    version: int,
    by: User,
) -> bool:
    """Kept word for word with their hash and PDF. ``other``: corrections in words. False when ``at`` did it already.

    ``struck_out``: resolutions that accepted something as done and, as the meeting says, did not.

    Raises Refused, and PdfError.
    """
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(record)
        if kept.is_approved:
            if kept.approved_at_id == at.pk:
                return False
            raise Refused(APPROVED.format(listed_date(kept.approved_at.on)))
        _refuse_unless_approvable(kept, at)
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        lines = [_put_right(kept, one) for one in corrections]
        lines += [_strike_out(kept, one) for one in struck_out]
        lines += [line.strip() for line in other.splitlines() if line.strip()]
        kept.amendment = "\n".join(lines)
        kept.state = MinutesState.AMENDED if lines else MinutesState.APPROVED
        kept.approved_at = at
        _keep(kept)
        follow_up(kept)
    return True


def sign_minutes(record: MeetingMinutes, *, at: Meeting, by: User) -> bool:
    """By whoever presided at the meeting that approved them or at a later one: Local Government Act 1972, Sch 12
    para 41. An extraordinary meeting is not suitable. False when the same was recorded already.
    """
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(record)
        if not kept.is_approved:
            raise Refused(NOT_APPROVED)
        if kept.signed_on:
            if (kept.signed_by_id, kept.signed_on) == (at.presided_by_id, at.on):
                return False
            raise Refused(SIGNED)
        if at not in signing_meetings(kept):
            raise Refused(NOT_PRESIDED.format(listed_date(at.on)))
        kept.signed_by, kept.signed_on = at.presided_by, at.on
        kept.version += 1
        kept.save(update_fields=["signed_by", "signed_on", "version"])
    return True


def approving_meetings(record: MeetingMinutes) -> list[Meeting]:
    """Later meetings that took the minutes as an item."""
    held = record.meeting
    taken = held.approval_items.listed().filter(
        outcome__in=("", ItemOutcome.TAKEN), meeting__on__gt=held.on, meeting__state__in=APPROVING
    )
    return list(Meeting.objects.filter(pk__in=taken.values("meeting"), body=held.body_id).order_by("on"))


def closing_resolutions(record: MeetingMinutes) -> QuerySet[Resolution]:
    """Those that accept something as done, in the order of the minutes."""
    rows = Resolution.objects.filter(
        item__meeting=record.meeting_id,
        effects__contains=[ResolutionEffect.CLOSE],
        is_carried=True,
        item__minutes__number__isnull=False,
    )
    return rows.select_related("item").distinct().order_by("item__position", "position")


def signing_meetings(record: MeetingMinutes) -> list[Meeting]:
    if record.approved_at is None:
        return []
    later = Meeting.objects.filter(
        body=record.meeting.body_id, on__gte=record.approved_at.on, state__in=APPROVING
    )
    suitable = later.exclude(kind=MeetingKind.EXTRAORDINARY).exclude(presided_by=None)
    return list(suitable.select_related("presided_by").order_by("on"))


def _refuse_unless_approvable(record: MeetingMinutes, at: Meeting) -> None:
    if record.meeting.state == MeetingState.INQUORATE:
        raise Refused(NOTE)
    if record.state != MinutesState.PUBLISHED:
        raise Refused(NOT_PUBLISHED.format(record.get_state_display().lower()))
    if at not in approving_meetings(record):
        raise Refused(NOT_APPROVING.format(listed_date(at.on)))


def _strike_out(record: MeetingMinutes, resolution: Resolution) -> str:
    """It stays in print, as one that no longer accepts anything as done."""
    kept = closing_resolutions(record).get(pk=resolution.pk)
    minutes = list(record.minutes.filter(items=kept.item, number__isnull=False).order_by("pk"))
    printed = str(MinuteNumber(minutes[0].number, minutes[0].number_year)).rstrip(".")
    line = f"in minute {printed}, “{kept.text.strip().rstrip('.')}” struck out"
    kept.effects = [effect for effect in kept.effects if effect != ResolutionEffect.CLOSE]
    kept.text = f"{kept.text.strip().rstrip('.')} {STRUCK_OUT}"
    _save(kept)
    is_exempt = any(minute.is_exempt for minute in minutes)
    return f"one resolution struck out in exempt minute {printed}" if is_exempt else line


def _put_right(record: MeetingMinutes, one: Wanted) -> str:
    """The correction as the approving minute names it, which the public reads."""
    minute = record.minutes.prefetch_related("items__resolutions__recorded_votes", "items__minutes").get(
        pk=one.minute
    )
    number = MinuteNumber(minute.number or 0, minute.number_year)
    printed = str(number).rstrip(".")
    line = _found_and_put_right(minute, one, number, printed)
    return f"one correction in exempt minute {printed}" if minute.is_exempt else line


def _found_and_put_right(minute: Minute, one: Wanted, number: MinuteNumber, printed: str) -> str:
    items = list(minute.items.all())
    places = places_of(one.was, minute_text(minute.body, decisions_of(minute, items)), number)
    in_heading = minute.heading.count(one.was)
    if len(places) + in_heading != 1:
        raise Refused((TWICE if places or in_heading else NOT_FOUND).format(one.was, printed))
    if in_heading:
        minute.heading = minute.heading.replace(one.was, one.becomes)
        _save(minute)
        return corrected(Correction(f"the heading of minute {printed}", one.was, one.becomes))
    resolutions = [resolution for item in items for resolution in item.resolutions.all()]
    if not (_in_body(minute, one) or _in_decisions(resolutions, one)):
        raise Refused(BROKEN.format(one.was, printed))
    return corrected(Correction(str(places[0]), one.was, one.becomes))


def _in_body(minute: Minute, one: Wanted) -> bool:
    body = put_right(minute.body, one.was, one.becomes)
    if body is None:
        return False
    minute.body = body
    _save(minute)
    return True


def _in_decisions(resolutions: Sequence[Resolution], one: Wanted) -> bool:
    holding = [resolution for resolution in resolutions if one.was in resolution.text]
    for resolution in holding:
        resolution.text = resolution.text.replace(one.was, one.becomes)
        _save(resolution)
    return bool(holding)


def _save(row: Minute | Resolution) -> None:
    row.version += 1
    row.save()


def _keep(record: MeetingMinutes) -> None:
    """What is public, what is exempt, and the public PDF, as they stand at this moment."""
    paper, whole = (paper_of(record, exempt=exempt) for exempt in (False, True))
    printed = minutes_pdf(shown(paper, record, exempt=False), label=standing_of(record).label)
    record.content = canonical(paper)
    record.content_sha256 = sha256(record.content.encode()).hexdigest()
    record.exempt_content = canonical(whole) if whole["exempt"] else ""
    record.pdf, record.pdf_sha256 = printed, sha256(printed).hexdigest()
    record.version += 1
    record.save()
