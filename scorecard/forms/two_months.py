"""Which two months a reader asks for. All of it is in the address, so that the page can be shared as a link."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from scorecard.models import Variant
from scorecard.report.months import Month

SAME = "Choose two different months. {earlier} and {later} are compared."


class NoSuchMonth(Exception):
    """An address asks for a month without figures: `slug`, as it was typed."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(f"There are no figures for {slug!r}.")


class AskedMonths(NamedTuple):
    """`problems` say what of the address could not be followed."""

    earlier: Month
    later: Month
    variant: Variant
    problems: tuple[str, ...]

    @property
    def query(self) -> str:
        return urlencode({"from": self.earlier.slug, "to": self.later.slug, "population": self.variant.value})


def read_months(asked: Mapping[str, str], every: Sequence[Month]) -> AskedMonths:
    """`every` are at least two, latest first. The earlier of the two comes first, however they were asked for.

    Raises NoSuchMonth: another month in its place would answer what nobody asked.
    """
    problems: list[str] = []
    later = _month(asked.get("to"), every) or every[0]
    earlier = _month(asked.get("from"), every) or _usual_earlier(every, later)
    if earlier == later:
        earlier, later = _neighbours(every, later)
        problems.append(SAME.format(earlier=earlier.label, later=later.label))
    earlier, later = sorted((earlier, later), key=lambda month: month.ends_on)
    variant = asked.get("population") or Variant.ALL
    if variant not in Variant.values:
        problems.append(f"There is no group of children called “{variant}”. All children are shown.")
        variant = Variant.ALL
    return AskedMonths(earlier, later, Variant(variant), tuple(problems))


def _month(slug: str | None, every: Sequence[Month]) -> Month | None:
    """None when none is asked for."""
    found = next((month for month in every if month.slug == slug), None)
    if slug and not found:
        raise NoSuchMonth(slug)
    return found


def _usual_earlier(every: Sequence[Month], later: Month) -> Month:
    """What the panel saw last before, or else the month before; where there is none before, the one after."""
    before = [month for month in every if month.ends_on < later.ends_on]
    seen = [month for month in before if month.meeting_on]
    return (seen or before or [every[-2]])[0]


def _neighbours(every: Sequence[Month], month: Month) -> tuple[Month, Month]:
    place = min(every.index(month), len(every) - 2)
    return every[place + 1], every[place]
