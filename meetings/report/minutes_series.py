"""The run of numbers that a meeting's minutes belong to, and those they have or will be given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meetings.minute_numbers import (
    MinuteNumber,
    NumberFormat,
    NumberingReset,
    draw,
    numbered,
    sequence_began_on,
)
from meetings.models import CALLED_OFF, Meeting, MeetingKind, MeetingState, Minute

ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Series:
    """``key`` is the same for all minutes that share one run of numbers."""

    key: str
    began_on: date | None
    first: int


def series_of(meeting: Meeting) -> Series:
    """Raises ValueError, saying what to enter, when the day on which the numbers began is not known."""
    body = meeting.body
    first_numbers = dict(body.terms.values_list("starts_on", "first_number"))
    annual = body.meetings.filter(kind=MeetingKind.ANNUAL).exclude(state__in=CALLED_OFF)
    began_on = sequence_began_on(
        meeting.on,
        NumberingReset(body.numbering_reset),
        term_starts=first_numbers,
        annual_meetings=list(annual.values_list("on", flat=True)),
    )
    first = first_numbers.get(began_on, 1) if body.numbering_reset == NumberingReset.TERM else 1
    return Series(f"{body.pk}:{began_on or ALWAYS}", began_on, first)


def numbers_to_draw(minutes: Sequence[Minute], series: Series) -> list[int]:
    """One for each, in order; a minute that has a number keeps it."""
    drawn = Minute.objects.filter(series=series.key).values_list("number", flat=True)
    return draw([minute.number for minute in minutes], list(drawn), series.first)


def printed_numbers(meeting: Meeting, minutes: Sequence[Minute]) -> list[str]:
    """As they are, or as they would be drawn now; empty where none are drawn or the numbering is not set up."""
    if meeting.state == MeetingState.INQUORATE:
        return [""] * len(minutes)
    if all(minute.number for minute in minutes):
        return [str(MinuteNumber(minute.number or 0, minute.number_year)) for minute in minutes]
    try:
        series = series_of(meeting)
    except ValueError:
        return [""] * len(minutes)
    form = NumberFormat(meeting.body.number_format)
    return [
        str(numbered(number, form, meeting_on=meeting.on, sequence_began_on=series.began_on))
        for number in numbers_to_draw(minutes, series)
    ]
