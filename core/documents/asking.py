"""Has files read in the nursery, and turns its silences into sentences."""

import json
import logging

from core.nursery import Busy, Limits, Nursery, Silent

from .model import Document
from .refusals import UnreadableDocument
from .sniffing import format_of

MEGABYTE = 1024 * 1024
# It may open a few files, since what undoes an encryption asks the kernel for random numbers, and write none
LIMITS = Limits(768 * MEGABYTE, cpu_seconds=20, wall_seconds=30, open_files=24)
LONGEST = 128 * MEGABYTE

log = logging.getLogger(__name__)
nursery = Nursery("core.documents.work")


def read_document(data: bytes, *, filename: str, limits: Limits = LIMITS) -> Document:
    """A PDF cleaned and looked at, or the words of a Word file. Raises UnreadableDocument and nothing else."""
    format_of(data, filename)
    try:
        answer = nursery.answer(data, limits, longest=LONGEST)
    except Busy:
        raise UnreadableDocument("busy") from None
    except Silent as silence:
        log.warning("document reader fell silent", extra={"ran_out_of_time": silence.ran_out_of_time})
        code = "too_slow" if silence.ran_out_of_time else "stopped"
        raise UnreadableDocument(code, seconds=limits.cpu_seconds) from None
    return _answered(answer)


def warm_up() -> None:
    """Starts the nursery ahead of the first upload, which otherwise waits for it."""
    nursery.start()


def _answered(answer: bytes) -> Document:
    """The first byte says whether a document follows or a refusal."""
    if answer[:1] == b"+":
        return Document.unpacked(answer[1:])
    told = json.loads(answer[1:])
    if where := told.pop("where", ""):
        log.error("document reader stopped: %s", where)
    raise UnreadableDocument(told.pop("code"), **told)
