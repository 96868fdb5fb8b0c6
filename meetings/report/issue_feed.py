"""Agendas as they are issued, as an Atom feed."""

from datetime import datetime

from django.utils.feedgenerator import Atom1Feed

from meetings.models import AgendaIssue, IssueKind
from meetings.report.body import the_panel
from meetings.report.feeds import Address
from meetings.report.meeting_words import day_of, notice, time_and_place

MOST = 50
TITLES = {
    IssueKind.MAIN: "Agenda for {}",
    IssueKind.SUPPLEMENT: "Supplement to the agenda for {}",
    IssueKind.REISSUE: "Agenda for {}, issued again",
}


def issue_feed_file(address: Address, *, own_address: str, home: str) -> tuple[bytes, datetime | None]:
    """The latest first, and when the latest came out. Of each its title, day and what is different, no more."""
    panel = the_panel()
    name = panel.name if panel else "Meetings"
    feed = Atom1Feed(
        title=f"{name}: agendas", link=home, feed_url=own_address, description="", language="en-gb"
    )
    issues = AgendaIssue.objects.defer("content", "pdf").select_related("meeting__body", "meeting__moved_to")
    latest = list(issues.order_by("-published_at", "-pk")[:MOST])
    for issue in latest:
        link = f"{address(issue.meeting)}#issue-{issue.number}"
        words = [time_and_place(issue.meeting), notice(issue.meeting), issue.note]
        feed.add_item(
            title=TITLES[IssueKind(issue.kind)].format(day_of(issue.meeting)),
            link=link,
            unique_id=link,
            description=". ".join(word.rstrip(".") for word in words if word),
            pubdate=issue.published_at,
            updateddate=issue.published_at,
        )
    return feed.writeString("utf-8").encode(), latest[0].published_at if latest else None
