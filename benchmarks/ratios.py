"""Times two ways of doing one thing by turns, so that what slows the machine slows both."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 9


class Comparison(NamedTuple):
    """Medians in milliseconds; ``spread`` is the widest ratio of one round to the narrowest."""

    what: str
    ours: float
    baseline: float
    ratio: float
    spread: float

    def __str__(self) -> str:
        times = f"{self.ours:8.1f} ms against {self.baseline:8.1f} ms"
        return f"{self.what:<60} {times}, ratio {self.ratio:5.2f} (rounds differ by {self.spread:.1f})"


def compare(
    what: str, ours: Callable[[], object], baseline: Callable[[], object], rounds: int = ROUNDS
) -> Comparison:
    """Prints what it found."""
    ours()
    baseline()
    pairs = [(_milliseconds(ours), _milliseconds(baseline)) for _ in range(rounds)]
    ratios = [first / second for first, second in pairs]
    our_median, base_median = (statistics.median(times) for times in zip(*pairs, strict=True))
    found = Comparison(what, our_median, base_median, our_median / base_median, max(ratios) / min(ratios))
    print(f"\n{found}", end="")
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
