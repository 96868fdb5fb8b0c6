"""Words that turn out to lead to a child go for good, wherever a card keeps them. First the card is taken down."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.db import models
from django.db.models import F
from django.utils import timezone

from challenge_cards.actions.door import hold
from challenge_cards.actions.reviewing import KINDS
from challenge_cards.actions.turns import at_the_card, save, take_step
from challenge_cards.models import CardStep, ChallengeCard, StepKind
from challenge_cards.privacy import TAKEN_OUT
from core.access import Permission
from meetings.actions.locks import Refused
from people.models import User

FIRST_DOWN = "Take the card down first: then nobody reads the words while you look for them."
NOTHING = "Choose the words that go."


class Words(NamedTuple):
    """One text of a card: of which kind, in which row and field, and what stands there."""

    kind: str
    row: int
    field: str
    label: str
    text: str

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.row}-{self.field}"


def words_of(card: ChallengeCard) -> Iterator[Words]:
    """Everything that somebody wrote, of earlier rounds and of what was never published too."""
    for kind, (_, fields) in KINDS.items():
        for row in _rows(card, kind):
            for field in fields:
                text = getattr(row, field)
                if text and text != TAKEN_OUT:
                    yield Words(kind, row.pk, field, _label(row, field), text)


def erase_words(card: ChallengeCard, *, keys: Collection[str], by: User) -> int:
    """How many went. Histories and logs never held them; a pack that was issued keeps its own copy."""
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        if not kept.is_taken_down:
            raise Refused(FIRST_DOWN)
        chosen = [one for one in words_of(kept) if one.key in set(keys)]
        if not chosen:
            raise Refused(NOTHING)
        for one in chosen:
            _erase(kept, one)
        save(kept)
        take_step(kept, StepKind.ERASED, on=timezone.localdate(), by=by)
    return len(chosen)


def _label(row: models.Model, field: str) -> str:
    label = str(row._meta.get_field(field).verbose_name)
    return f"{row.get_kind_display()}, {label}" if isinstance(row, CardStep) else label


def _rows(card: ChallengeCard, kind: str) -> models.QuerySet:
    mine = {"pk": card.pk} if kind == "card" else {"card": card}
    return KINDS[kind].model._default_manager.filter(**mine).order_by("pk")


def _erase(card: ChallengeCard, words: Words) -> None:
    """Whoever has an older version open cannot save it back. Two people need not look at what is gone."""
    gone: dict = {words.field: TAKEN_OUT}
    rows = _rows(card, words.kind).filter(pk=words.row)
    if words.kind != "card" and any(field.name == "version" for field in rows.model._meta.fields):
        gone["version"] = F("version") + 1
    rows.update(**gone)
    if not any(rest.kind == words.kind and rest.row == words.row for rest in words_of(card)):
        hold(card, words.kind, words.row, ())
        rows.update(is_held=False)
