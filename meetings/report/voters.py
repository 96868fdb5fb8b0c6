"""Who may move and who may vote at one item, and what speaks against the votes that are recorded there."""

from collections.abc import Collection, Iterable, Iterator

from meetings.models import AgendaItem, Election, Interest, InterestEffect, Minute, Resolution
from meetings.report.attendance import Place, Room, read_room
from meetings.report.sitting import movers_of
from people.print_names import name_of

WITHOUT_A_VOTE = "the vote of {} is recorded, who has none on this item."
KEPT_FROM_VOTING = (InterestEffect.WITHDREW, InterestEffect.NO_VOTE)


def barred(interests: Iterable[Interest]) -> set[int]:
    """Whose interest keeps them from voting: Localism Act 2011, section 31."""
    return {one.person_id for one in interests if one.effect in KEPT_FROM_VOTING}


def withdrawn(interests: Iterable[Interest]) -> set[int]:
    return {one.person_id for one in interests if one.effect == InterestEffect.WITHDREW}


def voters_of(room: Room, without: Collection[int]) -> list[int]:
    """Voting members and their substitutes in the room. Before anybody is recorded as present, those not away."""
    seats = [place for place in room.places if place.tenure.seat.is_voting]
    may_vote = {place.person.pk for place in seats}
    may_vote |= {place.substitute.person_id for place in seats if place.substitute}
    return [person for person in movers_of(room) if person in may_vote and person not in without]


def voters_at(item: AgendaItem) -> list[int]:
    return voters_of(read_room(item.meeting), barred(Interest.objects.filter(item=item)))


def with_recorded(voters: list[int], resolutions: Iterable[Resolution]) -> list[int]:
    """With those whose vote is recorded already, so that it can be taken out."""
    return [*voters, *(vote.person_id for one in resolutions for vote in one.recorded_votes.all())]


def movers_at(room: Room, away: Collection[int], election: Election | None) -> list[int]:
    """Without those who left for the item, but with those who are named already, whatever became of them since."""
    named = (election.proposed_by_id, election.seconded_by_id) if election else ()
    return [*(person for person in movers_of(room) if person not in away), *filter(None, named)]


def more_votes_than_voters(one: Resolution | Election, room: Room, without: Collection[int]) -> str:
    """A caution: somebody's attendance is missing, or a vote was counted wrongly."""
    abstained = one.abstentions if isinstance(one, Resolution) else 0
    cast = sum(part or 0 for part in (one.votes_for, one.votes_against, abstained))
    voters = sum(_is_used(room, place, without) for place in room.places if place.tenure.seat.is_voting)
    if cast <= voters:
        return ""
    who = "1 voting member is" if voters == 1 else f"{voters} voting members are"
    return f"{cast} votes, but {who} recorded as present and free to vote. Look at the attendance."


def odd_votes(room: Room, minutes: Iterable[Minute]) -> Iterator[tuple[AgendaItem, str]]:
    """What is wrong with the votes recorded at the items of these minutes; two queries, however many."""
    interests = list(Interest.objects.filter(meeting=room.meeting))
    elections = {one.item_id: one for one in Election.objects.filter(item__meeting=room.meeting)}
    for item in (item for minute in minutes for item in minute.items.all()):
        without = barred(one for one in interests if one.item_id == item.pk)
        resolutions = list(item.resolutions.all())
        counted = [*resolutions, *filter(None, [elections.get(item.pk)])]
        cautions = (more_votes_than_voters(one, room, without) for one in counted)
        yield from ((item, said) for said in cautions if said)
        voters = voters_of(room, without)
        for vote in (vote for one in resolutions for vote in one.recorded_votes.all()):
            if vote.person_id not in voters:
                yield item, WITHOUT_A_VOTE.format(name_of(vote.person).formal)


def _is_used(room: Room, place: Place, without: Collection[int]) -> bool:
    """A seat votes once, whether the member is there or the substitute."""
    rows = (place.attendance, place.substitute)
    return any(one is not None and room.is_there(one) and one.person_id not in without for one in rows)
