"""Papers that another part of the portal writes, and minutes of earlier meetings: what they say when the pack is
built is what they say for good."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from core import pdf
from core.files import Files
from meetings.exports.minutes import minutes_title
from meetings.models import AgendaIssue, LivePaper, Paper, PaperKind
from meetings.pack.planning import Plan, Planned
from meetings.pack.sources import Unusable, kept_minutes, live_source, minutes_drawn
from meetings.pack.taking_in import fault_of
from meetings.papers import NothingToShow
from meetings.report.earlier_minutes import minutes_going_out

Words = dict[str, str]
WRITTEN_ELSEWHERE = (PaperKind.LIVE, PaperKind.MINUTES)


def fixed(plan: Plan, files: Files) -> Plan:
    """The words of each such paper, put on its shelf; those of an issue that was built before are the former ones.

    Raises PackFault for one that may not go out yet.
    """
    kept = {row.paper_id: row for row in LivePaper.objects.filter(issue=plan.issue)}
    return replace(plan, papers=[_fixed(one, kept.get(one.paper.pk), files) for one in plan.papers])


def keep_live(plan: Plan) -> None:
    """Once there is a pack with them."""
    for one in plan.papers:
        if live := one.told.get("live"):
            LivePaper.objects.get_or_create(issue=plan.issue, paper=one.paper, defaults=live)


def kept_live(paper: Paper, chain: Iterable[AgendaIssue]) -> LivePaper | None:
    """As the packs of these issues have it."""
    return LivePaper.objects.filter(paper=paper, issue__in=list(chain)).order_by("-issue__number").first()


def told_of(row: LivePaper) -> dict[str, Any]:
    return {"sha256": row.sha256, "pdf_sha256": row.pdf_sha256, "is_exempt": row.is_exempt}


def fragment_of(live: Mapping[str, Any], files: Files) -> SafeString:
    """What stands on its page. Our own templates drew it, and its hash says that it is still what they drew.

    Raises core.files.Closed, Damaged.
    """
    held = files.shelf(is_exempt=live["is_exempt"]).take(live["sha256"])
    return mark_safe(json.loads(held)["fragment"])  # noqa: S308


def _fixed(planned: Planned, kept: LivePaper | None, files: Files) -> Planned:
    if planned.paper.kind not in WRITTEN_ELSEWHERE:
        return planned
    try:
        live = told_of(kept) if kept else _put_on_shelf(planned, files)
    except Unusable as unusable:
        raise fault_of(planned, unusable.reason) from None
    return replace(planned, told=planned.told | {"live": live})


def _put_on_shelf(planned: Planned, files: Files) -> dict[str, Any]:
    is_minutes = planned.paper.kind == PaperKind.MINUTES
    words, published = (_minutes if is_minutes else _live)(planned.paper)
    shelf = files.shelf(is_exempt=planned.is_exempt)
    return {
        "sha256": shelf.keep(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()),
        "pdf_sha256": shelf.keep(published) if published else "",
        "is_exempt": planned.is_exempt,
    }


def _live(paper: Paper) -> tuple[Words, bytes | None]:
    source, context = live_source(paper, is_going_out=True)
    shown = {"paper": context["paper"], "edit_month": "", "shows_edits": False}
    words = {
        "title": context["title"],
        "html": pdf.html_of(source.template, context, title=context["title"]),
        "fragment": render_to_string(source.fragment, shown),
    }
    return words, source.kept(paper.item.meeting)


def _minutes(paper: Paper) -> tuple[Words, bytes | None]:
    """Of an earlier meeting. Those that are not published leave nobody's hands with an agenda either."""
    try:
        record = minutes_going_out(paper)
    except NothingToShow as nothing:
        raise Unusable(paper, str(nothing)) from None
    told, html = minutes_drawn(paper, record)
    fragment = render_to_string("meetings/minutes/_paper.html", {"paper": told})
    return {"title": minutes_title(told), "html": html, "fragment": fragment}, kept_minutes(paper, record)
