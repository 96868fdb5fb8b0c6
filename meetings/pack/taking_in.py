"""Papers on their way into a pack: printed, prepared, and kept on their shelf so that the next pack need not.

Two at a time; only the database is asked one after the other.
"""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256

from core.files import Damaged, Files, Shelf
from core.pdf import PdfError
from meetings.models import PaperKind
from meetings.pack.asking import prepared
from meetings.pack.faults import PackFault
from meetings.pack.orders import EDITION, Asked, Facts
from meetings.pack.planning import Planned, name_of_line
from meetings.pack.sources import RenderedPaper, Unusable, paper_later

AT_ONCE = 2
EDITIONS_KEPT = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """A paper as the pack needs it: ``sha256`` is its prepared pages on their shelf."""

    planned: Planned
    sha256: str
    size: int
    words: int
    facts: Facts


def take_in(
    papers: Sequence[Planned], files: Files, *, open_files: Files, tell: Callable[[int, Planned], None]
) -> list[Taken]:
    """In the order of ``papers``, those that anybody may read by way of ``open_files``.

    ``tell`` hears how many are ready and which comes; what it raises ends the work.

    Raises PackFault, which names item and paper.
    """
    found: dict[str, Taken] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting: dict[Future[Taken], Planned] = {}
        try:
            for planned in papers:
                tell(len(found), planned)
                work = _asked(planned, files if planned.is_exempt else open_files)
                waiting[pool.submit(_named, planned, work)] = planned
                if len(waiting) >= AT_ONCE:
                    _gather(waiting, found)
            while waiting:
                tell(len(found), next(iter(waiting.values())))
                _gather(waiting, found)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [found[planned.key] for planned in papers]


def take_in_sheet(content: bytes, asked: Asked, shelf: Shelf, folder: str) -> tuple[str, Facts]:
    """A front sheet, which has no paper of its own."""
    kept, facts, _ = _prepared(content, asked, shelf, folder)
    return kept, facts


def _gather(waiting: dict, found: dict[str, Taken]) -> None:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for one in done:
        planned = waiting.pop(one)
        found[planned.key] = one.result()


def _asked(planned: Planned, files: Files) -> Callable[[], Taken]:
    """Asks the database now; what is returned does not."""
    shelf = files.shelf(is_exempt=planned.is_exempt)
    try:
        later = paper_later(planned.paper, files, as_issued=planned.as_issued)
    except Unusable as unusable:
        raise fault_of(planned, unusable.reason) from None
    return partial(_taken, planned, later, shelf)


def _named(planned: Planned, work: Callable[[], Taken]) -> Taken:
    try:
        return work()
    except PackFault as fault:
        raise fault.of(item=name_of_line(planned.line), file=planned.title) from None
    except PdfError as fault:
        raise fault_of(planned, fault.reason) from None


def fault_of(planned: Planned, reason: str) -> PackFault:
    return PackFault("not_made", said=reason.rstrip("."), item=name_of_line(planned.line), file=planned.title)


def _taken(planned: Planned, later: Callable[[], RenderedPaper], shelf: Shelf) -> Taken:
    rendered = later()
    asked = Asked(title=planned.title, name=f"p{planned.key}", is_ours=planned.paper.kind != PaperKind.FILE)
    kept, facts, size = _prepared(rendered.pdf, asked, shelf, planned.key)
    return Taken(planned, kept, size, len(rendered.text.split()), facts)


def _prepared(content: bytes, asked: Asked, shelf: Shelf, folder: str) -> tuple[str, Facts, int]:
    inputs = (str(EDITION), sha256(content).hexdigest(), *map(str, asdict(asked).values()))
    key = sha256("\0".join(inputs).encode()).hexdigest()
    if (known := _known(shelf, f"prepared-{folder}", key)) is not None:
        return known
    pages, facts = prepared(content, asked)
    kept = shelf.keep(pages)
    told = {"sha256": kept, "size": len(pages), "facts": asdict(facts)}
    shelf.note(f"prepared-{folder}", key, json.dumps(told).encode())
    shelf.forget(f"prepared-{folder}", but=EDITIONS_KEPT)
    return kept, facts, len(pages)


def _known(shelf: Shelf, folder: str, key: str) -> tuple[str, Facts, int] | None:
    noted = shelf.noted(folder, key)
    if noted is None:
        return None
    told = json.loads(noted)
    try:
        shelf.take(told["sha256"])
    except Damaged:
        return None
    return told["sha256"], Facts(**told["facts"]), told["size"]


def pages_on(shelf: Shelf, kept: str) -> bytes:
    """Raises PackFault."""
    try:
        return shelf.take(kept)
    except Damaged:
        raise PackFault("missing") from None
