"""What the limited child does: reads one workbook and answers with lines of JSON. Imported by the nursery only."""

import io
import resource
from encodings import cp437, cp1252, utf_8_sig, utf_16

from .example import example_order
from .limits import Limits
from .reading import read_draft
from .refusals import UnreadableWorkbook
from .wire import pack, pack_refusal, unpack_order, with_peak

NEEDED_LATER = (cp437, cp1252, utf_8_sig, utf_16)  # a limited child can open no file, nor import
EXAMPLE = example_order()


def work(data: bytes) -> bytes:
    ending, limits, workbook = unpack_order(data)
    answer = _answer(workbook, ending, limits)
    return with_peak(answer, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _answer(workbook: bytes, ending: str, limits: Limits) -> bytes:
    try:
        return pack(read_draft(io.BytesIO(workbook), ending, limits))
    except UnreadableWorkbook as refusal:
        refused = refusal
    except MemoryError:
        refused = UnreadableWorkbook("too_much_memory")
    except Exception as fault:
        refused = UnreadableWorkbook("reader_stopped", fault=type(fault).__name__)
    return pack_refusal(refused)  # out here, where the memory is free again
