import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.letters import letter, letter_place, roman


@pytest.mark.parametrize(
    ("place", "word"),
    [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa")],
)
def test_letters_go_on_after_z(place, word):
    assert letter(place) == word
    assert letter_place(word) == place


@given(st.integers(0, 100_000))
def test_letter_reads_back_as_its_place(place):
    assert letter_place(letter(place)) == place


@pytest.mark.parametrize("word", ["A", "1", "é", " "])
def test_other_signs_are_no_letters(word):
    with pytest.raises(ValueError, match="letters a to z"):
        letter_place(word)


def test_place_below_nought_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        letter(-1)


def test_roman_numerals_count():
    assert [roman(number) for number in (1, 2, 3, 4, 5, 6, 9, 10, 14, 40, 90, 400, 1994, 3999)] == [
        *("i", "ii", "iii", "iv", "v", "vi", "ix", "x", "xiv", "xl", "xc", "cd", "mcmxciv", "mmmcmxcix")
    ]


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_number_without_a_roman_numeral_is_refused(number):
    with pytest.raises(ValueError, match="1 to 3999"):
        roman(number)
