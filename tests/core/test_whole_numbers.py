import pytest

from core.whole_numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("17", 17),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5000, None),
        ("", None),
        (None, None),
        ("-1", None),
        ("1.0", None),
        ("²", None),
        ("١٢", None),
        ("1\x00", None),
        (" 1", None),
    ],
)
def test_whole_number_is_read_and_anything_else_is_none(text, number):
    assert whole_number(text) == number
