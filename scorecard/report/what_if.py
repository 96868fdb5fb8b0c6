"""What another set-up of an indicator would change in the months there are figures for, before anybody saves it."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from scorecard.models import Figure, Indicator, Threshold, Variant
from scorecard.published import format_number
from scorecard.rag import Rag
from scorecard.report.headline import figure_text
from scorecard.report.history import dated, measure_of, parts_of
from scorecard.report.months import Month
from scorecard.report.readings import Reading, lines_on, read
from scorecard.report.seen_by_panel import months_seen

FAR_FROM_TARGET = 5  # times the target, or a fifth of it: a slip of the keyboard more often than a result


class MonthChange(NamedTuple):
    """One figure as it is read now and as it would be."""

    before: Reading
    after: Reading

    @property
    def month(self) -> Month:
        return self.before.month

    @property
    def was_reported(self) -> bool:
        return self.month.meeting_on is not None

    @property
    def has_other_lines(self) -> bool:
        return self.before.lines != self.after.lines

    @property
    def has_other_rating(self) -> bool:
        return self.before.rating.rating != self.after.rating.rating

    @property
    def has_other_figure(self) -> bool:
        return self.before.text != self.after.text

    @property
    def population(self) -> str:
        """Of all children nothing is said."""
        return "" if self.before.variant == Variant.ALL else self.before.variant.label

    @property
    def figures(self) -> str:
        """ "47.7%", or "47.7% would print as 48%"."""
        before = figure_text(self.before) if self.before.figure is not None else ""
        return f"{before} would print as {figure_text(self.after)}" if self.has_other_figure else before

    @property
    def why(self) -> str:
        """Why it would have its colour, without the colour, which stands beside it."""
        _, _, reason = self.after.explanation.partition(": ")
        return reason or self.after.explanation


class WhatChanges(NamedTuple):
    """Every figure of one indicator with both of its readings, latest month first."""

    months: tuple[MonthChange, ...]

    @property
    def changes(self) -> list[MonthChange]:
        return [month for month in self.months if month.has_other_rating or month.has_other_figure]

    @property
    def other_lines(self) -> list[MonthChange]:
        return [month for month in self.months if month.has_other_lines]

    @property
    def sentence(self) -> str:
        number = sum(month.has_other_rating for month in self.months)
        if not self.months:
            return "There are no figures yet, so nothing changes now"
        if not number:
            return "No rating would change"
        return f"{number} rating{'s' if number > 1 else ''} would change"

    @property
    def cautions(self) -> list[str]:
        """Sentences with their full stops."""
        return [*_far_from_target(self.months)]

    @property
    def fingerprint(self) -> str:
        """Of all that a person is asked to confirm."""
        seen = [(month.month.pk, *map(_as_seen, month)) for month in self.months]
        return sha256(repr(seen).encode()).hexdigest()


def _as_seen(reading: Reading) -> tuple:
    return reading.variant, reading.text, reading.lines, reading.rating


def what_would_change(
    before: Indicator, *, after: Indicator | None = None, thresholds: Sequence[Threshold] | None = None
) -> WhatChanges:
    """With the indicator as `after` has it, and with these targets in place of its own. Saves nothing."""
    own = list(before.thresholds.all())
    then = own if thresholds is None else thresholds
    months = _months(before)
    return WhatChanges(
        tuple(
            MonthChange(now, later)
            for now, later in zip(
                _readings(before, months, own), _readings(after or before, months, then), strict=True
            )
        )
    )


def _months(indicator: Indicator) -> list[tuple[Month, Figure]]:
    meetings = months_seen(indicator)
    figures = Figure.objects.current().filter(indicator=indicator).select_related("period")
    return [
        (Month(figure.period_id, figure.period.ends_on, meetings.get(figure.period.ends_on)), figure)
        for figure in figures.order_by("-period__ends_on", "variant")
    ]


def _readings(
    indicator: Indicator, months: Iterable[tuple[Month, Figure]], thresholds: Iterable[Threshold]
) -> Iterator[Reading]:
    measure, lines = measure_of(indicator), [dated(threshold) for threshold in thresholds]
    for month, figure in months:
        variant = Variant(figure.variant)
        yield read(measure, month, variant, parts_of(figure), lines_on(month.ends_on, variant, lines))


def _far_from_target(months: Sequence[MonthChange]) -> Iterator[str]:
    """Said once, of the latest figure whose target is another one."""
    for month in months:
        figure, target = month.after.figure, month.after.lines.target
        if month.has_other_lines and figure and target and month.after.rating.rating != Rag.NOT_RATED:
            if not target / FAR_FROM_TARGET <= figure <= target * FAR_FROM_TARGET:
                yield (
                    f"The figure for {month.month.label}, {figure_text(month.after)}, is far from a target of "
                    f"{format_number(target)}. Check that the target is in the same unit."
                )
            return
