"""One meeting as open data, for programs: what was published of it and nothing else.

The agenda is told as it was issued, word for word, and as it was held once minutes are public. Names follow OParl 1.1
(schema.oparl.org); `cpp:` marks what that has no name for.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from meetings.models import Access, AgendaIssue, AgendaItem, Meeting, MeetingMinutes, Minute, Resolution
from meetings.report.meeting_words import notice

LONDON = ZoneInfo("Europe/London")
OPARL = "https://schema.oparl.org/1.1/"
CONTEXT = {"@vocab": OPARL, "id": "@id", "type": "@type", "cpp": "urn:corporate-parenting-panel:"}
OCD_STATUS = {"cancelled": "cancelled", "postponed": "cancelled", "held": "passed", "reserved": "tentative"}

Address = Callable[[Meeting], str]


def oparl_meeting(meeting: Meeting, address: Address) -> dict[str, Any]:
    issues = list(meeting.issues.defer("pdf").order_by("number"))
    page = address(meeting)
    return {
        "@context": CONTEXT,
        "id": page,
        "type": f"{OPARL}Meeting",
        "name": meeting.body.name,
        "meetingState": meeting.get_state_display(),
        "cancelled": meeting.is_called_off,
        "start": _start(meeting),
        "location": {"type": f"{OPARL}Location", "description": meeting.venue},
        "agendaItem": list(_oparl_items(issues, page)),
        "web": page,
        "cpp:notice": notice(meeting),
        "cpp:movedTo": address(meeting.moved_to) if meeting.moved_to else None,
        "cpp:asIssued": [_issued(issue) for issue in issues],
        "cpp:asHeld": list(_held(meeting)),
    }


def ocd_event(meeting: Meeting, address: Address) -> dict[str, Any]:
    """In the shape of an Open Civic Data event."""
    issues = list(meeting.issues.defer("pdf").order_by("number"))
    page = address(meeting)
    return {
        "_type": "event",
        "_id": f"ocd-event/{meeting.uid}",
        "name": meeting.body.name,
        "description": notice(meeting),
        "classification": "committee-meeting",
        "start_date": _start(meeting),
        "timezone": LONDON.key,
        "all_day": meeting.starts_at is None,
        "status": OCD_STATUS.get(meeting.state, "confirmed"),
        "location": {"name": meeting.venue, "url": ""},
        "participants": [
            {"name": meeting.body.name, "entity_type": "organization", "note": "host", "entity_name": "Panel"}
        ],
        "agenda": [
            {
                "order": str(place),
                "description": line["title"],
                "subjects": [],
                "notes": [line["purpose"]] if line["purpose"] else [],
                "extras": {"number": line["number"], "access": line["access"]},
            }
            for place, line in enumerate(_latest_lines(issues), 1)
        ],
        "sources": [{"url": page, "note": "The meeting's page"}],
        "links": [{"url": page, "note": "The meeting's page"}],
    }


def _start(meeting: Meeting) -> str:
    if meeting.starts_at is None:
        return meeting.on.isoformat()
    return datetime.combine(meeting.on, meeting.starts_at, tzinfo=LONDON).isoformat()


def _latest_lines(issues: list[AgendaIssue]) -> Iterator[dict[str, str]]:
    """Of the issue that came out last: what it holds is what the public was shown."""
    sheet = json.loads(issues[-1].content) if issues else {}
    for line in [*sheet.get("open", []), *sheet.get("exempt", [])]:
        for one in (line, *line.get("parts", [])):
            yield {key: str(one.get(key, "")) for key in ("id", "number", "title", "purpose", "access")}


def _oparl_items(issues: list[AgendaIssue], page: str) -> Iterator[dict[str, Any]]:
    for order, line in enumerate(_latest_lines(issues), 1):
        yield {
            "id": f"{page}#item-{line['id']}",
            "type": f"{OPARL}AgendaItem",
            "number": line["number"],
            "order": order,
            "name": line["title"],
            "public": line["access"] != Access.EXEMPT,
        }


def _issued(issue: AgendaIssue) -> dict[str, Any]:
    return {
        "number": issue.number,
        "kind": issue.get_kind_display(),
        "publishedOn": issue.published_on.isoformat(),
        "sha256": issue.content_sha256,
        "content": json.loads(issue.content),
    }


def _held(meeting: Meeting) -> Iterator[dict[str, Any]]:
    """What became of each item, once everybody may read the minutes. Of exempt items that they were taken, no more."""
    record = MeetingMinutes.objects.filter(meeting=meeting).only("state").first()
    if record is None or not record.is_public:
        return
    resolutions = Prefetch("resolutions", Resolution.objects.order_by("position"))
    minutes = Prefetch("minutes", Minute.objects.filter(record=record))
    items = meeting.items.filter(number__isnull=False).exclude(outcome="")
    for item in items.prefetch_related(resolutions, minutes).in_order():
        yield {
            "number": f"{item.number}{item.letter}",
            "name": item.title,
            "outcome": item.get_outcome_display(),
            "minutes": [minute.number for minute in item.minutes.all() if minute.number],
            "resolutionText": [str(one) for one in item.resolutions.all()]
            if is_open_in_minutes(item)
            else [],
        }


def is_open_in_minutes(item: AgendaItem) -> bool:
    """Of an item that came with its minutes: whether the public reads what was decided at it."""
    return not item.is_exempt and not any(minute.is_exempt for minute in item.minutes.all())
