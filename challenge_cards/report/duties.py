"""The answers that posts owe to young people: in one list, and in one mail, with what is owed to the panel."""

from collections.abc import Collection, Iterator
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from challenge_cards.clock import Promised, standing_of
from challenge_cards.models import ChallengeCard
from challenge_cards.report.card import heard_at
from challenge_cards.report.cards import promised_of, with_promises
from challenge_cards.states import State
from recommendations.report.due import meeting_days
from recommendations.report.duties import Duty, Matter, papers_of

OWED_IN = (State.WITH_OFFICERS, State.ACTIONS_AGREED)


def card_duties(today: date, posts: Collection[int] | None) -> Iterator[Duty]:
    cards = ChallengeCard.objects.filter(state__in=OWED_IN, owner__isnull=False)
    cards = with_promises(cards if posts is None else cards.filter(owner__in=posts))
    cards = cards.prefetch_related("responses__item__meeting")
    owed = [(card, promised_of(card)) for card in cards]
    days = meeting_days() if any(promised for _, promised in owed) else []
    meetings = {card.pk: heard_at(promised, days).meeting_on for card, promised in owed if promised}
    papers = papers_of(day for day in meetings.values() if day and day >= today)
    for card, promised in owed:
        yield _duty(card, promised, meetings.get(card.pk), papers, today)


def name_of(card: ChallengeCard) -> str:
    """What lies in many mailboxes names no card whose words are looked at or were taken down."""
    shows_title = not (card.is_held or card.is_taken_down)
    return f"Challenge card {card.reference}{f': {card.title}' if shows_title else ''}"


def _duty(
    card: ChallengeCard, promised: Promised | None, meeting_on: date | None, papers: dict, today: date
) -> Duty:
    answers = [one for one in card.responses.all() if one.round == card.round and one.item]
    heard_of = max((timezone.localdate(step.at) for step in card.steps.all()), default=today)
    return Duty(
        subject=_matter(card),
        name=name_of(card),
        owner=card.owner,
        standing=standing_of(promised, today, None),
        due_on=promised.due_on if promised else None,
        meeting_on=meeting_on,
        papers_on=papers.get(meeting_on) if meeting_on else None,
        is_stale=(today - heard_of).days > settings.UNDERTAKING_STALE_DAYS,
        reported_to=answers[0].item.meeting.on if answers else None,
    )


def _matter(card: ChallengeCard) -> Matter:
    next_page = "card_agree" if card.state == State.WITH_OFFICERS else "response_write"
    return Matter(
        key=f"card-{card.pk}",
        path=reverse("challenge_cards:card_read", args=[card.pk]),
        report_path=reverse(f"challenge_cards:{next_page}", args=[card.pk]),
    )
