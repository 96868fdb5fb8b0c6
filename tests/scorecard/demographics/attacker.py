"""Somebody who has everything that was published of a table and a program for linear equations.

Shares nothing with the code that hides: each row, column and population is written down as an equation, and scipy
says how small and how large each hidden cell can be.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from scorecard.demographics.counts import Column, CountedTable, is_small
from scorecard.demographics.publishing import PublishedTable

GIRLS, BOYS, ALL, WITHOUT, UNACCOMPANIED = Column
# Girls and boys with and without somebody responsible for them: never printed, but they bind the columns together.
SPLIT = ("girls without", "girls unaccompanied", "boys without", "boys unaccompanied")

Key = tuple[int, str]


@dataclass
class Equations:
    """`bounds` by cell; every row of `equal` is a sum that is known, of `at_least` one that is not less."""

    bounds: dict[Key, tuple[float, float | None]]
    equal: list[tuple[dict[Key, int], int]]
    at_least: list[tuple[dict[Key, int], int]]

    def values(self, cell: Key, *, guess: tuple[Key, int] | None = None) -> range:
        """Every whole number that the cell can be."""
        keys = list(self.bounds)
        place = {key: number for number, key in enumerate(keys)}
        equal = self.equal + ([({guess[0]: 1}, guess[1])] if guess else [])
        aim = np.zeros(len(keys))
        aim[place[cell]] = 1
        ends = [self._solve(sign * aim, place, equal) for sign in (1, -1)]
        return range(math.ceil(ends[0] - 1e-6), math.floor(-ends[1] + 1e-6) + 1)

    def _solve(self, aim: np.ndarray, place: dict[Key, int], equal: list) -> float:
        answer = linprog(
            aim,
            A_eq=_matrix(equal, place),
            b_eq=[known for _, known in equal],
            A_ub=-_matrix(self.at_least, place) if self.at_least else None,
            b_ub=[-known for _, known in self.at_least] if self.at_least else None,
            bounds=list(self.bounds.values()),
        )
        assert answer.status in (0, 3), answer.message
        return -math.inf if answer.status == 3 else answer.fun


def _matrix(sums: list, place: dict[Key, int]) -> np.ndarray:
    matrix = np.zeros((len(sums), len(place)))
    for line, (terms, _) in enumerate(sums):
        for key, factor in terms.items():
            matrix[line, place[key]] = factor
    return matrix


def equations(truth: CountedTable, printed: PublishedTable, threshold: int) -> Equations:
    """What the publication says. Of the truth only which cells are counted, and which hidden ones are small."""
    found = Equations({}, [], [])
    columns = [column for column in Column if truth.has((column,))]
    for number, row in enumerate(truth.rows):
        for column in columns:
            found.bounds[number, column] = _seen(truth, printed, number, column, threshold)
        has_both = {GIRLS, WITHOUT} <= set(columns)
        if has_both:
            found.bounds |= {(number, part): (0, None) for part in SPLIT}
        found.equal += list(_within_a_row(number, columns))
        assert row.name == printed.rows[number].name
    for column in columns:
        _add_column(found, truth, printed, column)
    return found


def _seen(
    truth: CountedTable, printed: PublishedTable, number: int, column: Column, threshold: int
) -> tuple[float, float | None]:
    if column not in printed.columns:
        return 0, None
    shown = printed.rows[number].numbers[printed.columns.index(column)]
    if shown is not None:
        return shown, shown
    row = truth.rows[number]
    if row.is_not_known:
        return 1, None
    return (1, threshold) if is_small(row.count(column) or 0, threshold) else (threshold + 1, None)


def _within_a_row(number: int, columns: Iterable[Column]) -> Iterator[tuple[dict[Key, int], int]]:
    def is_sum(whole: str, *parts: str) -> tuple[dict[Key, int], int]:
        return {(number, whole): 1} | {(number, part): -1 for part in parts}, 0

    if GIRLS in columns:
        yield is_sum(ALL, GIRLS, BOYS)
    if WITHOUT in columns:
        yield is_sum(ALL, WITHOUT, UNACCOMPANIED)
    if {GIRLS, WITHOUT} <= set(columns):
        yield is_sum(GIRLS, "girls without", "girls unaccompanied")
        yield is_sum(BOYS, "boys without", "boys unaccompanied")
        yield is_sum(WITHOUT, "girls without", "boys without")


def _add_column(found: Equations, truth: CountedTable, printed: PublishedTable, column: Column) -> None:
    """Totals are taken as known even where they are not printed: another table may print them."""
    total = truth.total.count(column) or 0
    terms = {(number, column): 1 for number in range(len(truth.rows))}
    if truth.none is None:
        found.equal.append((terms, total))
        return
    in_some_row = total - (truth.none.count(column) or 0)
    found.at_least.append((terms, in_some_row))
    for key in terms:
        lowest, highest = found.bounds[key]
        found.bounds[key] = lowest, in_some_row if highest is None else min(highest, in_some_row)


def secrets(truth: CountedTable, printed: PublishedTable, threshold: int) -> list[Key]:
    """The cells that are to stay unknown: every hidden one, and every small one that is not printed at all."""
    found = []
    for number, row in enumerate(truth.rows):
        for column in Column:
            value = row.count(column)
            is_printed = column in printed.columns
            is_hidden = is_printed and printed.rows[number].numbers[printed.columns.index(column)] is None
            is_left_away = not is_printed and value is not None and is_small(value, threshold)
            if is_hidden or (is_left_away and not row.is_not_known):
                found.append((number, column))
    return found


def found_out(truth: CountedTable, printed: PublishedTable, threshold: int, *, fewest: int = 3) -> list[str]:
    """What is narrowed to fewer values than that, in words."""
    if printed.is_withheld:
        return []
    truth = truth.without_columns_about_few(threshold)
    known = equations(truth, printed, threshold)
    leaks = []
    for number, column in secrets(truth, printed, threshold):
        values = known.values((number, column))
        assert truth.rows[number].count(Column(column)) in values
        if len(values) < fewest:
            leaks.append(f"{truth.rows[number].name}, {column}: {list(values)}")
    return leaks


def guessed_out(
    truth: CountedTable, printed: PublishedTable, threshold: int, *, below: int, fewest: int = 3
) -> list[str]:
    """The same of small counts, for somebody who guesses rightly that one hidden cell did not change."""
    if printed.is_withheld:
        return []
    truth = truth.without_columns_about_few(threshold)
    known = equations(truth, printed, threshold)
    hidden = secrets(truth, printed, threshold)
    small = [(n, c) for n, c in hidden if is_small(truth.rows[n].count(Column(c)) or 0, threshold)]
    leaks = []
    for number, column in small:
        for other in hidden:
            value = truth.rows[other[0]].count(Column(other[1])) or 0
            if other not in small and value < below:
                values = known.values((number, column), guess=(other, value))
                if len(values) < fewest:
                    known_cell = f"{truth.rows[other[0]].name}, {other[1]}"
                    name = truth.rows[number].name
                    leaks.append(f"{name}, {column}, knowing {known_cell}: {list(values)}")
    return leaks
