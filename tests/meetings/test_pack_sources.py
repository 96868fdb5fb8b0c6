"""The way from a paper to its pages, for packs and pages alike."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from core.files import Closed, Shelf, public_files
from meetings import papers
from meetings.models import Access, MeetingMinutes, MinutesState, Paper, PaperKind
from meetings.pack import sources
from meetings.pack.sources import Unusable, live_source, paper_pdf
from meetings.papers import NothingToShow
from tests.factories.meetings import (
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PaperFactory,
    PaperFileFactory,
)
from tests.factories.scorecard import PanelReportFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, held_in_september, november, signed
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
EXEMPT = {"paragraphs": [2], "exempt_reason": "About one child.", "public_interest": "Privacy weighs more."}


class Cards:
    """A paper of an app that does not exist."""

    key, label = "tests_cards", "Cards"
    template = "meetings/pdf/undertakings.html"
    fragment = "meetings/pdf/undertakings.html"
    published: bytes | None = None

    def context(self, meeting):
        if meeting.note:
            raise NothingToShow("nobody handed in a card")
        return {"title": "Cards of the autumn", "register": [], "day": f"for {meeting.on}"}

    def kept(self, meeting):
        return self.published


@pytest.fixture
def cards(monkeypatch) -> Cards:
    monkeypatch.setattr(papers, "_sources", {})
    source = Cards()
    papers.register(source)
    return source


@pytest.fixture
def item():
    return an_item(november(), "Adoption")


def again(paper: Paper) -> Paper:
    return Paper.objects.select_related("item__meeting__body").get(pk=paper.pk)


def notes(shelf: Shelf, paper: Paper) -> list[Path]:
    """Documents that were drawn and noted for this paper."""
    return list(Path(shelf.path(f"rendered/{paper.pk}")).glob("*"))


@pytest.mark.pdf
def test_report_is_drawn_once_for_each_edition_of_its_words(item, shelves):
    officer = an_officer()
    report = a_whole_report(item, officer)
    signed(report, officer)
    first = paper_pdf(again(report.paper), shelves)
    second = paper_pdf(again(report.paper), shelves)
    type(report).objects.update(summary="Other words")
    third = paper_pdf(again(report.paper), shelves)

    assert first == second
    assert first.sha256 != third.sha256
    assert len(notes(shelves.open, report.paper)) == 2
    assert "Summary How adoption services did in the year." in " ".join(first.text.split())
    assert "Other words" in third.text
    assert_accessible(first.pdf)


@pytest.mark.pdf
def test_report_is_taken_as_it_was_issued_where_that_is_given(item, shelves):
    report = a_whole_report(item, None)
    words = sources.told(report) | {"summary": "As it was issued"}

    found = paper_pdf(again(report.paper), shelves, as_issued=words)

    assert "As it was issued" in found.text
    assert "Draft" not in found.text


def test_report_that_nobody_writes_is_named(item, shelves):
    paper = PaperFactory(item=item, title="Adoption")

    with pytest.raises(Unusable, match="“Adoption” cannot be printed: nobody was asked to write it"):
        paper_pdf(again(paper), shelves)


@pytest.mark.pdf
@pytest.mark.parametrize("whole_item", [False, True])
def test_exempt_paper_is_noted_on_the_exempt_shelf_and_closed_to_the_public(item, shelves, whole_item):
    paper = a_whole_report(item, None, subject="canaryzq").paper
    access = Access.EXEMPT if whole_item else Access.PART_EXEMPT
    type(item).objects.update(access=access, **EXEMPT)
    Paper.objects.update(is_exempt=not whole_item)

    with pytest.raises(Closed):
        paper_pdf(again(paper), public_files())
    paper_pdf(again(paper), shelves)

    assert [len(notes(shelf, paper)) for shelf in (shelves.open, shelves.exempt)] == [0, 1]


class TestUploadedFile:
    @pytest.fixture
    def paper(self, item, shelves):
        paper = PaperFactory(item=item, kind=PaperKind.FILE, title="Annual report")
        reading = json.dumps({"pages": ["One", "Two"], "html": ""}).encode()
        PaperFileFactory(
            paper=paper,
            pdf_sha256=shelves.open.keep(b"%PDF pages"),
            reading_sha256=shelves.open.keep(reading),
            is_tagged=True,
        )
        return paper

    def test_is_read_from_its_shelf(self, paper, shelves):
        found = paper_pdf(again(paper), public_files())

        assert (found.pdf, found.tagged, found.text) == (b"%PDF pages", True, "One\fTwo")
        assert found.sha256 == paper.files.get().pdf_sha256

    def test_on_the_exempt_shelf_is_closed_to_the_public_whatever_the_paper_says(self, paper, shelves):
        paper.files.update(is_exempt=True)

        with pytest.raises(Closed):
            paper_pdf(again(paper), public_files())

    def test_that_is_lost_is_named(self, paper, shelves):
        shelves.open.drop(paper.files.get().pdf_sha256)

        with pytest.raises(
            Unusable, match=r"“Annual report” cannot be printed: the file “report\.pdf” is lost"
        ):
            paper_pdf(again(paper), shelves)

    def test_that_never_came_is_named(self, item, shelves):
        paper = PaperFactory(item=item, kind=PaperKind.FILE, title="To come")

        with pytest.raises(Unusable, match="no file was uploaded yet"):
            paper_pdf(again(paper), shelves)

    def test_newest_one_counts(self, paper, shelves):
        PaperFileFactory(
            paper=paper,
            number=2,
            pdf_sha256=shelves.open.keep(b"%PDF newer"),
            reading_sha256=paper.files.get().reading_sha256,
        )

        assert paper_pdf(again(paper), shelves).pdf == b"%PDF newer"


class TestMinutes:
    @pytest.fixture
    def paper(self, item):
        september = held_in_september(item.meeting.body)
        item.approves_minutes_of.add(september)
        record = MeetingMinutesFactory(meeting=september, state=MinutesState.PUBLISHED)
        MinuteFactory(
            record=record, heading="Apologies", body="<p>There were none.</p>", number=96, series="1"
        )
        return PaperFactory(item=item, kind=PaperKind.MINUTES, title="Minutes")

    @pytest.mark.pdf
    def test_are_drawn_as_they_stand(self, paper, shelves):
        found = paper_pdf(again(paper), shelves)

        assert "There were none." in found.text.splitlines()
        assert_accessible(found.pdf)

    def test_each_paper_has_the_minutes_of_its_own_meeting(self, paper, shelves):
        second = PaperFactory(item=paper.item, kind=PaperKind.MINUTES, title="More minutes")

        with pytest.raises(Unusable, match="name the meeting whose minutes the item approves"):
            paper_pdf(again(second), shelves)
        paper.item.approves_minutes_of.add(MeetingFactory(body=paper.item.meeting.body, on=date(2018, 10, 1)))
        with pytest.raises(Unusable, match="the minutes of that meeting are not written yet"):
            paper_pdf(again(second), shelves)

    def test_from_before_the_portal_are_asked_for_as_a_file(self, paper, shelves):
        content = '{"minutes": []}'
        MeetingMinutes.objects.update(
            state=MinutesState.APPROVED,
            approved_at=paper.item.meeting,
            content=content,
            content_sha256=sha256(content.encode()).hexdigest(),
        )

        with pytest.raises(Unusable, match="upload them as a file"):
            paper_pdf(again(paper), shelves)


class TestLivePaper:
    @pytest.fixture
    def paper(self, item, cards):
        return PaperFactory(item=item, kind=PaperKind.LIVE, title="Cards", source_key=cards.key)

    @pytest.mark.pdf
    def test_is_drawn_from_the_context_of_its_source(self, paper, shelves):
        assert "for 2018-11-01" in paper_pdf(again(paper), shelves).text

    def test_is_taken_as_it_was_published(self, paper, cards, shelves):
        cards.published = b"%PDF as published"

        assert paper_pdf(again(paper), shelves).pdf == b"%PDF as published"

    def test_without_its_source_is_named(self, paper, monkeypatch, shelves):
        monkeypatch.setattr(papers, "_sources", {})

        with pytest.raises(Unusable, match="the part of the portal that writes it is not there"):
            paper_pdf(again(paper), shelves)

    def test_that_has_nothing_to_show_says_why(self, paper, shelves):
        type(paper.item.meeting).objects.update(note="nothing")

        with pytest.raises(Unusable, match="“Cards” cannot be printed: nobody handed in a card"):
            paper_pdf(again(paper), shelves)


def test_two_sources_of_one_key_are_refused(cards):
    with pytest.raises(ValueError, match="Two papers are called tests_cards"):
        papers.register(Cards())


class TestScorecard:
    @pytest.fixture
    def paper(self, item):
        return PaperFactory(item=item, kind=PaperKind.LIVE, title="Scorecard", source_key="scorecard")

    def test_without_a_month_for_the_meeting_says_what_to_do(self, paper, shelves):
        with pytest.raises(
            Unusable, match="no month's scorecard is planned for the meeting on 1 November 2018"
        ):
            paper_pdf(again(paper), shelves)

    def test_a_draft_stays_with_its_officers(self, paper):
        with pytest.raises(Unusable, match="is not published to the meeting on 1 November 2018 yet"):
            live_source(paper, is_going_out=True)

    def test_report_from_before_the_portal_is_no_paper(self, paper, shelves):
        PanelReportFactory(meeting_on=paper.item.meeting.on)

        with pytest.raises(Unusable, match="no month's scorecard"):
            paper_pdf(again(paper), shelves)
