"""What is hidden and what stays, over small tables whose every cell can be followed."""

from dataclasses import replace

import pytest

from scorecard.demographics.counts import Column, CountedTable, Counts, is_small
from scorecard.demographics.publishing import PublishedTable, Withheld, publish

GIRLS, BOYS, ALL, WITHOUT, _ = Column


def table(*rows: Counts, none: Counts | None = None) -> CountedTable:
    """Its total is what its rows and those in none of them add up to."""
    lines = (*rows, none) if none else rows
    columns = ("everyone", "female", "male", "without")
    values = {name: [getattr(row, name) for row in lines] for name in columns}
    total = {name: None if None in found else sum(found) for name, found in values.items()}
    return CountedTable("t", "T", rows, Counts("All children", **total), none)


def ages(*counts: int) -> CountedTable:
    return table(*(Counts(f"Age {age}", count) for age, count in enumerate(counts)))


def numbers(published: PublishedTable) -> list[tuple[int | None, ...]]:
    return [row.numbers for row in published.rows]


def column(published: PublishedTable) -> list[int | None]:
    return [row.numbers[0] for row in published.rows]


@pytest.mark.parametrize(
    ("count", "threshold", "answer"),
    [(0, 5, False), (1, 5, True), (5, 5, True), (6, 5, False), (10, 10, True), (11, 10, False)],
)
def test_small_is_from_one_to_the_threshold(count: int, threshold: int, answer: bool) -> None:
    assert is_small(count, threshold) is answer


def test_without_small_counts_everything_is_printed() -> None:
    assert column(publish(ages(6, 0, 400), 5)) == [6, 0, 400]


def test_one_small_count_takes_the_next_smallest_with_it() -> None:
    assert column(publish(ages(3, 80, 70, 400), 5)) == [None, 80, None, 400]


def test_a_partner_small_enough_to_be_guessed_does_not_stand_alone() -> None:
    assert column(publish(ages(3, 12, 70, 400), 5)) == [None, None, None, 400]


def test_a_partner_that_leaves_too_few_values_is_not_enough() -> None:
    """With 1 and 6 hidden neither could be anything else: a hidden count that is not small is 6 at least."""
    assert column(publish(ages(1, 6, 70, 400), 5)) == [None, 6, None, 400]


def test_small_counts_hide_each_other_when_their_sum_leaves_room() -> None:
    assert column(publish(ages(3, 4, 70, 400), 5)) == [None, None, 70, 400]
    assert column(publish(ages(1, 1, 70, 400), 5)) == [None, None, None, 400]


def test_nought_is_printed_and_is_nobodys_partner() -> None:
    assert column(publish(ages(3, 0, 70, 400), 5)) == [None, 0, None, 400]


def test_a_count_of_the_not_known_may_be_small() -> None:
    counted = table(Counts("British", 60), Counts("Not recorded", 3, is_not_known=True))

    assert column(publish(counted, 5)) == [60, 3]


def test_the_total_is_always_printed() -> None:
    published = publish(ages(3, 4, 70, 400), 5)

    assert published.total.numbers == (477,)


@pytest.mark.parametrize("counts", [(3,), (1, 2), (5, 0)])
def test_nothing_is_printed_of_a_table_about_a_few_children(counts: tuple[int, ...]) -> None:
    published = publish(ages(*counts), 5)

    assert published.is_withheld
    assert (published.columns, published.rows, published.total.numbers) == ((), (), ())


def test_a_table_of_which_nothing_is_left_is_not_printed() -> None:
    assert publish(ages(3, 100), 5).is_withheld


def test_a_column_of_noughts_is_printed() -> None:
    assert column(publish(ages(0, 0), 5)) == [0, 0]


def test_a_large_row_keeps_its_total() -> None:
    rows = [Counts(name, 126, 3, 123) for name in "AB"] + [Counts(name, 160, 70, 90) for name in "CD"]

    assert numbers(publish(table(*rows), 5)) == [
        (None, None, 126),
        (None, None, 126),
        (70, 90, 160),
        (70, 90, 160),
    ]


def test_sexes_are_left_away_where_they_cannot_be_protected() -> None:
    published = publish(table(Counts("Yes", 143, 3, 140), Counts("No", 160, 80, 80)), 5)

    assert (published.columns, numbers(published)) == ((ALL,), [(143,), (160,)])
    assert (published.sexes, published.populations) == (Withheld.TOO_FEW, Withheld.NOT_COUNTED)


def test_sexes_are_left_away_where_one_row_was_not_counted_by_them() -> None:
    published = publish(
        CountedTable("t", "T", (Counts("A", 40, 20, 20), Counts("B", 9)), Counts("All", 49)), 5
    )

    assert (published.columns, published.sexes) == ((ALL,), Withheld.NOT_COUNTED)


def test_sexes_are_left_away_where_there_are_few_of_one() -> None:
    published = publish(table(Counts("A", 140, 2, 138), Counts("B", 160, 1, 159)), 5)

    assert (published.columns, numbers(published)) == ((ALL,), [(140,), (160,)])


def test_a_few_unaccompanied_children_cannot_be_told_from_both_populations() -> None:
    rows = [Counts("A", 43, without=40), *(Counts(name, 300, without=200) for name in "BCD")]

    published = publish(table(*rows), 5)

    assert published.columns == (ALL, WITHOUT)
    assert None in published.rows[0].numbers
    assert sum(None in row.numbers for row in published.rows) >= 2


def test_nothing_is_printed_without_unaccompanied_children_when_they_are_few_altogether() -> None:
    published = publish(table(Counts("A", 143, without=140), Counts("B", 300, without=300)), 5)

    assert (published.columns, published.populations) == ((ALL,), Withheld.TOO_FEW)


def test_overlapping_rows_need_no_partner_in_their_column() -> None:
    rows = [Counts("Hearing", 3), Counts("Learning", 79), Counts("Mobility", 26)]

    published = publish(CountedTable("t", "T", tuple(rows), Counts("All", 1579), Counts("None", 1479)), 5)

    assert column(published) == [None, 79, 26]
    assert published.none is not None
    assert published.none.numbers == (1479,)


def test_overlapping_rows_that_hardly_overlap_do() -> None:
    """100 children are in some row: with the others printed there would have to be 5 with poor hearing."""
    rows = (Counts("Hearing", 5), Counts("Learning", 65), Counts("Mobility", 20), Counts("Vision", 10))

    published = publish(CountedTable("t", "T", rows, Counts("All", 1579), Counts("None", 1479)), 5)

    assert column(published) == [None, 65, None, None]


@pytest.mark.parametrize("none", [3, 97])
def test_nothing_is_printed_when_few_are_in_no_row_or_in_some(none: int) -> None:
    published = publish(
        CountedTable("t", "T", (Counts("A", 3),), Counts("All", 100), Counts("None", none)), 5
    )

    assert published.is_withheld


def test_the_same_table_is_always_printed_the_same() -> None:
    counted = ages(3, 12, 12, 12, 4, 70, 70)

    assert publish(counted, 5) == publish(replace(counted), 5)
