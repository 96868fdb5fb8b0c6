"""What officers do about a card, and the answer they give."""

from datetime import date
from typing import Any

from django.utils import timezone

from challenge_cards.actions.door import Held, at_the_door, hold
from challenge_cards.actions.turns import TO_COME, at_the_card, facts_of, go, require
from challenge_cards.models import (
    ActionStatus,
    Audience,
    CardAction,
    CardResponse,
    ChallengeCard,
    Language,
    StepKind,
)
from challenge_cards.readers import refuse_unseen
from challenge_cards.states import Move, State
from core.access import Permission
from meetings.actions.locks import ChangedMeanwhile, Refused, take_turn
from meetings.models import AgendaItem
from people.models import Post, User
from recommendations.due_dates import months_later

NOT_UNDER_WAY = "Actions are agreed while officers have the card. It stands at “{}” now."
UNDER_WAY = (State.WITH_OFFICERS, State.ACTIONS_AGREED)
WHY_NOT = "Say why it cannot be done."
MONTHS_TO_DO = 60
TOO_FAR = "An action is done by {} at the latest. Check the year, or choose an earlier day."
HELD = "Two people look at the answer's words first."


def add_action(
    card: ChallengeCard, *, text: str, owner: Post, due_on: date | None = None, by: User
) -> CardAction:
    if due_on and due_on > (latest := months_later(timezone.localdate(), MONTHS_TO_DO)):
        raise Refused(TOO_FAR.format(f"{latest:%-d %B %Y}"))
    held = at_the_door({"text": text}, by=by)
    with at_the_card(card, by=by, permission=Permission.ANSWER_CARDS) as kept:
        if kept.state not in UNDER_WAY:
            raise Refused(NOT_UNDER_WAY.format(kept.get_state_display().lower()))
        if sent := kept.actions.filter(round=kept.round, text=text, owner=owner).first():
            return sent
        return new_action(kept, text=text, owner=owner, due_on=due_on, held=held)


def record_earlier_action(
    card: ChallengeCard, *, text: str, owner: Post, status: str, evidence: str, by: User
) -> CardAction:
    """Of a card from before the portal, as the records have it."""
    held = at_the_door({"text": text, "evidence": evidence}, by=by)
    with at_the_card(card, by=by, permission=Permission.PUBLISH_CARD_RESPONSES) as kept:
        if not kept.is_from_before:
            raise Refused("This card came in through the portal: its actions are agreed on its own page.")
        return new_action(kept, text=text, owner=owner, held=held, status=status, evidence=evidence)


def new_action(card: ChallengeCard, *, text: str, owner: Post, held: Held, **more: Any) -> CardAction:
    action = CardAction.objects.create(
        card=card, round=card.round, text=text, owner=owner, is_held=bool(held), **more
    )
    hold(card, "action", action.pk, held)
    return action


def report_on_action(
    action: CardAction,
    *,
    status: str,
    evidence: str,
    done_on: date | None = None,
    version: int,
    by: User,
) -> CardAction:
    if status == ActionStatus.NOT_POSSIBLE and not evidence.strip():
        raise Refused(WHY_NOT)
    if status == ActionStatus.DONE and done_on and done_on > timezone.localdate():
        raise Refused(TO_COME)
    held = at_the_door({"text": action.text, "evidence": evidence}, by=by, row=action)
    with at_the_card(action.card, by=by, permission=Permission.ANSWER_CARDS) as card:
        kept = take_turn(action)
        refuse_unseen(by, kept)
        kept_done_on = done_on if status == ActionStatus.DONE else None
        if (kept.status, kept.evidence, kept.done_on) == (status, evidence, kept_done_on):
            return kept
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        kept.status, kept.evidence, kept.done_on = status, evidence, kept_done_on
        kept.is_held, kept.version = bool(held), version + 1
        kept.save()
        hold(card, "action", kept.pk, held)
    return kept


def write_response(
    card: ChallengeCard, *, text: str, item: AgendaItem | None, version: int, by: User
) -> CardResponse:
    """A draft. ``version``: 0 for the first, else the one that the officer saw."""
    held = at_the_door({"text": text}, by=by, row=card.responses.filter(round=card.round).first())
    with at_the_card(card, by=by, permission=Permission.ANSWER_CARDS) as kept:
        if kept.state != State.ACTIONS_AGREED:
            raise Refused(NOT_UNDER_WAY.format(kept.get_state_display().lower()))
        response = kept.responses.filter(round=kept.round).first() or CardResponse(
            card=kept, round=kept.round, version=0
        )
        refuse_unseen(by, response)
        if response.version != version:
            raise ChangedMeanwhile(response)
        response.text, response.item = text, item
        response.is_held, response.version = bool(held), version + 1
        response.save()
        hold(kept, "response", response.pk, held)
    return response


def publish_response(card: ChallengeCard, *, on: date | None = None, by: User) -> CardResponse:
    """Nobody edits it afterwards. It needs an item of an agenda and plain words that were checked."""
    on = on or timezone.localdate()
    with at_the_card(card, by=by, permission=Permission.PUBLISH_CARD_RESPONSES) as kept:
        response = kept.responses.filter(round=kept.round).select_related("item__meeting").first()
        facts = facts_of(
            kept,
            has_response=response is not None,
            is_on_agenda=response is not None and response.item_id is not None,
            has_checked_words=has_checked_words(kept),
        )
        require(Move.RESPOND, facts)
        if response.is_held:
            raise Refused(HELD)
        response.published_on, response.published_by = on, by
        response.version += 1
        response.save()
        body = str(response.item.meeting.body)
        go(kept, Move.RESPOND, StepKind.RESPONDED, on=on, body=body, item=response.item, by=by)
    return response


def has_checked_words(card: ChallengeCard) -> bool:
    """Plain words of this round, for the ages that the public page is for, that say what was done or could not be."""
    checked = card.wordings.filter(
        round=card.round, audience=Audience.ELEVEN, language=Language.ENGLISH, checked_at__isnull=False
    )
    wording = checked.order_by("checked_at").last()
    return wording is not None and bool(wording.we_did or wording.we_could_not)
