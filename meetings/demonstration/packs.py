"""The pack of 1 November 2018, once all its papers are there: some are written by the rooms above."""

from collections.abc import Callable

from meetings.actions.pack_build import build_now, issue_of
from meetings.demonstration.sittings import NOVEMBER
from meetings.models import AgendaIssue


def load_packs(progress: Callable[[str], None]) -> None:
    issue = AgendaIssue.objects.filter(meeting__on=NOVEMBER, packs=None).order_by("-number").first()
    if issue is None:
        progress("Packs: there already.")
        return
    packs = build_now(issue_of(issue.pk), by=None, tell=lambda *step: None)
    progress(f"Pack of 1 November 2018: {packs[0].pages} pages.")
