"""The packs of one issue, built for real."""

import json
import logging
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.access import Role
from core.files import Closed, all_files, public_files
from meetings.actions import pack_build
from meetings.actions.locks import Refused
from meetings.actions.pack_build import CHANGED, LOST, ask_for_pack, build_now, cancel_build, issue_of
from meetings.exempt_wording import not_for_publication
from meetings.models import BuildState, Pack, PackAccess, PackBuild
from meetings.pack.building import build
from meetings.pack.faults import PackFault
from meetings.pack.planning import plan_of
from meetings.report.packs import contents_of
from tests.meetings.agendas import an_item, issued, november
from tests.meetings.pack import papers
from tests.meetings.pack.built import bookmarks, labels, texts
from tests.meetings.packs import CANARY, WHY, a_file, pdf_of, replaced
from tests.pdf_checks import spoken

pytestmark = [pytest.mark.pdf, pytest.mark.django_db]


def in_december(world):
    return november(body=world.meeting.body, on=date(2018, 12, 6))


def loose(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_both_packs_have_one_numbering_and_the_public_one_lacks_the_exempt_pages(world):
    public, members = labels(pdf_of(world.public)), labels(pdf_of(world.members))
    contents = contents_of(world.members, all_files())
    closed = {
        str(number)
        for item in contents["items"]
        for paper in item["papers"]
        if paper["is_exempt"]
        for number in range(paper["first"], paper["last"] + 1)
    }

    assert members == [str(number) for number in range(1, world.members.last_number + 1)]
    assert len(members) == world.members.pages
    assert len(public) == world.public.pages
    assert len(closed) >= 2
    assert not closed & set(public)
    assert set(members) - set(public) - closed <= {
        str(n) for n in range(2, 99, 2)
    }  # pads behind what is left out
    assert world.public.ranges == world.members.ranges


def test_ranges_are_printed_on_both_front_sheets_and_lead_to_their_pages(world):
    for pack in (world.public, world.members):
        words = " ".join(texts(pdf_of(pack))[:3])
        for first, last in pack.ranges.values():
            assert (f"(Pages {first} - {last})" if first != last else f"(Page {first})") in words
    (first, last) = world.public.ranges[str(world.scan.pk)]
    assert last - first == 2  # the appended text is not listed


def test_bookmarks_and_item_marks_say_the_same_as_the_agenda(world):
    found = bookmarks(pdf_of(world.members))

    assert [title for depth, title, _ in found if depth == 1] == [
        "Agenda",
        "1. Inspection",
        "2. Adoption",
        "3. Fostering",
        "4. Review of a placement",
    ]
    first = world.members.ranges[str(world.report.pk)][0]
    assert (1, "2. Adoption", str(first)) in found
    assert "Agenda Item 2" in texts(pdf_of(world.members))[first - 1]


def test_every_exempt_page_says_that_it_is_not_for_publication_and_why(world):
    """Local Government Act 1972, s.100B(5)."""
    contents = contents_of(world.members, all_files())
    closed = {
        str(number)
        for item in contents["items"]
        for paper in item["papers"]
        if paper["is_exempt"]
        for number in range(paper["first"], paper["last"] + 1)
    }
    members, public = pdf_of(world.members), pdf_of(world.public)

    said = not_for_publication(WHY["paragraphs"])
    assert said == (
        "Not for publication: paragraph 1 (information relating to any individual) of Part 1 of Schedule 12A to the "
        "Local Government Act 1972."
    )
    pages = zip(labels(members), texts(members), strict=True)
    assert {label for label, words in pages if said in words} == closed
    assert "Not for publication" not in " ".join(texts(public))
    assert "Not for publication" not in spoken(members)


def test_nothing_exempt_is_anywhere_in_what_the_public_gets(world):
    found = pdf_of(world.public)

    assert CANARY.encode() not in loose(found)
    assert CANARY not in spoken(found) + " ".join(texts(found))
    assert CANARY not in json.dumps(contents_of(world.public, public_files()))
    assert CANARY in spoken(pdf_of(world.members))
    shelf = all_files().open
    assert CANARY.encode() in loose(pdf_of(world.members))  # so that this looks where it could be
    for path in Path(shelf.location).rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert CANARY.encode() not in (loose(data) if data.startswith(b"%PDF") else data)


def test_the_public_pack_cannot_be_built_from_what_is_exempt(world):
    """Not even by a plan that calls an exempt paper open."""
    plan = plan_of(issue_of(world.issue.pk))
    wrong = replace(plan, papers=[replace(paper, is_exempt=False) for paper in plan.papers])

    with pytest.raises(Closed):
        build(wrong, all_files(), open_files=public_files(), tell=lambda *step: None)


def test_public_files_do_not_reach_the_members_pack(world):
    with pytest.raises(Closed):
        contents_of(world.members, public_files())


def test_built_again_it_is_the_very_same(world):
    again = build_now(issue_of(world.issue.pk), by=None, tell=lambda *step: None)

    assert again == [world.public, world.members]
    assert [step[0] for step in world.steps] == sorted(step[0] for step in world.steps)
    assert world.steps[-1] == (6, 6, "Putting the pack together")


def test_a_paper_that_changed_since_does_not_change_what_was_published(world):
    replaced(world.scan.papers.get(position=1), all_files(), papers.scanned(4), number=2)
    world.scan.papers.update(title="Called otherwise", is_listed=False, is_appendix=True)

    assert build_now(issue_of(world.issue.pk), by=None, tell=lambda *step: None)[0] == world.public


def test_whatever_else_changed_is_told_and_replaces_nothing(world, settings):
    settings.COUNCIL_NAME = "Another council"

    with pytest.raises(Refused, match=CHANGED[:40]):
        build_now(issue_of(world.issue.pk), by=None, tell=lambda *step: None)
    assert Pack.objects.get(pk=world.public.pk).sha256 == world.public.sha256


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (papers.locked("secret"), "it needs a password to open. Ask its author for a copy without one."),
        (b"%PDF-1.7 torn off", "it cannot be read as a PDF. Save it as a PDF again and replace it."),
    ],
)
def test_a_broken_file_stops_the_build_by_name_and_the_pack_stays(world, data, says):
    replaced(world.scan.papers.get(position=1), all_files(), data, number=2)
    issued(world.meeting, world.officer, kind="reissue")

    build = ask_for_pack(world.meeting.pk, by=world.officer)

    assert (build.state, build.fault) == (BuildState.FAILED, f"Item 1, “Scanned report”: {says}")
    assert Pack.objects.get(pk=world.public.pk).sha256 == world.public.sha256


def test_a_supplement_goes_on_from_the_last_number_with_its_own_papers_alone(world):
    late = an_item(world.meeting, "Late report", urgency_reason="", position=9)
    a_file(late, all_files(), papers.scanned(2), "Late report")
    issue = issued(world.meeting, world.officer, kind="supplement")

    public, members = build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)

    first = world.public.last_number + 1 + world.public.last_number % 2
    assert (members.sha256, members.is_exempt) == (
        public.sha256,
        False,
    )  # the exempt papers are in the first pack
    assert "Supplement 1" in texts(pdf_of(public))[0]
    assert labels(pdf_of(public))[0] == str(first)
    assert public.ranges == {str(late.pk): [first + 2, first + 3]}
    assert "Supplement 1" in texts(pdf_of(public))[1] + texts(pdf_of(public))[0]
    assert members.papers == [late.papers.get().pk]


def test_a_supplement_that_brings_an_exempt_paper_keeps_it_for_the_members(world):
    a_file(world.part, all_files(), papers.scanned(), f"{CANARY} late", is_exempt=True)
    issue = issued(world.meeting, world.officer, kind="supplement")

    public, members = build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)

    said = not_for_publication(WHY["paragraphs"])
    assert (public.is_exempt, members.is_exempt) == (False, True)
    assert [said in words for words in texts(pdf_of(members))][-1] is True
    assert said not in " ".join(texts(pdf_of(public)))


def test_a_supplement_waits_for_the_pack_before_it(world):
    meeting = in_december(world)
    an_item(meeting, "One")
    issued(meeting, world.officer)
    an_item(meeting, "Two")
    issue = issued(meeting, world.officer, kind="supplement")

    with pytest.raises(PackFault, match="build it first"):
        build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)


def test_asking_builds_in_the_background_and_says_how_far_it_is(world):
    build = ask_for_pack(world.meeting.pk, by=world.officer)

    assert (build.state, build.done, build.total, build.fault) == (BuildState.DONE, 6, 6, "")
    assert build.step == "Putting the pack together"


def test_asking_twice_is_asking_once(world, monkeypatch):
    waiting = PackBuild.objects.create(issue=world.issue)

    assert ask_for_pack(world.meeting.pk, by=world.officer) == waiting
    assert PackBuild.objects.filter(issue=world.issue).under_way().count() == 1


def test_a_build_whose_worker_died_is_taken_up_again(world):
    dead = PackBuild.objects.create(
        issue=world.issue, state=BuildState.BUILDING, seen_at=timezone.now() - timedelta(minutes=6)
    )

    build = ask_for_pack(world.meeting.pk, by=world.officer)

    dead.refresh_from_db()
    assert (dead.state, dead.fault) == (BuildState.FAILED, LOST)
    assert build.state == BuildState.DONE


def test_a_build_that_waits_is_cancelled_at_once(world):
    PackBuild.objects.create(issue=world.issue)

    cancel_build(world.meeting.pk, by=world.officer)

    assert PackBuild.objects.get(issue=world.issue).state == BuildState.CANCELLED


def test_a_build_under_way_stops_before_the_next_paper(world):
    run = PackBuild.objects.create(issue=world.issue, state=BuildState.BUILDING)
    tell = pack_build._telling(run)
    tell(1, 6, "Item 1")
    cancel_build(world.meeting.pk, by=world.officer)

    with pytest.raises(pack_build.Cancelled):
        tell(2, 6, "Item 2")


def test_an_agenda_that_is_not_issued_has_no_pack(world):
    meeting = in_december(world)

    with pytest.raises(Refused, match="Issue the agenda first"):
        ask_for_pack(meeting.pk, by=world.officer)
    with pytest.raises(CommandError, match="Issue the agenda first"):
        call_command("build_pack", str(meeting.on))


@pytest.mark.parametrize("act", [ask_for_pack, cancel_build])
def test_only_officers_build(world, act, user_as):
    with pytest.raises(PermissionDenied):
        act(world.meeting.pk, by=user_as(Role.PANEL_MEMBER))


def test_the_database_refuses_a_changed_pack(world):
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Pack.objects.filter(pk=world.public.pk).update(sha256="0" * 64)
    meeting = in_december(world)
    an_item(meeting, "One")
    issue = issued(meeting, world.officer)
    fields = {"size": 1, "pages": 1, "last_number": 1, "ranges": {}, "papers": []}
    with pytest.raises(DatabaseError, match="pack_public_is_open"), transaction.atomic():
        Pack.objects.create(issue=issue, access=PackAccess.PUBLIC, is_exempt=True, **fields)


def test_the_command_writes_either_pack(world, tmp_path):
    said, told = StringIO(), StringIO()
    target = tmp_path / "pack.pdf"

    call_command("build_pack", "2018-11-01", access="member", output=target, stdout=said, stderr=told)

    assert target.read_bytes() == pdf_of(world.members)
    assert f"SHA-256 {world.members.sha256}" in said.getvalue()
    assert "6 of 6 papers. Putting the pack together" in told.getvalue()


def test_the_command_writes_the_published_pack_where_building_would_change_it(world, settings, tmp_path):
    settings.COUNCIL_NAME = "Another council"
    told, target = StringIO(), tmp_path / "pack.pdf"

    call_command("build_pack", "2018-11-01", output=target, stdout=StringIO(), stderr=told)

    assert target.read_bytes() == pdf_of(world.public)
    assert told.getvalue().rstrip().endswith("This is the published one.")


def test_the_command_writes_no_published_pack_with_a_paper_that_is_exempt_since(world, settings, tmp_path):
    settings.COUNCIL_NAME = "Another council"
    world.scan.papers.update(is_exempt=True)
    target = tmp_path / "pack.pdf"

    with pytest.raises(CommandError):
        call_command("build_pack", "2018-11-01", output=target, stdout=StringIO(), stderr=StringIO())
    assert not target.exists()


def test_the_command_says_which_days_there_are(world):
    with pytest.raises(
        CommandError, match=r"no meeting on 2018-11-02\. The latest with an agenda: 2018-11-01"
    ):
        call_command("build_pack", "2018-11-02")


def test_no_word_of_an_exempt_paper_is_logged(world, caplog):
    replaced(world.part.papers.get(position=2), all_files(), b"%PDF nothing", number=2, is_exempt=True)
    issued(world.meeting, world.officer, kind="reissue")
    with caplog.at_level(logging.DEBUG):
        build = ask_for_pack(world.meeting.pk, by=world.officer)

    assert build.state == BuildState.FAILED
    assert CANARY in build.fault  # officers read it
    assert CANARY not in caplog.text
