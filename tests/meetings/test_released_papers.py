"""A meeting refuses to exclude the public, and the proper officer releases what was exempt: now everybody reads it."""

import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from meetings.actions.exclusions import record_exclusion, release_papers, remove_exclusion
from meetings.actions.locks import Refused
from meetings.models import AgendaItem, Exclusion, Meeting, MeetingState
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november, signed
from tests.meetings.sittings import AFTER
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
WHY = {
    "access": "exempt",
    "paragraphs": [2],
    "exempt_reason": "About one child.",
    "public_interest": "Privacy weighs more.",
}


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def items(officer) -> list[AgendaItem]:
    """Two exempt items of an issued agenda, each with its report; the meeting is sitting."""
    meeting = november()
    items = [an_item(meeting, "Review", private_title=f"Inspection of home {n}", **WHY) for n in (1, 2)]
    for item in items:
        signed(a_whole_report(item, officer, subject=f"Home {item.position}"), officer)
    issued(meeting, officer)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.SITTING)
    return [AgendaItem.objects.get(pk=item.pk) for item in items]


def refuse(items, officer) -> Exclusion:
    nobody = {"moved_by": None, "seconded_by": None, "at": None}
    meeting = items[0].meeting
    return record_exclusion(
        meeting, items=items, paragraphs=[2], is_resolved=False, after=0, by=officer, **nobody
    )


def release(item, officer) -> None:
    release_papers(item, version=item.version, is_confirmed=True, by=officer, now=AFTER)


def papers_answer(items) -> list[int]:
    ways = [reverse("meetings:paper_read", args=[item.meeting_id, item.papers.get().pk]) for item in items]
    return [Client().get(way).status_code for way in ways]


def words(page: Page, selector: str = "main") -> str:
    return " ".join(page.texts(selector))


def shown(items, client=None) -> Page:
    return open_page(client or Client(), reverse("meetings:meeting_read", args=[items[0].meeting_id]))


def test_refusal_alone_opens_nothing(items, officer):
    refuse(items, officer)

    assert papers_answer(items) == [404, 404]
    assert "Inspection" not in words(shown(items))


def test_everybody_reads_the_item_that_was_released_and_no_other(items, officer):
    refuse(items, officer)

    release(items[0], officer)

    page = shown(items)
    first, second = (words(page, f"#item-{item.pk}") for item in items)
    assert papers_answer(items) == [200, 404]
    assert "The meeting decided not to exclude the public. This item and its papers were released." in first
    assert "Inspection of home 1" in first
    assert "Not for publication" not in first
    assert "About one child." not in first
    assert ("Inspection" in second, "About one child." in second) == (False, True)


def test_what_was_issued_stays_as_it_was(items, officer):
    refuse(items, officer)
    release(items[0], officer)

    issue = open_page(Client(), reverse("meetings:issue_read", args=[items[0].meeting_id, 1]))

    assert "Inspection" not in words(issue)


def test_draft_that_becomes_open_before_the_meeting_opens_nothing_that_was_issued(items):
    AgendaItem.objects.filter(pk=items[0].pk).update(access="open", paragraphs=[], private_title="")

    assert "Inspection" not in words(shown(items))


def test_officer_sees_what_becomes_public_before_they_release_it(items, client_as, officer):
    refuse(items, officer)

    page = open_page(
        client_as(Role.DEMOCRATIC_SERVICES), reverse("meetings:papers_release", args=[items[0].pk])
    )

    assert "Title: Inspection of home 1" in page.texts("main p")
    assert page.texts("main li") == ["Home 1"]


def test_decision_on_which_papers_were_released_stays(items, officer):
    exclusion = refuse(items, officer)
    release(items[0], officer)

    with pytest.raises(Refused, match="Papers were released on this decision"):
        remove_exclusion(exclusion.pk, items[0].meeting, by=officer)

    assert Exclusion.objects.get() == exclusion
