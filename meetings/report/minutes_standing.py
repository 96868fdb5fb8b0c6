"""How far minutes have come, in words for whoever reads them, and what later minutes corrected in them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from core.richtext import drawn
from meetings.date_words import listed_date, plain_date
from meetings.models import Meeting, MeetingMinutes, MeetingState, Minute, MinutesState
from people.print_names import name_of

NOT_IN_THE_PORTAL = "The text of these minutes is not in the portal: they were approved before it was in use."


@dataclass(frozen=True, slots=True)
class Standing:
    """``label`` stands over the minutes, ``signed`` under them."""

    label: str
    signed: str = ""
    amendment: str = ""


def standing_of(record: MeetingMinutes) -> Standing:
    return Standing(_label(record), _signed(record), record.amendment)


def to_be_approved_at(meeting: Meeting) -> Meeting | None:
    """The meeting whose agenda has them, or the next that is held."""
    named = meeting.approval_items.filter(withdrawn_at=None).select_related("meeting").order_by("meeting__on")
    found = next((item.meeting for item in named if not item.meeting.is_called_off), None)
    following = Meeting.objects.going_on().filter(body=meeting.body_id, on__gt=meeting.on)
    return found or following.order_by("on").first()


def shown(paper: dict[str, Any], record: MeetingMinutes, *, exempt: bool) -> dict[str, Any]:
    """The paper with its texts drawn, every paragraph with an address of its own, and with later corrections."""
    corrected = _corrections(record, exempt=exempt)
    return (
        paper
        | {
            part: [
                minute
                | {
                    "drawn": drawn(minute["html"], heading=4, anchor=f"minute-{minute['id']}"),
                    "corrections": corrected[minute["id"]],
                }
                for minute in paper.get(part, [])
            ]
            for part in ("open", "exempt")
        }
        | {
            "appendices": [
                one | {"drawn": drawn(one["html"], heading=3, anchor=f"appendix-{one['id']}")}
                for one in paper.get("appendices", [])
            ]
        }
    )


def _label(record: MeetingMinutes) -> str:
    if record.is_approved:
        how = "Approved as amended" if record.state == MinutesState.AMENDED else "Approved"
        return f"{how} at the meeting on {listed_date(record.approved_at.on)}."
    if record.meeting.state == MeetingState.INQUORATE:
        return "Note of a meeting without a quorum. There is nothing in it to approve."
    if record.state != MinutesState.PUBLISHED:
        return f"{record.get_state_display()}. Not published yet; numbers and words may still change."
    meeting = to_be_approved_at(record.meeting)
    return f"Draft, to be approved at the {f'meeting on {listed_date(meeting.on)}' if meeting else 'next meeting'}."


def _signed(record: MeetingMinutes) -> str:
    if record.signed_by is None or record.signed_on is None:
        return ""
    return f"Signed by {name_of(record.signed_by).formal}, who presided, on {plain_date(record.signed_on)}."


def _corrections(record: MeetingMinutes, *, exempt: bool) -> dict[int, list[dict[str, Any]]]:
    """Published minutes of later meetings that point back at one of these, by its id."""
    later = Minute.objects.for_reader(exempt=exempt).filter(corrects__record=record)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for minute in later.select_related("record__meeting").order_by("record__meeting__on", "position"):
        held = minute.record.meeting
        said = f"Corrected by minute {minute.number} of {plain_date(held.on)}"
        found[minute.corrects_id].append({"said": said, "meeting": held.pk, "anchor": f"minute-{minute.pk}"})
    return found
