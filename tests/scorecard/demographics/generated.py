"""Tables of counts as councils have them: a few large rows and many small ones, the same for the same seed."""

import random
from dataclasses import replace

from scorecard.demographics.counts import CountedTable, Counts

SIZES = (0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 18, 30, 60, 150, 400)


def generated_table(
    seed: int, *, by_sex: bool = True, by_population: bool = False, adds_up: bool = True
) -> CountedTable:
    dice = random.Random(seed)
    rows = tuple(
        _row(dice, number, by_sex=by_sex, by_population=by_population)
        for number in range(dice.randint(2, 12))
    )
    if dice.random() < 0.3:
        last = rows[-1]
        rows = (*rows[:-1], Counts("Not known", last.everyone, last.female, last.male, last.without, True))
    if adds_up:
        return CountedTable("made", "Made", rows, _sum(rows, "Total"))
    some = Counts("Some", *(_most(dice, rows, field) for field in ("everyone", "female", "male", "without")))
    some = _consistent(some)
    none = _row(dice, 99, by_sex=by_sex, by_population=by_population, larger_by=200)
    return CountedTable("made", "Made", rows, _sum((some, none), "Total"), none)


def _row(
    dice: random.Random, number: int, *, by_sex: bool, by_population: bool, larger_by: int = 0
) -> Counts:
    cells = [dice.choice(SIZES) + larger_by for _ in range(4)]
    if dice.random() < 0.4:  # most rows hold nobody who came alone
        cells[1] = cells[3] = 0
    girls, boys = sum(cells[:2]), sum(cells[2:])
    return Counts(
        f"Row {number}",
        girls + boys,
        girls if by_sex else None,
        boys if by_sex else None,
        cells[0] + cells[2] if by_population else None,
    )


def _sum(rows: tuple[Counts, ...], name: str) -> Counts:
    def total(field: str) -> int | None:
        values = [getattr(row, field) for row in rows]
        return None if None in values else sum(values)

    return Counts(name, total("everyone") or 0, total("female"), total("male"), total("without"))


def _most(dice: random.Random, rows: tuple[Counts, ...], field: str) -> int | None:
    """How many children the overlapping rows are about: between the largest row and all of them."""
    values = [getattr(row, field) for row in rows]
    return None if None in values else dice.randint(max(values), sum(values))


def _consistent(some: Counts) -> Counts:
    """Girls and boys together are everyone, and nobody is left without that there is not."""
    everyone = some.everyone
    if some.female is not None and some.male is not None:
        everyone = some.female + some.male
    return replace(some, everyone=max(everyone, some.without or 0))
