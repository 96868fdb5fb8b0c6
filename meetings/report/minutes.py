"""The minutes of a meeting: one set of plain data for the page, the PDF and what is kept once they are approved."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch

from meetings.date_words import formal_date, joined, plain_date
from meetings.exempt_wording import exempt_line
from meetings.item_numbers import ItemNumber
from meetings.minute_text import minute_text
from meetings.models import AgendaItem, Meeting, MeetingMinutes, MeetingState, Minute, Resolution
from meetings.report.agenda import venue_line
from meetings.report.attendance import attendance_blocks
from meetings.report.minutes_decisions import NamedVotes, decisions_of, named_votes
from meetings.report.minutes_series import printed_numbers

EXEMPT_HEADING = "Exempt business"
VOTES = "votes"  # among what is kept, beside the head
NOT_PUBLISHED = "This minute is exempt and is not published."


def minutes_of(meeting: Meeting, *, exempt: bool) -> dict[str, Any]:
    """Word for word as approved, or as they stand. Only with ``exempt`` do they hold what the public may not read."""
    record = meeting.minutes
    if record.is_approved:
        return json.loads((exempt and record.exempt_content) or record.content)
    return paper_of(record, exempt=exempt)


def paper_of(record: MeetingMinutes, *, exempt: bool) -> dict[str, Any]:
    """As they stand in the tables."""
    meeting = record.meeting
    minutes = minutes_in_order(record)
    numbers = printed_numbers(meeting, minutes)
    head = dict(record.head or head_of(meeting))
    votes = head.pop(VOTES, {})
    printed = [
        _minute(minute, number, votes, exempt=exempt) for minute, number in zip(minutes, numbers, strict=True)
    ]
    return {
        **head,
        "open": [one for one in printed if not one["is_exempt"]],
        "exempt": [one for one in printed if one["is_exempt"]],
        "appendices": [
            {"id": one.pk, "title": one.title, "html": one.body} for one in record.appendices.all()
        ],
    }


def minutes_in_order(record: MeetingMinutes) -> list[Minute]:
    """With their items and what was decided on them: six queries, however many there are."""
    resolutions = Resolution.objects.prefetch_related("recorded_votes__person")
    items = AgendaItem.objects.in_order().prefetch_related(
        Prefetch("resolutions", resolutions), "exclusions", "minutes"
    )
    return list(
        record.minutes.select_related("corrects__record__meeting").prefetch_related(Prefetch("items", items))
    )


def item_label(items: Iterable[AgendaItem]) -> str:
    """ "(Item 1)", "(Items 16a and 16b)"; nothing before the agenda is issued."""
    numbers = [str(ItemNumber(item.number, item.letter)) for item in items if item.number]
    return f"({'Item' if len(numbers) == 1 else 'Items'} {joined(numbers)})" if numbers else ""


def kept_from(record: MeetingMinutes) -> dict[str, Any]:
    """What is told by people's names, for a draft that is published: a member may be called otherwise later."""
    return head_of(record.meeting) | {VOTES: named_votes(minutes_in_order(record))}


def head_of(meeting: Meeting) -> dict[str, Any]:
    """What stands above the minutes."""
    blocks = attendance_blocks(meeting)
    named = [
        ("PRESENT", blocks.present),
        ("ATTENDING BY VIDEO", blocks.by_video),
        ("ALSO PRESENT", blocks.also_present),
        ("IN ATTENDANCE", blocks.in_attendance),
        ("OBSERVERS", blocks.observers if meeting.body.lists_observers else ""),
    ]
    return {
        "council": settings.COUNCIL_NAME,
        "body": meeting.body.name,
        "on": meeting.on.isoformat(),
        "date": formal_date(meeting.on),
        "sentence": _sentence(meeting),
        "names": [[title, names] for title, names in named if names],
    }


def _sentence(meeting: Meeting) -> str:
    what = "NOTE of a meeting" if meeting.state == MeetingState.INQUORATE else "MINUTES of a meeting"
    venue = venue_line(meeting.venue or meeting.body.venue)
    return f"{what} of the {meeting.body.name} held in {venue} on {formal_date(meeting.on)}."


def _minute(minute: Minute, number: str, votes: NamedVotes, *, exempt: bool) -> dict[str, Any]:
    items = list(minute.items.all())
    told = {
        "id": minute.pk,
        "number": number,
        "items": item_label(items),
        "is_exempt": minute.is_exempt,
        "exempt_line": _why_exempt(items) if minute.is_exempt else "",
        "corrects": _corrected(minute),
    }
    if minute.is_exempt and not exempt:
        summary = minute.public_summary.strip() or NOT_PUBLISHED
        return told | {"heading": _public_heading(items), "html": "", "summary": summary}
    html = minute_text(minute.body, decisions_of(minute, items, votes))
    return told | {"heading": minute.heading, "html": html, "summary": ""}


def _public_heading(items: list[AgendaItem]) -> str:
    """Titles of items are public always; the heading of an exempt minute is not."""
    return joined([item.title for item in items]) or EXEMPT_HEADING


def _why_exempt(items: list[AgendaItem]) -> str:
    relied_on = {paragraph for item in items for paragraph in item.paragraphs}
    for item in items:
        for exclusion in item.exclusions.all():
            relied_on |= set(exclusion.paragraphs) if exclusion.is_resolved else set()
    reasons = " ".join(dict.fromkeys(item.exempt_reason.strip() for item in items if item.exempt_reason))
    return exempt_line(sorted(relied_on), reasons).removesuffix(": ").strip() if relied_on else ""


def _corrected(minute: Minute) -> str:
    earlier = minute.corrects
    if earlier is None:
        return ""
    return f"This corrects minute {earlier.number} of {plain_date(earlier.record.meeting.on)}."
