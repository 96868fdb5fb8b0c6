"""Where copies of a card's words remain that taking words out does not reach, and what is to be done about each."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from challenge_cards.models import ChallengeCard
from meetings.date_words import plain_date
from meetings.models import LivePaper, Meeting, MeetingMinutes, MinutesState
from meetings.report.agenda_issuing import why_not_drafted

ISSUE_AGAIN = "Democratic services issue the agenda again: paper and pack are then built without the words."
ISSUE_STAYS = (
    "That meeting is over, and papers are kept by law. Ask the data protection officer about this copy."
)
DRAFT = "If the words stand there, democratic services take the draft back and put it right."
APPROVED = "If the words stand there, ask the data protection officer: approved minutes are never changed."


@dataclass(frozen=True, slots=True)
class Copy:
    """``way``: to the page on which it is done, where it is one step."""

    what: str
    address: str
    to_do: str
    way: str = ""


def copies_of(card: ChallengeCard) -> list[Copy]:
    return [*_issues(card), *_minutes(card)]


def _issues(card: ChallengeCard) -> Iterator[Copy]:
    """The update tells every card that waits, so each one since the group asked may tell it."""
    kept = LivePaper.objects.filter(paper__source_key="challenge_cards")
    kept = kept.filter(issue__meeting__on__gte=card.received_on) if card.received_on else kept
    for live in kept.select_related("issue__meeting").order_by("issue__meeting__on", "issue__number"):
        issue, meeting = live.issue, live.issue.meeting
        is_over = bool(why_not_drafted(meeting))
        yield Copy(
            f"Issue {issue.number} of the agenda of {plain_date(meeting.on)}, with its paper and its pack",
            reverse("meetings:issue_read", args=[meeting.pk, issue.number]),
            ISSUE_STAYS if is_over else ISSUE_AGAIN,
            "" if is_over else reverse("meetings:agenda_issue", args=[meeting.pk]),
        )


def _minutes(card: ChallengeCard) -> Iterator[Copy]:
    told = Meeting.objects.filter(
        Q(items__card_steps__card=card) | Q(items__card_responses__card=card)
    ).values("pk")
    written = MeetingMinutes.objects.filter(meeting__in=told).exclude(state=MinutesState.DRAFTING)
    for record in written.select_related("meeting").order_by("meeting__on"):
        yield Copy(
            f"Minutes of {plain_date(record.meeting.on)}, {record.get_state_display().lower()}",
            reverse("meetings:minutes_read", args=[record.meeting_id]),
            APPROVED if record.is_approved else DRAFT,
        )
