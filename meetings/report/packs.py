"""Packs as their readers find them: what is in them, on which pages, how long it takes to read."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.db.models import Q, QuerySet
from django.template.defaultfilters import filesizeformat

from core.files import Damaged, Files, all_files, public_files
from meetings.models import (
    Access,
    AgendaIssue,
    IssueKind,
    Meeting,
    Pack,
    PackAccess,
    PackBuild,
    PackCopy,
    Paper,
    ranges_of,
)
from meetings.pack.layout import Place
from meetings.page_words import page_range

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class ReadPaper:
    pk: int
    title: str
    pages: str
    is_exempt: bool
    is_listed: bool


@dataclass(frozen=True, slots=True)
class ReadItem:
    """`pages` "5 - 12"; `minutes` to read it, `size` in bytes of what is in this pack."""

    pk: int
    number: str
    title: str
    pages: str
    count: int
    size: int
    minutes: int
    papers: list[ReadPaper]


@dataclass(frozen=True, slots=True)
class ReadPack:
    """One pack of a meeting: the agenda's, or a supplement's. `is_members`: with exempt papers.

    `is_former`: the agenda was issued again since, and the pack of that issue is not built yet.
    """

    pack: Pack
    name: str
    items: list[ReadItem]
    is_former: bool

    @property
    def issue(self) -> AgendaIssue:
        return self.pack.issue

    @property
    def reading_time(self) -> str:
        return time_words(sum(item.minutes for item in self.items))

    @property
    def is_members(self) -> bool:
        return self.pack.is_exempt

    @property
    def has_exempt_papers(self) -> bool:
        """A members' pack without any differs from the public one in the words of its agenda alone."""
        return any(paper.is_exempt for item in self.items for paper in item.papers)


def chains_of(meeting: Meeting) -> list[list[AgendaIssue]]:
    """Each whole agenda with the supplements to it, the last one last."""
    chains: list[list[AgendaIssue]] = []
    for issue in AgendaIssue.objects.filter(meeting=meeting).defer("content", "pdf").order_by("number"):
        if issue.kind == IssueKind.SUPPLEMENT and chains:
            chains[-1].append(issue)
        else:
            chains.append([issue])
    return chains


def chain_of(meeting: Meeting) -> list[AgendaIssue]:
    """The issues that stand: the last whole agenda and the supplements to it."""
    return next(reversed(chains_of(meeting)), [])


def packs_to_read(meeting: Meeting, *, exempt: bool) -> list[ReadPack]:
    """`exempt`: the reader has the right to this meeting's exempt papers. Others are read from the open shelf alone."""
    held, is_former = newest_packs(meeting, exempt=exempt)
    files = all_files() if exempt else public_files()
    return [_read(pack, contents_of(pack, files), is_former=is_former) for pack in held]


def packs_of(chain: Iterable[AgendaIssue], *, exempt: bool) -> list[Pack]:
    """Of each issue that has one, the fuller that this reader may have."""
    held: dict[int, Pack] = {}
    rows = Pack.objects.filter(issue__in=list(chain)).select_related("issue")
    rows = rows.defer("issue__content", "issue__pdf").order_by("issue__number", "-access")
    for pack in _open_still(list(rows)):  # public ones first
        if pack.access == PackAccess.PUBLIC or (exempt and pack.is_exempt):
            held[pack.issue_id] = pack
    return list(held.values())


def pack_for(meeting: Meeting, number: int, access: PackAccess) -> Pack | None:
    found = Pack.objects.filter(issue__meeting=meeting, issue__number=number, access=access)
    rows = found.select_related("issue__meeting__body").defer("issue__content", "issue__pdf")
    return next(iter(_open_still(list(rows))), None)


def newest_packs(meeting: Meeting, *, exempt: bool) -> tuple[list[Pack], bool]:
    """Those of the last agenda and its supplements; while it has none, those of the one before, and True."""
    chains = chains_of(meeting)
    held = packs_of([issue for chain in chains for issue in chain], exempt=exempt)
    for chain in reversed(chains):
        if found := [pack for pack in held if pack.issue in chain]:
            return found, chain is not chains[-1]
    return [], False


def _open_still(packs: list[Pack]) -> list[Pack]:
    """Without the public ones that hold a paper which has become exempt since."""
    papers = {paper for pack in packs if not pack.is_exempt for paper in pack.papers}
    closed = Q(is_exempt=True) | Q(item__access=Access.EXEMPT)
    found = set(Paper.objects.filter(closed, pk__in=papers).values_list("pk", flat=True)) if papers else set()
    return [pack for pack in packs if pack.is_exempt or not found.intersection(pack.papers)]


def contents_of(pack: Pack, files: Files) -> dict[str, Any]:
    """Raises core.files.Closed for a pack that these files do not reach, Damaged for one that is lost."""
    return json.loads(files.shelf(is_exempt=pack.is_exempt).take(pack.contents_sha256))


def place_of(paper: Paper, meeting: Meeting, *, exempt: bool) -> Place | None:
    """The printed pages of one paper, as this reader may know them; none while there is no pack with it."""
    files = all_files() if exempt else public_files()
    held = packs_of(chain_of(meeting), exempt=exempt)
    packs = [pack for pack in held if paper.pk in pack.papers]
    try:
        items = contents_of(packs[-1], files)["items"] if packs else []
    except Damaged:
        return None
    papers = {told["id"]: told for item in items for told in item["papers"]}
    told = papers.get(paper.pk)
    return Place(told["first"], told["last"]) if told else None


def page_words_of(packs: Iterable[Pack]) -> dict[int, str]:
    """What the agenda prints after each item, by its id: the pages of the pack, then those of its supplements."""
    words: dict[int, list[str]] = {}
    for pack in packs:
        for item, (first, last) in ranges_of(pack).items():
            words.setdefault(item, []).append(page_range(first, last))
    return {item: " ".join(parts) for item, parts in words.items()}


def in_words(packs: list[Pack], *, are_former: bool = False) -> str:
    """ "Get the pack (92 pages, 2.1 MB)"; nothing when there is none."""
    if not packs:
        return ""
    pages, size = sum(pack.pages for pack in packs), sum(pack.size for pack in packs)
    what = "former pack" if are_former else "pack"
    return f"Get the {what} ({pages} pages, {filesizeformat(size)})"


def latest_build(issue: AgendaIssue) -> PackBuild | None:
    return PackBuild.objects.filter(issue=issue).order_by("-pk").first()


def copies_of(meeting: Meeting) -> QuerySet[PackCopy]:
    """Who was given exempt papers, the latest first."""
    copies = PackCopy.objects.filter(pack__issue__meeting=meeting)
    return copies.select_related("user", "pack__issue").defer("pack__issue__content", "pack__issue__pdf")


def _read(pack: Pack, contents: Mapping[str, Any], *, is_former: bool) -> ReadPack:
    name = (
        contents["title"].split(",")[1].strip() if pack.issue.kind == IssueKind.SUPPLEMENT else "Agenda pack"
    )
    return ReadPack(pack, name, [_item(item) for item in contents["items"]], is_former)


def _item(item: Mapping[str, Any]) -> ReadItem:
    papers = item["papers"]
    words = sum(paper["words"] for paper in papers)
    return ReadItem(
        pk=item["id"],
        number=item["number"],
        title=item["title"],
        pages=_numbers(*item["range"]) if item["range"] else "",
        count=sum(paper["facts"]["pages"] for paper in papers),
        size=sum(paper["size"] for paper in papers),
        minutes=ceil(words / WORDS_A_MINUTE),
        papers=[_paper(paper) for paper in papers],
    )


def time_words(minutes: int) -> str:
    """ "about 25 minutes", "about 1 hour 50 minutes": past the hour in tens."""
    hours, rest = divmod(round(minutes, -1) if minutes > 60 else minutes, 60)
    parts = [
        f"{number} {name}{'' if number == 1 else 's'}" for number, name in ((hours, "hour"), (rest, "minute"))
    ]
    return f"about {' '.join(part for part in parts if not part.startswith('0'))}" if minutes else "nothing"


def _numbers(first: int, last: int) -> str:
    return f"{first} - {last}" if first != last else str(first)


def _paper(paper: Mapping[str, Any]) -> ReadPaper:
    return ReadPaper(
        paper["id"],
        paper["title"],
        page_range(paper["first"], paper["last"]),
        paper["is_exempt"],
        paper["is_listed"],
    )
