"""What goes into the packs of one issue: its words as they were issued, its papers in print order, its first page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from meetings.exempt_wording import not_for_publication, paragraphs_relied_on
from meetings.models import Access, AgendaIssue, IssueKind, Pack, PackAccess, Paper, PaperKind, file_of
from meetings.pack.faults import PackFault
from meetings.pack.layout import next_odd
from meetings.pack.sources import is_exempt
from meetings.report.agenda import every_told, front_sheet
from meetings.report.agenda_issuing import printed_lines
from meetings.report.earlier_minutes import why_minutes_wait

Told = dict[str, Any]
NO_EARLIER = "a supplement is numbered after the pack before it, and that is not built yet: build it first"


@dataclass(frozen=True, slots=True)
class Planned:
    """``line`` is that of its item as it was issued, for those entitled; ``told`` are its own words there."""

    paper: Paper
    line: Told
    told: Told
    is_exempt: bool

    @property
    def key(self) -> str:
        return str(self.paper.pk)

    @property
    def title(self) -> str:
        """As it was issued, whatever it is called since."""
        return self.told["title"]

    @property
    def is_listed(self) -> bool:
        return self.told.get("is_listed", True)

    @property
    def as_issued(self) -> Told | None:
        """The words of a report, or the hash of a file or of a live paper, as the issue keeps them."""
        return self.told.get("report") or self.told.get("file") or self.told.get("live")

    @property
    def notice(self) -> str:
        """What stands on its pages when it is withheld."""
        return notice_of(self.line) if self.is_exempt else ""

    @property
    def item(self) -> str:
        return str(self.line["id"])


@dataclass(frozen=True, slots=True)
class Plan:
    """``secret`` is the front sheet for those entitled: the public one when nothing in it is kept from anybody."""

    issue: AgendaIssue
    public: Told
    secret: Told
    papers: list[Planned]
    first: int

    @property
    def title(self) -> str:
        what = f"{self.public['mark']}, " if self.issue.kind == IssueKind.SUPPLEMENT else ""
        return f"Agenda pack, {what}{self.public['body']}, {self.public['date']}"

    @property
    def has_secrets(self) -> bool:
        return self.secret is not self.public or any(paper.is_exempt for paper in self.papers)


def plan_of(issue: AgendaIssue) -> Plan:
    """Raises PackFault for a supplement whose place is not known yet."""
    public = printed_lines(json.loads(issue.content))
    secret = public
    if hasattr(issue, "exempt_part"):
        secret = printed_lines(front_sheet(issue.meeting, as_issued=issue, exempt=True))
    earlier = earlier_packs(issue)
    known = {paper for pack in earlier for paper in pack.papers}
    papers = [planned for planned in _papers(secret) if planned.paper.pk not in known]
    if not (_has_private_words(secret) or any(planned.is_exempt for planned in papers)):
        secret = (
            public  # a supplement may bring nothing that is kept from anybody, whatever was issued before
        )
    first = next_odd(max(pack.last_number for pack in earlier)) if earlier else 1
    return Plan(issue, public, secret, papers, first)


def earlier_packs(issue: AgendaIssue) -> list[Pack]:
    """Those that a supplement goes on from; none for an issue that begins anew. Raises PackFault."""
    if issue.kind != IssueKind.SUPPLEMENT:
        return []
    issues = AgendaIssue.objects.filter(meeting=issue.meeting_id, number__lt=issue.number).order_by("number")
    chain: list[AgendaIssue] = []
    for one in issues.defer("content", "pdf"):
        chain = [*chain, one] if one.kind == IssueKind.SUPPLEMENT else [one]
    packs = list(Pack.objects.filter(issue__in=chain, access=PackAccess.MEMBER).order_by("issue__number"))
    if len(packs) != len(chain):
        raise PackFault("not_made", said=NO_EARLIER)
    return packs


def name_of_line(line: Told) -> str:
    """A sub-item's number has its letter already; a heading has none."""
    return line["number"] or line["title"]


def notice_of(line: Told) -> str:
    """For an exempt paper of this line: Local Government Act 1972, s.100B(5)."""
    return not_for_publication(paragraphs_relied_on(line["exempt_line"]))


def _has_private_words(sheet: Told) -> bool:
    lines = every_told(sheet)
    return any(line.get(name) for line in lines for name in ("private_title", "private_purpose"))


def _papers(sheet: Told) -> Iterator[Planned]:
    told = [(line, paper) for line in every_told(sheet) for paper in line["papers"]]
    rows = Paper.objects.select_related("item__meeting__body").in_bulk([paper["id"] for _, paper in told])
    for line, paper in told:
        row = rows[paper["id"]]
        if line["late_reason"] and _is_to_come(row):
            continue  # it is to follow, as the line says
        closed = paper["is_exempt"] or line["access"] == Access.EXEMPT or is_exempt(row)
        yield Planned(row, line, paper, closed)


def _is_to_come(paper: Paper) -> bool:
    if paper.kind == PaperKind.MINUTES:
        return bool(why_minutes_wait(paper))
    return paper.kind == PaperKind.FILE and file_of(paper) is None
