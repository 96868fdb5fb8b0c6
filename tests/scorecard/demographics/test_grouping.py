from dataclasses import replace

from scorecard.demographics.counts import CountedTable, Counts
from scorecard.demographics.grouping import OTHERS, OTHERS_OVERLAPPING, grouped

ROWS = (
    Counts("Albanian", 11, 1, 10, 9),
    Counts("British", 1265, 568, 697, 1265),
    Counts("Chad", 1, 0, 1, 0),
    Counts("Czech", 6, 2, 4, 6),
    Counts("Not recorded", 13, 6, 7, 13, True),
)
TABLE = CountedTable("nationality", "Nationality", ROWS, Counts("All", 1296, 577, 719, 1293))


def test_the_largest_rows_keep_their_names_and_their_order() -> None:
    rows = grouped(TABLE, 2).rows

    assert rows == (ROWS[0], ROWS[1], Counts(OTHERS, 7, 2, 5, 6), ROWS[4])


def test_grouping_leaves_the_total_and_what_adds_up_to_it() -> None:
    table = grouped(TABLE, 1)

    assert table.total == TABLE.total
    assert sum(row.everyone for row in table.rows) == 1296


def test_of_rows_alike_the_first_keeps_its_name() -> None:
    alike = tuple(Counts(name, 20) for name in "ABCD")

    rows = grouped(CountedTable("t", "T", alike, Counts("All", 80)), 2).rows

    assert [row.name for row in rows] == ["A", "B", OTHERS]


def test_a_single_row_is_not_renamed() -> None:
    assert grouped(TABLE, 3) == TABLE


def test_no_limit_groups_nothing() -> None:
    assert grouped(TABLE, None) == TABLE


def test_a_group_is_by_sex_only_if_all_its_rows_are() -> None:
    rows = (*ROWS[:2], Counts("Chad", 1), *ROWS[3:])

    others = grouped(replace(TABLE, rows=rows), 2).rows[2]

    assert others == Counts(OTHERS, 7)


def test_a_group_of_overlapping_rows_says_that_it_counts_entries() -> None:
    rows = grouped(replace(TABLE, none=Counts("None", 10)), 2).rows

    assert rows[2].name == OTHERS_OVERLAPPING
