"""The front sheet of an agenda: one set of plain data for the page, the issue that is kept, and the PDF."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from meetings.date_words import clock, formal_date, title_date
from meetings.exempt_wording import (
    NOTE_EXEMPT_ITEMS,
    NOTE_NO_EXEMPT_ITEMS,
    NOTE_OPEN,
    exclusion_motion,
    exempt_line,
)
from meetings.models import Access, AgendaIssue, AgendaItem, Meeting, Paper, PaperState
from meetings.page_words import paper_words
from meetings.report.agenda_lines import Line, every_line, read_lines
from meetings.report.agenda_people import post_on
from meetings.report.membership import paragraph_on
from people.models import Person
from people.print_names import name_of

FINAL_NOTE = (
    "Background documents that the accompanying papers refer to can be inspected by arrangement with the officer "
    "responsible for the report."
)
Pages = Mapping[int, tuple[int, int]]  # first and last page of an item, by its id


def front_sheet(
    meeting: Meeting,
    *,
    as_issued: AgendaIssue | None = None,
    exempt: bool = False,
    issued_on: date | None = None,
    pages: Pages | None = None,
    released: Collection[int] = (),
) -> dict[str, Any]:
    """As it would print now, or word for word `as_issued`. Only with `exempt` does it hold what the public may not
    read: each line then has its `private_title` and `private_purpose`, and papers that are exempt. Of items that were
    `released` since it was issued, everybody reads that.
    """
    if as_issued is None:
        return sheet_of(meeting, read_lines(meeting), exempt=exempt, issued_on=issued_on, pages=pages)
    sheet = json.loads(as_issued.content)
    return _with_exempt_part(sheet, as_issued, exempt=exempt, released=released)


def sheet_of(
    meeting: Meeting,
    lines: list[Line],
    *,
    exempt: bool = False,
    issued_on: date | None = None,
    pages: Pages | None = None,
) -> dict[str, Any]:
    drawn = [_line(line, exempt=exempt, pages=pages or {}) for line in lines]
    closed = [line for line in every_line(lines) if line.item.is_exempt and line.number]
    return {
        **_head(meeting),
        "open_note": NOTE_OPEN,
        "open": [line for line in drawn if line["access"] != Access.EXEMPT],
        "exempt_note": NOTE_EXEMPT_ITEMS if closed else NOTE_NO_EXEMPT_ITEMS,
        "motion": _motion(closed),
        "exempt": [line for line in drawn if line["access"] == Access.EXEMPT],
        "signed": _signed(meeting.body.proper_officer, issued_on or meeting.on),
        "issued_on": formal_date(issued_on) if issued_on else "",
        "final_note": FINAL_NOTE,
        "mark": "",
        "differences": [],
        "listed": [],
        "corrected": [],
    }


def venue_line(venue: str) -> str:
    """Room, then building, as the council writes it: "Darent Room - Sessions House"."""
    return venue.replace(", ", " - ", 1)


def _head(meeting: Meeting) -> dict[str, Any]:
    body = meeting.body
    return {
        "body": body.name,
        "on": meeting.on.isoformat(),
        "date": title_date(meeting.on),
        "time": clock(meeting.starts_at or body.starts_at),
        "venue": venue_line(meeting.venue or body.venue),
        "ask_for": name_of(body.clerk).full if body.clerk else "",
        "telephone": body.clerk.telephone if body.clerk else "",
        "refreshments": body.refreshments,
        "membership": paragraph_on(body, meeting.on),
    }


def _signed(officer: Person | None, day: date) -> dict[str, str]:
    if officer is None:
        return {"name": "", "post": "", "telephone": ""}
    return {
        "name": name_of(officer).full,
        "post": post_on(officer, day),
        "telephone": officer.telephone,
    }


def _motion(closed: Iterable[Line]) -> str:
    """To be moved before the exempt items; names them and every paragraph that is relied on."""
    closed = list(closed)
    relied_on = sorted({paragraph for line in closed for paragraph in line.item.paragraphs})
    return exclusion_motion([line.number for line in closed], relied_on) if closed else ""


def _line(line: Line, *, exempt: bool, pages: Pages) -> dict[str, Any]:
    item = line.item
    told = {
        "id": item.pk,
        "kind": item.kind,
        "number": str(line.number or ""),
        "title": item.title,
        "purpose": item.purpose,
        "lead": item.lead,
        "access": item.access,
        "exempt_line": exempt_line(item.paragraphs, item.exempt_reason) if item.paragraphs else "",
        "public_interest": item.public_interest,
        "paper": _paper(item, pages),
        "late_reason": item.late_reason if item.paper_state == PaperState.TO_FOLLOW else "",
        "verbal_heads": list(item.verbal_heads) if item.paper_state == PaperState.VERBAL else [],
        "urgency": _urgency(item),
        "papers": [_named(paper) for paper in item.papers.all() if exempt or is_open(paper, item)],
        "parts": [_line(part, exempt=exempt, pages=pages) for part in line.parts],
    }
    secrets = {"private_title": item.private_title, "private_purpose": item.private_purpose}
    return told | secrets if exempt else told


def is_open(paper: Paper, item: AgendaItem) -> bool:
    """Whether the public may read it."""
    return not (item.is_exempt or paper.is_exempt)


def _paper(item: AgendaItem, pages: Pages) -> str:
    """Page ranges come with the pack; until they are known nothing is printed."""
    first, last = pages.get(item.pk, (None, None))
    return paper_words(first, last, is_to_follow=item.paper_state == PaperState.TO_FOLLOW)


def _named(paper: Paper) -> dict[str, Any]:
    return {
        "id": paper.pk,
        "kind": paper.kind,
        "title": paper.title,
        "is_appendix": paper.is_appendix,
        "is_exempt": paper.is_exempt,
    }


def _urgency(item: AgendaItem) -> str:
    if not (item.urgency_reason and item.urgency_by):
        return ""
    return f"{name_of(item.urgency_by).formal} has agreed that this item is urgent: {item.urgency_reason}"


def _with_exempt_part(
    sheet: dict[str, Any], issue: AgendaIssue, *, exempt: bool, released: Collection[int]
) -> dict[str, Any]:
    """The table of exempt parts is asked only for somebody who may read something in it."""
    if not (exempt or released):
        return sheet
    kept = getattr(issue, "exempt_part", None)
    secrets = json.loads(kept.content) if kept else {}
    for line in every_told(sheet):
        is_released = line["id"] in released
        if exempt or is_released:
            line |= secrets.get(str(line["id"]), {"private_title": "", "private_purpose": ""})
        if is_released:
            line |= {"is_released": True, "papers": [one | {"is_exempt": False} for one in line["papers"]]}
    return sheet


def every_told(sheet: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Each line of a front sheet, parts too."""
    for line in [*sheet["open"], *sheet["exempt"]]:
        yield line
        yield from line["parts"]
