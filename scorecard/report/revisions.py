"""Figures that were changed after they stood: what each was, what it became, when and why."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.utils import timezone

from scorecard.models import Figure, FigureStatus, Indicator, Variant
from scorecard.periods import month_label
from scorecard.published import figure_in_words, published_figure
from scorecard.report.readings import WORDS_WITHOUT_FIGURE, Measure

MADE_FINAL = "The provisional figure became final."
SAME_FIGURE = "The figure stayed as it was; its parts or marks changed."
NO_REASON = "No reason was given."


class Revision(NamedTuple):
    """One change of one month's figure, in words."""

    month: str
    was: str
    now: str
    on: date
    why: str


def revisions(
    indicator: Indicator, measure: Measure, variant: Variant, months: Sequence[date]
) -> list[Revision]:
    """Latest month first, and of one month the latest change first. `months` are ends, earliest first."""
    changed = Figure.objects.filter(
        indicator=indicator, variant=variant, period__ends_on__range=(months[0], months[-1])
    )
    # Of a figure that was never changed the only row stands and is the first.
    changed = changed.exclude(is_current=True, revision=1).select_related("period", "upload")
    by_revision = list(changed.order_by("period__ends_on", "revision"))
    told = [
        _revision(before, after, measure)
        for before, after in pairwise(by_revision)
        if before.period_id == after.period_id
    ]
    return told[::-1]


def _revision(before: Figure, after: Figure, measure: Measure) -> Revision:
    was, now = _words(before, measure), _words(after, measure)
    made_at = after.upload.decided_at or after.upload.uploaded_at
    return Revision(
        month_label(after.period.ends_on),
        was,
        now,
        timezone.localdate(made_at),
        " ".join(_why(before, after, was == now)),
    )


def _why(before: Figure, after: Figure, is_same: bool) -> Iterable[str]:
    is_final_now = before.is_provisional and not after.is_provisional
    if is_final_now:
        yield MADE_FINAL
    elif is_same:
        yield SAME_FIGURE
    if after.note and after.note != before.note:
        yield f"{after.note.rstrip('.')}."
    elif not is_final_now:
        yield NO_REASON


def _words(figure: Figure, measure: Measure) -> str:
    published = published_figure(
        figure.value, figure.numerator, figure.denominator, unit=measure.unit, decimals=measure.decimals
    )
    mark = ", provisional" if figure.is_provisional else ""
    if published is None:
        return f"{WORDS_WITHOUT_FIGURE.get(FigureStatus(figure.status), 'no result')}{mark}"
    return f"{figure_in_words(published, unit=measure.unit, decimals=measure.decimals)}{mark}"
