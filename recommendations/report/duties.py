"""What posts owe the panel and by when: recommendations that are open, undertakings from minutes, and what the rooms
above have registered, in one list.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from core import tags
from meetings.models import Access, Meeting, Undertaking
from meetings.report.days import added_days
from meetings.report.deadlines import deadlines
from meetings.report.undertakings import LEFT_OPEN, Kept, kept
from people.models import Post
from recommendations.lateness import Lateness, Standing, standing
from recommendations.models import Recommendation, Update, UpdateState
from recommendations.report.row_words import lateness_words
from recommendations.report.standing import Row
from recommendations.report.standing import register as standing_rows
from recommendations.status import DeliveryStatus

DONE_WITH = frozenset({Lateness.MET, Lateness.MET_LATE, Lateness.MET_UNDATED})

TAG_CLASSES = {
    Lateness.OVERDUE: tags.STRONG,
    Lateness.LONG_OVERDUE: tags.STRONG,
    Lateness.DUE_SOON: tags.PLAIN,
    Lateness.IN_TIME: tags.PLAIN,
}


@dataclass(frozen=True, slots=True)
class Matter:
    """Something of a room above. ``key``: how that room names it; then where it is read, and where reported on."""

    key: str
    path: str
    report_path: str


@dataclass(frozen=True, slots=True)
class Duty:
    """``papers_on``: the last day on which the papers of ``meeting_on`` go out.

    ``begun``: what is written and not published yet. ``reported_to``: the meeting that its newest word went to.
    """

    subject: Recommendation | Undertaking | Matter
    name: str
    owner: Post
    standing: Standing
    due_on: date | None
    meeting_on: date | None
    papers_on: date | None
    is_stale: bool
    silent: tuple[str, ...] = ()
    begun: Update | None = None
    reported_to: date | None = None

    @property
    def is_recommendation(self) -> bool:
        return isinstance(self.subject, Recommendation)

    @property
    def path(self) -> str:
        if isinstance(self.subject, Matter):
            return self.subject.path
        name = (
            "recommendations:recommendation_read" if self.is_recommendation else "meetings:undertaking_read"
        )
        return reverse(name, args=[self.subject.pk])

    @property
    def report_path(self) -> str:
        if isinstance(self.subject, Matter):
            return self.subject.report_path
        name = "recommendations:update_add" if self.is_recommendation else "meetings:undertaking_report"
        return reverse(name, args=[self.subject.pk])

    @property
    def standing_words(self) -> str:
        return lateness_words(self.standing)

    @property
    def tag_class(self) -> str:
        return TAG_CLASSES.get(self.standing.lateness, tags.QUIET)

    @property
    def is_done(self) -> bool:
        return self.standing.lateness in DONE_WITH

    @property
    def awaits_papers(self) -> bool:
        """Whether the panel's meeting is still to be told of it, and nobody has sent anything in."""
        sent_in = self.begun is not None and self.begun.state == UpdateState.SUBMITTED
        return not sent_in and (self.reported_to is None or self.reported_to != self.meeting_on)


Source = Callable[[date, Collection[int] | None], Iterable[Duty]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """``source``: what posts, or all, owe on a day."""
    if source not in _sources:
        _sources.append(source)


def duties(today: date, *, posts: Collection[int] | None = None) -> list[Duty]:
    """Of those posts, or of all: the earliest due first, what has no day last; neither done nor closed.

    Nothing of exempt business: what is asked there is told at the table.
    """
    rows = standing_rows(_recommendations(posts), today)
    open_rows = [row for row in rows if row.is_open and not row.is_rejected]
    undertaken = kept(_undertakings(posts), today, drafts=False)
    wanted = {row.due.promise.meeting_on for row in open_rows} | {one.due.meeting_on for one in undertaken}
    papers = papers_of(day for day in wanted if day is not None and day >= today)
    begun = _begun(open_rows)
    found = [
        *(_of_recommendation(row, papers, begun) for row in open_rows),
        *(_of_undertaking(one, papers, today) for one in undertaken),
        *(duty for source in _sources for duty in source(today, posts)),
    ]
    return sorted((one for one in found if not one.is_done), key=_earliest_first)


def _recommendations(posts: Collection[int] | None) -> object:
    rows = Recommendation.objects.all()
    return rows if posts is None else rows.filter(owner__in=posts)


def _undertakings(posts: Collection[int] | None) -> object:
    rows = Undertaking.objects.filter(state__in=LEFT_OPEN, is_exempt=False).exclude(
        item__access=Access.EXEMPT
    )
    return rows if posts is None else rows.filter(owner__in=posts)


def papers_of(days: Iterable[date]) -> dict[date, date]:
    """By the day of a meeting, the last day for its papers."""
    added = added_days()
    meetings = Meeting.objects.going_on().filter(on__in=list(days)).select_related("body")
    return {meeting.on: deadlines(meeting, added).issue_on for meeting in meetings}


def next_papers(today: date) -> tuple[date, date] | None:
    """The first meeting whose papers are still to go out: its day, and the last day for them."""
    added = added_days()
    coming = Meeting.objects.going_on().filter(on__gte=today).select_related("body").order_by("on")
    papers = ((meeting.on, deadlines(meeting, added).issue_on) for meeting in coming)
    return next((one for one in papers if one[1] >= today), None)


def _begun(rows: Iterable[Row]) -> dict[int, Update]:
    wanted = [row.recommendation.pk for row in rows]
    unpublished = Update.objects.filter(Q(recommendation__in=wanted), supersedes=None)
    return {one.recommendation_id: one for one in unpublished.exclude(state=UpdateState.PUBLISHED)}


def _of_recommendation(row: Row, papers: dict[date, date], begun: dict[int, Update]) -> Duty:
    one, meeting_on = row.recommendation, row.due.promise.meeting_on
    return Duty(
        subject=one,
        name=f"Recommendation {one.number}: {one.short_title}",
        owner=one.owner,
        standing=_standing(row),
        due_on=row.due.on,
        meeting_on=meeting_on,
        papers_on=papers.get(meeting_on) if meeting_on else None,
        is_stale=row.is_stale,
        silent=row.silent,
        begun=begun.get(one.pk),
        reported_to=row.told.reported_on if row.told else None,
    )


def _standing(row: Row) -> Standing:
    """All parts done without a day set is done too."""
    is_complete = row.delivery == DeliveryStatus.REPORTED_COMPLETE
    if is_complete and row.standing.lateness == Lateness.NO_DATE and not row.recommendation.every_months:
        return Standing(Lateness.MET_UNDATED)
    return row.standing


def _of_undertaking(one: Kept, papers: dict[date, date], today: date) -> Duty:
    row, meeting_on = one.undertaking, one.due.meeting_on
    heard_on = max((timezone.localdate(update.at) for update in one.updates), default=row.item.meeting.on)
    return Duty(
        subject=row,
        name=f"Undertaking{f' of minute {one.reference}' if one.reference else ''}: {row.what}",
        owner=row.owner,
        standing=standing(one.due.on, today),
        due_on=one.due.on,
        meeting_on=meeting_on,
        papers_on=papers.get(meeting_on) if meeting_on else None,
        is_stale=(today - heard_on).days > settings.UNDERTAKING_STALE_DAYS,
    )


def _earliest_first(duty: Duty) -> tuple:
    return duty.due_on is None, duty.due_on or date.max, duty.name
