"""Reads a workbook in this process, which only the limited child may do; else ``read_workbook``."""

from typing import IO

from .csv_file import read_csv
from .drafts import WorkbookDraft
from .limits import Limits
from .ods import read_ods
from .sniffing import refuse_other_content
from .xlsx import read_xlsx

READERS = {".xlsx": read_xlsx, ".ods": read_ods, ".csv": read_csv}


def read_draft(file: IO[bytes], ending: str, limits: Limits) -> WorkbookDraft:
    """Raises UnreadableWorkbook."""
    refuse_other_content(file, ending)
    return READERS[ending](file, limits)
