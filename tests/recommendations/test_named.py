"""Whether a resolution names a recommendation by its number."""

import pytest

from recommendations.named import names, names_any


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("recommendation 4 be accepted as done", {4}),
        ("Recommendations 4 and 7 be accepted as done", {4, 7}),
        ("recommendations 4, 5 and 7 be accepted", {4, 5, 7}),
        ("recommendations 2 to 5", {2, 3, 4, 5}),
        ("recommendations 2-4 and 9", {2, 3, 4, 9}),
        ("recommendation number 4", {4}),
        ("Rec. 4", {4}),
        ("R4 and R7", {4, 7}),
        ("recommendation 14", {14}),
        ("it be accepted as done", set()),
        ("the election of 4 members in 7 days be noted", set()),
        ("the recommendations be noted on 4 March", set()),
        ("the record of 4 meetings", set()),
    ],
)
def test_recommendations_are_named_by_their_numbers(words, numbers):
    assert {number for number in range(1, 20) if names(words, number)} == numbers
    assert names_any(words) is bool(numbers)
