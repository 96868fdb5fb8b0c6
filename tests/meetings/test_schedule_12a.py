import pytest

from meetings.schedule_12a import Paragraph, paragraphs, paragraphs_described, paragraphs_named


def test_there_are_seven_paragraphs_in_england():
    assert Paragraph.values == [1, 2, 3, 4, 5, 6, 7]


def test_paragraphs_are_named_in_order_and_once():
    assert paragraphs_named([1]) == "paragraph 1"
    assert paragraphs_named([2, 1, 2]) == "paragraphs 1 and 2"
    assert paragraphs([3, 1]) == [Paragraph.INDIVIDUAL, Paragraph.BUSINESS]


def test_paragraphs_are_described_in_the_words_of_the_schedule():
    assert paragraphs_described([2, 1]) == (
        "paragraph 1 (information relating to any individual) and paragraph 2 (information which is likely to "
        "reveal the identity of an individual)"
    )


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ([], "Name one or more of paragraphs 1 to 7 of Schedule 12A."),
        ([12], "Name one or more of paragraphs 1 to 7 of Schedule 12A, not 12."),
        ([1, 18, 0], "Name one or more of paragraphs 1 to 7 of Schedule 12A, not 0 or 18."),
    ],
)
def test_none_and_those_of_wales_are_refused(numbers, message):
    with pytest.raises(ValueError, match="Schedule 12A") as refused:
        paragraphs(numbers)

    assert str(refused.value) == message
