"""What the group says of the answer. Only that closes a card; the panel noting it does not."""

from datetime import date

from challenge_cards.actions.door import at_the_door, hold
from challenge_cards.actions.moving import promise
from challenge_cards.actions.turns import at_the_card, facts_of, go, require, save, take_step
from challenge_cards.models import CardVerdict, ChallengeCard, StepKind
from challenge_cards.states import Move, Opinion
from core.access import Permission
from meetings.actions.locks import Refused
from people.models import User
from recommendations.due_dates import Precision

NO_DAY = "Say by when the group has its next answer."
TOO_EARLY = "The group cannot have been told before the answer was published."


def record_verdict(
    card: ChallengeCard,
    *,
    told_on: date,
    told_at: str,
    opinion: str,
    words: str = "",
    council_asks: bool = False,
    due_on: date | None = None,
    precision: str = Precision.MONTH,
    by: User,
) -> ChallengeCard:
    """Closes the card, or takes it up again with a new day when the group says that it was not enough."""
    held = at_the_door({"told_at": told_at, "words": words}, by=by)
    move = Move.REOPEN if _is_reopened(opinion, council_asks) else Move.CLOSE
    with at_the_card(card, by=by, permission=Permission.SPEAK_FOR_GROUPS) as kept:
        facts = facts_of(
            kept, told_on=told_on, opinion=Opinion(opinion), council_asks=council_asks, due_on=due_on
        )
        require(move, facts)
        _refuse_too_early(kept, told_on)
        verdict = CardVerdict.objects.create(
            card=kept,
            round=kept.round,
            told_on=told_on,
            told_at=told_at,
            opinion=opinion,
            words=words,
            council_asks=council_asks,
            is_held=bool(held),
            by=by,
        )
        hold(kept, "verdict", verdict.pk, held)
        take_step(kept, StepKind.VERDICT, on=told_on, by=by)
        if move == Move.REOPEN:
            _reopen(kept, on=told_on, due_on=due_on, precision=precision, by=by)
        else:
            go(kept, move, StepKind.CLOSED, on=told_on, by=by)
    return kept


def _is_reopened(opinion: str, council_asks: bool) -> bool:
    return opinion == Opinion.NOT_YET or (opinion == Opinion.PARTLY and council_asks)


def _reopen(card: ChallengeCard, *, on: date, due_on: date | None, precision: str, by: User) -> None:
    if due_on is None:
        raise Refused(NO_DAY)
    card.round += 1
    save(card, "round")
    go(card, Move.REOPEN, StepKind.REOPENED, on=on, by=by)
    promise(card, due_on=due_on, precision=precision, made_on=on, by=by)


def _refuse_too_early(card: ChallengeCard, told_on: date) -> None:
    response = card.responses.filter(round=card.round).first()
    if response and response.published_on and told_on < response.published_on:
        raise Refused(TOO_EARLY)
