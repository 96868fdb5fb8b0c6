import pytest

from meetings.paragraph_marks import (
    PARAGRAPH,
    POINT,
    SUB_POINT,
    MarkStyle,
    counting_sign,
    ended,
    mark,
    paragraph_marks,
)


@pytest.mark.parametrize(
    ("level", "place", "style", "printed"),
    [
        (PARAGRAPH, 1, MarkStyle.OPEN, "1."),
        (PARAGRAPH, 12, MarkStyle.OPEN, "12."),
        (POINT, 1, MarkStyle.OPEN, "a)"),
        (POINT, 27, MarkStyle.OPEN, "aa)"),
        (SUB_POINT, 4, MarkStyle.OPEN, "iv."),
        (PARAGRAPH, 2, MarkStyle.BRACKETED, "(2)"),
        (POINT, 2, MarkStyle.BRACKETED, "(b)"),
        (SUB_POINT, 2, MarkStyle.BRACKETED, "(ii)"),
    ],
)
def test_paragraph_has_the_mark_of_its_level_and_place(level, place, style, printed):
    assert mark(level, place, style) == printed


def test_references_take_the_bare_signs():
    assert [counting_sign(level, 3) for level in (PARAGRAPH, POINT, SUB_POINT)] == ["3", "c", "iii"]


def test_place_below_one_is_refused():
    with pytest.raises(ValueError, match="counted from 1"):
        mark(POINT, 0)


@pytest.mark.parametrize(
    ("number", "marks"), [(0, []), (1, [""]), (2, ["1.", "2."]), (3, ["1.", "2.", "3."])]
)
def test_minute_of_one_paragraph_carries_no_mark(number, marks):
    assert paragraph_marks(number) == marks


@pytest.mark.parametrize(
    ("points", "printed"),
    [
        ([], []),
        (["x be noted"], ["x be noted."]),
        (["x be noted", "y be invited"], ["x be noted; and", "y be invited."]),
        (["x", "y", "z"], ["x;", "y; and", "z."]),
        (["x; and", "y.", " z; "], ["x;", "y; and", "z."]),
        (["the sea and the land", "sand"], ["the sea and the land; and", "sand."]),
    ],
)
def test_points_end_with_semicolons_and_the_last_with_a_full_stop(points, printed):
    assert ended(points) == printed
