"""The list of groups, and the names of projects that may stand in a text."""

from typing import Any

import pghistory
from django.db import transaction

from challenge_cards.actions.door import at_the_door
from challenge_cards.held_names import is_called_like_somebody, is_word
from challenge_cards.models import Group, KnownName
from challenge_cards.plain_text import plain
from challenge_cards.rules import Rule
from core.access import Permission, demand, may
from meetings.actions.locks import Refused, said_plainly, take_turn
from people.models import User

LOOKS_LIKE_SOMEBODY = (
    "This looks like the name of a person, and the names of groups may stand in every text. If it is a group's name "
    "all the same, ask democratic services to enter it."
)
LEAST_LETTERS = 3
TOO_SHORT = "Write the whole name: so short a word stands in too many texts."
ORDINARY = "This is an ordinary word. Write the whole name of the project."
YOURS = "You entered this name yourself. A participation worker who did not agrees to it."
LOOKS_LIKE_MORE = "This holds {}. A group's name says nothing of one person."


def save_group(group: Group | None, *, version: int = 0, by: User, **details: Any) -> Group:
    demand(by, Permission.ENTER_CARDS)
    _refuse_more_than_a_name(details["name"], by)
    is_new = group is None or group.name != details["name"]
    if is_new and is_called_like_somebody(details["name"]) and not may(by, Permission.PUBLISH_CARD_RESPONSES):
        raise Refused(LOOKS_LIKE_SOMEBODY)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        kept = take_turn(group, version=version) if group else Group(version=0)
        for name, value in details.items():
            setattr(kept, name, value)
        kept.version += 1
        kept.full_clean()
        kept.save()
    return kept


def add_known_name(*, name: str, by: User) -> KnownName:
    """By democratic services, and it counts once a participation worker agrees: a wrong name on this list would let
    one through in every text.
    """
    demand(by, Permission.PUBLISH_CARD_RESPONSES)
    _refuse_more_than_a_name(name, by)
    if len(name) < LEAST_LETTERS:
        raise Refused(TOO_SHORT)
    if is_word(plain(name).strip().lower()):
        raise Refused(ORDINARY)
    with transaction.atomic(), pghistory.context(user=by.pk):
        row = KnownName(name=name, waits=True, by=by)
        row.full_clean()
        row.save()
    return row


def agree_known_name(row: KnownName, *, by: User) -> KnownName:
    """By a participation worker, never by whoever entered it."""
    demand(by, Permission.SPEAK_FOR_GROUPS)
    with transaction.atomic(), pghistory.context(user=by.pk):
        kept = take_turn(row)
        if kept.by_id == by.pk:
            raise Refused(YOURS)
        kept.waits = False
        kept.save(update_fields=["waits"])
    return kept


def drop_known_name(row: KnownName, *, by: User) -> None:
    demand(by, Permission.PUBLISH_CARD_RESPONSES)
    with transaction.atomic(), pghistory.context(user=by.pk):
        row.delete()


def _refuse_more_than_a_name(name: str, by: User) -> None:
    for finding in at_the_door({"name": name}, by=by):
        if finding.rule != Rule.NAME:
            raise Refused(LOOKS_LIKE_MORE.format(finding.rule.label))
