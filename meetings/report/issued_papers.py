"""One paper as it was issued: who may read it, its pages, and what its page shows."""

from dataclasses import dataclass
from typing import Any

from core.files import Closed, Damaged, Files, all_files, public_files
from core.pdf import PdfError
from core.richtext import drawn
from meetings.models import Meeting, Paper, PaperKind
from meetings.pack.live_papers import WRITTEN_ELSEWHERE, fragment_of, kept_live, told_of
from meetings.pack.sources import RenderedPaper, Unusable, is_exempt, live_source, paper_pdf, reading_of
from meetings.papers import NothingToShow
from meetings.printed_lines import paragraphs_of
from meetings.report.earlier_minutes import minutes_going_out, why_minutes_wait
from meetings.report.minutes_standing import standing_of
from meetings.report.packs import chain_of
from meetings.report.reading import paper_of


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """`told` and `line` are the issue's words. Only for a secret one do `files` have the exempt shelf."""

    paper: Paper
    told: dict[str, Any]
    line: dict[str, Any]
    is_secret: bool
    reads_exempt: bool
    files: Files


def issued_paper(meeting: Meeting, pk: int, *, exempt: bool) -> IssuedPaper | None:
    """None for one that this reader may not know of. What has become exempt since its issue is exempt."""
    found = paper_of(meeting, pk, exempt=exempt)
    if found is None:
        return None
    told, line = found
    paper = Paper.objects.select_related("item__meeting__body").get(pk=pk)
    live = kept_live(paper, chain_of(meeting)) if paper.kind in WRITTEN_ELSEWHERE else None
    lies_apart = live.is_exempt if live else paper.files.filter(is_exempt=True).exists()
    is_secret = lies_apart or is_exempt(paper)
    if is_secret and not exempt:
        return None
    told = told | {"live": told_of(live)} if live else told
    return IssuedPaper(paper, told, line, is_secret, exempt, all_files() if is_secret else public_files())


def published_elsewhere(found: IssuedPaper) -> int | None:
    """The meeting on whose page the minutes to approve are read, while no pack holds them as they were issued."""
    if found.paper.kind != PaperKind.MINUTES or found.told.get("live") or why_minutes_wait(found.paper):
        return None
    return minutes_going_out(found.paper).meeting_id


def pages_of(found: IssuedPaper) -> RenderedPaper:
    """Raises Unusable and PdfError."""
    as_issued = found.told.get("report") or found.told.get("file") or found.told.get("live")
    if found.paper.kind == PaperKind.LIVE and not as_issued:
        live_source(found.paper, is_going_out=True)
    if found.paper.kind == PaperKind.MINUTES and (why := why_minutes_wait(found.paper)):
        raise Unusable(found.paper, why)
    return paper_pdf(found.paper, found.files, as_issued=as_issued)


def read_paper(found: IssuedPaper) -> dict[str, Any]:
    """What the page shows of a file, of earlier minutes, or of a paper that another part of the portal writes."""
    if found.paper.kind == PaperKind.MINUTES:
        return _minutes(found)
    if found.paper.kind == PaperKind.LIVE:
        return _live(found)
    try:
        reading = reading_of(found.paper, found.files, found.told.get("file"))
    except (Unusable, Closed, Damaged, PdfError) as fault:
        return {"fault": str(fault)}
    html = drawn(reading["html"], heading=2) if reading["html"] else ""
    tagged = reading.get("tagged") or [""] * len(reading["pages"])  # files of before have none
    pages = [
        {"shown": drawn(told, heading=3), "lines": paragraphs_of(words)}
        for told, words in zip(tagged, reading["pages"], strict=True)
    ]
    return {"html": html, "pages": pages}


def _minutes(found: IssuedPaper) -> dict[str, Any]:
    """As the pack has them, with their way since; nothing once they are taken back."""
    try:
        record = minutes_going_out(found.paper)
        kept = fragment_of(found.told["live"], found.files)
    except NothingToShow:
        return {"waits": True}
    except (Closed, Damaged) as fault:
        return {"fault": str(fault)}
    return {"kept": kept, "earlier": record.meeting, "standing": standing_of(record).label}


def _live(found: IssuedPaper) -> dict[str, Any]:
    """As the pack has it; before there is one, as it stands, unless its officers have not published it."""
    try:
        if live := found.told.get("live"):
            return {"kept": fragment_of(live, found.files)}
        source, context = live_source(found.paper, is_going_out=True)
    except Unusable:
        return {"waits": True}
    except (Closed, Damaged) as fault:
        return {"fault": str(fault)}
    return {"fragment": source.fragment, "live": context}
