"""The cards that hang together with a meeting, an undertaking, a recommendation or the strategy."""

from collections.abc import Iterator

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from challenge_cards.models import ChallengeCard
from core import mentions
from core.mentions import Mention
from meetings.models import Meeting
from recommendations.models import Strategy


def register() -> None:
    mentions.register("meetings.Meeting", cards_at_meeting)
    mentions.register("meetings.Undertaking", cards_linked)
    mentions.register("recommendations.Recommendation", cards_linked)
    mentions.register("recommendations.Strategy", cards_of_strategy)


def cards_at_meeting(meeting: Meeting) -> Iterator[Mention]:
    steps = Q(steps__item__meeting=meeting, steps__is_held=False)
    answers = Q(responses__item__meeting=meeting, responses__published_on__isnull=False)
    yield from map(_told, _public().filter(steps | answers).distinct())


def cards_linked(row: Model) -> Iterator[Mention]:
    """To a recommendation or an undertaking."""
    yield from map(_told, _public().filter(**{f"{row._meta.model_name}s": row}))


def cards_of_strategy(strategy: Strategy) -> Iterator[Mention]:
    """Each with the outcomes that it is about."""
    cards = _public().filter(outcomes__question__strategy=strategy).distinct()
    for card in cards.prefetch_related("outcomes__question"):
        codes = ", ".join(outcome.code for outcome in card.outcomes.all())
        told = _told(card)
        yield told._replace(text=f"{codes}: {told.text}")


def _public() -> QuerySet[ChallengeCard]:
    return ChallengeCard.objects.public().filter(taken_down_at=None)


def _told(card: ChallengeCard) -> Mention:
    return Mention(f"Challenge card: {card.title}", reverse("you_said:story_read", args=[card.pk]))
