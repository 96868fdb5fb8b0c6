"""The page of members: every seat of a day by category, with who has it, or since when nobody does."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Prefetch

from meetings.models import Body, Category, Seat, SeatTenure
from meetings.name_lists import Office
from meetings.report.membership import Quorum, offices_on, paragraph_on, quorum_on
from people.print_names import name_of

ORDER = {category: place for place, category in enumerate(Category)}
LAST = ("￿",)  # vacant seats stand after all names


@dataclass(frozen=True, slots=True)
class SeatLine:
    """``tenure`` is None for a vacant seat, which is vacant since ``vacant_since``."""

    seat: Seat
    tenure: SeatTenure | None
    name: str
    office: Office | None
    vacant_since: date


@dataclass(frozen=True, slots=True)
class Members:
    day: date
    by_category: list[tuple[str, list[SeatLine]]]
    paragraph: str
    quorum: Quorum

    @property
    def number(self) -> int:
        return sum(len(lines) for _, lines in self.by_category)

    @property
    def filled(self) -> int:
        return sum(line.tenure is not None for _, lines in self.by_category for line in lines)


def members_page(body: Body, day: date) -> Members:
    tenures = SeatTenure.objects.select_related("person").order_by("starts_on")
    seats = Seat.objects.on(day).filter(body=body).prefetch_related(Prefetch("tenures", tenures))
    held = offices_on(body, day)
    lines = sorted((_line(seat, day, held) for seat in seats), key=_place)
    grouped = groupby(lines, key=lambda line: line.seat.get_category_display())
    return Members(
        day, [(name, list(group)) for name, group in grouped], paragraph_on(body, day), quorum_on(body, day)
    )


def _line(seat: Seat, day: date, held: dict[int, Office]) -> SeatLine:
    tenures = seat.tenures.all()
    now = next((t for t in tenures if t.starts_on <= day and (t.ends_on is None or day <= t.ends_on)), None)
    ended = [t.ends_on for t in tenures if t.ends_on and t.ends_on < day]
    return SeatLine(
        seat,
        now,
        name_of(now.person).formal if now else "",
        held.get(now.person_id) if now else None,
        max(ended) + timedelta(days=1) if ended else seat.starts_on,
    )


def _place(line: SeatLine) -> tuple:
    return (
        ORDER[Category(line.seat.category)],
        name_of(line.tenure.person).sort_key if line.tenure else LAST,
        line.seat.pk,
    )
