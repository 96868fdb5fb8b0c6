"""Papers on their way into a pack, and packs on their way to readers, in a real browser."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from core.files import all_files
from tests.browser.checks import check_page
from tests.core.office_files import a_pdf, docx, para
from tests.factories.meetings import member
from tests.meetings.agendas import an_item, november
from tests.meetings.pack import papers
from tests.meetings.packs import WHY, a_file, shelves_in

pytestmark = [pytest.mark.browser, pytest.mark.pdf]


@pytest.fixture
def meeting(transactional_db, tmp_path):
    with shelves_in(tmp_path):
        yield november(on=date(2098, 11, 6))


@pytest.fixture
def officer(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES, name="Tess Gray")


def choose(page: Page, name: str, data: bytes) -> None:
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": data})
    page.get_by_role("button", name="Upload the paper").click()


def test_papers_are_uploaded_looked_at_ordered_and_withdrawn(browse, meeting, officer) -> None:
    item = an_item(meeting, "Adoption")
    page = browse(f"/meetings/agenda/items/{item.pk}/papers/", user=officer)
    check_page(page)

    page.get_by_role("link", name="Upload a file").click()
    page.get_by_label("Title", exact=True).fill("Adoption in figures")
    choose(page, "figures.pdf", papers.locked("secret"))
    expect(page.get_by_role("alert")).to_contain_text("The file needs a password to open.")
    expect(page.get_by_label("Title", exact=True)).to_have_value("Adoption in figures")
    check_page(page)
    choose(page, "figures.pdf", a_pdf("How many children"))
    expect(page.get_by_role("heading", name="2 things to look at in the file")).to_be_visible()
    check_page(page)

    page.get_by_role("link", name="Papers", exact=True).click()
    page.get_by_role("link", name="Upload an appendix").click()
    page.get_by_label("Title", exact=True).fill("What adopters say")
    choose(page, "words.docx", docx(para("It takes too long.")))
    expect(page.get_by_role("heading", name="Nothing is wrong with the file")).to_be_visible()

    page.get_by_role("link", name="Papers", exact=True).click()
    page.get_by_role("button", name="Up What adopters say").click()
    titles = page.locator(".paper-row__title")
    expect(titles).to_have_text(["What adopters say", "Adoption in figures"])
    page.get_by_role("link", name="Adoption in figures", exact=True).click()
    page.get_by_role("button", name="Withdraw the paper").click()
    expect(titles).to_have_text(["What adopters say"])
    check_page(page)
    page.get_by_role("button", name="Put it back").click()
    expect(titles).to_have_count(2)


def test_a_pack_is_issued_built_and_read_by_everybody_after_their_rights(
    browse, meeting, officer, user_as
) -> None:
    a_file(an_item(meeting, "Adoption"), all_files(), papers.tagged(pages=3), "Adoption in figures")
    closed = an_item(meeting, "A placement", access="exempt", **WHY)
    a_file(closed, all_files(), papers.plain(), "About one child")

    page = browse(f"/meetings/{meeting.pk}/agenda/issue/", user=officer)
    page.get_by_role("button", name="Issue the agenda").click()
    page.goto(f"/meetings/{meeting.pk}/pack/build/")
    page.get_by_role("button", name="Build the pack").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The pack is built")
    check_page(page)
    page.get_by_role("link", name="See the pack").first.click()
    check_page(page)

    public = browse(f"/meetings/{meeting.pk}/pack/")
    expect(public.locator(".pack__closed")).to_have_text(
        "Not for publication. Its pages are left out of this pack."
    )
    expect(public.get_by_role("main")).not_to_contain_text("About one child")
    check_page(public)
    public.get_by_label("1. Adoption").check()
    got = public.request.get(f"/meetings/{meeting.pk}/pack/1.pdf")
    with pikepdf.open(BytesIO(got.body())) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "3", "4", "5"]

    reader = user_as(Role.PANEL_MEMBER, name="Ada Brown")
    member(user=reader, surname="Brown", starts_on=date(2098, 1, 1))
    mine = browse(f"/meetings/{meeting.pk}/pack/", user=reader)
    expect(mine.get_by_role("button", name="Download your copy")).to_be_visible()
    expect(mine.get_by_role("main")).to_contain_text("About one child")
