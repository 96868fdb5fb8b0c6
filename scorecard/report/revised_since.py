"""What has become of the figures of a published report since."""

from datetime import date
from typing import NamedTuple

from django.utils import timezone

from scorecard.models import Figure, FigureStatus, PanelReport, PublishedFigure, Variant
from scorecard.published import Unit, figure_in_words, format_number, published_figure
from scorecard.report.readings import WORDS_WITHOUT_FIGURE
from scorecard.report.revisions import NO_REASON, why_revised

NOT_REPORTED = "not reported"
SHOWN = ("value", "numerator", "denominator", "status", "is_provisional")


class RevisedFigure(NamedTuple):
    """One figure as the panel saw it and as it stands; `population` is empty for all children."""

    code: str
    name: str
    population: str
    old: str
    new: str
    revised_on: date
    reason: str
    is_withdrawn: bool = False


def how_revised(revised: list[RevisedFigure]) -> str:
    """ "corrected", "withdrawn", or both words where both happened."""
    ways = {figure.is_withdrawn for figure in revised}
    return " or ".join(word for word, is_it in (("corrected", False), ("withdrawn", True)) if is_it in ways)


def revised_since(report: PanelReport) -> list[RevisedFigure]:
    """In the scorecard's order: every figure of the month that is another now, or that was not there then."""
    printed = report.figures.select_related("indicator__section", "figure__upload")
    then = {(row.indicator_id, row.variant): row for row in printed}
    standing = Figure.objects.for_period(report.period).select_related("indicator__section", "upload")
    now = {(figure.indicator_id, figure.variant): figure for figure in standing}
    pairs = [(then.get(key), now.get(key)) for key in then.keys() | now.keys()]
    pairs = [pair for pair in pairs if not _is_same(*pair)]
    return [_revised(*pair) for pair in sorted(pairs, key=_place)]


def _revised(then: PublishedFigure | None, now: Figure | None) -> RevisedFigure:
    either = now or then
    revised_on, reason = _when_and_why(then.figure if then else None, now)
    return RevisedFigure(
        either.indicator.code,
        either.indicator.name,
        "" if either.variant == Variant.ALL else Variant(either.variant).label,
        _words(then.figure, then.text) if then else NOT_REPORTED,
        _words(now, _text(now)) if now else NOT_REPORTED,
        revised_on,
        reason,
        _is_withdrawal(then.figure if then else None, now),
    )


def _when_and_why(then: Figure | None, now: Figure | None) -> tuple[date, str]:
    """By a later upload, or by the withdrawal of the one that was published from."""
    if _is_withdrawal(then, now):
        upload = then.upload
        at = upload.withdrawn_at or upload.decided_at or upload.uploaded_at
        return timezone.localdate(at), upload.withdrawal_reason or NO_REASON
    upload = now.upload
    return timezone.localdate(upload.decided_at or upload.uploaded_at), why_revised(then, now)


def _is_withdrawal(then: Figure | None, now: Figure | None) -> bool:
    """Nothing stands any more, or what stood before it stands again."""
    return now is None or (then is not None and then.revision > now.revision)


def _place(pair: tuple[PublishedFigure | None, Figure | None]) -> tuple:
    either = pair[0] or pair[1]
    indicator = either.indicator
    return indicator.section.order, indicator.order, indicator.code, either.variant


def _is_same(then: PublishedFigure | None, now: Figure | None) -> bool:
    if then is None or now is None:
        return False
    return all(getattr(then.figure, field) == getattr(now, field) for field in SHOWN)


def _text(figure: Figure) -> str:
    measure = {"unit": Unit(figure.indicator.unit), "decimals": figure.indicator.decimals}
    shown = published_figure(figure.value, figure.numerator, figure.denominator, **measure)
    if shown is None:
        return WORDS_WITHOUT_FIGURE.get(FigureStatus(figure.status), NOT_REPORTED)
    return figure_in_words(shown, **measure)


def _words(figure: Figure, text: str) -> str:
    """ "47.7%, from 496 of 1,040, provisional": a revision may change the parts alone."""
    parts = [format_number(part) for part in (figure.numerator, figure.denominator) if part is not None]
    told = [text, f"from {' and '.join(parts)}" if parts else "", "provisional" * figure.is_provisional]
    return ", ".join(filter(None, told))
