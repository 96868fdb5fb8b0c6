"""Electing the Chairman or the Vice-Chairman. The one elected holds office at once."""

from datetime import timedelta
from typing import Any

from django.db.models import F

from meetings.actions.at_the_table import at_the_item, refuse_own_second
from meetings.actions.locks import ChangedMeanwhile, Refused, differs
from meetings.actions.minutes_election import retell_election
from meetings.models import (
    AgendaItem,
    Election,
    ElectionOutcome,
    Meeting,
    Office,
    OfficeHolding,
    SeatTenure,
)
from meetings.report.minutes_sentences import election_sentences
from meetings.votes import Vote
from people.models import Person, User
from people.print_names import name_of

NOT_A_MEMBER = "{} has no seat on the panel on this day. Only a member can be its Chairman or Vice-Chairman."
NOT_A_COUNCILLOR = (
    "{} is not a county councillor. By the terms of reference the Chairman and the Vice-Chairman are."
)
OTHER_OFFICE = "{} holds the other office. Nobody is Chairman and Vice-Chairman at once."
VOTES_MISSING = "Enter the votes for and against when the election was by vote."
NO_VOTES = "Leave the votes empty unless the election was by vote."
VOTE_LOST = "Nobody is elected by a vote that was lost. Record the election as put off instead."
NOBODY = "Choose who was elected, or record the election as put off."
ELECTED_SINCE = "Somebody was elected to this office at a later meeting, so this election stays as it is."


def record_election(
    item: AgendaItem,
    *,
    version: int,
    office: str,
    outcome: str,
    person: Person | None = None,
    proposed_by: Person | None = None,
    seconded_by: Person | None = None,
    votes_for: int | None = None,
    votes_against: int | None = None,
    by: User,
) -> Election:
    """Recorded again, it corrects what was recorded. Being put off is an outcome like any other. Minutes that were
    begun already tell it too.

    ``version``: of what the clerk saw recorded, 0 for nothing.
    """
    with at_the_item(item, by=by) as kept:
        words: dict[str, Any] = {"office": office, "outcome": outcome}
        words |= dict.fromkeys(("person", "proposed_by", "seconded_by", "votes_for", "votes_against"))
        if outcome != ElectionOutcome.DEFERRED:
            _refuse_votes(outcome, votes_for, votes_against)
            _refuse_person(kept.meeting, office, person)
            refuse_own_second(proposed_by, seconded_by)
            words |= {"person": person, "proposed_by": proposed_by, "seconded_by": seconded_by}
            words |= {"votes_for": votes_for, "votes_against": votes_against}
        before = Election.objects.filter(item=kept).first()
        told = election_sentences(kept)
        if before and not differs(before, words):
            return before
        if before and before.version != version:
            raise ChangedMeanwhile(before)
        if before and (before.office, before.person_id) != (office, person.pk if words["person"] else None):
            _undo(kept.meeting, before)
        words["version"] = before.version + 1 if before else 1
        election, _ = Election.objects.update_or_create(item=kept, defaults=words)
        if election.person:
            _hold(kept.meeting, Office(office), election.person)
        retell_election(AgendaItem.objects.get(pk=kept.pk), instead_of=told)
    return election


def _refuse_votes(outcome: str, votes_for: int | None, votes_against: int | None) -> None:
    given = (votes_for, votes_against)
    if outcome != ElectionOutcome.VOTE and any(one is not None for one in given):
        raise Refused(NO_VOTES)
    if outcome == ElectionOutcome.VOTE:
        if votes_for is None or votes_against is None:
            raise Refused(VOTES_MISSING)
        if not Vote(votes_for, votes_against).is_carried:
            raise Refused(VOTE_LOST)


def _refuse_person(meeting: Meeting, office: str, person: Person | None) -> None:
    if person is None:
        raise Refused(NOBODY)
    name = name_of(person).formal
    if not SeatTenure.objects.on(meeting.on).filter(seat__body=meeting.body_id, person=person).exists():
        raise Refused(NOT_A_MEMBER.format(name))
    if not Person.objects.councillors_on(meeting.on).filter(pk=person.pk).exists():
        raise Refused(NOT_A_COUNCILLOR.format(name))
    held = OfficeHolding.objects.on(meeting.on).filter(body=meeting.body_id, person=person)
    if held.exclude(office=office).exists():
        raise Refused(OTHER_OFFICE.format(name))


def _hold(meeting: Meeting, office: Office, person: Person) -> None:
    """From this day on; whoever held the office did so to the day before."""
    held = OfficeHolding.objects.filter(body=meeting.body_id, office=office)
    if held.filter(starts_on__gt=meeting.on).exists():
        raise Refused(ELECTED_SINCE)
    now = held.on(meeting.on).first()
    if now is None or now.person_id != person.pk:
        if now and now.starts_on == meeting.on:
            now.delete()
        elif now:
            now.ends_on = meeting.on - timedelta(days=1)
            now.version += 1
            now.save(update_fields=["ends_on", "version"])
        OfficeHolding.objects.create(body=meeting.body, office=office, person=person, starts_on=meeting.on)
    if office == Office.CHAIRMAN and meeting.presided_by_id != person.pk:
        meeting.presided_by = person
        meeting.version += 1
        meeting.save(update_fields=["presided_by", "version"])


def _undo(meeting: Meeting, election: Election) -> None:
    """What a wrongly recorded election began, and what it ended, is as it was before."""
    held = OfficeHolding.objects.filter(body=meeting.body_id, office=election.office)
    begun = held.filter(person=election.person_id, starts_on=meeting.on)
    if begun.delete()[0]:
        ended = held.filter(ends_on=meeting.on - timedelta(days=1))
        ended.update(ends_on=None, version=F("version") + 1)
