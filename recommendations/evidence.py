"""Figures told in updates, over time: what may be subtracted, which way is better, what may be printed.

A figure without a value is blank, never 0.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from django.db.models import TextChoices

SMALLEST_DENOMINATOR = 5
# As people write it: "%", "per cent", "percent of care leavers"
SHARE = re.compile(r"\s*(%|(per ?cent(age)?|pct)\b)", re.IGNORECASE)
PEOPLE = re.compile(
    r"\b(child(ren)?|young|people|persons?|(care )?leavers?|pupils?|students?|apprentices?|bab(y|ies)|infants?"
    r"|girls?|boys?|teenagers?|siblings?|brothers?|sisters?|twins?|mothers?|fathers?|parents?|famil(y|ies)|uasc"
    r"|minors?|youths?|toddlers?|learners?|adults?|users?|residents?|clients?|tenants?|victims?|offenders?"
    r"|cases?|in care|looked[- ]after|care[- ]experienced|asylum|exclu(ded|sions?)|suspen(ded|sions?)|runaways?"
    r"|ran away|missing|arrest(s|ed)?|convict(ed|ions?)|pregnan(t|cy|cies)|deaths?|died|homeless|neet)\b",
    re.IGNORECASE,
)
# What is not counted by the head, whomever it is about: "4 days", "2.5 years on average"
MEASURE = re.compile(
    r"\s*(half[- ]?)?(minutes?|hours?|days?|weeks?|months?|years?( (?!old)|$)|terms?|miles?|km|kilometres?|£|pounds?"
    r"|points?|out of|times as)",
    re.IGNORECASE,
)


class Qualifier(TextChoices):
    EXACT = "exact", ""
    AT_LEAST = "at_least", "at least"
    MORE_THAN = "more_than", "more than"
    ABOUT = "about", "about"
    PLANNED = "planned", "planned"


class Polarity(TextChoices):
    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"
    NEUTRAL = "neutral", "Neither way is better"


class Verdict(TextChoices):
    BETTER = "better", "Better"
    WORSE = "worse", "Worse"
    SAME = "same", "No change"
    NOT_JUDGED = "not_judged", ""


@dataclass(frozen=True, slots=True)
class EvidenceFigure:
    """One figure as told. ``as_at``: the last day of what it speaks of. ``unit``: "children", "%" and so on."""

    key: str
    value: Decimal | None
    unit: str
    as_at: date
    qualifier: Qualifier = Qualifier.EXACT
    polarity: Polarity = Polarity.NEUTRAL
    denominator: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """``percent`` is of the earlier value, one decimal, half up; None where that was 0."""

    difference: Decimal
    percent: Decimal | None
    verdict: Verdict


def change(earlier: EvidenceFigure, later: EvidenceFigure) -> Change | None:
    """Only between exact values of one key and unit; None where subtracting would say more than is known."""
    comparable = (earlier.key, earlier.unit) == (
        later.key,
        later.unit,
    ) and earlier.qualifier == later.qualifier == Qualifier.EXACT
    if not comparable or earlier.value is None or later.value is None:
        return None
    difference = later.value - earlier.value
    percent = (
        (difference * 100 / abs(earlier.value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        if earlier.value
        else None
    )
    return Change(difference, percent, _verdict(difference, later.polarity))


def went_worse(series: Iterable[EvidenceFigure]) -> bool:
    """Whether the newest exact figure is worse than the exact one before it, or than the first.

    What is told inexactly between two exact figures hides nothing. Of figures that disagree about one day each counts.
    """
    exact = [one for one in series if one.qualifier == Qualifier.EXACT and one.value is not None]
    days = [list(day) for _, day in groupby(sorted(exact, key=_day), key=_day)]
    if len(days) < 2:
        return False
    steps = (change(earlier, later) for earlier in (*days[-2], *days[0]) for later in days[-1])
    return any(step is not None and step.verdict == Verdict.WORSE for step in steps)


def disagreements(figures: Iterable[EvidenceFigure]) -> list[tuple[EvidenceFigure, ...]]:
    """Figures of one key and day that differ. All are shown with their sources; nothing is averaged."""

    def same(one: EvidenceFigure) -> tuple[str, str, date]:
        return one.key, one.unit, one.as_at

    told = [one for one in figures if one.value is not None]
    groups = (tuple(group) for _, group in groupby(sorted(told, key=same), key=same))
    return [group for group in groups if len({(one.value, one.qualifier) for one in group}) > 1]


def printed(figure: EvidenceFigure, *, threshold: int, for_officer: bool = False) -> str:
    """The figure in words. Outside the officers' view small counts of children are hidden.

    ``threshold``: the portal's one setting; counts from 1 to it print as "5 or fewer".
    """
    if figure.value is None:
        return ""
    if not for_officer and is_hidden(figure, threshold):
        if is_share(figure.unit):
            return "not shown: too few children"
        return f"{threshold} or fewer {figure.unit}".strip()
    return " ".join(filter(None, [figure.qualifier.label, _amount(figure.value, figure.unit)]))


def is_hidden(figure: EvidenceFigure, threshold: int) -> bool:
    """Whether only officers see the value; what is worked out from it, like a change, is then theirs alone too."""
    if figure.value is None:
        return False
    if is_share(figure.unit):
        return figure.denominator is not None and figure.denominator < SMALLEST_DENOMINATOR
    return counts_people(figure) and 0 < figure.value <= threshold


def counts_people(figure: EvidenceFigure) -> bool:
    """By its unit or by what was counted, which owners write in their own words; rather once too often."""
    if MEASURE.match(figure.unit):
        return False
    return PEOPLE.search(f"{figure.unit} {figure.key}") is not None


def is_share(unit: str) -> bool:
    return SHARE.match(unit) is not None


def _day(figure: EvidenceFigure) -> date:
    return figure.as_at


def _verdict(difference: Decimal, polarity: Polarity) -> Verdict:
    if polarity == Polarity.NEUTRAL:
        return Verdict.NOT_JUDGED
    if difference == 0:
        return Verdict.SAME
    return Verdict.BETTER if (difference > 0) == (polarity == Polarity.HIGHER) else Verdict.WORSE


def _amount(value: Decimal, unit: str) -> str:
    number = f"{value.normalize():,f}"
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()
