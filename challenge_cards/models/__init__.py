from challenge_cards.models.answers import (
    PLAIN_FIELDS,
    ActionStatus,
    Audience,
    CardAction,
    CardResponse,
    CardVerdict,
    CardWording,
    Language,
)
from challenge_cards.models.cards import CardPromise, CardStep, ChallengeCard, StepKind
from challenge_cards.models.groups import Group, KnownName
from challenge_cards.models.privacy import RedirectCount, Refusal, Review, ReviewState, Route

__all__ = [
    "PLAIN_FIELDS",
    "ActionStatus",
    "Audience",
    "CardAction",
    "CardPromise",
    "CardResponse",
    "CardStep",
    "CardVerdict",
    "CardWording",
    "ChallengeCard",
    "Group",
    "KnownName",
    "Language",
    "RedirectCount",
    "Refusal",
    "Review",
    "ReviewState",
    "Route",
    "StepKind",
]
