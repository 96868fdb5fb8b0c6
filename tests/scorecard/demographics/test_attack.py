"""What is published is put before an attacker with a solver. DISCLOSURE_TABLES says over how many generated tables."""

import os
from dataclasses import replace

import pytest

from scorecard.demographics.counts import CountedTable, Counts, is_small
from scorecard.demographics.disclosure import LARGE
from scorecard.demographics.publishing import PublishedTable, publish
from tests.scorecard.demographics.attacker import found_out, guessed_out
from tests.scorecard.demographics.generated import generated_table

TABLES = int(os.environ.get("DISCLOSURE_TABLES", "24"))
SHAPES = {
    "one column": {"by_sex": False},
    "by sex": {},
    "by population": {"by_sex": False, "by_population": True},
    "by sex and population": {"by_population": True},
    "overlapping": {"adds_up": False},
}
LETTERS = CountedTable(
    "origin",
    "Origin",
    (Counts("A", 43, 40, 3), Counts("B", 60, 30, 30), Counts("C", 70, 30, 40), Counts("D", 90, 50, 40)),
    Counts("All", 263, 150, 113),
)


def only_small_ones_hidden(table: CountedTable, threshold: int) -> PublishedTable:
    """What a portal would print that never heard of subtraction."""
    printed = publish(replace(table, rows=_without_small(table, threshold)), threshold)
    rows = tuple(
        replace(
            shown,
            numbers=tuple(
                None if is_small(row.count(column) or 0, threshold) else row.count(column)
                for column in printed.columns
            ),
        )
        for shown, row in zip(printed.rows, table.rows, strict=True)
    )
    return replace(printed, rows=rows, total=printed.total)


def _without_small(table: CountedTable, threshold: int) -> tuple[Counts, ...]:
    """Large enough everywhere that every column is printed and nothing hidden."""
    return tuple(
        Counts(
            row.name,
            1000,
            *(None if count is None else 500 for count in (row.female, row.male)),
            None if row.without is None else 500,
        )
        for row in table.rows
    )


@pytest.mark.parametrize("threshold", [5, 10])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_hidden_cell_keeps_three_values(shape: dict, threshold: int) -> None:
    for seed in range(TABLES):
        table = generated_table(seed, **shape)

        assert (seed, found_out(table, publish(table, threshold), threshold)) == (seed, [])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_right_guess_from_another_month_leaves_a_small_count_three_values(shape: dict) -> None:
    for seed in range(1000, 1000 + TABLES // 4):
        table = generated_table(seed, **shape)

        assert (seed, guessed_out(table, publish(table, 5), 5, below=LARGE * 5)) == (seed, [])


def test_the_attacker_finds_a_small_count_that_only_itself_is_hidden() -> None:
    assert found_out(LETTERS, only_small_ones_hidden(LETTERS, 5), 5) == ["A, Male: [3]"]
    assert found_out(LETTERS, publish(LETTERS, 5), 5) == []


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_attacker_breaks_many_tables_without_partners(shape: dict) -> None:
    tables = [generated_table(seed, **shape) for seed in range(TABLES)]
    broken = [table for table in tables if found_out(table, only_small_ones_hidden(table, 5), 5)]

    assert len(broken) >= TABLES // 5


def test_the_attacker_guesses_a_small_count_that_has_one_partner() -> None:
    printed = publish(LETTERS, 5)
    numbers = ((None, None, 43), (None, None, 60), (30, 40, 70), (50, 40, 90))
    rows = zip(printed.rows, numbers, strict=True)
    printed = replace(printed, rows=tuple(replace(row, numbers=seen) for row, seen in rows))

    assert found_out(LETTERS, printed, 5) == []
    assert guessed_out(LETTERS, printed, 5, below=LARGE * 5) == [
        f"A, Male, knowing {cell}: [3]" for cell in ("A, Female", "B, Female", "B, Male")
    ]
