"""The one way from a paper to its pages, for whoever puts them into a pack or shows them.

What the portal writes itself is made once for each edition of its words and noted on the paper's shelf; what was
uploaded lies there already.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from core import pdf
from core.files import Damaged, Files, Shelf
from meetings.exports.agenda_report import report_html, report_title
from meetings.exports.minutes import minutes_html, minutes_title
from meetings.models import MeetingMinutes, Paper, PaperFile, PaperKind, Report, ReportState, file_of
from meetings.papers import NothingToShow, PaperSource, source_of
from meetings.report.agenda_reports import told, with_contacts
from meetings.report.earlier_minutes import earlier_minutes
from meetings.report.minutes import minutes_of
from meetings.report.minutes_standing import NOT_IN_THE_PORTAL, shown, standing_of

EDITIONS_KEPT = 4
NO_FILE = "no file was uploaded yet: upload it, or withdraw the paper"
NO_REPORT = "nobody was asked to write it: ask for the report, or withdraw the paper"
NO_SOURCE = "the part of the portal that writes it is not there: take it away and upload a file"
LOST = "what it said when the pack was built is lost or damaged: tell an administrator"
ELSEWHERE = f"upload them as a file. {NOT_IN_THE_PORTAL}"


class Unusable(Exception):
    """A paper that has no pages to give. ``reason`` says why and what to do; ``str()`` names the paper too."""

    def __init__(self, paper: Paper, reason: str) -> None:
        self.paper, self.reason = paper, reason.rstrip(".")
        super().__init__(f"“{paper.title}” cannot be printed: {self.reason}.")


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """`sha256` is that of its inputs: the same inputs always give the same bytes. Pages of `text` end in a form feed
    where they are known."""

    pdf: bytes
    sha256: str
    tagged: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What has yet to be made into pages."""

    html: str
    title: str


def is_exempt(paper: Paper) -> bool:
    return paper.is_exempt or paper.item.is_exempt


def paper_pdf(paper: Paper, files: Files, *, as_issued: Mapping[str, Any] | None = None) -> RenderedPaper:
    """`as_issued`: what an issue keeps of the paper, words of a report or hash of a file, in place of what stands now.

    Raises `core.files.Closed` for an exempt paper and files that are for the public; Unusable; PdfError.
    """
    return paper_later(paper, files, as_issued=as_issued)()


def paper_later(
    paper: Paper, files: Files, *, as_issued: Mapping[str, Any] | None = None
) -> Callable[[], RenderedPaper]:
    """The same, asked of the database now and made when it is called, by a thread beside others if need be."""
    shelf = files.shelf(is_exempt=is_exempt(paper))
    is_file = paper.kind == PaperKind.FILE
    found = _uploaded(paper, files, as_issued) if is_file else _written(paper, files, as_issued)
    if isinstance(found, RenderedPaper):
        return lambda: found
    return partial(_made, paper, found, shelf)


def _written(paper: Paper, files: Files, as_issued: Mapping[str, Any] | None) -> _Drawn | RenderedPaper:
    if paper.kind == PaperKind.REPORT:
        return _report(paper, as_issued)
    if as_issued:
        return _live_as_issued(paper, files, as_issued)
    return _minutes(paper) if paper.kind == PaperKind.MINUTES else _live(paper)


def reading_of(paper: Paper, files: Files, as_issued: Mapping[str, Any] | None) -> dict[str, Any]:
    """The words of each page of an uploaded file, and HTML where there is any."""
    file = _file(paper, as_issued)
    return json.loads(_taken(file, file.reading_sha256, files))


def _uploaded(paper: Paper, files: Files, as_issued: Mapping[str, Any] | None) -> RenderedPaper:
    file = _file(paper, as_issued)
    content = _taken(file, file.pdf_sha256, files)
    reading = json.loads(_taken(file, file.reading_sha256, files))
    return RenderedPaper(content, file.pdf_sha256, file.is_tagged, "\f".join(reading["pages"]))


def _file(paper: Paper, as_issued: Mapping[str, Any] | None) -> PaperFile:
    issued = paper.files.filter(pdf_sha256=as_issued["sha256"]).first() if as_issued else None
    file = issued or file_of(paper)
    if file is None:
        raise Unusable(paper, NO_FILE)
    return file


def _taken(file: PaperFile, name: str, files: Files) -> bytes:
    """The row says where the bytes lie, whatever the paper says."""
    try:
        return files.shelf(is_exempt=file.is_exempt).take(name)
    except Damaged:
        reason = f"the file “{file.original_name}” is lost or damaged: upload it again"
        raise Unusable(file.paper, reason) from None


def _report(paper: Paper, as_issued: Mapping[str, Any] | None) -> _Drawn:
    is_draft = False
    if as_issued is None:
        reports = Report.objects.filter(paper=paper).select_related("paper__item__meeting__body")
        report = with_contacts(reports).first()
        if report is None:
            raise Unusable(paper, NO_REPORT)
        as_issued, is_draft = told(report), report.state != ReportState.CLERK
    words = dict(as_issued)
    return _Drawn(report_html(words, is_draft=is_draft), report_title(words, is_draft=is_draft))


def minutes_drawn(paper: Paper, record: MeetingMinutes) -> tuple[dict[str, Any], str]:
    """What they say to the readers of this paper, and the HTML of its pages. Raises Unusable."""
    exempt = is_exempt(paper)
    kept = minutes_of(record.meeting, exempt=exempt)
    if "sentence" not in kept:
        raise Unusable(paper, ELSEWHERE)
    words, standing = shown(kept, record, exempt=exempt), standing_of(record)
    return words, minutes_html(words, label=standing.label, signed=standing.signed)


def kept_minutes(paper: Paper, record: MeetingMinutes) -> bytes | None:
    """Approved ones as they were kept; the public reads them without their exempt part."""
    return bytes(record.pdf) if record.pdf and not is_exempt(paper) else None


def _minutes(paper: Paper) -> _Drawn | RenderedPaper:
    """As they stand, for their officers. What goes out is `live_papers.fixed` before."""
    try:
        record = earlier_minutes(paper)
    except NothingToShow as nothing:
        raise Unusable(paper, str(nothing)) from None
    words, html = minutes_drawn(paper, record)
    content = kept_minutes(paper, record)
    return _kept(content, html) if content else _Drawn(html, minutes_title(words))


def live_source(paper: Paper, *, is_going_out: bool = False) -> tuple[PaperSource, Mapping[str, Any]]:
    """Who writes it, and what it says now. `is_going_out`: to more than its officers. Raises Unusable."""
    source = source_of(paper.source_key)
    if source is None:
        raise Unusable(paper, NO_SOURCE)
    if is_going_out and (why := source.unready(paper.item.meeting)):
        raise Unusable(paper, why)
    try:
        return source, source.context(paper.item.meeting)
    except NothingToShow as nothing:
        raise Unusable(paper, str(nothing)) from None


def _live(paper: Paper) -> _Drawn | RenderedPaper:
    source, context = live_source(paper)
    drawn = _Drawn(pdf.html_of(source.template, context, title=context["title"]), context["title"])
    content = source.kept(paper.item.meeting)
    return _kept(content, drawn.html) if content else drawn


def _live_as_issued(paper: Paper, files: Files, live: Mapping[str, Any]) -> _Drawn | RenderedPaper:
    shelf = files.shelf(is_exempt=live["is_exempt"])
    try:
        words = json.loads(shelf.take(live["sha256"]))
        content = shelf.take(live["pdf_sha256"]) if live["pdf_sha256"] else None
    except Damaged:
        raise Unusable(paper, LOST) from None
    return _kept(content, words["html"]) if content else _Drawn(words["html"], words["title"])


def _kept(content: bytes, html: str) -> RenderedPaper:
    """Published before, byte for byte."""
    return RenderedPaper(content, sha256(content).hexdigest(), True, pdf.words_of(html))


def _made(paper: Paper, drawn: _Drawn, shelf: Shelf) -> RenderedPaper:
    key = sha256("\0".join((pdf.edition(), drawn.title, drawn.html)).encode()).hexdigest()
    folder = str(paper.pk)
    content = shelf.noted(folder, key)
    if content is None:
        content = pdf.render(drawn.html, title=drawn.title)
        shelf.note(folder, key, content)
        shelf.forget(folder, but=EDITIONS_KEPT)
    return RenderedPaper(content, key, True, pdf.words_of(drawn.html))
