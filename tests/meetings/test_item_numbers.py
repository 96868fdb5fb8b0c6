import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.item_numbers import AdditionNumber, AgendaLine, ItemNumber, LineKind, item_line, number_items

ITEM, SUB_ITEM = AgendaLine(), AgendaLine(LineKind.SUB_ITEM)
HEADING, MOTION = AgendaLine(LineKind.HEADING), AgendaLine(LineKind.EXCLUSION_MOTION)
EXEMPT = AgendaLine(is_exempt=True)
NUMBERS = st.builds(ItemNumber, st.integers(1, 99), st.text("abcz", max_size=3))


def issued(number):
    return AgendaLine(issued_as=ItemNumber.parse(number))


def printed(lines, **how):
    return [number and str(number) for number in number_items(lines, **how)]


def test_items_count_from_one_and_headings_and_the_motion_carry_no_number():
    lines = [HEADING, ITEM, ITEM, HEADING, ITEM, MOTION, EXEMPT]

    assert printed(lines) == [None, "1", "2", None, "3", None, "4"]


def test_exempt_items_come_after_all_open_ones_wherever_they_stand():
    assert printed([EXEMPT, ITEM, EXEMPT, ITEM]) == ["3", "1", "4", "2"]


def test_sub_items_are_lettered_below_their_item():
    assert printed([ITEM, ITEM, SUB_ITEM, SUB_ITEM, ITEM]) == ["1", "2", "2a", "2b", "3"]


def test_sub_items_go_to_the_exempt_part_with_their_item():
    assert printed([EXEMPT, SUB_ITEM, ITEM]) == ["2", "2a", "1"]


def test_after_z_come_two_letters():
    assert printed([ITEM, *[SUB_ITEM] * 28])[-3:] == ["1z", "1aa", "1ab"]


@pytest.mark.parametrize("lines", [[SUB_ITEM], [HEADING, SUB_ITEM], [ITEM, MOTION, SUB_ITEM]])
def test_sub_item_without_an_item_above_it_is_refused(lines):
    with pytest.raises(ValueError, match="needs an item above it"):
        number_items(lines)


def test_no_lines_have_no_numbers():
    assert number_items([]) == []


def test_item_added_late_takes_the_next_free_number_and_moves_nobody():
    lines = [issued("1"), ITEM, issued("2"), issued("3")]

    assert printed(lines) == ["1", "4", "2", "3"]


def test_item_added_late_may_take_a_letter_of_the_number_above_it():
    lines = [issued("1"), ITEM, ITEM, issued("2"), issued("3"), ITEM]

    assert printed(lines, late=AdditionNumber.LETTER) == ["1", "1a", "1b", "2", "3", "4"]


def test_late_letter_follows_the_letters_already_there():
    lines = [issued("1"), issued("1a"), issued("1b"), ITEM, issued("2")]

    assert printed(lines, late=AdditionNumber.LETTER) == ["1", "1a", "1b", "1c", "2"]


def test_late_item_with_nothing_above_it_or_with_sub_items_takes_a_number():
    assert printed([ITEM, issued("1")], late=AdditionNumber.LETTER) == ["2", "1"]
    assert printed([issued("1"), ITEM, SUB_ITEM, issued("2")], late=AdditionNumber.LETTER) == [
        "1",
        "3",
        "3a",
        "2",
    ]


def test_late_sub_item_takes_the_next_letter_below_its_item():
    sub_issued = AgendaLine(LineKind.SUB_ITEM, issued_as=ItemNumber(2, "a"))

    assert printed([issued("1"), issued("2"), SUB_ITEM, sub_issued, issued("3")]) == [
        "1",
        "2",
        "2b",
        "2a",
        "3",
    ]


def test_number_of_an_item_that_is_gone_stays_empty():
    gone = [ItemNumber(4), ItemNumber(1, "a")]

    assert printed([issued("1"), issued("2"), ITEM], used=gone) == ["1", "2", "5"]
    assert printed([issued("1"), ITEM, issued("2")], used=gone, late=AdditionNumber.LETTER) == [
        "1",
        "1b",
        "2",
    ]


KINDS = st.sampled_from([ITEM, SUB_ITEM, HEADING, MOTION, EXEMPT])
STEPS = st.lists(st.lists(st.tuples(st.integers(0, 40), KINDS), max_size=5), min_size=1, max_size=5)


def fits(lines):
    kinds = [line.kind for line in lines]
    above = [None, *kinds]
    return all(
        before in (LineKind.ITEM, LineKind.SUB_ITEM)
        for before, kind in zip(above, kinds, strict=False)
        if kind == LineKind.SUB_ITEM
    )


@given(STEPS, st.sampled_from(AdditionNumber), st.data())
def test_numbers_are_never_given_twice_nor_changed_through_many_issues(steps, late, data):
    """Issue after issue, lines are added anywhere and some are taken away."""
    lines, gone = [], set()
    for added in steps:
        for place, line in added:
            grown = [*lines[:place], line, *lines[place:]]
            lines = grown if fits(grown) else lines

        numbers = number_items(lines, late=late, used=gone)

        given_out = [number for number in numbers if number]
        assert len(given_out) == len(set(given_out))
        assert gone.isdisjoint(given_out)
        assert all(
            number == line.issued_as for line, number in zip(lines, numbers, strict=True) if line.issued_as
        )
        assert [number is None for number in numbers] == [line in (HEADING, MOTION) for line in lines]
        lines = [
            AgendaLine(line.kind, line.is_exempt, number) for line, number in zip(lines, numbers, strict=True)
        ]
        if lines and data.draw(st.booleans()):
            gone |= {lines[-1].issued_as} - {None}
            lines = lines[:-1]


@given(st.lists(st.sampled_from([ITEM, HEADING, EXEMPT]), max_size=30))
def test_first_issue_counts_without_a_gap(lines):
    numbers = sorted(number.number for number in number_items(lines) if number)

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("numbers", "printed_line"),
    [
        (["8"], "(Item 8)"),
        (["16a", "16b"], "(Items 16a and 16b)"),
        (["5", "4", "3"], "(Items 3, 4 and 5)"),
        (["8", "8"], "(Item 8)"),
        ([], ""),
    ],
)
def test_minute_names_its_items(numbers, printed_line):
    assert item_line(ItemNumber.parse(number) for number in numbers) == printed_line


def test_numbers_are_in_the_order_of_the_agenda():
    names = ["2", "10", "16b", "16aa", "16", "16a"]

    in_order = [str(number) for number in sorted(map(ItemNumber.parse, names))]

    assert in_order == ["2", "10", "16", "16a", "16b", "16aa"]


@given(NUMBERS)
def test_number_reads_back_as_it_prints(number):
    assert ItemNumber.parse(str(number)) == number


@pytest.mark.parametrize("text", ["", "a", "0", "08", "8A", "8-a", "-8", "8 a", "٨"])
def test_text_that_is_no_item_number_is_refused(text):
    with pytest.raises(ValueError, match="is not the number of an item"):
        ItemNumber.parse(text)
