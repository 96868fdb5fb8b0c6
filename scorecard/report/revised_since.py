"""What has become of the figures of a published report since."""

from datetime import date
from typing import NamedTuple

from django.utils import timezone

from scorecard.models import Figure, FigureStatus, Indicator, PanelReport, PublishedFigure, Variant
from scorecard.published import Unit, figure_in_words, format_number, published_figure
from scorecard.report.readings import WORDS_WITHOUT_FIGURE

NO_REASON = "No reason was given."


class RevisedFigure(NamedTuple):
    """One figure as the panel saw it and as it stands; `population` is empty for all children."""

    code: str
    name: str
    population: str
    old: str
    new: str
    revised_on: date
    reason: str


def revised_since(report: PanelReport) -> list[RevisedFigure]:
    """In the scorecard's order: every figure of the month that is another now, or that was not there then."""
    printed = report.figures.select_related("indicator__section", "figure")
    then = {(row.indicator_id, row.variant): row for row in printed}
    now = Figure.objects.for_period(report.period).select_related("indicator__section", "upload")
    stands = {(figure.indicator_id, figure.variant): figure for figure in now}
    found = [_revised(then.get(key), stands[key]) for key in stands]
    gone = [_gone(row) for key, row in then.items() if key not in stands]
    kept = [one for one in (*found, *gone) if one]
    return [revised for _, revised in sorted(kept, key=lambda one: one[0])]


def _revised(then: PublishedFigure | None, now: Figure) -> tuple[tuple, RevisedFigure] | None:
    if then is not None and _is_same(then.figure, now):
        return None
    upload = now.upload
    reason = now.note or upload.warnings_note or NO_REASON
    at = timezone.localdate(upload.decided_at or upload.uploaded_at)
    old = _words(then.figure, then.text) if then else "not reported"
    return _place(now.indicator, now.variant), RevisedFigure(
        now.indicator.code,
        now.indicator.name,
        "" if now.variant == Variant.ALL else Variant(now.variant).label,
        old,
        _words(now, _text(now)),
        at,
        reason,
    )


def _gone(then: PublishedFigure) -> tuple[tuple, RevisedFigure]:
    """Its upload was withdrawn and nothing stood before."""
    upload = then.figure.upload
    return _place(then.indicator, then.variant), RevisedFigure(
        then.indicator.code,
        then.indicator.name,
        "" if then.variant == Variant.ALL else Variant(then.variant).label,
        _words(then.figure, then.text),
        "not reported",
        timezone.localdate(upload.decided_at or upload.uploaded_at),
        NO_REASON,
    )


def _place(indicator: Indicator, variant: str) -> tuple:
    return indicator.section.order, indicator.order, indicator.code, variant


def _is_same(then: Figure, now: Figure) -> bool:
    if then.pk == now.pk:
        return True
    fields = ("value", "numerator", "denominator", "status", "is_provisional")
    return all(getattr(then, field) == getattr(now, field) for field in fields)


def _text(figure: Figure) -> str:
    measure = {"unit": Unit(figure.indicator.unit), "decimals": figure.indicator.decimals}
    shown = published_figure(figure.value, figure.numerator, figure.denominator, **measure)
    if shown is None:
        return WORDS_WITHOUT_FIGURE.get(FigureStatus(figure.status), "not reported")
    return figure_in_words(shown, **measure)


def _words(figure: Figure, text: str) -> str:
    """ "47.7%, from 496 of 1,040, provisional": a revision may change the parts alone."""
    parts = [format_number(part) for part in (figure.numerator, figure.denominator) if part is not None]
    told = [text, f"from {' and '.join(parts)}" if parts else "", "provisional" * figure.is_provisional]
    return ", ".join(filter(None, told))
