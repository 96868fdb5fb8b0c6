"""The minutes of a meeting begin from its agenda, with the standard wording of what was recorded."""

from core.richtext.blocks import BULLETS, Block, Item, Paragraph, Points, Run
from core.richtext.writing import written
from meetings.actions.at_the_table import at_the_table
from meetings.actions.locks import Refused
from meetings.models import Meeting, MeetingMinutes, MeetingState, Minute
from meetings.report.minutes_growth import Grown, grown
from meetings.report.minutes_since import marks_of
from people.models import User

STARTED_FROM = (MeetingState.HELD, MeetingState.INQUORATE)
NOT_HELD = "This meeting is {}. Its minutes begin once it was held and closed."


def start_minutes(meeting: Meeting, *, by: User) -> tuple[MeetingMinutes, bool]:
    """The minutes and whether they are new: begun once, however often it is asked."""
    with at_the_table(meeting, by=by, is_minuted=False) as kept:
        record = MeetingMinutes.objects.filter(meeting=kept).first()
        if record:
            return record, False
        if kept.state not in STARTED_FROM:
            raise Refused(NOT_HELD.format(kept.get_state_display().lower()))
        found = grown(kept)
        record = MeetingMinutes.objects.create(meeting=kept, begun_with=marks_of(found))
        for position, one in enumerate(found, 1):
            _write(record, position, one)
    return record, True


def _write(record: MeetingMinutes, position: int, one: Grown) -> None:
    minute = Minute.objects.create(
        record=record,
        position=position,
        heading=one.heading,
        body=_html(one.paragraphs),
        is_exempt=one.is_exempt,
    )
    minute.items.set(one.items)


def _html(paragraphs: list[str | list[str]]) -> str:
    blocks: list[Block] = [
        Points(BULLETS, [Item([_words(point)]) for point in one]) if isinstance(one, list) else _words(one)
        for one in paragraphs
    ]
    return written(blocks)


def _words(text: str) -> Paragraph:
    return Paragraph([Run(" ".join(text.split()))])
