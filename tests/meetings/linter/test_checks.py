"""Each check finds its slip and leaves a right paper alone."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.linter import Place, check, checks_for, findings_in, warn
from meetings.linter.material import (
    AgendaMaterial,
    ContactMaterial,
    ItemMaterial,
    PaperMaterial,
    ReportMaterial,
    Words,
)

NOVEMBER = date(2018, 11, 1)
HERE = Place("meetings:item_edit", 1)
ITEM = ItemMaterial("Item 1, Adoption", "Adoption", HERE, number="1")
CONTACT = ContactMaterial(
    "Ada Brown", "Head of Service", "Lead officer of “Adoption”", HERE, "03000 416172", "ada@council.example"
)
REPORT = ReportMaterial(
    subject="Adoption",
    meeting_on=NOVEMBER,
    meetings=(NOVEMBER,),
    place=HERE,
    summary="How the service did in 2017/18.",
    recommendation="The Panel is asked to NOTE the report.",
    body="## Introduction\n\nIn 2018.\n\n## Recommendation\n\nThe Panel is asked to NOTE the report",
    background="None",
    contacts=(CONTACT,),
)
AGENDA = AgendaMaterial(
    meeting_on=NOVEMBER,
    meetings=(NOVEMBER,),
    items=(ITEM,),
    texts=(Words("Item 1, Adoption", "To receive the report of Thursday 1 November 2018", HERE),),
    contacts=(CONTACT,),
    reports=(REPORT,),
)


def said(material) -> list[tuple[str, str]]:
    return [(str(finding.severity), finding.sentence) for finding in findings_in(material)]


def words(text: str, **fields) -> tuple[Words, ...]:
    return (Words("Item 1, Adoption", text, HERE, **fields),)


def test_right_papers_pass():
    assert said(AGENDA) == []


@pytest.mark.parametrize(
    ("changed", "severity", "sentence"),
    [
        (
            {"late": (("Item 1: 4 clear days, one too few.", HERE),)},
            "block",
            "Item 1: 4 clear days, one too few.",
        ),
        (
            {"items": (replace(ITEM, papers=(PaperMaterial("Report", HERE, is_exempt=True),)),)},
            "block",
            "Item 1, Adoption is open, but its paper “Report” is exempt.",
        ),
        (
            {"items": (ITEM, replace(ITEM, title="Health"))},
            "block",
            "“Adoption” and “Health” have one number, 1.",
        ),
        (
            {"texts": words("To meet on Thursday 2 November 2018")},
            "block",
            "Item 1, Adoption: “Thursday 2 November 2018” is not a Thursday: 2 November 2018 is a Friday.",
        ),
        (
            {"items": (ItemMaterial("“Unrestricted items”", "UNRESTRICTED ITEMS", HERE, is_heading=True),)},
            "warn",
            "The heading “UNRESTRICTED ITEMS” prints by itself, so it stands there twice.",
        ),
        (
            {"texts": words("Annual report 2017//2018")},
            "warn",
            "Item 1, Adoption: “2017//2018” is no span of years.",
        ),
        ({"items": (replace(ITEM, lacks_paper=True),)}, "warn", "Item 1 has no paper."),
        (
            {"items": tuple(replace(ITEM, number=number, lacks_paper=True) for number in ("7", "8", "10"))},
            "warn",
            "Items 7, 8 and 10 have no paper.",
        ),
        (
            {"items": (replace(ITEM, lacks_heads=True),)},
            "warn",
            "Item 1 is a verbal update, and nothing says what about.",
        ),
        (
            {"texts": words("Write to ada@council,example")},
            "warn",
            "Item 1, Adoption: “ada@council,example” is no e-mail address.",
        ),
        (
            {"texts": words("It will come to the meeting on 3 December 2018")},
            "warn",
            "Item 1, Adoption promises something for 3 December 2018, when no meeting is planned.",
        ),
        (
            {"texts": words("J.S., aged 14, of Oak Park School")},
            "warn",
            "Item 1, Adoption gives initials, an age and a school together.",
        ),
        (
            {"items": (replace(ITEM, title="ADOPTION REPORT"),)},
            "warn",
            "Item 1, Adoption has a title all in capitals.",
        ),
        (
            {"items": (replace(ITEM, papers=(PaperMaterial("Update", HERE, is_listed=False),)),)},
            "warn",
            "Item 1, Adoption: the pages of “Update” are on no line of the agenda.",
        ),
        (
            {"contacts": (replace(CONTACT, where="The clerk", telephone="3000"),)},
            "warn",
            "The clerk: “3000” is no telephone number.",
        ),
        (
            {"contacts": (replace(CONTACT, where="The clerk", post="Director"),)},
            "warn",
            "Ada Brown has different posts: “Director” (The clerk) and “Head of Service” (Lead officer of “Adoption”).",
        ),
    ],
)
def test_agenda_check_finds_its_slip(changed, severity, sentence):
    assert said(replace(AGENDA, **changed)) == [(severity, sentence)]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"body": "To: Corporate Parenting Panel – 18 September 2017"},
            "The report “Adoption” is addressed to another day. The meeting is on Thursday 1 November 2018, "
            "not on 18 September 2017.",
        ),
        (
            {"body": "## 5. Recommendations\n\nThe Panel is asked to AGREE the plan."},
            "The report “Adoption” recommends one thing at its head and another in its text.",
        ),
        (
            {"background": " "},
            "The report “Adoption” has no list of background documents. Write “None” if there are none.",
        ),
        ({"subject": "ADOPTION REPORT"}, "The report “ADOPTION REPORT” has a subject all in capitals."),
        (
            {"summary": "On Friday 1 November 2018"},
            "The report “Adoption”: “Friday 1 November 2018” is not a Friday: 1 November 2018 is a Thursday.",
        ),
        ({"summary": "In 2017//2018"}, "The report “Adoption”: “2017//2018” is no span of years."),
        (
            {"summary": "It will be reported to the Panel in March 2019."},
            "The report “Adoption” promises something for March 2019, when no meeting is planned.",
        ),
        (
            {"summary": "J.S., aged 14, of Oak Park School"},
            "The report “Adoption” gives initials, an age and a school together: a child could be known from it.",
        ),
        (
            {"contacts": (replace(CONTACT, email="ada@council,example"),)},
            "Lead officer of “Adoption”: “ada@council,example” is no e-mail address.",
        ),
    ],
)
def test_report_check_finds_its_slip(changed, sentence):
    report = replace(REPORT, **changed)

    assert said(report) == [("warn", sentence)]
    assert ("warn", sentence) in said(replace(AGENDA, reports=(report,)))


def test_exempt_report_may_name_a_child():
    assert said(replace(REPORT, summary="J.S., aged 14, of Oak Park School", is_open=False)) == []


def test_part_exempt_item_may_have_an_exempt_paper():
    item = replace(ITEM, is_open=False, papers=(PaperMaterial("Report", HERE, is_exempt=True),))

    assert said(replace(AGENDA, items=(item,))) == []


def test_what_blocks_stands_first_and_nothing_twice():
    agenda = replace(AGENDA, texts=words("In 2017//2018, on Friday 1 November 2018, in 2017//2018"))

    assert [severity for severity, _ in said(agenda)] == ["block", "warn"]


def test_another_room_registers_checks_for_its_own_material():
    class Minutes:
        pass

    @check(Minutes)
    def one(minutes):
        yield warn("A speaker is not in attendance.")

    assert [finding.sentence for finding in findings_in(Minutes())] == ["A speaker is not in attendance."]
    assert checks_for(Minutes) == (one,)
    assert one not in checks_for(AgendaMaterial)
