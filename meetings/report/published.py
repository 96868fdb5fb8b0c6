"""What of meetings has been published: the issues of their agendas, and their minutes."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from meetings.date_words import plain_date
from meetings.models import AgendaIssue, IssueKind, Meeting, MeetingMinutes, MinutesState

NOT_THE_DOCUMENT = ("content", "exempt_content", "pdf")  # what is heavy, and not for a list


@dataclass(frozen=True, slots=True)
class Published:
    """One thing to read, and the part of the meeting's page where it stands."""

    text: str
    anchor: str
    address: str


def with_what_is_published(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Two queries more, whatever the number. Asks neither for a document nor for anything exempt."""
    issues = AgendaIssue.objects.defer("content", "pdf").order_by("number")
    minutes = MeetingMinutes.objects.defer(*NOT_THE_DOCUMENT).select_related("approved_at")
    return meetings.prefetch_related(Prefetch("issues", issues), Prefetch("minutes", minutes))


def what_is_published(meeting: Meeting) -> list[Published]:
    """Of a meeting that came ``with_what_is_published``."""
    found = [
        Published(
            _issue_words(issue),
            f"issue-{issue.number}",
            reverse("meetings:issue_read", kwargs={"pk": meeting.pk, "number": issue.number}),
        )
        for issue in meeting.issues.all()
    ]
    record = getattr(meeting, "minutes", None)
    if record is None or not record.is_public:
        return found
    return [
        *found,
        Published(_minutes_words(record), "minutes", reverse("meetings:minutes_read", args=[meeting.pk])),
    ]


def _issue_words(issue: AgendaIssue) -> str:
    on = plain_date(issue.published_on)
    if issue.kind == IssueKind.MAIN:
        return f"Agenda, issued {on}"
    return f"Supplement, {on}" if issue.kind == IssueKind.SUPPLEMENT else f"Agenda, issued again {on}"


def _minutes_words(record: MeetingMinutes) -> str:
    if record.state == MinutesState.PUBLISHED or not record.approved_at:
        return "Draft minutes"
    how = "approved as amended" if record.state == MinutesState.AMENDED else "approved"
    return f"Minutes, {how} {plain_date(record.approved_at.on)}"
