import pytest

from core.richtext import from_plain, plain_text
from meetings.minute_text import Decision, minute_text

NOTED = Decision("It was RESOLVED that", "the report be noted, with thanks")
WELCOMED = Decision("It was RESOLVED that", "the team be thanked.")


def printed(body: str, *decisions: Decision) -> str:
    """Words with their numbers, a paragraph a line."""
    return plain_text(minute_text(from_plain(body, headings=False), decisions))


def test_single_paragraph_carries_no_number():
    assert printed("1. Apologies were received.") == "Apologies were received."


def test_resolution_alone_carries_no_number():
    assert printed("", NOTED) == "It was RESOLVED that the report be noted, with thanks."


def test_resolution_is_the_last_numbered_paragraph():
    assert printed("Mr Doe spoke.", NOTED).split("\n") == [
        "1 Mr Doe spoke.",
        "2 It was RESOLVED that the report be noted, with thanks.",
    ]


def test_paragraphs_are_numbered_whether_they_were_typed_with_numbers_or_not():
    typed = printed("1. Mr Doe spoke.\n2. Ms Roe answered.", NOTED)

    assert printed("Mr Doe spoke.\n\nMs Roe answered.", NOTED) == typed
    assert typed.split("\n")[1] == "2 Ms Roe answered."


def test_points_stay_with_their_paragraph():
    named = "1. She named the main points:\ni. the first; and\nii. the second."
    body = f"{named}\n2. The following was said:\na) this; and\nb) that."

    assert printed(body, NOTED).split("\n") == [
        "1 She named the main points:",
        "1(i) the first; and",
        "1(ii) the second.",
        "2 The following was said:",
        "2(a) this; and",
        "2(b) that.",
        "3 It was RESOLVED that the report be noted, with thanks.",
    ]


def test_bullets_under_an_unnumbered_paragraph_stay_under_it():
    html = minute_text(from_plain("The Panel noted:\n- one had left\n- one had joined", headings=False))

    assert html == (
        "<p>The Panel noted:</p><ul><li><p>one had left</p></li><li><p>one had joined</p></li></ul>"
    )


def test_several_resolutions_of_one_form_are_lettered_points():
    assert printed("", NOTED, WELCOMED).split("\n") == [
        "It was RESOLVED that:-",
        "(a) the report be noted, with thanks; and",
        "(b) the team be thanked.",
    ]


def test_resolutions_of_two_forms_are_two_paragraphs():
    agreed = Decision("It was generally agreed that", "the election wait")

    assert printed("", NOTED, agreed).split("\n") == [
        "1 It was RESOLVED that the report be noted, with thanks.",
        "2 It was generally agreed that the election wait.",
    ]


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (
            Decision("It was RESOLVED that", "the plan be agreed", "Carried by 5 votes to 2."),
            "It was RESOLVED that the plan be agreed. Carried by 5 votes to 2.",
        ),
        (
            Decision("It was RESOLVED that", "the plan be agreed", "Lost by 2 votes to 5.", is_carried=False),
            "It was moved that the plan be agreed. Lost by 2 votes to 5.",
        ),
        (
            Decision("It was RESOLVED that", "the plan be agreed", is_carried=False),
            "It was moved that the plan be agreed. The motion was lost.",
        ),
    ],
)
def test_vote_stands_after_what_was_voted_on(decision, sentence):
    assert printed("", decision) == sentence
    assert printed("", NOTED, decision, WELCOMED).split("\n")[1] == f"2 {sentence}"


def test_words_are_escaped():
    decision = Decision("It was RESOLVED that", "spending be <b>under</b> 5 & rising")

    assert minute_text("", [decision]) == (
        "<p>It was RESOLVED that spending be &lt;b&gt;under&lt;/b&gt; 5 &amp; rising.</p>"
    )


def test_nothing_is_nothing():
    assert minute_text("") == ""
