"""What the processes below this one hold, together, while something is done."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

EVERY = 0.02  # seconds


def peak_of_children(work: Callable[[], object]) -> float:
    """Megabytes; memory that several share is counted once."""
    done, peak = threading.Event(), 0.0

    def watch() -> None:
        nonlocal peak
        while not done.wait(EVERY):
            peak = max(peak, sum(map(_megabytes, _below(os.getpid()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        done.set()
        watcher.join()
    return peak


def _below(pid: int) -> Iterator[int]:
    with suppress(OSError):  # it has ended
        for told in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, told.read_text().split()):
                yield child
                yield from _below(child)


def _megabytes(pid: int) -> float:
    with suppress(OSError):
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024
    return 0.0
