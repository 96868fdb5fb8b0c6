"""What the limited child runs: one order in, one answer out. Hostile bytes are opened here and nowhere else."""

import logging
import os
import traceback
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pikepdf

from meetings.pack.assembling import assemble, for_reader
from meetings.pack.faults import PackFault
from meetings.pack.framing import packed_with, unpacked
from meetings.pack.letters import letters_of
from meetings.pack.orders import Asked, Order, Part
from meetings.pack.preparing import prepare

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what it says of a file holds the file's own words
LATIN = "".join(chr(code) for code in range(0xA0, 0x180))
FONT = Path(os.environ["PORTAL_FONT"]).read_bytes()
LETTERS, MORE_LETTERS = letters_of(FONT), letters_of(FONT, LATIN)


def work(packed: bytes) -> bytes:
    told, blobs = unpacked(packed)
    try:
        return DOES[told.pop("do")](told, blobs)
    except PackFault as fault:
        return packed_with({"fault": fault.code, "fields": fault.fields})
    except MemoryError:
        return packed_with({"fault": "too_much", "fields": {}})
    except Exception:
        return packed_with({"fault": "stopped", "fields": {}, "where": traceback.format_exc(limit=-3)})


def _prepare(told: dict, blobs: list[bytes]) -> bytes:
    prepared, facts = prepare(blobs[0], Asked(**told))
    return packed_with({"facts": asdict(facts)}, prepared)


def _assemble(told: dict, blobs: list[bytes]) -> bytes:
    parts = [Part(prepared=blob, **part) for part, blob in zip(told.pop("parts"), blobs, strict=True)]
    return packed_with({}, assemble(Order(parts=parts, **told), LETTERS))


def _for_reader(told: dict, blobs: list[bytes]) -> bytes:
    return packed_with({}, for_reader(blobs[0], told["words"], MORE_LETTERS))


DOES = {"prepare": _prepare, "assemble": _assemble, "for_reader": _for_reader}


def _rehearse() -> None:
    """Python loads some of itself when it is first needed, and a limited child can open nothing."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("One", 0))
        pdf.save(out)
    paper, facts = prepare(out.getvalue(), Asked(title="One", name="p1"))
    part = Part(paper, "One", 1, "1", "One", "One", is_padded=True, marks=facts.marks)
    for_reader(assemble(Order("One", [part, part]), LETTERS), ["One"], MORE_LETTERS)


_rehearse()
