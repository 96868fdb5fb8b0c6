"""The four cards of 2018 as the sources tell of them."""

from datetime import date

import pytest
from django.utils import timezone

from challenge_cards.clock import standing_of
from challenge_cards.demonstration import load_demonstration
from challenge_cards.models import ChallengeCard, Review
from challenge_cards.papers import CardPaper
from challenge_cards.readability import faults
from challenge_cards.report.card import StepLine, steps_of
from challenge_cards.report.cards import line_of, with_promises
from challenge_cards.report.update_paper import update_paper
from challenge_cards.states import State
from core import pdf
from core.access import Role
from meetings.models import Meeting
from meetings.papers import source_of
from people.demonstration import NAMES, email_of
from recommendations.lateness import Lateness
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.pdf_checks import assert_accessible, spoken
from tests.worlds import shared_world

NOVEMBER = date(2018, 11, 1)
CURRENT = "Interview panels at times young people can attend"


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker):
        for role in (Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES):
            UserFactory(email=email_of(role), name=NAMES[role], roles=[role])
        AgendaItemFactory(meeting=MeetingFactory(on=date(2018, 9, 19)), number=11, title="18+ service")
        AgendaItemFactory(meeting=MeetingFactory(on=NOVEMBER), number=9, title="Challenge card update")
        told: list[str] = []
        load_demonstration(told.append)
        load_demonstration(told.append)
        yield told


@pytest.fixture
def current(said, db):
    return with_promises(ChallengeCard.objects.all()).get(title=CURRENT)


def test_four_cards_are_loaded_once(said, db):
    assert said == ["Challenge cards: 4 added, with 4 groups.", "Challenge cards: there already."]
    assert not Review.objects.exists()
    assert [card.state for card in ChallengeCard.objects.filter(is_from_before=True)] == [State.RESPONDED] * 3


def test_current_card_goes_its_way_on_the_days_of_the_sources(current):
    steps = [StepLine(step, hides=False) for step in steps_of(current)]

    assert [(line.step.kind, line.when) for line in steps] == [
        ("received", "August 2018"),
        ("to_council", "6 September 2018"),
        ("supported", "6 September 2018"),
        ("to_officers", "17 September 2018"),
        ("agreed", "17 September 2018"),
        ("reported", "1 November 2018"),
    ]
    assert steps[-1].item == "Item 9"


@pytest.mark.parametrize(
    ("on", "lateness", "days"),
    [
        (NOVEMBER, Lateness.IN_TIME, 91),
        (date(2018, 12, 17), Lateness.DUE_SOON, 45),
        (date(2019, 1, 31), Lateness.DUE_SOON, 0),
        (date(2019, 2, 1), Lateness.OVERDUE, 1),
        (date(2019, 4, 1), Lateness.OVERDUE, 60),
        (date(2019, 4, 2), Lateness.LONG_OVERDUE, 61),
    ],
)
def test_answer_promised_for_january_is_late_from_the_first_of_february(current, on, lateness, days):
    line = line_of(current, on)
    standing = standing_of(line.promised, on, None)

    assert line.promise[0] == "We promised an answer by the end of January 2019."
    assert (standing.lateness, standing.days, line.is_late) == (lateness, days, standing.is_overdue)


def test_group_has_waited_from_the_end_of_august(current):
    assert (
        line_of(current, NOVEMBER).waited_said == "The group has waited 62 days since the end of August 2018"
    )


def test_plain_words_are_plain_and_checked(current):
    for card in ChallengeCard.objects.all():
        assert card.wordings.filter(audience="11-16", checked_at__isnull=False).exists()
        for wording in card.wordings.all():
            assert faults({"words": f"{wording.you_said} {wording.we_did} {wording.what_next}"}) == []


def test_paper_of_november_has_the_new_card_and_the_three_before(current):
    paper = update_paper(Meeting.objects.get(on=NOVEMBER), timezone.localdate())

    (new,) = paper["new"]
    assert (new.title, new.group, new.asked) == (CURRENT, "Recruit Crew", "August 2018")
    assert new.promise == ["We promised an answer by the end of January 2019."]
    assert [status for _, _, status, _ in new.actions] == ["On track", "On track", "Done"]
    assert len(paper["others"]) == 3
    assert paper["conclusion"] == "1 group waits for an answer. The next is promised for January 2019."


def test_paper_stands_among_those_that_a_meeting_can_have():
    assert isinstance(source_of("challenge_cards"), CardPaper)


@pytest.mark.pdf
def test_paper_is_an_accessible_pdf(current):
    source = CardPaper()
    context = source.context(Meeting.objects.get(on=NOVEMBER))
    content = pdf.render(
        pdf.html_of(source.template, context, title=context["title"]), title=context["title"]
    )

    assert_accessible(content)
    assert "Process so far" in spoken(content)
    assert "The Panel is asked to note" in spoken(content)
