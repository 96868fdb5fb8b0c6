"""The first sentence of an indicator's page: what the figure is, what that means, and which way it went."""

from collections.abc import Mapping

from scorecard.published import figure_in_words, gap_in_words, line_in_words
from scorecard.rag import Rag
from scorecard.report.readings import Reading
from scorecard.travel import Arrow, Comparison, Travel


def headline(now: Reading, travel: Mapping[Comparison, Travel]) -> str:
    """ "47.7% in August 2018, amber: 12.3 points below the target of 60%. Down 0.9 points, worsened, on July 2018."."""
    if now.figure is None:
        return f"No figure for {now.month.label}: {now.without_figure}."
    figure = figure_in_words(now.figure, unit=now.measure.unit, decimals=now.measure.decimals)
    sentences = [f"{figure} in {now.month.label}{_rating(now)}", _movement(travel[Comparison.PREVIOUS_MONTH])]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _rating(now: Reading) -> str:
    if now.rating.rating == Rag.NOT_RATED:
        return ", not rated"
    return f", {now.rating.rating.label.lower()}: {_against_target(now)}"


def _against_target(now: Reading) -> str:
    target = line_in_words(now.lines.target, unit=now.measure.unit)
    gap = now.figure - now.lines.target
    if gap == 0:
        return f"exactly the target of {target}"
    size = gap_in_words(gap, unit=now.measure.unit, decimals=now.measure.decimals)
    return f"{size} {'above' if gap > 0 else 'below'} the target of {target}"


def _movement(travel: Travel) -> str:
    if travel.arrow is None:
        return ""
    if travel.arrow == Arrow.LEVEL and travel.change == 0:
        return f"No change {travel.baseline}"
    return f"{travel.words[0].upper()}{travel.words[1:]}, {travel.baseline}"
