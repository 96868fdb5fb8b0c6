import pytest

from scorecard.demographics.shares import share


@pytest.mark.parametrize(
    ("count", "total", "text"),
    [
        (0, 1579, "0%"),
        (1, 1579, "under 1%"),
        (7, 1579, "under 1%"),
        (8, 1579, "1%"),
        (1145, 1579, "73%"),
        (1, 8, "13%"),  # 12.5 goes up
        (1571, 1579, "99%"),
        (1578, 1579, "over 99%"),
        (1579, 1579, "100%"),
        (None, 1579, ""),
        (5, None, ""),
        (0, 0, ""),
    ],
)
def test_share_is_whole_and_only_all_are_a_hundred(count: int | None, total: int | None, text: str) -> None:
    assert share(count, total) == text
