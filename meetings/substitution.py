"""Who may stand in for a member: for exactly one, at one meeting, by the rule of the panel's constitution."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import TextChoices

from meetings.date_words import clock


class SubstituteRule(TextChoices):
    CATEGORY = "category", "Somebody of the member's own category"
    ANY_COUNCILLOR = "any_councillor", "Any county councillor"


class SubstitutionEnds(TextChoices):
    MEETING = "meeting", "With the meeting: a member who arrives sits out"
    ARRIVAL = "arrival", "When the member arrives"


@dataclass(frozen=True, slots=True)
class StandIn:
    """One person who is to stand in for one member, as things are on the day of the meeting."""

    name: str
    member: str
    is_councillor: bool
    is_member: bool
    for_councillor: bool
    member_is_present: bool = False
    other_substitute: str = ""


def refusal(one: StandIn, rule: SubstituteRule) -> str:
    """Why not, and what to do; empty when nothing speaks against it."""
    if one.is_member:
        return f"{one.name} is a member of the panel, and a member cannot be somebody's substitute."
    if one.other_substitute:
        return f"{one.member} has a substitute already: {one.other_substitute}. Take that one off the list first."
    if one.member_is_present:
        return f"{one.member} is recorded as present. A substitute stands in for a member who is not there."
    if rule == SubstituteRule.ANY_COUNCILLOR and not one.is_councillor:
        return f"Only a county councillor can be a substitute, and {one.name} is not recorded as one."
    if rule == SubstituteRule.CATEGORY and one.for_councillor != one.is_councillor:
        who = "a county councillor" if one.for_councillor else "somebody who is not a councillor"
        return f"{one.member} can be stood in for by {who} only. Choose another person."
    return ""


def last_moment(starts_at: datetime, minutes: int) -> datetime:
    """When the clerk must have been told at the latest."""
    return starts_at - timedelta(minutes=minutes)


def too_late(told_at: datetime, starts_at: datetime, minutes: int) -> str:
    """Empty when the clerk was told in time. Moments are local ones, so that their clock can be named."""
    last = last_moment(starts_at, minutes)
    if told_at <= last:
        return ""
    return (
        f"A substitute is named by {clock(last.time())}, {minutes} minutes before the meeting. "
        "If you were told by then, enter when."
    )
