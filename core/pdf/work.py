"""What the nursery runs: one document in, one answer out. WeasyPrint is imported here and nowhere else."""

import gc
import json
import logging
import os
import tempfile
import traceback
import warnings
from contextlib import suppress
from dataclasses import replace

from .faults import PdfError
from .job import Job

with warnings.catch_warnings(action="ignore"):  # "No fonts configured": just so, see fonts.conf
    from .typesetting import MissingFile, rehearse, typeset

logging.getLogger("weasyprint").addHandler(logging.NullHandler())


def work(packed: bytes) -> bytes:
    """A line of JSON, then the PDF when there is one."""
    try:
        written, refused = typeset(Job.unpacked(packed))
    except PdfError as fault:
        return _told(fault=fault.code, fields=fault.fields)
    except MemoryError:
        return _told(fault="too_much_memory", fields={})
    except Exception as fault:
        where = traceback.format_exc(limit=-3)
        return _told(fault="stopped", fields={"fault": type(fault).__name__}, where=where)
    return _told(refused=refused) + written


def _told(**what: object) -> bytes:
    return json.dumps(what).encode() + b"\n"


def _rehearse() -> None:
    """Once, for all the children: see `rehearse`. Without the portal's own files a document says that they are gone."""
    if told := os.environ.get("PORTAL_REHEARSAL"):
        with tempfile.TemporaryDirectory() as folder, suppress(MissingFile):
            tempfile.tempdir = folder
            rehearse(replace(Job.unpacked(told.encode()), folder=folder))
            gc.collect()  # it keeps its fonts in the folder
        tempfile.tempdir = None


_rehearse()
