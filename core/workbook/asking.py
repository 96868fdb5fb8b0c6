"""Has workbooks read in the nursery, and turns its silences into sentences."""

import logging

from core.nursery import Busy, Nursery, Silent
from core.nursery import Limits as ChildLimits

from . import wire
from .limits import MONTHLY, Limits
from .model import Workbook
from .refusals import UnreadableWorkbook, megabytes
from .sniffing import ending_of

log = logging.getLogger(__name__)
nursery = Nursery("core.workbook.work")


def read_workbook(data: bytes, *, filename: str, limits: Limits = MONTHLY) -> Workbook:
    """Reads .xlsx, .ods or .csv in a limited child process. Raises UnreadableWorkbook and nothing else."""
    ending = ending_of(filename)
    if not data:
        raise UnreadableWorkbook("nothing_in_it")
    if len(data) > limits.file_bytes:
        raise UnreadableWorkbook("too_large", size=megabytes(len(data)), most=megabytes(limits.file_bytes))
    try:
        return _read(data, ending, limits)
    except UnreadableWorkbook as refusal:
        if refusal.code == "reader_stopped":
            log.error("workbook reader stopped: %s", refusal.fields.get("fault", "without an answer"))
        raise


def warm_up() -> None:
    """Starts the nursery ahead of the first upload, which otherwise waits for it (some 60 ms)."""
    nursery.start()


def _read(data: bytes, ending: str, limits: Limits) -> Workbook:
    child = ChildLimits(limits.memory_bytes, limits.cpu_seconds, limits.wall_seconds)
    try:
        answer = nursery.answer(wire.pack_order(ending, limits, data), child, longest=longest_answer(limits))
        peak_kilobytes, answer = wire.without_peak(answer)
        log.debug("workbook read with %d kB", peak_kilobytes)
        return wire.unpack(answer)
    except Busy:
        raise UnreadableWorkbook("busy") from None
    except Silent as silence:
        code = "too_slow" if silence.ran_out_of_time else "reader_stopped"
        raise UnreadableWorkbook(code, seconds=limits.wall_seconds) from None
    except wire.BrokenAnswer as fault:
        raise UnreadableWorkbook("reader_stopped", fault=fault) from None


def longest_answer(limits: Limits) -> int:
    """Bytes: every character may take four, and every cell needs some for its place."""
    return 4 * limits.characters + 64 * limits.cells + 1024 * 1024
