"""Why an indicator has its colour, how far it is from its floor, and how it stands against earlier months."""

from collections.abc import Iterable

from scorecard.periods import month_label
from scorecard.rag import Rag
from scorecard.report.headline import against_floor, marked_figure, sentence_case
from scorecard.report.indicator import IndicatorReport
from scorecard.travel import Comparison

SINCE = {
    Comparison.PREVIOUS_MONTH: "Since {month}",
    Comparison.PREVIOUS_PANEL: "Since {month}, the last panel report",
    Comparison.SAME_MONTH_LAST_YEAR: "Since {month}",
}
# What is told beside the comparison that the headline makes.
BESIDE = {
    Comparison.PREVIOUS_MONTH: (Comparison.PREVIOUS_PANEL, Comparison.SAME_MONTH_LAST_YEAR),
    Comparison.SAME_MONTH_LAST_YEAR: (Comparison.PREVIOUS_MONTH, Comparison.PREVIOUS_PANEL),
    Comparison.PREVIOUS_YEAR: (Comparison.PREVIOUS_PANEL,),
}


def standing(report: IndicatorReport) -> list[str]:
    """Sentences with their full stops."""
    now = report.now
    told = [
        now.explanation,
        *([now.note.rstrip(".")] if now.figure is None and now.note else []),
        *_floor(report),
        *(sentence_case(caution) for caution in now.cautions),
        *_earlier(report),
        *_other(report),
    ]
    return [f"{sentence}." for sentence in told]


def _floor(report: IndicatorReport) -> Iterable[str]:
    gap = against_floor(report.now)
    if gap and report.now.rating.rating != Rag.NOT_RATED:
        yield f"It is {gap}{', which is illustrative' if report.now.is_floor_illustrative else ''}"
    if report.is_met_by_rounding:
        yield "This is met by rounding: the figure before it was rounded falls just short"


def _earlier(report: IndicatorReport) -> Iterable[str]:
    for comparison in BESIDE[report.history.step]:
        travel, words = report.travel.get(comparison), SINCE[comparison]
        if travel and travel.arrow:
            yield f"{words.format(month=month_label(travel.baseline_end))}: {travel.words}"
        elif travel and report.now.figure is not None:
            yield sentence_case(travel.words)


def _other(report: IndicatorReport) -> Iterable[str]:
    """The same month for the other population."""
    other = report.other.now if report.other else None
    if other is not None and other.figure is not None:
        rating = "" if other.rating.rating == Rag.NOT_RATED else f", {other.rating.rating.label.lower()}"
        yield f"{other.variant.label}: {marked_figure(other)}{rating}"
