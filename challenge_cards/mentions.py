"""The cards that hang together with a meeting, an undertaking, a recommendation or an outcome of the strategy."""

from collections.abc import Iterator

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from challenge_cards.models import ChallengeCard
from core import mentions
from core.mentions import Mention
from meetings.models import Meeting
from recommendations.models import StrategyOutcome


def register() -> None:
    mentions.register("meetings.Meeting", cards_at_meeting)
    mentions.register("meetings.Undertaking", cards_linked)
    mentions.register("recommendations.Recommendation", cards_linked)
    mentions.register("recommendations.StrategyOutcome", cards_linked)


def cards_at_meeting(meeting: Meeting) -> Iterator[Mention]:
    steps = Q(steps__item__meeting=meeting, steps__is_held=False)
    yield from _told(_public().filter(steps | Q(responses__item__meeting=meeting)).distinct())


def cards_linked(row: Model) -> Iterator[Mention]:
    """Recommendations, outcomes and undertakings each have the cards that were linked to them."""
    name = "outcomes" if isinstance(row, StrategyOutcome) else f"{row._meta.model_name}s"
    yield from _told(_public().filter(**{name: row}))


def _public() -> QuerySet[ChallengeCard]:
    return ChallengeCard.objects.public().filter(taken_down_at=None)


def _told(cards: QuerySet[ChallengeCard]) -> Iterator[Mention]:
    for card in cards:
        yield Mention(f"Challenge card: {card.title}", reverse("you_said:story_read", args=[card.pk]))
