import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.pack.faults import Unsettled
from meetings.pack.labels import label_runs
from meetings.pack.layout import PASSES, Counted, Place, lay_out, next_odd, settle

# The council's pack of 1 November 2018: the minutes with an appended text that no line lists, and seven more papers
NOVEMBER = [
    Counted("minutes", "4", 8),
    Counted("young people", "4", 4, is_listed=False),
    *(
        Counted(f"paper {n}", str(n), pages)
        for n, pages in zip(range(5, 12), (1, 2, 10, 20, 12, 26, 4), strict=True)
    ),
]
papers = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 40), st.booleans()), max_size=12).map(
    lambda rows: [
        Counted(str(n), str(item), pages, is_listed=is_listed)
        for n, (item, pages, is_listed) in enumerate(sorted(rows, key=lambda row: row[0]))
    ]
)


def test_the_pack_of_november_2018_has_the_ranges_that_were_printed():
    layout = lay_out(4, NOVEMBER)

    assert [(place.first, place.last) for place in layout.ranges.values()] == [
        (5, 12),
        (17, 17),
        (19, 20),
        (21, 30),
        (31, 50),
        (51, 62),
        (63, 88),
        (89, 92),
    ]
    assert layout.places["young people"] == Place(13, 16)
    assert layout.last == 92


def test_listed_pages_of_one_item_are_one_range_with_the_pads_inside_it():
    layout = lay_out(3, [Counted("report", "7", 3), Counted("appendix", "7", 2)])

    assert layout.ranges == {"7": Place(5, 10)}
    assert layout.places == {"report": Place(5, 7), "appendix": Place(9, 10)}


@pytest.mark.parametrize(("last", "following"), [(92, 93), (91, 93), (1, 3), (4, 5)])
def test_a_supplement_begins_on_the_next_right_hand_page(last, following):
    assert next_odd(last) == following


def test_a_supplement_to_the_november_pack_is_numbered_after_it():
    layout = lay_out(1, [Counted("late", "9", 2)], first=next_odd(lay_out(4, NOVEMBER).last))

    assert (layout.front, layout.ranges["9"]) == (Place(93, 93), Place(95, 96))


@given(st.integers(1, 9), papers, st.integers(0, 100).map(lambda n: 2 * n + 1))
def test_every_paper_begins_on_a_right_hand_page_and_no_page_is_numbered_twice(front, counted, first):
    layout = lay_out(front, counted, first=first)

    numbers = [number for place in (layout.front, *layout.places.values()) for number in place.numbers]
    assert all(place.first % 2 == 1 for place in layout.places.values())
    assert numbers == sorted(set(numbers))
    assert [place.last - place.first + 1 for place in layout.places.values()] == [
        one.pages for one in counted
    ]
    assert layout.last == numbers[-1]
    assert set(range(first, layout.last + 1)) - set(numbers) == {
        number for number in range(first, layout.last) if number % 2 == 0 and number not in numbers
    }


@given(st.integers(1, 9), papers)
def test_a_range_runs_from_the_first_listed_page_to_the_last(front, counted):
    layout = lay_out(front, counted)

    for item in {one.item for one in counted}:
        listed = [layout.places[one.key] for one in counted if one.item == item and one.is_listed]
        assert layout.ranges.get(item) == (Place(listed[0].first, listed[-1].last) if listed else None)


@pytest.mark.parametrize(("front", "pages", "first"), [(0, 1, 1), (1, 0, 1), (1, 1, 2)])
def test_what_no_pack_can_have_is_refused(front, pages, first):
    with pytest.raises(ValueError, match="page"):
        lay_out(front, [Counted("one", "1", pages)], first=first)


def test_the_front_sheet_is_printed_until_the_ranges_on_it_stay():
    lengths = iter([6, 5])
    seen = []

    def printed(layout):
        seen.append(layout.ranges["4"].first)
        return next(lengths)

    layout = settle(printed, NOVEMBER)

    assert (layout.front, seen) == (Place(1, 5), [5, 7])


def test_a_front_sheet_that_never_settles_is_an_error_after_five_passes():
    passes = []

    with pytest.raises(Unsettled, match="did not settle in 5 passes"):
        settle(lambda layout: passes.append(1) or layout.front.last + 2, NOVEMBER)
    assert len(passes) == PASSES


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([1, 2, 3], [(0, 1)]), ([1, 2, 17, 18, 21], [(0, 1), (2, 17), (4, 21)]), ([93], [(0, 93)]), ([], [])],
)
def test_labels_count_anew_after_pages_that_are_left_out(numbers, runs):
    assert label_runs(numbers) == runs
