"""Minutes of an earlier meeting on an agenda: nothing of them goes out before they are published themselves."""

import pytest
from django.urls import reverse

from core.files import all_files
from meetings.actions.pack_build import build_now, issue_of
from meetings.models import LivePaper, MeetingMinutes, MinutesState, Pack, Paper, PaperKind, PaperState
from meetings.pack.faults import PackFault
from meetings.report.agenda_issuing import prepare
from tests.factories.meetings import MeetingMinutesFactory, MinuteFactory, PaperFactory
from tests.meetings.agendas import IN_TIME, an_item, an_officer, held_in_september, issued, november
from tests.meetings.packs import CANARY, shelves_in
from tests.page import open_page
from tests.pdf_checks import spoken

pytestmark = pytest.mark.django_db
WAITING = (MinutesState.DRAFTING, MinutesState.CHAIRMAN)
WHY = (
    "the minutes of 19 September 2018 are not published yet: publish the minutes as draft first, or take the paper "
    "away."
)


@pytest.fixture
def record():
    return MeetingMinutesFactory(meeting=held_in_september(november().body), state=MinutesState.PUBLISHED)


@pytest.fixture
def paper(record, tmp_path):
    """On the agenda of November."""
    MinuteFactory(record=record, heading="Apologies", body=f"<p>{CANARY}</p>", number=96, series="1")
    meeting = record.meeting.body.meetings.get(on="2018-11-01")
    item = an_item(meeting, "Minutes")
    item.approves_minutes_of.add(record.meeting)
    with shelves_in(tmp_path):
        yield PaperFactory(item=item, kind=PaperKind.MINUTES, title="Minutes of the last meeting")


def change(record: MeetingMinutes, state: str) -> None:
    MeetingMinutes.objects.filter(pk=record.pk).update(state=state)


def build(paper: Paper) -> list[Pack]:
    issue = paper.item.meeting.issues.latest("number")
    return build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)


def address(paper: Paper, name: str = "paper_read") -> str:
    return reverse(f"meetings:{name}", args=[paper.item.meeting_id, paper.pk])


def to_do(paper: Paper) -> list[str]:
    return [one.sentence for one in prepare(paper.item.meeting, today=IN_TIME).missing]


@pytest.mark.parametrize("state", MinutesState.values)
def test_agenda_waits_for_minutes_that_are_not_published(paper, record, state):
    approved = {"approved_at": paper.item.meeting, "content": "{}", "amendment": "A name."}
    if state in (MinutesState.APPROVED, MinutesState.AMENDED):
        digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        MeetingMinutes.objects.update(state=state, content_sha256=digest, **approved)
    else:
        change(record, state)

    assert to_do(paper) == ([f"Item 1, Minutes: {WHY}"] if state in WAITING else [])


def test_agenda_does_not_wait_for_minutes_that_are_to_follow(paper, record):
    change(record, MinutesState.DRAFTING)
    paper.item.paper_state, paper.item.late_reason = PaperState.TO_FOLLOW, "They are being checked."
    paper.item.save()

    assert to_do(paper) == []


@pytest.mark.pdf
@pytest.mark.parametrize("state", WAITING)
def test_minutes_taken_back_since_the_issue_are_in_no_pack_page_or_pdf(paper, record, client, state):
    issued(paper.item.meeting, an_officer())
    change(record, state)

    with pytest.raises(PackFault) as fault:
        build(paper)
    page, pdf = client.get(address(paper)), client.get(address(paper, "paper_print"))
    agenda = open_page(client, reverse("meetings:meeting_read", args=[paper.item.meeting_id]))

    assert str(fault.value) == f"Item 1, “Minutes of the last meeting”: {WHY}"
    assert (Pack.objects.count(), LivePaper.objects.count()) == (0, 0)
    assert "This paper is not published yet." in page.content.decode()
    assert (pdf.status_code, CANARY in page.content.decode() + pdf.content.decode()) == (503, False)
    assert agenda.texts(".reading-item__papers li") == ["Minutes of the last meeting"]
    assert agenda.links(".reading-item__papers a") == []


@pytest.mark.pdf
def test_minutes_that_follow_are_left_out_of_the_pack_until_they_are_published(paper, record):
    change(record, MinutesState.DRAFTING)
    paper.item.paper_state, paper.item.late_reason = PaperState.TO_FOLLOW, "They are being checked."
    paper.item.save()
    issued(paper.item.meeting, an_officer())

    assert [pack.papers for pack in build(paper)] == [[], []]


@pytest.mark.pdf
def test_page_and_pdf_of_the_paper_stay_as_the_pack_has_them(paper, record, client):
    issued(paper.item.meeting, an_officer())
    assert client.get(address(paper)).url == reverse("meetings:minutes_read", args=[record.meeting_id])
    first = build(paper)
    record.minutes.update(body="<p>Put right on approval.</p>")

    page, pdf = open_page(client, address(paper)), client.get(address(paper, "paper_print"))

    assert page.texts(".minutes-sheet p")[-1] == CANARY
    assert page.links(".govuk-inset-text a") == [reverse("meetings:minutes_read", args=[record.meeting_id])]
    assert "draft, to be approved at the meeting on" in page.texts(".govuk-inset-text")[0].lower()
    assert CANARY in spoken(pdf.content)
    assert CANARY in spoken(all_files().open.take(first[0].sha256))
    assert [pack.sha256 for pack in build(paper)] == [pack.sha256 for pack in first]


@pytest.mark.pdf
def test_minutes_taken_back_after_the_pack_are_on_no_page(paper, record, client):
    issued(paper.item.meeting, an_officer())
    build(paper)
    change(record, MinutesState.DRAFTING)

    page, pdf = client.get(address(paper)), client.get(address(paper, "paper_print"))

    assert "This paper is not published yet." in page.content.decode()
    assert (pdf.status_code, CANARY in page.content.decode()) == (503, False)
