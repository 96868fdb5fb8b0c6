"""A card said plainly: written by officers, checked by a participation worker, then public."""

from django.db.models import QuerySet
from django.utils import timezone

from challenge_cards.actions.door import CHANGED, at_the_door, hold
from challenge_cards.actions.turns import at_the_card
from challenge_cards.models import PLAIN_FIELDS, CardWording, ChallengeCard, Language
from challenge_cards.readability import faults
from challenge_cards.readers import refuse_unseen
from core.access import Permission
from meetings.actions.locks import ChangedMeanwhile, Refused, take_turn
from people.models import User

NOT_PLAIN = "These words are not plain enough yet: {} Change them, then check them again."
HELD = "Two people look at these words first: a participation worker and a democratic services officer."
PRESENT = "An earlier round's words stay as they were."


def write_wording(
    card: ChallengeCard, *, audience: str, language: str, version: int, by: User, **texts: str
) -> CardWording:
    """``version``: 0 for the first, else the one that the officer saw. What was checked stays public until a
    worker has checked what is to take its place.
    """
    was, is_english = newest_wording(card, audience, language), language == Language.ENGLISH
    held = at_the_door(texts, by=by, row=was if was.pk else None, is_english=is_english)
    with at_the_card(card, by=by, permission=Permission.ANSWER_CARDS) as kept:
        wording = newest_wording(kept, audience, language)
        refuse_unseen(by, wording)
        if all(getattr(wording, name) == text for name, text in texts.items()) and wording.pk:
            return wording
        if wording.version != version:
            raise ChangedMeanwhile(wording)
        if wording.is_checked:
            wording = _new(kept, audience, language)
        for name, text in texts.items():
            setattr(wording, name, text)
        wording.is_held, wording.version = bool(held), version + 1
        wording.save()
        hold(kept, "wording", wording.pk, held)
    return wording


def check_wording(wording: CardWording, *, version: int | None, by: User) -> CardWording:
    """By a participation worker, who puts their name to it that young people will understand it."""
    with at_the_card(wording.card, by=by, permission=Permission.SPEAK_FOR_GROUPS) as card:
        kept = take_turn(wording)
        if kept.version != version:
            raise Refused(CHANGED)
        if kept.is_checked:
            return kept
        if kept.round != card.round:
            raise Refused(PRESENT)
        if kept.is_held:
            raise Refused(HELD)
        if said := words_to_mend(kept):
            raise Refused(NOT_PLAIN.format(" ".join(said)))
        kept.checked_at, kept.checked_by = timezone.now(), by
        kept.save(update_fields=["checked_at", "checked_by"])
        _of(card, kept.audience, kept.language).exclude(pk=kept.pk).update(**dict.fromkeys(PLAIN_FIELDS, ""))
    return kept


def words_to_mend(wording: CardWording) -> list[str]:
    """Of other languages nothing can be said here: whoever checks them reads them."""
    if wording.language != Language.ENGLISH:
        return []
    return faults({name: getattr(wording, name) for name in PLAIN_FIELDS})


def newest_wording(card: ChallengeCard, audience: str, language: str) -> CardWording:
    """Of this round: what is being written, else what is public, else an empty one."""
    return _of(card, audience, language).order_by("pk").last() or _new(card, audience, language)


def public_wording(card: ChallengeCard, audience: str, language: str) -> CardWording | None:
    return _of(card, audience, language).exclude(checked_at=None).order_by("checked_at").last()


def _of(card: ChallengeCard, audience: str, language: str) -> QuerySet[CardWording]:
    return card.wordings.filter(round=card.round, audience=audience, language=language)


def _new(card: ChallengeCard, audience: str, language: str) -> CardWording:
    return CardWording(card=card, round=card.round, audience=audience, language=language, version=0)
