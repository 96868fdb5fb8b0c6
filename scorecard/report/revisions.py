"""Figures that were changed after they stood: what each was, what it became, when and why."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.utils import timezone

from scorecard.models import Figure, FigureStatus, Indicator, Variant
from scorecard.periods import month_label
from scorecard.published import figure_in_words, published_figure
from scorecard.report.readings import WORDS_WITHOUT_FIGURE, Measure

MADE_FINAL = "The provisional figure became final."
SAME_FIGURE = "The figure stayed as it was; its parts or marks changed."
NO_REASON = "No reason was given."
NO_FIGURE = "no figure"


class Revision(NamedTuple):
    """One change of one month's figure, in words."""

    month: str
    was: str
    now: str
    on: date
    why: str


class Step(NamedTuple):
    """One figure stands in place of another, None for none; `withdrawn` is why the upload of the former went."""

    before: Figure | None
    after: Figure | None
    at: datetime
    withdrawn: str = ""


def revisions(
    indicator: Indicator, measure: Measure, variant: Variant, months: Sequence[date]
) -> list[Revision]:
    """Latest month first, and of one month the latest change first. `months` are ends, earliest first."""
    figures = Figure.objects.filter(
        indicator=indicator, variant=variant, period__ends_on__range=(months[0], months[-1])
    )
    # Of a figure that was never changed the only row stands and is the first.
    changed = figures.filter(period=OuterRef("period")).exclude(is_current=True, revision=1)
    rows = figures.filter(Exists(changed)).select_related("period", "upload")
    told = [
        _revision(step, measure)
        for _, versions in groupby(
            rows.order_by("period__ends_on", "revision"), key=lambda row: row.period_id
        )
        for step in _steps(list(versions))
    ]
    return told[::-1]


def _steps(versions: list[Figure]) -> Iterator[Step]:
    """What stood after each upload and each withdrawal, in order of time."""
    happened = [(_came_at(row), False, row) for row in versions]
    happened += [(row.upload.withdrawn_at, True, row) for row in versions if row.upload.withdrawn_at]
    live: list[Figure] = []
    for at, is_withdrawn, row in sorted(happened, key=lambda event: (*event[:2], event[2].revision)):
        before = live[-1] if live else None
        if is_withdrawn:
            live.remove(row)
        else:
            live.append(row)
        after = live[-1] if live else None
        if before is not after and (before is not None or row is not versions[0]):
            yield Step(before, after, at, row.upload.withdrawal_reason if is_withdrawn else "")


def _came_at(row: Figure) -> datetime:
    return row.upload.decided_at or row.upload.uploaded_at


def _revision(step: Step, measure: Measure) -> Revision:
    was, now = _words(step.before, measure), _words(step.after, measure)
    figure = step.after or step.before
    why = _why(step, is_same=was == now)
    return Revision(month_label(figure.period.ends_on), was, now, timezone.localdate(step.at), why)


def _why(step: Step, *, is_same: bool) -> str:
    if step.withdrawn:
        return f"Withdrawn: {step.withdrawn.rstrip('.')}."
    told = why_revised(step.before, step.after)
    return f"{SAME_FIGURE} {told}" if is_same and not _is_final_now(step.before, step.after) else told


def why_revised(before: Figure | None, after: Figure) -> str:
    """What the figure's own note says anew, else what its officer said of the whole upload."""
    is_final_now = _is_final_now(before, after)
    has_new_note = after.note and (before is None or after.note != before.note)
    said = after.note if has_new_note else "" if is_final_now else after.upload.warnings_note
    told = [MADE_FINAL] * is_final_now + [f"{said.rstrip('.')}."] * bool(said)
    return " ".join(told) or NO_REASON


def _is_final_now(before: Figure | None, after: Figure) -> bool:
    return before is not None and before.is_provisional and not after.is_provisional


def _words(figure: Figure | None, measure: Measure) -> str:
    if figure is None:
        return NO_FIGURE
    published = published_figure(
        figure.value, figure.numerator, figure.denominator, unit=measure.unit, decimals=measure.decimals
    )
    mark = ", provisional" if figure.is_provisional else ""
    if published is None:
        return f"{WORDS_WITHOUT_FIGURE.get(FigureStatus(figure.status), 'no result')}{mark}"
    return f"{figure_in_words(published, unit=measure.unit, decimals=measure.decimals)}{mark}"
