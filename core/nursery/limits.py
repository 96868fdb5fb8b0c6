"""What one piece of work may cost. The kernel sees to it."""

import gc
import os
import resource
import signal
from typing import NamedTuple


class Limits(NamedTuple):
    """Bytes and seconds. ``open_files`` 0 means the child may open nothing; ``file_bytes`` is the largest it writes."""

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float
    open_files: int = 0
    file_bytes: int = 0


def keep_within(limits: Limits) -> None:
    """No more of anything than this; after a second of work other people's pages go first."""
    gc.disable()
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.open_files, limits.open_files))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, lambda *_: os.nice(10))
    resource.setrlimit(resource.RLIMIT_CPU, (1, limits.cpu_seconds))
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
