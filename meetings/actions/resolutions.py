"""What was resolved at an item, with its vote."""

from collections.abc import Collection
from typing import Any

from django.db.models import ProtectedError

from meetings.actions.at_the_table import at_the_item, newest, next_place
from meetings.actions.locks import ChangedMeanwhile, Refused, take_turn
from meetings.models import AgendaItem, RecordedVote, Resolution, VoteCast
from meetings.report.voters import voters_at
from meetings.votes import CastingVote, Vote
from people.models import Person, User
from people.print_names import name_of

IN_FORCE = (
    "Something else in the portal rests on this resolution, such as a recommendation that it closed. "
    "If it was not resolved so, take its effect away instead."
)
HAS_NO_VOTE = (
    "{} has no vote on this item. Voting members and their substitutes vote, if they are recorded as present and no "
    "interest keeps them from it."
)
HALF_A_VOTE = "Enter the votes for and against, or neither."


def votes(
    votes_for: int | None, votes_against: int | None, abstentions: int | None, casting: str
) -> dict[str, Any]:
    """The columns of a vote. Raises Refused in words. Without a vote a resolution is carried."""
    none = {"votes_for": None, "votes_against": None, "abstentions": None, "casting_vote": False}
    if votes_for is None and votes_against is None and abstentions is None and not casting:
        return none | {"is_carried": True}
    if votes_for is None or votes_against is None:
        raise Refused(HALF_A_VOTE)
    try:
        vote = Vote(votes_for, votes_against, abstentions or 0, CastingVote(casting))
    except ValueError as error:
        raise Refused(str(error)) from None
    return {
        "votes_for": votes_for,
        "votes_against": votes_against,
        "abstentions": abstentions,
        "casting_vote": bool(casting),
        "is_carried": vote.is_carried,
    }


def add_resolution(
    item: AgendaItem, *, form: str, text: str, effects: Collection[str], vote: dict, after: int, by: User
) -> Resolution:
    """`after`: the newest resolution that the page knew; the same words since then were sent twice."""
    with at_the_item(item, by=by) as kept:
        rows = Resolution.objects.filter(item=kept)
        if sent := rows.filter(pk__gt=after, form=form, text=text).first():
            return sent
        return Resolution.objects.create(
            item=kept, position=next_place(rows), form=form, text=text, effects=list(effects), **vote
        )


def change_resolution(
    resolution: Resolution,
    *,
    version: int,
    form: str,
    text: str,
    effects: Collection[str],
    vote: dict,
    by: User,
) -> Resolution:
    with at_the_item(resolution.item, by=by):
        kept = take_turn(resolution)
        words = {"form": form, "text": text, "effects": list(effects), **vote}
        if all(getattr(kept, name) == value for name, value in words.items()):
            return kept
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        for name, value in words.items():
            setattr(kept, name, value)
        kept.version += 1
        kept.save()
    return kept


def remove_resolution(pk: int, item: AgendaItem, *, version: int, by: User) -> bool:
    """False when it is gone already."""
    with at_the_item(item, by=by) as kept:
        resolution = Resolution.objects.filter(item=kept, pk=pk).first()
        if resolution is None:
            return False
        take_turn(resolution, version=version)
        try:
            resolution.delete()
        except ProtectedError:
            raise Refused(IN_FORCE) from None
    return True


def record_vote(resolution: Resolution, *, person: Person, cast: str, by: User) -> bool:
    """Any member may have their own vote recorded (SI 1993/202). An empty one takes it out again: False when there
    was none.
    """
    with at_the_item(resolution.item, by=by) as item:
        if not cast:
            rows = RecordedVote.objects.filter(resolution=resolution, person=person)
            return bool(rows.delete()[0])
        if person.pk not in voters_at(item):
            raise Refused(HAS_NO_VOTE.format(name_of(person).formal))
        RecordedVote.objects.update_or_create(
            resolution=resolution, person=person, defaults={"cast": VoteCast(cast)}
        )
    return True


def newest_resolution(item: AgendaItem) -> int:
    return newest(Resolution.objects.filter(item=item))
