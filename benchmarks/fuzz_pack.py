"""Spoils good PDFs by chance: each is refused in words or makes a whole pack. `python -m benchmarks.fuzz_pack 2000`."""

import random
import sys
from collections import Counter
from io import BytesIO

import pikepdf

from meetings.pack.assembling import assemble
from meetings.pack.faults import PackFault
from meetings.pack.letters import Letters
from meetings.pack.orders import Asked, Order, Part
from meetings.pack.preparing import prepare
from tests.meetings.pack import papers

GOOD = (
    papers.plain(pages=3),
    papers.plain(rotate=90, crop=(50, 60, 500, 700)),
    papers.scanned(2),
    papers.tagged(),
    papers.tagged(pages=1, claims_ua=True),
    papers.plain(finish=papers.active),
    papers.locked(""),
)
WORDS = (
    b"/Type",
    b"/Page",
    b"/Kids",
    b"/Count",
    b"/Length",
    b"/K",
    b"/P ",
    b"/S ",
    b"obj",
    b"endobj",
    b"stream",
    b"0 R",
)


def spoilt(seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(_loose(chance.choice(GOOD)) if chance.random() < 0.5 else chance.choice(GOOD))
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        chance.choice((_change, _cut, _double, _swap, _number))(data, chance)
    return bytes(data)


def verdict(data: bytes, letters: Letters) -> str:
    """ "refused" with a sentence, or "whole": every page in it, with its number. Anything else is raised."""
    try:
        prepared, facts = prepare(data, Asked(title="Spoilt", name="p1"))
    except PackFault as fault:
        return (
            "refused"
            if str(fault.of(item="8", file="Spoilt")).startswith("Item 8, “Spoilt”: ")
            else "unnamed"
        )
    part = Part(prepared, "Spoilt", 1, "8", "Subject", "Agenda Item 8", marks=facts.marks)
    pack = assemble(Order("Pack", [part]), letters)
    with pikepdf.open(BytesIO(pack)) as pdf:
        assert [page.label for page in pdf.pages] == [str(n) for n in range(1, facts.pages + 1)]
        assert all("/StructParents" in page for page in pdf.pages)
    return "whole"


def _loose(data: bytes) -> bytes:
    """Uncompressed, so that a change meets words and numbers and not only packed bytes."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, qdf=True, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _change(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) - 1)
    del data[start : start + chance.randint(1, max(2, (len(data) - 1 - start) // 2))]
    data.extend(b"%" * (64 - len(data)))


def _double(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 400)]


def _swap(data: bytearray, chance: random.Random) -> None:
    old, new = chance.choice(WORDS), chance.choice(WORDS)
    at = data.find(old, chance.randrange(len(data)))
    if at >= 0:
        data[at : at + len(old)] = new


def _number(data: bytearray, chance: random.Random) -> None:
    digits = [index for index, byte in enumerate(data) if 48 <= byte <= 57]
    if digits:
        at = chance.choice(digits)
        data[at : at + 1] = chance.choice((b"0", b"-1", b"99999999999", b"2147483648", b"1e9", b"7"))


if __name__ == "__main__":
    from pathlib import Path

    from meetings.pack.letters import letters_of

    found = letters_of(Path("static/build/fonts/SourceSans3-Regular.ttf").read_bytes())
    seen: Counter[str] = Counter()
    for seed in range(int(sys.argv[1])):
        try:
            seen[verdict(spoilt(seed), found)] += 1
        except Exception:
            print("seed", seed)
            raise
    print(dict(seen))
