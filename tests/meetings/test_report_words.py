"""The council's template for a report: order of authors, classification, what is missing."""

import pytest

from meetings.report_words import author_lines, classification, missing_parts

ROLES = [("author", "Report author"), ("lead_officer", "Lead officer")]
WHOLE = {
    "from_lines": "Head of Service",
    "summary": "It is about adoption.",
    "recommendation": "The Panel is asked to NOTE the report.",
    "body": "Text",
    "background_documents": "None",
}
NAMES = {"author": "Ada", "lead_officer": "Bo"}


def test_cabinet_member_stands_first_and_the_corporate_director_second():
    lines = "Bo, Head of Service\n\nCy, Corporate Director\nDee, Cabinet Member\nEd, Manager"

    assert author_lines(lines) == [
        "Dee, Cabinet Member",
        "Cy, Corporate Director",
        "Bo, Head of Service",
        "Ed, Manager",
    ]


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([], "Unrestricted"),
        (
            [2, 1],
            "Exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972",
        ),
    ],
)
def test_classification_follows_the_papers_access(paragraphs, said):
    assert classification(paragraphs) == said


def test_whole_report_lacks_nothing():
    assert missing_parts(WHOLE, NAMES, ROLES) == []


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("from_lines", "Say from whom the report is, the Cabinet Member first."),
        ("summary", "Write the summary."),
        ("recommendation", "Write the recommendation."),
        ("body", "Write the report itself."),
        ("background_documents", "List the background documents, or write “None”."),
    ],
)
def test_each_missing_part_is_named(left_out, said):
    assert missing_parts(WHOLE | {left_out: " \n"}, NAMES, ROLES) == [said]


def test_missing_contact_is_named_by_its_role():
    assert missing_parts(WHOLE, {"author": "Ada"}, ROLES) == ["Name the lead officer."]


@pytest.mark.parametrize("asked", ["asked to note the report", "asked to NOTED", "asked to Note"])
def test_recommendation_says_in_capitals_what_is_asked(asked):
    assert missing_parts(WHOLE | {"recommendation": asked}, NAMES, ROLES) == [
        "Put in capitals what the panel is asked to do, like NOTE, COMMENT, ENDORSE or AGREE."
    ]
