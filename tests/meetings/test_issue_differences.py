"""What is different between two issues, told in plain sentences."""

import pytest

from meetings.issue_differences import added_lines, changed_in_substance, differences, only_adds

PAPER = {"id": 7, "title": "Report", "report": None}


def line(key: int = 1, **fields) -> dict:
    return {
        "id": key,
        "number": str(key),
        "title": f"Item {key}",
        "purpose": "To receive it",
        "lead": "",
        "access": "open",
        "exempt_line": "",
        "public_interest": "",
        "paper": "",
        "late_reason": "",
        "verbal_heads": [],
        "urgency": "",
        "papers": [],
        "parts": [],
    } | fields


def sheet(*lines: dict, **fields) -> dict:
    return {
        "date": "Thursday, 1st November, 2018",
        "time": "10.00 am",
        "venue": "Darent Room",
        "membership": "Mrs A",
        "ask_for": "Tess",
        "telephone": "1",
        "signed": {"name": "Ben"},
        "open": list(lines),
        "exempt": [],
    } | fields


def test_same_agenda_has_no_difference():
    assert differences(sheet(line()), sheet(line())) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ([line(1)], [line(1), line(2)], "Item 2, Item 2 is added."),
        ([line(1), line(2)], [line(1)], "Item 2, Item 2 is taken off."),
        ([line(title="A")], [line(title="B")], "Item 1, B: the title was “A”, it is now “B”."),
        (
            [line()],
            [line(purpose="")],
            "Item 1, Item 1: the purpose was “To receive it”, it is now empty.",
        ),
        ([line()], [line(access="exempt")], "Item 1, Item 1 is exempt, or has an exempt paper now."),
        ([line(access="exempt")], [line()], "Item 1, Item 1 is open to the public now."),
        ([line()], [line(papers=[PAPER])], "Item 1, Item 1: the paper “Report” is added."),
        ([line(papers=[PAPER])], [line()], "Item 1, Item 1: the paper “Report” is taken away."),
        (
            [line(papers=[PAPER])],
            [line(papers=[PAPER | {"report": {"version": 2}}])],
            "Item 1, Item 1: the paper “Report” has changed.",
        ),
        ([line()], [line(paper="(to follow)")], "Item 1, Item 1: its paper is to follow."),
        ([line(paper="(to follow)")], [line()], "Item 1, Item 1: its paper follows no more."),
        ([line()], [line(lead="Bo")], "Item 1, Item 1: what stands below its title has changed."),
        ([line(1), line(2)], [line(2), line(1)], "The order of the items has changed."),
        ([line(1, parts=[])], [line(1, parts=[line(2, number="1a")])], "Item 1a, Item 2 is added."),
    ],
)
def test_each_difference_of_a_line_is_one_sentence(old, new, said):
    assert differences(sheet(*old), sheet(*new)) == [said]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"venue": "Stour Room"}, "The place was “Darent Room”, it is now “Stour Room”."),
        ({"membership": "Mrs B"}, "The list of members has changed."),
        ({"ask_for": "Ed"}, "Whom to ask has changed."),
        ({"signed": {"name": "Cy"}}, "The proper officer's name, post or telephone has changed."),
    ],
)
def test_each_difference_of_the_head_is_one_sentence(fields, said):
    assert differences(sheet(line()), sheet(line(), **fields)) == [said]


@pytest.mark.parametrize(
    ("old", "new", "only"),
    [
        ([line(1)], [line(1), line(2)], True),
        ([line(paper="(to follow)", late_reason="Soon")], [line(papers=[PAPER])], True),
        ([line(1)], [line(1, title="Other"), line(2)], False),
        ([line(1), line(2)], [line(1)], False),
        ([line(papers=[PAPER])], [line()], False),
        ([line(papers=[PAPER])], [line(papers=[PAPER | {"title": "Other"}])], False),
    ],
)
def test_supplement_tells_only_what_is_added(old, new, only):
    assert only_adds(sheet(*old), sheet(*new)) is only


def test_supplement_lists_new_items_and_those_with_a_new_paper():
    old = sheet(line(1), line(2), line(3))
    new = sheet(line(1), line(2, papers=[PAPER]), line(3), line(4))

    assert added_lines(old, new) == [2, 4]


def test_substance_is_title_and_purpose():
    old = sheet(line(1), line(2), line(3))
    new = sheet(line(1, title="A"), line(2, purpose="B"), line(3, lead="C"), line(4))

    assert changed_in_substance(old, new) == [1, 2]
