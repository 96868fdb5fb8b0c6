"""An election that is recorded after the minutes were begun is told in its minute."""

import pytest

from core.access import Role
from core.richtext import plain_text
from meetings.actions.elections import record_election
from meetings.actions.locks import ChangedMeanwhile
from meetings.actions.minutes_start import start_minutes
from meetings.actions.minutes_text import save_minute
from meetings.models import AgendaItem, Minute, Office
from tests.factories.meetings import AgendaItemFactory, ResolutionFactory
from tests.factories.people import UserFactory
from tests.meetings.sittings import councillors, the_meeting
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
MOVED = "Ms A Council 3 proposed and Ms A Council 4 seconded that {} be elected Vice-Chairman. {}"
RESOLVED = "It was RESOLVED that {} be elected Vice-Chairman."
SECOND, THIRD = "Ms A Council 2", "Ms A Council 5"


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    """Five councillors at a meeting that was held, with its election on the agenda."""
    with shared_world(django_db_blocker):
        people = councillors(5)
        meeting = the_meeting("held", presided_by=people[0])
        AgendaItemFactory(
            meeting=meeting,
            number=1,
            title="Election of Vice-Chairman",
            standing_key="election",
            outcome="taken",
            taken_order=1,
        )
        yield people


@pytest.fixture
def item(people):
    return AgendaItem.objects.get()


@pytest.fixture
def clerk(people):
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES])


def elect(item, clerk, people, person: int | None = 1, *, version=0, outcome="unopposed", **votes) -> None:
    chosen = {"person": people[person], "proposed_by": people[2], "seconded_by": people[3]} if person else {}
    given = {"office": Office.VICE_CHAIRMAN, "outcome": outcome, "version": version}
    record_election(item, by=clerk, **given, **chosen, **votes)


def begun(item, clerk, words: str = "") -> Minute:
    record, _ = start_minutes(item.meeting, by=clerk)
    minute = record.minutes.get()
    return save_minute(minute, version=1, body=words, by=clerk) if words else minute


def lines(item) -> list[str]:
    return plain_text(item.minutes.get().body).split("\n")


def test_election_recorded_late_is_told_after_what_was_written(item, clerk, people):
    begun(item, clerk, "<p>The clerk explained the procedure.</p>")

    elect(item, clerk, people)

    told = [MOVED.format(SECOND, "Carried with no opposition."), RESOLVED.format(SECOND)]
    assert lines(item) == ["The clerk explained the procedure.", *told]


def test_corrected_election_takes_the_place_of_what_was_told(item, clerk, people):
    elect(item, clerk, people)
    minute = begun(item, clerk)
    save_minute(minute, version=1, body=f"<p>First.</p>{minute.body}<p>Last.</p>", by=clerk)

    elect(item, clerk, people, 4, version=1, outcome="vote", votes_for=3, votes_against=1)

    told = [MOVED.format(THIRD, "Carried by 3 votes to 1."), RESOLVED.format(THIRD)]
    assert lines(item) == ["First.", *told, "Last."]


def test_numbered_paragraphs_that_told_the_former_election_go_too(item, clerk, people):
    elect(item, clerk, people)
    minute = begun(item, clerk)
    points = "".join(f"<li>{said}</li>" for said in ["<p>First.</p>", *minute.body.split("</p>")[:-1]])
    save_minute(minute, version=1, body=f"<ol>{points}</ol>", by=clerk)

    elect(item, clerk, people, None, version=1, outcome="deferred")

    put_off = "It was agreed that the election be deferred until a later meeting."
    assert lines(item) == ["1 First.", put_off]


def test_what_the_clerk_worded_stays_beside_the_corrected_election(item, clerk, people):
    elect(item, clerk, people)
    begun(item, clerk, "<p>Council 2 was chosen with applause.</p>")

    elect(item, clerk, people, 4, version=1)

    assert lines(item)[0] == "Council 2 was chosen with applause."
    assert lines(item)[-1] == RESOLVED.format(THIRD)


def test_resolution_that_says_it_is_not_told_twice(item, clerk, people):
    begun(item, clerk)
    ResolutionFactory(item=item, text=f"{SECOND} be elected Vice-Chairman", effects=["elect"])

    elect(item, clerk, people)

    assert lines(item) == [MOVED.format(SECOND, "Carried with no opposition.")]


@pytest.mark.parametrize("outcome", ["deferred", "withdrawn", "not_reached"])
def test_item_that_was_not_taken_tells_no_election(item, clerk, people, outcome):
    item.outcome, item.taken_order = outcome, None
    item.save()
    before = begun(item, clerk).body

    elect(item, clerk, people)

    assert item.minutes.get().body == before


def test_same_election_sent_again_leaves_the_minute_alone(item, clerk, people):
    begun(item, clerk)
    elect(item, clerk, people)
    version = item.minutes.get().version

    elect(item, clerk, people)

    assert item.minutes.get().version == version


def test_clerk_who_has_the_minute_open_is_told(item, clerk, people):
    minute = begun(item, clerk)
    elect(item, clerk, people)

    with pytest.raises(ChangedMeanwhile):
        save_minute(minute, version=1, body="<p>Typed meanwhile.</p>", by=clerk)


def test_sentence_with_words_set_far_apart_is_found_again(item, clerk, people):
    AgendaItem.objects.filter(pk=item.pk).update(outcome_note="The candidate  was away.")
    begun(item, clerk)
    elect(item, clerk, people, None, outcome="deferred")

    elect(item, clerk, people, version=1)

    assert lines(item) == [MOVED.format(SECOND, "Carried with no opposition."), RESOLVED.format(SECOND)]
