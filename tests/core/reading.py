import io

from core.workbook import MONTHLY, Workbook
from core.workbook.reading import read_draft
from core.workbook.wire import pack, unpack


def read_here(data: bytes, ending: str) -> Workbook:
    """In this process, so that a fault in the reader is seen as what it is."""
    return unpack(pack(read_draft(io.BytesIO(data), ending, MONTHLY)))
