"""What a workbook would add, change and leave, figure by figure, and which ratings would follow."""

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.imports.layout import Column
from scorecard.imports.standing import Held, Measure, figure_of, month_figure_of, parts_in_words
from scorecard.imports.timeline import Proposed, Timeline
from scorecard.models import FigureStatus
from scorecard.periods import month_label, previous_month_end
from scorecard.published import figure_in_words
from scorecard.rag import Rag


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that would be added or changed; `was`, `now` and that of the month before as people read them."""

    code: str
    name: str
    population: str
    month: str
    was: str
    now: str
    cell: str
    month_before: str = ""

    def __str__(self) -> str:
        return f"{self.code}, {self.population}, {self.month}: {self.was or 'nothing'} becomes {self.now}"


@dataclass(frozen=True, slots=True)
class RatingChange:
    code: str
    name: str
    population: str
    month: str
    was: str
    now: str
    against: str

    def __str__(self) -> str:
        was, now = Rag(self.was).label.lower(), Rag(self.now).label.lower()
        return f"{self.code}, {self.population}, {self.month}: {now}; {self.against} {was}"


def change_of(one: Proposed, timeline: Timeline) -> Change:
    before = timeline.held(one.series, previous_month_end(one.month))
    return Change(
        *_what(one),
        was=in_words(one.measure, one.before) if one.before else "",
        now=in_words(one.measure, one.held),
        cell=one.entry.cells[Column.CODE].address,
        month_before=in_words(one.measure, before) if before else "",
    )


def rating_changes(proposed: Iterable[Proposed], timeline: Timeline) -> list[RatingChange]:
    """Of key performance indicators whose figure would be added or changed."""
    found = (_rating_change(one, timeline) for one in proposed if one.measure.is_kpi and not one.is_unchanged)
    return [change for change in found if change]


def _rating_change(one: Proposed, timeline: Timeline) -> RatingChange | None:
    before = timeline.rating_before(one)
    if before is None or before.rating == one.rating:
        return None
    return RatingChange(*_what(one), was=before.rating.value, now=one.rating.value, against=before.against)


def _what(one: Proposed) -> tuple[str, str, str, str]:
    return one.measure.code, one.measure.name, one.entry.variant.label, month_label(one.month)


def in_words(measure: Measure, held: Held) -> str:
    """98.9% (1,513 of 1,530), provisional. Note: "..."."""
    figure = figure_of(measure, held)
    if held.status != FigureStatus.REPORTED:
        text = FigureStatus(held.status).label
    elif figure is None:
        text = "No result"
    else:
        text = figure_in_words(figure, unit=measure.unit, decimals=measure.decimals)
    if held.denominator is not None:
        text += f" ({parts_in_words(measure, held.numerator, held.denominator)})"
    if held.has_month:
        text += f", {_month_in_words(measure, held)}"
    marks = [", provisional"] * held.is_provisional + [", illustrative"] * held.is_illustrative
    return "".join([text, *marks, f'. Note: "{held.note}"' if held.note else ""])


def _month_in_words(measure: Measure, held: Held) -> str:
    figure = month_figure_of(measure, held)
    told = (
        "no result"
        if figure is None
        else figure_in_words(figure, unit=measure.unit, decimals=measure.decimals)
    )
    if held.month_denominator is not None:
        told += f" ({parts_in_words(measure, held.month_numerator, held.month_denominator)})"
    return f"the month alone {told}"
