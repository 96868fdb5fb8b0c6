"""Minutes of earlier meetings as papers of the item that approves them: whose they are, and whether they may go out."""

from collections.abc import Collection

from meetings.date_words import plain_date
from meetings.models import Meeting, MeetingMinutes, Paper, PaperKind
from meetings.papers import NothingToShow

NO_MEETING = "it does not say of which meeting: name the meeting whose minutes the item approves"
NOT_WRITTEN = "the minutes of that meeting are not written yet"
NOT_PUBLISHED = (
    "the minutes of {} are not published yet: publish the minutes as draft first, or take the paper away"
)


def earlier_meeting(paper: Paper) -> Meeting:
    """An item that approves the minutes of two meetings had a paper made for each, in the order of their days.

    Raises NothingToShow.
    """
    papers = Paper.objects.filter(item=paper.item_id, kind=PaperKind.MINUTES).order_by("pk")
    place = list(papers.values_list("pk", flat=True)).index(paper.pk)
    held = list(paper.item.approves_minutes_of.order_by("on"))
    if place >= len(held):
        raise NothingToShow(NO_MEETING)
    return held[place]


def earlier_minutes(paper: Paper) -> MeetingMinutes:
    """In whatever state. Raises NothingToShow."""
    records = MeetingMinutes.objects.select_related(
        "meeting__body", "meeting__presided_by", "approved_at", "signed_by"
    )
    record = records.filter(meeting=earlier_meeting(paper)).first()
    if record is None:
        raise NothingToShow(NOT_WRITTEN)
    return record


def minutes_going_out(paper: Paper) -> MeetingMinutes:
    """To more than those who write them. Raises NothingToShow."""
    record = earlier_minutes(paper)
    if not record.is_public:
        raise NothingToShow(NOT_PUBLISHED.format(plain_date(record.meeting.on)))
    return record


def why_minutes_wait(paper: Paper) -> str:
    """Nothing once they may go out."""
    try:
        minutes_going_out(paper)
    except NothingToShow as nothing:
        return str(nothing)
    return ""


def with_published_minutes(papers: Collection[int]) -> set[int]:
    """Those of these papers, by their ids, whose minutes anybody may read. Asks nothing when there are none."""
    rows = Paper.objects.filter(pk__in=papers).select_related("item") if papers else ()
    return {paper.pk for paper in rows if not why_minutes_wait(paper)}
