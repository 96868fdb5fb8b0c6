import pytest

from meetings.page_words import page_range, paper_words


@pytest.mark.parametrize(
    ("pages", "printed"),
    [((5, 12), "(Pages 5 - 12)"), ((17, 17), "(Page 17)"), ((17,), "(Page 17)"), ((None,), "")],
)
def test_page_range_is_printed_with_spaces_round_its_hyphen(pages, printed):
    assert page_range(*pages) == printed


@pytest.mark.parametrize("pages", [(12, 5), (0, 4), (-1, 1)])
def test_pages_that_are_no_range_are_refused(pages):
    with pytest.raises(ValueError, match="are not a range"):
        page_range(*pages)


def test_paper_that_is_to_follow_says_so_in_place_of_pages():
    assert paper_words(None, is_to_follow=True) == "(to follow)"
    assert paper_words(89, 92) == "(Pages 89 - 92)"
    assert paper_words(None) == ""
