"""Who sat on the panel on a day, and what changed between two meetings."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import TextChoices

from meetings.date_words import joined


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one seat. Both days included; without an end it goes on. ``role``: "foster carer"."""

    person: Hashable
    name: str
    seat: Hashable
    begins_on: date
    ends_on: date | None = None
    role: str = ""
    why_joined: str = ""
    why_left: str = ""

    def covers(self, day: date) -> bool:
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)


class ChangeKind(TextChoices):
    REPLACED = "replaced", "Replaced somebody"
    LEFT = "left", "Left"
    JOINED = "joined", "Joined"
    CAME_AND_WENT = "came_and_went", "Joined and left again"


class Told(TextChoices):
    """An agenda says what has happened, minutes report what had happened."""

    ON_AGENDA = "on_agenda", "On the agenda"
    IN_MINUTES = "in_minutes", "In the minutes"


@dataclass(frozen=True, slots=True)
class Change:
    kind: ChangeKind
    name: str
    role: str = ""
    why: str = ""
    in_place_of: str = ""


def members_on(tenures: Iterable[Tenure], day: date) -> list[Tenure]:
    return [tenure for tenure in tenures if tenure.covers(day)]


def changes_between(tenures: Sequence[Tenure], earlier: date, later: date) -> list[Change]:
    """From the membership of the earlier meeting's day to that of the later one's: replaced, left, joined.

    A person who only moved to another seat has neither joined nor left.
    """
    before = {tenure.person: tenure for tenure in members_on(tenures, earlier)}
    after = {tenure.person: tenure for tenure in members_on(tenures, later)}
    left = [tenure for person, tenure in before.items() if person not in after]
    came = [tenure for person, tenure in after.items() if person not in before]
    gone_from = {tenure.seat: tenure for tenure in left}
    replaced = [(new, gone_from[new.seat]) for new in came if new.seat in gone_from]
    replacing = {new.person for new, _ in replaced}
    replaced_people = {old.person for _, old in replaced}
    return [
        *(
            Change(ChangeKind.REPLACED, new.name, new.role, old.why_left or new.why_joined, old.name)
            for new, old in replaced
        ),
        *(_left(tenure) for tenure in left if tenure.person not in replaced_people),
        *(_joined(tenure) for tenure in came if tenure.person not in replacing),
        *_came_and_went(tenures, earlier, later, {*before, *after}),
    ]


def change_phrases(changes: Iterable[Change], told: Told, panel: str = "the Panel") -> list[str]:
    """One for each change; people who joined in one role for one reason share theirs. Without full stops."""
    phrases = []
    for _, group in groupby(changes, key=_told_together):
        same = list(group)
        phrases.append(_phrase(same[0], [change.name for change in same], told, panel))
    return phrases


def agenda_note(changes: Iterable[Change], panel: str = "Panel") -> str:
    """What stands under item 1; empty when nothing changed, and then there is no item."""
    phrases = change_phrases(changes, Told.ON_AGENDA, f"the {panel}")
    return f"The {panel} is asked to note that {joined(phrases, 'and that')}." if phrases else ""


def _told_together(change: Change) -> tuple[object, ...]:
    is_shared = change.kind == ChangeKind.JOINED
    return change.kind, change.role, change.why, "" if is_shared else change.name


def _phrase(change: Change, names: list[str], told: Told, panel: str) -> str:
    role = f" ({change.role})" if change.role else ""
    who = f"{joined(names)}{role}"
    why = f" ({change.why})" if change.why else ""
    verb = "had" if told == Told.IN_MINUTES else "have" if len(names) > 1 else "has"
    return {
        ChangeKind.REPLACED: f"{who} {verb} replaced {change.in_place_of}{why}",
        ChangeKind.LEFT: f"{who} {verb} left {panel}{why}",
        ChangeKind.JOINED: f"{who} {verb} joined {panel}{_how(change.why, panel)}",
        ChangeKind.CAME_AND_WENT: f"{who} {verb} joined {panel} and left it again{why}",
    }[change.kind]


def _how(why: str, panel: str) -> str:
    """ "joined as an apprentice" goes on from the verb; any other reason stands in brackets."""
    verb, _, rest = why.partition(" ")
    if verb.casefold() == "joined" and rest:
        return f" {rest.removeprefix(panel).strip()}".rstrip()
    return f" ({why})" if why else ""


def _left(tenure: Tenure) -> Change:
    return Change(ChangeKind.LEFT, tenure.name, tenure.role, tenure.why_left)


def _joined(tenure: Tenure) -> Change:
    return Change(ChangeKind.JOINED, tenure.name, tenure.role, tenure.why_joined)


def _came_and_went(
    tenures: Iterable[Tenure], earlier: date, later: date, members: set[Hashable]
) -> list[Change]:
    between = {
        tenure.person: tenure
        for tenure in tenures
        if tenure.person not in members and earlier < tenure.begins_on and _ended_before(tenure, later)
    }
    return [
        Change(ChangeKind.CAME_AND_WENT, tenure.name, tenure.role, tenure.why_left)
        for tenure in between.values()
    ]


def _ended_before(tenure: Tenure, day: date) -> bool:
    return tenure.ends_on is not None and tenure.ends_on < day
