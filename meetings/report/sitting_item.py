"""One item's panel: everything that is recorded of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from meetings.actions.exclusions import was_refused
from meetings.date_words import plain_date
from meetings.models import (
    Access,
    AgendaItem,
    Election,
    Interest,
    InterestKind,
    Meeting,
    Resolution,
    Undertaking,
)
from meetings.report.attendance import Room
from meetings.report.quorum import Quorum, quorum_of
from meetings.report.sitting import ItemLine, around, item_lines, members_of
from meetings.report.undertakings import Kept, kept
from meetings.report.voters import barred, movers_at, voters_of, with_recorded, withdrawn
from meetings.standing_order import StandingKey
from meetings.usual_resolutions import Usual, usual_resolutions
from meetings.votes import CastingVote, Vote

DAYS_TO_NOTIFY = 28  # Localism Act 2011, section 31: beginning with the day of disclosure


@dataclass(frozen=True, slots=True)
class Panel:
    item: AgendaItem
    meeting: Meeting
    line: ItemLine | None
    lines: list[ItemLine]
    before: AgendaItem | None
    after: AgendaItem | None
    quorum: Quorum
    people: list[int]
    movers: list[int]
    voters: list[int]
    barred: set[int]
    resolutions: list[Resolution]
    usual: list[Usual]
    undertakings: list[Kept]
    coming_back: list[Undertaking]
    has_minute: bool
    interests: list[tuple[Interest, str]]
    election: Election | None
    is_election: bool
    is_refused: bool

    @property
    def is_exempt(self) -> bool:
        return self.item.access == Access.EXEMPT


def read_panel(item: AgendaItem, room: Room, now: datetime) -> Panel:
    """As many queries for many resolutions and undertakings as for one."""
    lines = item_lines(item.meeting, item.pk)
    before, after = around(lines, item.pk)
    interests = list(Interest.objects.filter(item=item).select_related("person"))
    away, silent = withdrawn(interests), barred(interests)
    resolutions = list(Resolution.objects.filter(item=item).prefetch_related("recorded_votes__person"))
    election = Election.objects.filter(item=item).select_related("person").first()
    return Panel(
        item=item,
        meeting=item.meeting,
        line=next((line for line in lines if line.is_here), None),
        lines=lines,
        before=before,
        after=after,
        quorum=quorum_of(room, now, withdrawn=away),
        people=members_of(room),
        movers=movers_at(room, away, election),
        voters=with_recorded(voters_of(room, silent), resolutions),
        barred=silent,
        resolutions=resolutions,
        usual=usual_of(item),
        undertakings=kept(Undertaking.objects.filter(item=item), now.date()),
        coming_back=list(item.undertakings.select_related("owner").order_by("pk")),
        has_minute=item.minutes.exists(),
        interests=[(one, to_notify(one, item.meeting.on)) for one in interests],
        election=election,
        is_election=item.standing_key == StandingKey.ELECTION,
        is_refused=item.access != Access.OPEN and was_refused(item),
    )


def usual_of(item: AgendaItem) -> list[Usual]:
    days = item.approves_minutes_of.values_list("on", flat=True)
    return usual_resolutions(is_verbal=item.is_verbal, minutes_of=list(days))


def to_notify(interest: Interest, on: date) -> str:
    """What a member with a pecuniary interest that is not on the register has to do, and by when."""
    if interest.kind != InterestKind.DPI or interest.is_on_register:
        return ""
    last = on + timedelta(days=DAYS_TO_NOTIFY - 1)
    return f"Not on the register: the monitoring officer is to be notified by {plain_date(last)}."


def vote_sentence(one: Resolution) -> str:
    """ "Carried by 5 votes to 2."; empty where nobody counted."""
    if one.votes_for is None or one.votes_against is None:
        return ""
    return Vote(one.votes_for, one.votes_against, one.abstentions or 0, casting_of(one)).sentence


def casting_of(one: Resolution) -> CastingVote:
    if not one.casting_vote:
        return CastingVote.NONE
    return CastingVote.IN_FAVOUR if one.is_carried else CastingVote.AGAINST


def stored_resolution(one: Resolution) -> dict[str, Any]:
    names = ("form", "text", "effects", "votes_for", "votes_against", "abstentions", "version")
    return {name: getattr(one, name) for name in names} | {"casting": casting_of(one)}


def stored_election(one: Election) -> dict[str, Any]:
    names = ("office", "outcome", "person", "proposed_by", "seconded_by", "votes_for", "votes_against")
    return {name: getattr(one, name) for name in (*names, "version")}
