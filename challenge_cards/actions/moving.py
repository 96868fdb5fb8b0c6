"""What becomes of a card on its way to an answer. Each function is one step, for whoever may take it."""

from datetime import date
from typing import Any

from challenge_cards.actions.answering import new_action
from challenge_cards.actions.door import at_the_door, hold
from challenge_cards.actions.turns import at_the_card, facts_of, go, require, save, take_step
from challenge_cards.models import CardPromise, CardStep, ChallengeCard, Group, StepKind
from challenge_cards.states import Move, State
from core.access import Permission
from meetings.actions.locks import Refused
from people.models import Post, User
from recommendations.due_dates import Precision, last_day, months_later

NOTED = (StepKind.EVENT, StepKind.BEGUN, StepKind.REPORTED)
NOTHING_PROMISED = "A later day is promised while a group waits for its answer. The card stands at “{}” now."
NOT_AFTER = "An answer is promised for a day after {}, on which the promise was made."
TOO_FAR = "An answer is promised for {} at the latest. Check the year, or choose an earlier day."
MONTHS_AHEAD = 24  # further is a slip of the pen: those who ask would be grown up
NO_COUNCIL = "{} is not one of the children in care councils that decide on cards."


def hand_to_council(card: ChallengeCard, *, council: Group, on: date, by: User) -> None:
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        require(Move.TO_COUNCIL, facts_of(kept))
        go(kept, Move.TO_COUNCIL, StepKind.TO_COUNCIL, on=on, body=_council(council), by=by)


def council_decides(
    card: ChallengeCard, *, council: Group, supports: bool, on: date, note: str = "", by: User
) -> None:
    """Not to take it forward needs a reason, which the group is told."""
    held = at_the_door({"note": note}, by=by)
    move = Move.SUPPORT if supports else Move.NOT_FORWARD
    kind = StepKind.SUPPORTED if supports else StepKind.NOT_FORWARD
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        require(move, facts_of(kept, reason=note))
        go(kept, move, kind, on=on, body=_council(council), note=note, held=held, by=by)


def hand_to_officers(
    card: ChallengeCard, *, owner: Post, on: date, body: str, note: str = "", by: User
) -> None:
    """``owner``: the post that answers for the card from now on."""
    held = at_the_door({"body": body, "note": note}, by=by)
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        require(Move.TO_OFFICERS, facts_of(kept))
        kept.owner = owner
        save(kept, "owner")
        go(kept, Move.TO_OFFICERS, StepKind.TO_OFFICERS, on=on, body=body, note=note, held=held, by=by)


def agree_actions(
    card: ChallengeCard,
    *,
    text: str,
    owner: Post,
    on: date,
    body: str,
    due_on: date,
    precision: str = Precision.MONTH,
    by: User,
) -> None:
    """The first action, with the post that does it, and by when the group has its answer. More are added later."""
    held = at_the_door({"text": text, "body": body}, by=by)
    with at_the_card(card, by=by, permission=Permission.ANSWER_CARDS) as kept:
        facts = facts_of(kept, actions=1, has_owner=kept.owner_id is not None, due_on=due_on)
        require(Move.AGREE, facts)
        new_action(kept, text=text, owner=owner, held=[one for one in held if one.field == "text"])
        promise(kept, due_on=due_on, precision=precision, made_on=on, by=by)
        of_body = [one for one in held if one.field == "body"]
        go(kept, Move.AGREE, StepKind.AGREED, on=on, body=body, held=of_body, by=by)


def put_off(
    card: ChallengeCard,
    *,
    due_on: date,
    precision: str,
    reason: str,
    agreed_by: str,
    on: date,
    by: User,
) -> None:
    """A later day. The first promise stays beside it, and so does every day that it was late."""
    held = at_the_door({"reason": reason, "agreed_by": agreed_by}, by=by)
    with at_the_card(card, by=by, permission=Permission.ANSWER_CARDS) as kept:
        before = kept.promises.filter(round=kept.round).last()
        if before is None or kept.state != State.ACTIONS_AGREED:
            raise Refused(NOTHING_PROMISED.format(kept.get_state_display().lower()))
        if last_day(due_on, Precision(precision)) <= before.due_on:
            raise Refused("A new day is later than the one that was promised.")
        new = promise(
            kept,
            due_on=due_on,
            precision=precision,
            made_on=on,
            agreed_by=agreed_by,
            reason=reason,
            is_held=bool(held),
            by=by,
        )
        hold(kept, "promise", new.pk, held)
        take_step(kept, StepKind.DELAYED, on=on, by=by)


def note_step(
    card: ChallengeCard,
    *,
    kind: str,
    body: str = "",
    note: str = "",
    by: User,
    **about: Any,
) -> CardStep:
    """Something that happened and leaves the card where it is: a report to the panel, the start of a trial.

    ``about``: its day, how exact that is, and the item of the panel's agenda, as ``take_step`` has them.
    """
    if kind not in NOTED:
        raise Refused("Choose what happened: work began, an event, or a report to the panel.")
    held = at_the_door({"body": body, "note": note}, by=by)
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        return take_step(kept, StepKind(kind), body=body, note=note, held=held, by=by, **about)


def withdraw_card(card: ChallengeCard, *, on: date, note: str = "", by: User) -> None:
    held = at_the_door({"note": note}, by=by)
    with at_the_card(card, by=by, permission=Permission.ENTER_CARDS) as kept:
        require(Move.WITHDRAW, facts_of(kept))
        go(kept, Move.WITHDRAW, StepKind.WITHDRAWN, on=on, body=_raiser(kept), note=note, held=held, by=by)


def promise(card: ChallengeCard, *, due_on: date, precision: str, made_on: date, **about: Any) -> CardPromise:
    until = last_day(due_on, Precision(precision))
    if until <= made_on:
        raise Refused(NOT_AFTER.format(f"{made_on:%-d %B %Y}"))
    latest = last_day(months_later(made_on, MONTHS_AHEAD), Precision.MONTH)
    if until > latest:
        raise Refused(TOO_FAR.format(f"{latest:%-d %B %Y}"))
    about |= {"precision": precision, "made_on": made_on}
    return CardPromise.objects.create(card=card, round=card.round, due_on=until, **about)


def _council(council: Group) -> str:
    if not council.is_council:
        raise Refused(NO_COUNCIL.format(council))
    return council.name


def _raiser(card: ChallengeCard) -> str:
    return str(card.group or "")
