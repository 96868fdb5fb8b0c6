"""What somebody who adds and subtracts can find out about cells that were not printed: exact, in whole numbers.

Every cell is an edge between two sums: what flows into a sum flows out of it again. Changing cells so that all
printed sums still hold is then a flow in a circle, and how far one cell can change is a question of maximal flow.
Such a flow always has a whole-numbered answer, so that the count of possible values is exact and not an estimate.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """`lowest` and `highest` are what a reader knows of it if it is hidden; `cost` is what hiding it loses."""

    value: int
    tail: Node
    head: Node
    lowest: int
    highest: int | None
    cost: int

    def may_become(self, value: int) -> bool:
        return self.lowest <= value and (self.highest is None or value <= self.highest)


class Step(NamedTuple):
    """One cell of a circle, and whether it grows or shrinks by one."""

    cell: int
    change: int
    to: Node


class Room(NamedTuple):
    """How many values a cell can have, counted up to as many as were asked for, and the cells that let it."""

    values: int
    through: frozenset[int]


class Network:
    """`open_cells` are the numbers of those that a reader does not see; only what is not nought can be opened."""

    def __init__(self, cells: list[Cell], open_cells: Collection[int]) -> None:
        self.cells = cells
        self.open = set(open_cells)
        self._out: Mapping[Node, list[Step]] = _steps(cells)

    def room(self, cell: int, wanted: int, *, known: int | None = None) -> Room:
        """Of an open cell, for a reader who also knows the cell `known`."""
        values = 1
        through: set[int] = set()
        for direction in (1, -1):
            changes: dict[int, int] = {}
            while values < wanted:
                circle = self._circle(cell, direction, changes, {known})
                if circle is None:
                    break
                _turn(changes, circle)
                through.update(step.cell for step in circle)
                values += 1
        return Room(values, frozenset(through - {cell}))

    def make_room(self, cell: int, wanted: int, *, known: int | None = None) -> bool:
        """Opens the cells that cost least until the cell can have so many values. False when there is no way."""
        changes: dict[int, dict[int, int]] = {1: {}, -1: {}}
        for _ in range(wanted - 1):
            ways = [
                (cost, -direction, circle)
                for direction in (1, -1)
                if (circle := self._circle(cell, direction, changes[direction], {known}, may_open=True))
                for cost in [self._cost(circle)]
            ]
            if not ways:
                return False
            _, opposite, circle = min(ways, key=lambda way: way[:2])
            _turn(changes[-opposite], circle)
            self.open.update(step.cell for step in circle)
        return True

    def _cost(self, circle: list[Step]) -> int:
        return sum(self._price(step.cell) for step in circle)

    def _price(self, cell: int) -> int:
        return 0 if cell in self.open else self.cells[cell].cost

    def _circle(
        self,
        cell: int,
        direction: int,
        changes: Mapping[int, int],
        known: Collection[int | None],
        *,
        may_open: bool = False,
    ) -> list[Step] | None:
        """The cheapest way to change the cell by one with every sum kept; None when there is none."""
        own = self.cells[cell]
        if not own.may_become(own.value + changes.get(cell, 0) + direction):
            return None
        start, goal = (own.head, own.tail) if direction == 1 else (own.tail, own.head)
        way = self._way(start, goal, changes, {cell, *known}, may_open=may_open)
        return None if way is None else [Step(cell, direction, start), *way]

    def _way(
        self,
        start: Node,
        goal: Node,
        changes: Mapping[int, int],
        closed: Collection[int | None],
        *,
        may_open: bool,
    ) -> list[Step] | None:
        """By Dijkstra; among ways of one price the one found first, so that the answer is always the same."""
        queue: list[tuple[int, int, Node, Step | None, Node | None]] = [(0, 0, start, None, None)]
        came: dict[Node, tuple[Step | None, Node | None]] = {}
        found = 0
        while queue:
            price, _, node, step, before = heapq.heappop(queue)
            if node in came:
                continue
            came[node] = step, before
            if node == goal:
                return list(_back(came, goal))
            for onward in self._out[node]:
                if onward.to in came or onward.cell in closed:
                    continue
                if self._can(onward, changes, may_open=may_open):
                    found += 1
                    heapq.heappush(queue, (price + self._price(onward.cell), found, onward.to, onward, node))
        return None

    def _can(self, step: Step, changes: Mapping[int, int], *, may_open: bool) -> bool:
        cell = self.cells[step.cell]
        if step.cell not in self.open and not (may_open and cell.value):
            return False
        return cell.may_become(cell.value + changes.get(step.cell, 0) + step.change)


def _steps(cells: list[Cell]) -> Mapping[Node, list[Step]]:
    out: dict[Node, list[Step]] = defaultdict(list)
    for number, cell in enumerate(cells):
        out[cell.tail].append(Step(number, 1, cell.head))
        out[cell.head].append(Step(number, -1, cell.tail))
    return out


def _turn(changes: dict[int, int], circle: list[Step]) -> None:
    for step in circle:
        changes[step.cell] = changes.get(step.cell, 0) + step.change


def _back(came: Mapping[Node, tuple[Step | None, Node | None]], goal: Node) -> Iterator[Step]:
    step, node = came[goal]
    while step is not None and node is not None:
        yield step
        step, node = came[node]
