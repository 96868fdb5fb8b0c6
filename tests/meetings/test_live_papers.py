"""Papers that another part of the portal writes: what the pack has is what everybody reads from then on."""

import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from core.files import all_files, public_files
from meetings import papers
from meetings.actions.pack_build import build_now, issue_of
from meetings.actions.papers import change_paper
from meetings.models import LivePaper, Pack, Paper, PaperKind
from meetings.pack.faults import PackFault
from tests.factories.meetings import PaperFactory, member
from tests.meetings.agendas import an_item, an_officer, issued, november
from tests.meetings.packs import shelves_in
from tests.page import open_page
from tests.pdf_checks import spoken

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


class Moods:
    """A paper of an app that does not exist, whose words change from day to day."""

    key, label = "tests_moods", "Moods"
    template = "meetings/pdf/undertakings.html"
    fragment = "recommendations/progress/_body.html"
    words, why_not = "Bright", ""

    def context(self, meeting):
        return {"title": "Moods", "register": [], "day": self.words, "paper": {"finding": self.words}}

    def unready(self, meeting):
        return self.why_not

    def kept(self, meeting):
        return None


@pytest.fixture
def moods(monkeypatch) -> Moods:
    monkeypatch.setattr(papers, "_sources", {})
    source = Moods()
    papers.register(source)
    return source


@pytest.fixture
def paper(moods, tmp_path):
    meeting, officer = november(), an_officer()
    made = PaperFactory(item=an_item(meeting), kind=PaperKind.LIVE, title="Moods", source_key=moods.key)
    issued(meeting, officer)
    with shelves_in(tmp_path):
        yield made


def build(paper: Paper) -> list[Pack]:
    issue = paper.item.meeting.issues.get()
    return build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)


def address(name: str, paper: Paper) -> str:
    return reverse(f"meetings:{name}", args=[paper.item.meeting_id, paper.pk])


def test_page_pdf_and_pack_stay_as_the_pack_was_built(paper, moods, client):
    assert "Bright." in open_page(client, address("paper_read", paper)).texts("p")
    first = build(paper)
    moods.words = "Gloomy"

    assert "Bright." in open_page(client, address("paper_read", paper)).texts("p")
    assert "Bright" in spoken(client.get(address("paper_print", paper)).content)
    assert [pack.sha256 for pack in build(paper)] == [pack.sha256 for pack in first]


def test_what_may_not_go_out_yet_is_in_no_page_and_stops_the_pack(paper, moods, client):
    moods.why_not = "its authors are not ready: wait for them"

    page, pdf = client.get(address("paper_read", paper)), client.get(address("paper_print", paper))
    with pytest.raises(PackFault, match="Item 1, “Moods”: its authors are not ready: wait for them"):
        build(paper)

    assert "This paper is not published yet." in page.content.decode()
    assert "Bright" not in page.content.decode()
    assert (pdf.status_code, b"Bright" in pdf.content) == (503, False)
    assert (Pack.objects.count(), LivePaper.objects.count()) == (0, 0)


def test_what_becomes_exempt_leaves_the_open_shelf(paper, client_as, django_capture_on_commit_callbacks):
    build(paper)
    (kept,) = LivePaper.objects.all()
    assert public_files().open.holds(kept.sha256)
    reader = client_as(Role.PANEL_MEMBER)
    member(user=reader.user)

    with django_capture_on_commit_callbacks(execute=True):
        change_paper(paper, by=an_officer(), version=paper.version, is_exempt=True)

    kept.refresh_from_db()
    assert kept.is_exempt
    assert not public_files().open.holds(kept.sha256)
    assert all_files().exempt.holds(kept.sha256)
    assert Client().get(address("paper_read", paper)).status_code == 404
    assert Client().get(address("paper_print", paper)).status_code == 404
    assert "Bright." in open_page(reader, address("paper_read", paper)).texts("p")
