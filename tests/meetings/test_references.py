from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.item_numbers import ItemNumber
from meetings.references import ItemReference, MinuteReference

MARKS = st.lists(st.integers(1, 99).map(str) | st.text("abcivx", min_size=1, max_size=4), max_size=4).map(
    tuple
)
NUMBERS = st.builds(ItemNumber, st.integers(1, 99), st.text("abcz", max_size=2))


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("103(2)", MinuteReference(103, ("2",))),
        ("105(3)(b)", MinuteReference(105, ("3", "b"))),
        ("104(2)(c)", MinuteReference(104, ("2", "c"))),
        ("106(1)(iv)", MinuteReference(106, ("1", "iv"))),
        ("98", MinuteReference(98)),
        ("60/18(3)(a)", MinuteReference(60, ("3", "a"), 18)),
        (" 105 (3) (b) ", MinuteReference(105, ("3", "b"))),
    ],
)
def test_reference_to_a_paragraph_is_read(text, reference):
    assert MinuteReference.parse(text) == reference


@given(st.builds(MinuteReference, st.integers(1, 9999), MARKS, st.none() | st.integers(0, 99)))
def test_reference_to_a_paragraph_reads_back_as_it_prints(reference):
    assert MinuteReference.parse(str(reference)) == reference


@pytest.mark.parametrize(
    "text", ["", "(2)", "103(", "103()", "103(2", "103(B)", "103(2b)", "103(0)", "a(2)", "103.2"]
)
def test_text_that_is_no_reference_to_a_paragraph_is_refused(text):
    with pytest.raises(ValueError, match=r"like 103\(2\) or 105\(3\)\(b\)"):
        MinuteReference.parse(text)


@pytest.mark.parametrize(
    "text", ["Item 8 of 1 Nov 2018", "item 8 of 1 November 2018", "Item 8 of Thursday, 1st November, 2018"]
)
def test_reference_to_an_item_is_read_and_printed_short(text):
    reference = ItemReference.parse(text)

    assert reference == ItemReference(ItemNumber(8), date(2018, 11, 1))
    assert str(reference) == "Item 8 of 1 Nov 2018"


@given(st.builds(ItemReference, NUMBERS, st.dates(date(1900, 1, 1), date(2099, 12, 31))))
def test_reference_to_an_item_reads_back_as_it_prints(reference):
    assert ItemReference.parse(str(reference)) == reference


@pytest.mark.parametrize(
    "text",
    ["Item 8", "Item of 1 Nov 2018", "Item 8 of November", "Item 8 of 31 Nov 2018", "8 of 1 Nov 2018", ""],
)
def test_text_that_is_no_reference_to_an_item_is_refused(text):
    with pytest.raises(ValueError, match="is not a reference to an item"):
        ItemReference.parse(text)
