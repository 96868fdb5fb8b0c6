"""Which cells of a table are hidden, so that nobody finds out a small count by subtracting.

Primary: every count from 1 to the threshold. Secondary: as many partners as it takes for each of two readers.
The first has all that is printed of the month; for him every hidden cell keeps at least three possible values. The
second also holds the other months, and guesses rightly that one hidden cell did not change since it was printed; for
him every small count still keeps three. He may guess any cell but a small one, which is printed in no month, and a
large one, which hardly ever stays the same. So what is hidden in a month never depends on other months, and
correcting one leaves the others as they are.
"""

from collections import deque

from scorecard.demographics.counts import CountedTable
from scorecard.demographics.grid import Layout, Place, Spot, spots
from scorecard.demographics.network import Network

FEWEST_VALUES = 3
LARGE = 10  # thresholds


def hidden_places(table: CountedTable, layout: Layout, threshold: int) -> frozenset[Place] | None:
    """The printed cells to be hidden; None when no choice of cells would protect the small ones."""
    every = spots(table, layout, threshold)
    small = [number for number, spot in enumerate(every) if spot.is_guarded]
    network = Network([spot.cell for spot in every], _open_at_first(every, small))
    if not _protected(network, every, small, large=LARGE * threshold):
        return None
    return frozenset(every[number].place for number in network.open if every[number].is_printed)


def _open_at_first(every: list[Spot], small: list[int]) -> set[int]:
    return {*small, *(number for number, spot in enumerate(every) if not spot.is_printed)}


def _protected(network: Network, every: list[Spot], small: list[int], *, large: int) -> bool:
    """Opens cells until all are safe. A cell that was safe stays so: more open cells leave it more room."""
    waiting, seen = deque(small), set(small)
    while waiting:
        number = waiting.popleft()
        if not _made_safe(network, number, every, large):
            return False
        fresh = sorted(n for n in network.open if every[n].is_printed and n not in seen)
        seen.update(fresh)
        waiting.extend(fresh)
    return True


def _made_safe(network: Network, number: int, every: list[Spot], large: int) -> bool:
    if not _has_room(network, number, known=None):
        return False
    return not every[number].is_guarded or _is_safe_from_a_guess(network, number, every, large)


def _is_safe_from_a_guess(network: Network, number: int, every: list[Spot], large: int) -> bool:
    """Only the cells that the room goes through can take it away."""
    through = network.room(number, FEWEST_VALUES).through
    guessed = [number for number in sorted(through) if _may_be_guessed(every[number], large)]
    return all(_has_room(network, number, known=other) for other in guessed)


def _may_be_guessed(spot: Spot, large: int) -> bool:
    return spot.place.row >= 0 and not spot.is_guarded and spot.cell.value < large


def _has_room(network: Network, number: int, *, known: int | None) -> bool:
    if network.room(number, FEWEST_VALUES, known=known).values >= FEWEST_VALUES:
        return True
    return network.make_room(number, FEWEST_VALUES, known=known)
