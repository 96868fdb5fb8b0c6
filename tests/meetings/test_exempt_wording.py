from datetime import time

import pytest

from meetings.exempt_wording import (
    exclusion_motion,
    exclusion_refused,
    exclusion_resolved,
    exempt_line,
    not_for_publication,
    paragraphs_relied_on,
    public_readmitted,
)
from meetings.item_numbers import ItemNumber

ITEMS = [ItemNumber(13), ItemNumber(12)]


def test_motion_names_section_business_paragraphs_and_the_public_interest():
    assert exclusion_motion(ITEMS, [2, 1]) == (
        "That, under section 100A(4) of the Local Government Act 1972, the public be excluded from the meeting for "
        "the business of items 12 and 13, because it is likely that exempt information would otherwise be disclosed "
        "to them, as described in paragraph 1 (information relating to any individual) and paragraph 2 (information "
        "which is likely to reveal the identity of an individual) of Part 1 of Schedule 12A to that Act, and because "
        "in all the circumstances the public interest in maintaining the exemption outweighs the public interest in "
        "disclosing the information."
    )


def test_resolution_says_what_the_motion_said():
    motion = exclusion_motion([ItemNumber(12)], [1])

    assert exclusion_resolved([ItemNumber(12)], [1]) == "It was RESOLVED that" + motion.removeprefix("That")


def test_motion_without_business_or_without_a_paragraph_is_refused():
    with pytest.raises(ValueError, match="for which items"):
        exclusion_motion([], [1])
    with pytest.raises(ValueError, match="paragraphs 1 to 7"):
        exclusion_motion(ITEMS, [])


def test_motion_lost_leaves_the_business_in_public():
    assert exclusion_refused([ItemNumber(12)]) == (
        "The motion to exclude the public from the meeting for the business of item 12 was lost. "
        "It was taken in public."
    )


def test_public_reads_paragraph_and_reason_of_an_exempt_item():
    assert exempt_line([1, 2], " Young people tell of their own lives. ") == (
        "Exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972: "
        "Young people tell of their own lives."
    )


def test_withheld_copy_is_marked_with_the_description():
    assert not_for_publication([1]) == (
        "Not for publication: paragraph 1 (information relating to any individual) of Part 1 of Schedule 12A to "
        "the Local Government Act 1972."
    )


def test_public_are_admitted_again_at_a_time():
    assert public_readmitted(time(11, 45)) == "The public were admitted to the meeting again at 11.45 am."


@pytest.mark.parametrize("paragraphs", [[1], [3, 7], [1, 2, 6]])
def test_line_under_an_exempt_item_tells_the_paragraphs_that_its_papers_carry(paragraphs):
    line = exempt_line(paragraphs, "It is about paragraphs 4 and 5 of Part 1 of Schedule 12A.")

    assert paragraphs_relied_on(line) == paragraphs


def test_paper_of_a_line_that_names_no_paragraph_is_withheld_all_the_same():
    assert not_for_publication(paragraphs_relied_on("")) == "Not for publication."
