"""Builds the packs of one issue: the papers first, then one layout, then a pack for each reader.

The public pack is put together with files that have no exempt shelf. Of what is exempt it is told numbers of pages.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from core.files import Files
from core.pdf import PdfError, edition
from meetings.date_words import joined
from meetings.exports.agenda import front_sheet_html, front_sheet_pdf
from meetings.models import PackAccess
from meetings.pack.asking import assembled
from meetings.pack.faults import PackFault
from meetings.pack.layout import USUAL_FRONT, Counted, Layout, settle
from meetings.pack.orders import PAGE_ADDRESS, Asked, Facts, Order, Part
from meetings.pack.planning import Plan, Planned, Told, name_of_line
from meetings.pack.taking_in import Taken, pages_on, take_in, take_in_sheet
from meetings.page_words import page_range
from meetings.report.agenda import every_told

Tell = Callable[[int, str], None]
FRONT = "Agenda"
FRONTS_KEPT = 6


@dataclass(frozen=True, slots=True)
class Built:
    """``contents`` say what lies where, and by which hashes it is found again."""

    access: PackAccess
    pdf: bytes
    contents: dict[str, Any]
    layout: Layout
    is_exempt: bool


@dataclass(frozen=True, slots=True)
class _Front:
    sha256: str
    facts: Facts


def build(plan: Plan, files: Files, *, open_files: Files, tell: Tell) -> list[Built]:
    """The public pack and the members'. ``tell`` hears how many papers are ready and what comes.

    Raises PackFault, Unsettled, and whatever ``tell`` raises.
    """
    taken = take_in(
        plan.papers, files, open_files=open_files, tell=lambda done, planned: tell(done, _said(planned))
    )
    tell(len(taken), "Front sheet and page numbers")
    counted = [_counted(one) for one in taken]
    fronts = _Fronts(plan, files, open_files)
    layout = settle(fronts.pages, counted, first=plan.first, guess=USUAL_FRONT)
    public, secret = fronts.last
    tell(len(taken), "Putting the pack together")
    seen = [one for one in taken if not one.planned.is_exempt]
    made = [_built(PackAccess.PUBLIC, plan, layout, seen, public, open_files)]
    if not plan.has_secrets:
        return [*made, Built(PackAccess.MEMBER, made[0].pdf, made[0].contents, layout, is_exempt=False)]
    return [*made, _built(PackAccess.MEMBER, plan, layout, taken, secret, files)]


def chosen(contents: Mapping[str, Any], items: Sequence[int], files: Files) -> bytes:
    """The papers of some items, with the numbers that they have in the pack. Raises PackFault."""
    wanted = [item for item in contents["items"] if item["id"] in items and item["papers"]]
    names = joined([item["number"] for item in wanted])
    parts = [part for item in wanted for part in _kept_parts(item, files)]
    return assembled(Order(f"{contents['title']}, item{'' if len(wanted) == 1 else 's'} {names}", parts))


def _said(planned: Planned) -> str:
    return f"Item {name_of_line(planned.line)}: {planned.title}"


def _counted(taken: Taken) -> Counted:
    planned = taken.planned
    return Counted(planned.key, planned.item, taken.facts.pages, is_listed=planned.is_listed)


class _Fronts:
    """Prints the front sheets with the ranges of a layout, and counts the longer one."""

    def __init__(self, plan: Plan, files: Files, open_files: Files) -> None:
        self.plan, self.files, self.open_files = plan, files, open_files
        self.open_items = {one.item for one in plan.papers if not one.is_exempt}

    def pages(self, layout: Layout) -> int:
        public = self._front(self.plan.public, layout, self.open_files, linked=self.open_items)
        secret = public
        if self.plan.secret is not self.plan.public:
            linked = {one.item for one in self.plan.papers}
            secret = self._front(self.plan.secret, layout, self.files, linked=linked, shows_exempt=True)
        self.last = public, secret
        return max(public.facts.pages, secret.facts.pages)

    def _front(
        self, sheet: Told, layout: Layout, files: Files, *, linked: set[str], shows_exempt: bool = False
    ) -> _Front:
        shelf, folder = files.shelf(is_exempt=shows_exempt), f"front-{self.plan.issue.meeting_id}"
        told = numbered(sheet, layout, linked)
        drawn = front_sheet_html(told, shows_exempt=shows_exempt)
        key = sha256(f"{edition()}{drawn}".encode()).hexdigest()
        content = shelf.noted(folder, key)
        if content is None:
            content = _printed(told, shows_exempt)
            shelf.note(folder, key, content)
            shelf.forget(folder, but=FRONTS_KEPT)
        return _Front(*take_in_sheet(content, Asked(title=FRONT, name="front", is_ours=True), shelf, folder))


def _printed(sheet: Told, shows_exempt: bool) -> bytes:
    try:
        return front_sheet_pdf(sheet, shows_exempt=shows_exempt)
    except PdfError as fault:
        raise PackFault("not_made", said=fault.reason) from None


def numbered(sheet: Told, layout: Layout, linked: set[str]) -> Told:
    """The sheet with the pages of each item, and for those in ``linked`` a way to them."""
    sheet = deepcopy(sheet)
    for line in every_told(sheet):
        place = layout.ranges.get(str(line["id"]))
        if place is not None:
            line["paper"] = page_range(place.first, place.last)
            if str(line["id"]) in linked:
                line["page_address"] = f"{PAGE_ADDRESS}{place.first}"
    return sheet


def _built(
    access: PackAccess, plan: Plan, layout: Layout, taken: Sequence[Taken], front: _Front, files: Files
) -> Built:
    is_exempt = access == PackAccess.MEMBER and plan.has_secrets
    contents = _contents(plan, layout, taken, front, is_exempt=is_exempt)
    parts = [
        _front_part(contents["front"], files, is_exempt=is_exempt and plan.secret is not plan.public),
        *(part for item in contents["items"] for part in _kept_parts(item, files)),
    ]
    return Built(access, assembled(Order(plan.title, parts)), contents, layout, is_exempt)


def _contents(
    plan: Plan, layout: Layout, taken: Sequence[Taken], front: _Front, *, is_exempt: bool
) -> dict[str, Any]:
    sheet = plan.secret if is_exempt else plan.public
    papers: dict[str, list[dict[str, Any]]] = {}
    for one in taken:
        papers.setdefault(one.planned.item, []).append(_paper(one, layout))
    items = []
    for line in every_told(sheet):
        place, held = layout.ranges.get(str(line["id"])), papers.get(str(line["id"]), [])
        if place or held:
            items.append(
                {
                    "id": line["id"],
                    "number": name_of_line(line),
                    "title": line["title"],
                    "range": [place.first, place.last] if place else None,
                    "papers": held,
                }
            )
    return {
        "title": plan.title,
        "front": {"sha256": front.sha256, "first": layout.front.first, "facts": _facts(front.facts)},
        "items": items,
        "last": layout.last,
    }


def _paper(taken: Taken, layout: Layout) -> dict[str, Any]:
    place, planned = layout.places[taken.planned.key], taken.planned
    return {
        "id": planned.paper.pk,
        "title": planned.title,
        "is_appendix": planned.told["is_appendix"],
        "is_listed": planned.is_listed,
        "is_exempt": planned.is_exempt,
        "notice": planned.notice,
        "first": place.first,
        "last": place.last,
        "sha256": taken.sha256,
        "size": taken.size,
        "words": taken.words,
        "facts": _facts(taken.facts),
    }


def _facts(facts: Facts) -> dict[str, Any]:
    """What putting together asks for, and what an officer may want to know."""
    told = {"pages": facts.pages, "keeps_ua": facts.keeps_ua, "marks": facts.marks}
    return told | {"problems": sorted(set(facts.problems)), "was_restricted": facts.was_restricted}


def _front_part(front: Mapping[str, Any], files: Files, *, is_exempt: bool) -> Part:
    return Part(
        pages_on(files.shelf(is_exempt=is_exempt), front["sha256"]),
        title=FRONT,
        first=front["first"],
        is_padded=front["facts"]["pages"] % 2 == 1,
        keeps_ua=front["facts"]["keeps_ua"],
        marks=front["facts"]["marks"],
    )


def _kept_parts(item: Mapping[str, Any], files: Files) -> list[Part]:
    return [
        Part(
            _pages(item, paper, files),
            title=paper["title"],
            first=paper["first"],
            item=item["number"],
            item_title=item["title"],
            mark=f"Agenda Item {item['number']}" if index == 0 or paper["is_appendix"] else "",
            notice=paper.get("notice", ""),  # packs of before have none
            is_padded=paper["facts"]["pages"] % 2 == 1,
            keeps_ua=paper["facts"]["keeps_ua"],
            marks=paper["facts"]["marks"],
        )
        for index, paper in enumerate(item["papers"])
    ]


def _pages(item: Mapping[str, Any], paper: Mapping[str, Any], files: Files) -> bytes:
    try:
        return pages_on(files.shelf(is_exempt=paper["is_exempt"]), paper["sha256"])
    except PackFault as fault:
        raise fault.of(item=item["number"], file=paper["title"]) from None


def as_json(contents: Mapping[str, Any]) -> bytes:
    return json.dumps(contents, ensure_ascii=False, sort_keys=True).encode()
