"""The standard sentences of one item, from what was recorded at the table."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from meetings.date_words import plain_date
from meetings.models import (
    AgendaItem,
    Election,
    ElectionOutcome,
    Interest,
    InterestEffect,
    InterestKind,
    ItemOutcome,
    Meeting,
    MinutesState,
    Office,
    ResolutionEffect,
)
from meetings.report.agenda_occasion import membership_changes
from meetings.report.attendance import AttendanceBlocks
from meetings.seat_dates import Told, change_phrases
from meetings.standing_order import StandingKey
from meetings.votes import Vote
from meetings.wording import (
    NO_DECLARATIONS,
    NOT_REACHED,
    declared,
    deferred,
    elected,
    minutes_approved,
    urgent,
    withdrawn,
)
from people.models import Person
from people.print_names import name_of

Paragraph = str | list[str]  # a list: the bullets of the paragraph before
# A lead that begins with a post, not with a name: "Cabinet Member for Children"
BY_POST = re.compile(
    r"(?:Acting|Assistant|Cabinet|Chairman|Chief|Corporate|Deputy|Designated|Director|Head|Independent|Interim|Lead|"
    r"Leader|Principal|Service|Senior|Strategic|Team|Vice-Chairman|Virtual)\b"
)
NO_CHANGES = "There were no changes in the membership of the Panel."
CHANGED = "The Panel noted the changes in its membership since its last meeting:"
NOT_TAKEN = (ItemOutcome.NOT_REACHED, ItemOutcome.WITHDRAWN, ItemOutcome.DEFERRED)
KINDS = {
    InterestKind.DPI: "a disclosable pecuniary interest",
    InterestKind.OSI: "another significant interest",
    InterestKind.OTHER: "an interest",
}
EFFECTS = {
    InterestEffect.WITHDREW: "{name} left the room and took no part",
    InterestEffect.NO_VOTE: "{name} stayed and spoke, but did not vote",
    InterestEffect.STAYED: "{name} stayed and took part",
    InterestEffect.DISPENSED: "{name} took part by a dispensation: {dispensation}",
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What of the whole meeting its items tell."""

    meeting: Meeting
    blocks: AttendanceBlocks
    interests: list[Interest]


def paragraphs_of(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    urgency = []
    if item.urgency_reason and item.urgency_by:
        urgency = [urgent(name_of(item.urgency_by).formal, item.urgency_reason)]
    return [*urgency, *_declared_here(item), *_course(item, recorded)]


def _course(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    if item.outcome == ItemOutcome.NOT_REACHED:
        return [NOT_REACHED]
    if item.outcome == ItemOutcome.WITHDRAWN:
        return [withdrawn("This item", item.outcome_note)]
    if item.outcome == ItemOutcome.DEFERRED:
        return [] if _decided(item, ResolutionEffect.DEFER) else [_deferred(item)]
    written = BY_KEY.get(item.standing_key)
    return written(item, recorded) if written else _introduced(item)


def _declared_here(item: AgendaItem) -> list[str]:
    """At the item itself, unless it is the one at which declarations are made."""
    if item.standing_key == StandingKey.DECLARATIONS:
        return []
    return [_interest(one, "this item") for one in item.interests.all()]


def _membership(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    phrases = change_phrases(membership_changes(recorded.meeting), Told.IN_MINUTES)
    return [CHANGED, phrases] if phrases else [NO_CHANGES]


def _apologies(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    return [recorded.blocks.apologies, *recorded.blocks.substitutes]


def _declarations(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    said = [_interest(one, f"item {one.item.number}" if one.item else "") for one in recorded.interests]
    return list(said) or [NO_DECLARATIONS]


def election_told(item: AgendaItem) -> list[Paragraph]:
    """What the minute of an item says of its election, if the item was taken."""
    election = getattr(item, "election", None)
    if election is None or item.outcome in NOT_TAKEN:
        return []
    if election.outcome == ElectionOutcome.DEFERRED:
        return [] if _decided(item, ResolutionEffect.DEFER) else [_deferred(item)]
    said = _elected(election)
    is_resolved = _decided(item, ResolutionEffect.ELECT)
    return [one for one in said if not (is_resolved and one.startswith("It was RESOLVED"))]


def election_sentences(item: AgendaItem) -> list[str]:
    """All that a minute may have been told of it, with what gave way to a resolution."""
    election = getattr(item, "election", None)
    if election is None:
        return []
    return [_deferred(item)] if election.outcome == ElectionOutcome.DEFERRED else _elected(election)


def _elected(election: Election) -> list[str]:
    vote = None
    if election.outcome == ElectionOutcome.VOTE:
        vote = Vote(election.votes_for or 0, election.votes_against or 0)
    return elected(
        Office(election.office),
        _formal(election.person),
        proposed_by=_formal(election.proposed_by),
        seconded_by=_formal(election.seconded_by),
        outcome=ElectionOutcome(election.outcome),
        vote=vote,
    )


def _approval(item: AgendaItem, recorded: Recorded) -> list[Paragraph]:
    if _decided(item, ResolutionEffect.APPROVE_MINUTES):
        return []
    meetings = list(item.approves_minutes_of.all())
    records = [one.minutes for one in meetings if hasattr(one, "minutes")]
    amended = [one.amendment for one in records if one.state == MinutesState.AMENDED]
    changes = [line for text in amended for line in text.splitlines() if line.strip()]
    return [minutes_approved([one.on for one in meetings], changes)] if meetings else []


def _introduced(item: AgendaItem) -> list[Paragraph]:
    if not item.lead.strip():
        return []
    did = "gave a verbal update" if item.is_verbal else "introduced the report"
    lead = item.lead.strip().rstrip(".")
    return [f"{'The ' if BY_POST.match(lead) else ''}{lead} {did}."]


def _deferred(item: AgendaItem) -> str:
    later = item.deferred_to
    until = f"the meeting on {plain_date(later.on)}" if later else "a later meeting"
    what = "the election" if item.standing_key == StandingKey.ELECTION else "this item"
    return deferred(what, until, item.outcome_note)


def _interest(one: Interest, where: str) -> str:
    name = name_of(one.person)
    effect = EFFECTS[InterestEffect(one.effect)].format(name=name.short, dispensation=one.dispensation)
    what = f"{KINDS[InterestKind(one.kind)]}{f' in {where}' if where else ''}: {one.nature}"
    return declared(name.full, what, effect)


def _decided(item: AgendaItem, effect: ResolutionEffect) -> bool:
    return any(effect in resolution.effects for resolution in item.resolutions.all())


def _formal(person: Person | None) -> str:
    return name_of(person).formal if person else "A member"


BY_KEY: dict[str, Callable[[AgendaItem, Recorded], list[Paragraph]]] = {
    StandingKey.MEMBERSHIP: _membership,
    StandingKey.APOLOGIES: _apologies,
    StandingKey.DECLARATIONS: _declarations,
    StandingKey.ELECTION: lambda item, recorded: election_told(item),
    StandingKey.MINUTES: _approval,
}
