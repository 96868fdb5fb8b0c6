"""The front sheet as plain data: what stands in it, and what never stands in it for the public."""

import json

import pytest

from meetings.exports.agenda import front_sheet_html
from meetings.models import Category, ItemKind, PaperState
from meetings.report.agenda import front_sheet
from tests.factories.meetings import PaperFactory, SeatFactory, SeatTenureFactory, member
from tests.meetings.agendas import a_vice_chairman, an_item, november

pytestmark = pytest.mark.django_db
SECRET = {
    "access": "exempt",
    "paragraphs": [1, 2],
    "exempt_reason": "It names a child.",
    "public_interest": "Their privacy weighs more.",
    "private_title": "Canary title",
    "private_purpose": "Canary purpose",
}


@pytest.fixture
def meeting():
    return november()


def test_head_says_which_meeting_when_where_and_whom_to_ask(meeting):
    sheet = front_sheet(meeting)

    assert (sheet["body"], sheet["date"], sheet["time"]) == (
        "Corporate Parenting Panel",
        "Thursday, 1st November, 2018",
        "10.00 am",
    )
    assert sheet["venue"] == "Darent Room - Sessions House"
    assert (sheet["ask_for"], sheet["telephone"]) == ("Tess Gray", "03000 416172")
    assert sheet["signed"] == {"name": "Ben Watt", "post": "General Counsel", "telephone": "03000 416814"}


def test_members_stand_in_surname_order_after_the_chairmen(meeting):
    a_vice_chairman(meeting.body)
    member(surname="Baker", title="Mr", initials="J", category=Category.APPRENTICE)
    SeatTenureFactory(
        seat=SeatFactory(category=Category.PARTNER, with_representative=True), person__surname="Cole"
    )
    SeatFactory(category=Category.PARTNER, nominated_by="Young Lives Foundation")
    SeatFactory(category=Category.COUNTY_COUNCILLOR, nominated_by="A political group")

    assert front_sheet(meeting)["membership"] == (
        "Mrs A D Adams, MBE (Chairman), Ms A Vane (Vice-Chairman), Mr J Baker, Ms A Cole and representative, "
        "Young Lives Foundation"
    )


def test_line_says_what_is_asked_who_presents_and_what_is_to_follow(meeting):
    an_item(meeting, "Adoption", purpose="To receive the report", lead="Head of Adoption")
    an_item(meeting, "Later", paper_state=PaperState.TO_FOLLOW, late_reason="Figures come on Friday.")
    an_item(meeting, "Update", paper_state=PaperState.VERBAL, verbal_heads=["Budget", "Inspection"])

    first, later, update = front_sheet(meeting)["open"]

    assert (first["number"], first["purpose"], first["lead"], first["paper"]) == (
        "1",
        "To receive the report",
        "Head of Adoption",
        "",
    )
    assert (later["paper"], later["late_reason"]) == ("(to follow)", "Figures come on Friday.")
    assert update["verbal_heads"] == ["Budget", "Inspection"]


@pytest.mark.parametrize(("pages", "printed"), [((5, 12), "(Pages 5 - 12)"), ((17, 17), "(Page 17)")])
def test_pages_print_once_they_are_known(meeting, pages, printed):
    item = an_item(meeting)

    assert front_sheet(meeting)["open"][0]["paper"] == ""
    assert front_sheet(meeting, pages={item.pk: pages})["open"][0]["paper"] == printed


def test_names_of_the_members_are_not_torn_apart_between_two_lines(meeting):
    chairman = "Mrs\u00a0A\u00a0D\u00a0Adams, MBE (Chairman)"

    html = front_sheet_html(front_sheet(meeting))

    assert front_sheet(meeting)["membership"] == "Mrs A D Adams, MBE (Chairman)"
    assert f'<p class="agenda-sheet__members">{chairman}</p>' in html


def test_without_exempt_items_the_note_says_that_none_were_known(meeting):
    an_item(meeting)

    sheet = front_sheet(meeting)

    assert sheet["exempt_note"].startswith("(No exempt items were known")
    assert (sheet["motion"], sheet["exempt"]) == ("", [])


def test_exempt_items_are_named_in_the_motion_with_every_paragraph(meeting):
    an_item(meeting)
    an_item(meeting, "First secret", **SECRET)
    an_item(meeting, "Second secret", **SECRET | {"paragraphs": [3]})

    sheet = front_sheet(meeting)

    assert [line["number"] for line in sheet["exempt"]] == ["2", "3"]
    assert "for the business of items 2 and 3" in sheet["motion"]
    for paragraph in (1, 2, 3):
        assert f"paragraph {paragraph} (" in sheet["motion"]
    assert sheet["exempt"][0]["exempt_line"] == (
        "Exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972: "
        "It names a child."
    )


def test_public_sheet_holds_no_private_word_nor_exempt_paper(meeting):
    secret = an_item(meeting, "A matter about a child", **SECRET)
    partly = an_item(meeting, "A service", **SECRET | {"access": "part_exempt"})
    PaperFactory(item=secret, title="Canary paper")
    PaperFactory(item=partly, title="Canary appendix", is_exempt=True)
    PaperFactory(item=partly, title="Open report")

    public, private = json.dumps(front_sheet(meeting)), json.dumps(front_sheet(meeting, exempt=True))

    assert "Canary" not in public
    assert "Open report" in public
    for word in ("Canary title", "Canary purpose", "Canary paper", "Canary appendix"):
        assert word in private


def test_heading_has_no_number(meeting):
    an_item(meeting, "For decision", kind=ItemKind.HEADING)
    an_item(meeting)

    assert [line["number"] for line in front_sheet(meeting)["open"]] == ["", "1"]


def test_meeting_without_officers_or_members_still_has_a_sheet(meeting):
    meeting.body.clerk = meeting.body.proper_officer = None

    sheet = front_sheet(meeting)

    assert (sheet["ask_for"], sheet["signed"]["name"]) == ("", "")


def test_sheet_takes_as_many_queries_for_three_items_as_for_one(meeting, django_assert_num_queries):
    def add():
        PaperFactory(item=an_item(meeting, "Another"))

    add()
    with django_assert_num_queries(7):
        front_sheet(meeting)
    add()
    add()
    with django_assert_num_queries(7):
        front_sheet(meeting)
