"""The clerk's desk: the minutes as a list with the numbers they have or will be given, and one of them open."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.richtext import drawn
from meetings.minute_text import decided_text
from meetings.models import AgendaItem, MeetingMinutes, Minute, Undertaking, UndertakingState
from meetings.report.minutes import item_label, minutes_in_order
from meetings.report.minutes_decisions import decisions_of
from meetings.report.minutes_series import printed_numbers
from meetings.report.sitting_item import usual_of
from meetings.usual_resolutions import Usual


@dataclass(frozen=True, slots=True)
class DeskLine:
    minute: Minute
    number: str
    items: str
    is_open: bool
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Desk:
    lines: list[DeskLine]

    @property
    def here(self) -> DeskLine | None:
        return next((line for line in self.lines if line.is_open), None)

    def beside(self, step: int) -> DeskLine | None:
        places = [place for place, line in enumerate(self.lines) if line.is_open]
        place = places[0] + step if places else -1
        return self.lines[place] if 0 <= place < len(self.lines) else None

    @property
    def untouched(self) -> list[DeskLine]:
        """Nobody has saved them since they began from the agenda."""
        return [line for line in self.lines if line.minute.version == 1]

    @property
    def are_drawn(self) -> bool:
        return all(line.minute.number for line in self.lines)

    @property
    def newest(self) -> int:
        return max((line.minute.pk for line in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided at one item of the open minute, and what comes back there."""

    item: AgendaItem
    usual: list[Usual]
    undertakings: list[Undertaking]
    coming_back: list[Undertaking]


def read_desk(record: MeetingMinutes, *, open_pk: int | None = None) -> Desk:
    minutes = minutes_in_order(record)
    numbers = printed_numbers(record.meeting, minutes)
    return Desk(
        [
            DeskLine(
                minute,
                number,
                item_label(minute.items.all()),
                minute.pk == open_pk,
                not minute.body and not decisions_of(minute, minute.items.all()),
            )
            for minute, number in zip(minutes, numbers, strict=True)
        ]
    )


def decided_paragraphs(minute: Minute, items: Iterable[AgendaItem]) -> list[str]:
    return [drawn(html) for html in decided_text(decisions_of(minute, items))]


def decided_at(minute: Minute) -> list[Decided]:
    """A minute has few items, mostly one: each is asked for its usual wordings."""
    items = list(minute.items.in_order().prefetch_related("undertakings_made__owner", "undertakings__owner"))
    return [
        Decided(
            item,
            usual_of(item),
            list(item.undertakings_made.all()),
            [one for one in item.undertakings.all() if one.state != UndertakingState.ACCEPTED],
        )
        for item in items
    ]
