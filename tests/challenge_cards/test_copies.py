"""Where words remain that were taken out of a card: issues and minutes, each with what is to be done."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils import timezone

from challenge_cards.actions import publishing
from challenge_cards.report import copies
from core.access import Role
from meetings.models import LivePaper, Meeting
from tests.factories.challenge_cards import ANSWERED, AUGUST, again, answered, received, worker
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    PaperFactory,
    issue,
)
from tests.page import open_page

pytestmark = pytest.mark.django_db


def kept_in_an_issue(on: date, state: str = "confirmed", **paper) -> Meeting:
    meeting = MeetingFactory(on=on, state=state)
    given = {"kind": "live", "source_key": "challenge_cards"} | paper
    LivePaper.objects.create(
        issue=issue(meeting, on=on - timedelta(days=8)),
        paper=PaperFactory(item=AgendaItemFactory(meeting=meeting), **given),
        sha256=sha256(b"words").hexdigest(),
        is_exempt=False,
    )
    return meeting


def to_do(card) -> list[tuple[str, str, bool]]:
    return [(one.what, one.to_do, bool(one.way)) for one in copies.copies_of(card)]


def test_issue_of_a_meeting_to_come_is_issued_again_and_that_of_a_past_one_is_asked_about():
    card = received()
    kept_in_an_issue(date(2018, 11, 1), "held")
    kept_in_an_issue(date(2018, 12, 6))

    assert to_do(card) == [
        ("Issue 1 of the agenda of 1 November 2018, with its paper and its pack", copies.ISSUE_STAYS, False),
        ("Issue 1 of the agenda of 6 December 2018, with its paper and its pack", copies.ISSUE_AGAIN, True),
    ]


def test_issues_from_before_the_group_asked_and_other_papers_hold_no_copy():
    card = received()
    kept_in_an_issue(AUGUST - timedelta(days=1))
    kept_in_an_issue(date(2018, 12, 6), source_key="scorecard")

    assert to_do(card) == []


@pytest.mark.parametrize(
    ("state", "said"), [("published", [copies.DRAFT]), ("drafting", []), ("chairman", [copies.DRAFT])]
)
def test_minutes_of_the_meeting_that_heard_the_answer_are_named(state, said):
    card = answered()
    MeetingMinutesFactory(meeting=Meeting.objects.get(on=ANSWERED), state=state)

    assert [one.to_do for one in copies.copies_of(card)] == said


@pytest.mark.parametrize(
    ("role", "ways"), [(Role.PARTICIPATION_WORKER, 0), (Role.DEMOCRATIC_SERVICES, 1), (Role.MEMBER, None)]
)
def test_officers_see_copies_where_words_are_taken_out_and_after(client_as, role, ways):
    card = answered()
    kept_in_an_issue(timezone.localdate() + timedelta(days=30))
    publishing.take_down(card, by=worker())
    client = client_as(role)
    pages = [reverse("challenge_cards:card_read", args=[card.pk])]
    if ways is not None:
        pages.append(reverse("challenge_cards:words_erase", args=[card.pk]))

    for address in pages:
        page = open_page(client, address)
        assert ("Where copies may remain" in page.texts("h2")) is (ways is not None)
        assert len([one for one in page.texts("main li a") if one.startswith("Issue it again")]) == (
            ways or 0
        )


def test_card_that_stands_shows_no_copies(client_as):
    card = again(answered())
    kept_in_an_issue(timezone.localdate() + timedelta(days=30))

    page = open_page(
        client_as(Role.DEMOCRATIC_SERVICES), reverse("challenge_cards:card_read", args=[card.pk])
    )

    assert "Where copies may remain" not in page.texts("h2")


def test_without_any_copy_the_officer_is_told_so(client_as):
    card = answered()
    publishing.take_down(card, by=worker())

    page = open_page(
        client_as(Role.DEMOCRATIC_SERVICES), reverse("challenge_cards:words_erase", args=[card.pk])
    )

    assert "The portal knows of no issue and no minutes with a copy" in page.texts("main p")[-1]
