"""How many recommendations stand where. Nothing is averaged: a register is counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from recommendations.closing import OUTSIDE_THE_COUNT, Outcome
from recommendations.lateness import Standing
from recommendations.report.standing import Closed, Row
from recommendations.status import DeliveryStatus


class Stands(Protocol):
    """What a row of the register is counted by."""

    @property
    def delivery(self) -> DeliveryStatus: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def closed(self) -> Closed | None: ...


@dataclass(frozen=True, slots=True)
class Tally:
    """``counted`` leaves out what was rejected or replaced; those are told beside it, by ``closed``."""

    counted: int
    by_delivery: dict[DeliveryStatus, int]
    closed: dict[Outcome, int]
    overdue: int

    @property
    def is_all_stale(self) -> bool:
        """Whether there is news of none of the open ones, of which there are several."""
        return 1 < self.stale == sum(self.by_delivery.values())

    @property
    def outside(self) -> int:
        return sum(self.closed.get(outcome, 0) for outcome in OUTSIDE_THE_COUNT)


@dataclass(frozen=True, slots=True)
class Counts(Tally):
    stale: int
    silent_parts: int


def count(rows: Sequence[Row]) -> Counts:
    return Counts(
        **asdict(tally(rows)),
        stale=sum(row.is_stale for row in rows),
        silent_parts=sum(len(row.silent) for row in rows if row.is_open),
    )


def tally(rows: Sequence[Stands]) -> Tally:
    still_open = [row for row in rows if row.closed is None]
    delivery = Counter(row.delivery for row in still_open)
    closed = Counter(row.closed.outcome for row in rows if row.closed)
    return Tally(
        counted=len(rows) - sum(closed[outcome] for outcome in OUTSIDE_THE_COUNT),
        by_delivery={status: delivery[status] for status in DeliveryStatus if delivery[status]},
        closed={outcome: closed[outcome] for outcome in Outcome if closed[outcome]},
        overdue=sum(row.standing.is_overdue for row in still_open),
    )


def finding(counts: Tally) -> str:
    """The register in a sentence: "5 of 15 recommendations are reported complete, 2 have slipped"."""
    done = counts.by_delivery.get(DeliveryStatus.REPORTED_COMPLETE, 0)
    told = [
        f"{done} of {_recommendations(counts.counted)} {_is(done if counts.counted > 1 else 1)} reported complete"
    ]
    told += _told(counts.by_delivery.get(DeliveryStatus.SLIPPED, 0), "has slipped", "have slipped")
    told += _told(counts.overdue, "is overdue", "are overdue")
    return ", ".join(told)


def _told(number: int, one: str, many: str) -> Iterable[str]:
    return [f"{number} {one if number == 1 else many}"] if number else []


def _recommendations(number: int) -> str:
    return f"{number} recommendation{'' if number == 1 else 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
