"""A document of the same words is set once for all tests of a process: the same input gives the same bytes.

That it does, and all else of the renderer, is tested in tests/core, where every document is set anew.
"""

from collections.abc import Callable
from dataclasses import replace

from core.nursery import Limits
from core.pdf.job import Job

Set = Callable[[Job, Limits], bytes]
_ready: dict[tuple[Job, Limits], bytes] = {}


def once(set_anew: Set) -> Set:
    def set_once(job: Job, limits: Limits) -> bytes:
        same = replace(job, folder=""), limits
        if same not in _ready:
            _ready[same] = set_anew(job, limits)
        return _ready[same]

    return set_once
