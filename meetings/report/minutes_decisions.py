"""What was decided on a minute's items, as sentences of the minute."""

from collections.abc import Iterable, Mapping

from meetings.date_words import joined
from meetings.minute_text import Decision
from meetings.models import AgendaItem, Minute, Resolution
from meetings.votes import CastingVote, Vote
from people.print_names import name_of

NamedVotes = Mapping[str, str]  # by the number of the resolution: who voted how, in words


def decisions_of(
    minute: Minute, items: Iterable[AgendaItem], kept: NamedVotes | None = None
) -> list[Decision]:
    """None for an exempt minute beside an open one on the same item: what was decided stands in the open one.

    ``kept``: recorded votes as published, with the names that people had then.
    """
    return [
        decision_of(resolution, kept or {})
        for item in items
        if not (minute.is_exempt and has_open_minute(item))
        for resolution in item.resolutions.all()
    ]


def has_open_minute(item: AgendaItem) -> bool:
    return any(not minute.is_exempt for minute in item.minutes.all())


def named_votes(minutes: Iterable[Minute]) -> dict[str, str]:
    """What the minutes print of recorded votes, to be kept."""
    resolutions = [one for minute in minutes for item in minute.items.all() for one in item.resolutions.all()]
    return {str(one.pk): _recorded(one) for one in resolutions if _recorded(one)}


def decision_of(resolution: Resolution, kept: NamedVotes) -> Decision:
    recorded = kept.get(str(resolution.pk)) or _recorded(resolution)
    after = " ".join(filter(None, [_vote(resolution), recorded]))
    return Decision(resolution.get_form_display(), resolution.text, after, resolution.is_carried)


def _vote(resolution: Resolution) -> str:
    if resolution.votes_for is None or resolution.votes_against is None:
        return ""
    casting = CastingVote.NONE
    if resolution.casting_vote:
        casting = CastingVote.IN_FAVOUR if resolution.is_carried else CastingVote.AGAINST
    vote = Vote(resolution.votes_for, resolution.votes_against, resolution.abstentions or 0, casting)
    return vote.sentence


def _recorded(resolution: Resolution) -> str:
    """Any member may have his own vote recorded: SI 1993/202."""
    votes = [
        f"{name_of(one.person).formal} {one.get_cast_display().lower()}"
        for one in resolution.recorded_votes.all()
    ]
    return f"Recorded at their request: {joined(votes)}." if votes else ""
