"""What readers find of a pack, and who gets what is exempt."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from core.files import all_files
from meetings.actions.pack_build import build_now, issue_of
from meetings.models import Access, BuildState, PackBuild, PackCopy
from meetings.report.packs import time_words
from tests.factories.meetings import member
from tests.meetings.agendas import an_item, issued, november
from tests.meetings.pack.built import labels, texts
from tests.meetings.packs import CANARY, WHY, pdf_of
from tests.page import Page, open_page
from tests.pdf_checks import spoken

pytestmark = [pytest.mark.pdf, pytest.mark.django_db]
NOT_ENTITLED = [None, Role.MEMBER, Role.PANEL_MEMBER, Role.MI_APPROVER, Role.ADMINISTRATOR]


def address(name: str, world, **more) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": world.meeting.pk} | more)


@pytest.fixture
def panel_member(client_as):
    reader = client_as(Role.PANEL_MEMBER, name="Ada Brown")
    member(user=reader.user, surname="Brown", title="Mrs", initials="A D")
    return reader


def test_the_page_tells_items_pages_and_reading_time(world, client):
    page = open_page(client, address("pack_read", world))

    assert page.texts("h2")[0] == "Agenda pack, 24 October 2018"
    assert page.texts(".pack__items .govuk-checkboxes__label")[0] == "1. Inspection"
    first, last = world.public.ranges[str(world.scan.pk)]
    assert page.texts(".pack__items td")[:2] == [f"{first} - {last}", "5 min"]
    assert page.texts(".pack__papers li")[1].endswith("not listed on the agenda")
    assert page.texts(".pack__closed") == ["Not for publication. Its pages are left out of this pack."]
    assert page.texts(".pack__hash") == [world.public.sha256]


def test_each_paper_leads_to_its_page_for_whoever_may_read_it(world, client, panel_member):
    public, all_of_them = (
        open_page(reader, address("pack_read", world)).links(".pack__papers a")
        for reader in (client, panel_member)
    )

    assert paper_address("paper_read", world.scan) in public
    assert paper_address("paper_read", world.closed) not in public
    assert paper_address("paper_read", world.closed) in all_of_them
    assert [client.get(link).status_code for link in public] == [200] * 4
    assert [panel_member.get(link).status_code for link in all_of_them] == [200] * 6


def test_what_differs_between_the_two_packs_is_said_truly(world, panel_member):
    page = open_page(panel_member, address("pack_read", world))

    assert "This pack has papers that are not for publication." in page.texts(".pack form p")[0]
    assert "The public pack, without those papers" in page.texts(".pack > p a")


def test_an_exempt_item_without_a_paper_is_said_to_be_in_the_agenda_alone(world, client_as):
    meeting, officer = november(body=world.meeting.body, on=date(2018, 12, 6)), world.officer
    an_item(meeting, "A placement", access=Access.EXEMPT, **WHY, private_title="The whole of its title")
    issue = issue_of(issued(meeting, officer).pk)
    build_now(issue, by=officer, tell=lambda *step: None)

    reader = client_as(Role.DEMOCRATIC_SERVICES)
    page = open_page(reader, reverse("meetings:pack_read", args=[meeting.pk]))

    assert page.texts(".pack form p")[0].startswith(
        "The agenda in this pack names in full what is not for publication. The papers are those of the public pack."
    )
    assert page.texts(".pack > p a") == ["The public pack, whose agenda leaves that out"]


def test_anybody_gets_the_public_pack_byte_for_byte(world, client):
    response = client.get(address("pack_download", world, number=1))

    assert response.content == pdf_of(world.public)
    assert response["Cache-Control"] == "private, no-cache"
    again = client.get(address("pack_download", world, number=1), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("role", NOT_ENTITLED)
def test_who_may_not_read_exempt_papers_gets_the_public_pack_and_no_word_more(world, client_as, role):
    reader = client_as(role) if role else Client()

    page = reader.get(address("pack_read", world)).content.decode()
    copy = reader.post(address("pack_copy", world, number=1), {"whole": "1"})

    assert CANARY not in page
    assert "Download your copy" not in page
    assert copy.status_code == (302 if role is None else 404)
    assert PackCopy.objects.count() == 0


def test_a_member_gets_a_copy_with_the_name_on_it_which_is_noted_and_never_kept(world, panel_member):
    page = open_page(panel_member, address("pack_read", world))
    response = panel_member.post(address("pack_copy", world, number=1), {"whole": "1"})

    assert "Download your copy" in page.texts("button")
    assert CANARY in spoken(response.content)
    assert labels(response.content) == labels(pdf_of(world.members))
    copied = list(zip(labels(response.content), texts(response.content), strict=True))
    assert all("MrsADBrown" in "".join(words.split()) for _, words in copied)
    assert all(f"Page {label}" in words for label, words in copied[1:])
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    (noted,) = PackCopy.objects.all()
    assert (noted.pack, noted.user, noted.items) == (world.members, panel_member.user, [])


def test_without_the_watermark_the_copy_is_the_pack_and_still_noted(world, panel_member, settings):
    settings.PACK_WATERMARK = False

    response = panel_member.post(address("pack_copy", world, number=1), {"whole": "1"})

    assert response.content == pdf_of(world.members)
    assert PackCopy.objects.count() == 1


def test_chosen_items_keep_their_numbers(world, client, panel_member):
    chosen = client.get(
        address("pack_items", world, number=1), {"item": [world.scan.pk, world.report.pk]}
    ).content
    closed = panel_member.post(address("pack_copy", world, number=1), {"item": world.closed.pk}).content

    scan, report = (world.public.ranges[str(item.pk)] for item in (world.scan, world.report))
    assert labels(chosen)[0] == str(scan[0])
    assert str(report[0]) in labels(chosen)
    assert labels(closed) == [str(n) for n in range(*world.public.ranges[str(world.closed.pk)])] + [
        str(world.public.ranges[str(world.closed.pk)][1])
    ]
    assert CANARY in spoken(closed)
    assert PackCopy.objects.get().items == [world.closed.pk]


@pytest.mark.parametrize(("names", "said"), [(["scan"], "item 1"), (["scan", "report"], "items 1 and 2")])
def test_chosen_items_are_named_in_the_title_of_their_file(world, client, names, said):
    chosen = {"item": [getattr(world, name).pk for name in names]}
    content = client.get(address("pack_items", world, number=1), chosen).content

    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith(f"Thursday, 1st November, 2018, {said}")


def test_only_part_of_an_open_item_is_called_exempt(world, client):
    page = open_page(client, address("meeting_read", world))

    said = [text for text in page.texts("main p") if "Exempt under" in text]
    assert [text.startswith("This item is open. Part of its papers is not for pub") for text in said] == [
        True,
        False,
    ]
    assert "This item is open. Part of its papers is not for publication." in spoken(pdf_of(world.public))


def test_exempt_items_cannot_be_chosen_from_the_public_pack(world, client):
    response = client.get(address("pack_items", world, number=1), {"item": world.closed.pk}, follow=True)

    assert Page(response.content).texts("h1")[0].endswith("The papers in one pack")
    assert "One of these items is not in this pack" in response.content.decode()
    part = client.get(address("pack_items", world, number=1), {"item": world.part.pk}).content
    assert CANARY not in spoken(part)


def test_nothing_chosen_is_said(world, client):
    response = client.get(address("pack_items", world, number=1), follow=True)

    assert "Choose at least one item." in response.content.decode()


def test_the_agenda_on_the_page_has_the_numbers_of_the_pack(world, client):
    page = open_page(client, address("meeting_read", world))

    first, last = world.public.ranges[str(world.scan.pk)]
    assert page.texts(".reading-item__pages")[0] == f"(Pages {first} - {last})"
    assert page.texts(".govuk-button")[0].startswith(f"Get the pack ({world.public.pages} pages, ")


def test_a_lost_file_is_said_plainly(world, client, monkeypatch):
    shelf = all_files().open
    kept = shelf.take(world.public.sha256)
    shelf.drop(world.public.sha256)
    try:
        response = client.get(address("pack_download", world, number=1))
    finally:
        shelf.keep(kept)

    assert response.status_code == 503
    assert "Tell an administrator" in response.content.decode()


def test_a_pack_whose_contents_are_lost_is_said_plainly(world, client):
    shelf = all_files().open
    kept = shelf.take(world.public.contents_sha256)
    shelf.drop(world.public.contents_sha256)
    try:
        response = client.get(address("pack_read", world))
        paper = client.get(paper_address("paper_read", world.scan))
    finally:
        shelf.keep(kept)

    assert (response.status_code, paper.status_code) == (503, 200)
    assert "Tell an administrator" in response.content.decode()


def paper_address(name: str, item) -> str:
    paper = item.papers.order_by("position").first()
    return reverse(f"meetings:{name}", args=[item.meeting_id, paper.pk])


def test_the_page_of_a_paper_has_the_numbers_of_the_pack(world, client):
    first, last = world.public.ranges[str(world.scan.pk)]

    page = open_page(client, paper_address("paper_read", world.scan))

    assert page.texts(".paper-page__number") == [f"Page {first}"]
    assert f"In the pack: pages {first} to {last}." in page.texts("main p")[0]


@pytest.mark.parametrize("is_marked", [True, False])
def test_one_exempt_paper_has_its_readers_name_and_the_numbers_of_the_pack(
    world, panel_member, client, settings, is_marked
):
    settings.PACK_WATERMARK = is_marked
    first, _ = world.public.ranges[str(world.closed.pk)]

    response = panel_member.get(paper_address("paper_print", world.closed))

    assert CANARY in spoken(response.content)
    words = texts(response.content)[0]
    assert ("MrsADBrown" in "".join(words.split())) is is_marked
    assert f"Page {first}" in words
    assert "Not for publication: paragraph 1 (information relating to any individual)" in words
    assert response["Cache-Control"].startswith("private, no-store")
    assert client.get(paper_address("paper_print", world.closed)).status_code == 404


def test_the_last_pack_stays_until_the_one_of_a_new_issue_is_built(world, client, client_as):
    world.report.title = "Adoption in Kent"
    world.report.save()
    issued(world.meeting, world.officer, kind="reissue")

    page, agenda = (open_page(client, address(name, world)) for name in ("pack_read", "meeting_read"))
    build = open_page(client_as(Role.DEMOCRATIC_SERVICES), address("pack_build", world))

    assert page.texts(".govuk-inset-text")[0].startswith("The agenda was issued again since.")
    assert agenda.texts(".govuk-button")[0].startswith("Get the former pack (")
    assert agenda.texts(".reading-item__pages") == []
    assert build.texts("h1")[0].endswith("Build the pack")
    assert client.get(address("pack_download", world, number=1)).content == pdf_of(world.public)


def test_a_public_pack_with_a_paper_that_became_exempt_is_withdrawn(world, client, panel_member):
    world.scan.papers.update(is_exempt=True)

    page = open_page(client, address("pack_read", world))

    assert page.texts(".pack__hash") == []
    for name in ("pack_download", "pack_items"):
        assert client.get(address(name, world, number=1), {"item": world.report.pk}).status_code == 404
    copy = panel_member.post(address("pack_copy", world, number=1), {"whole": "1"})
    assert copy.status_code == 200


def test_a_pack_that_a_command_built_is_built(world, client_as):
    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), address("pack_build", world))

    assert page.texts("h1")[0].endswith("The pack is built")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "about 1 minute"),
        (60, "about 1 hour"),
        (64, "about 1 hour"),
        (112, "about 1 hour 50 minutes"),
        (0, "nothing"),
    ],
)
def test_reading_time_is_said_as_people_say_it(minutes, words):
    assert time_words(minutes) == words


def test_a_meeting_without_a_pack_says_so(world, client):
    meeting = november(body=world.meeting.body, on=world.meeting.on.replace(month=12))

    page = open_page(client, reverse("meetings:pack_read", args=[meeting.pk]))

    assert page.texts(".portal-empty-state, .govuk-inset-text, h2")[0].startswith("There is no pack yet")
    assert client.get(reverse("meetings:pack_download", args=[meeting.pk, 1])).status_code == 404


def test_an_officer_builds_follows_and_sees_who_has_copies(world, client_as):
    officer = client_as(Role.DEMOCRATIC_SERVICES)
    PackCopy.objects.create(pack=world.members, user=world.officer)
    build = address("pack_build", world)

    response = officer.post(build, follow=True)

    page = Page(response.content)
    assert page.texts("h1")[0].endswith("The pack is built")
    assert str(world.officer) in page.texts("main li")[0]
    run = PackBuild.objects.create(
        issue=world.issue, state=BuildState.BUILDING, done=2, total=6, step="Item 2: Adoption"
    )
    page = open_page(officer, build)
    assert page.texts("[role=status]") == ["2 of 6 papers are ready. Now: Item 2: Adoption."]
    officer.post(address("pack_cancel", world))
    run.refresh_from_db()
    assert run.is_cancelled


def test_a_fault_is_told_where_the_pack_is_built(world, client_as):
    says = "Item 1, “Scanned report”: it is empty. Upload the file again."
    PackBuild.objects.create(
        issue=world.issue, state=BuildState.FAILED, fault=says, ended_at=world.public.built_at
    )

    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), address("pack_build", world))

    assert page.texts("h1")[0].endswith("The pack could not be built")
    assert says in page.texts(".govuk-warning-text")[0]
    assert "Go on building" in page.texts("button")


def test_the_page_asks_the_database_little_whatever_is_in_the_pack(world, client, django_assert_num_queries):
    with django_assert_num_queries(7):
        client.get(address("pack_read", world))
