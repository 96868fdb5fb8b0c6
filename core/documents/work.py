"""What the nursery runs: one file in, one answer out."""

import json
import traceback

from .model import Document
from .pdf_reading import read_pdf
from .refusals import UnreadableDocument
from .sniffing import PDF, sniffed
from .word_reading import read_word


def work(data: bytes) -> bytes:
    """A document after "+", a refusal after "-"."""
    try:
        return b"+" + _read(data).packed()
    except UnreadableDocument as refusal:
        return _refused(code=refusal.code, **refusal.fields)
    except MemoryError:
        return _refused(code="too_much_memory")
    except RecursionError:
        return _refused(code="too_deep")
    except Exception:
        return _refused(code="stopped", where=traceback.format_exc(limit=-3))


def _read(data: bytes) -> Document:
    return read_pdf(data) if sniffed(data) == PDF else read_word(data)


def _refused(**what: object) -> bytes:
    return b"-" + json.dumps(what).encode()
