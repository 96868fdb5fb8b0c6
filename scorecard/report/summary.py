"""The month in a sentence, and which way its indicators went."""

from typing import NamedTuple

from scorecard.rag import Rag, Reason
from scorecard.report.changes import in_words
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison, DirectionOfTravel


class Way(NamedTuple):
    """How many of the rated indicators went one way; `words` follow the number."""

    direction: DirectionOfTravel
    number: int
    words: str


def ways(scorecard: Scorecard, comparison: Comparison) -> list[Way]:
    """ "8 improved", "13 worsened", "3 unchanged": together all that are rated. None without a baseline."""
    counts = scorecard.travel.get(comparison)
    if counts is None or not (counts.improved or counts.worsened or counts.unchanged):
        return []
    found = [
        Way(DirectionOfTravel.IMPROVING, counts.improved, "improved"),
        Way(DirectionOfTravel.WORSENING, counts.worsened, "worsened"),
        Way(DirectionOfTravel.STEADY, counts.unchanged, "unchanged"),
    ]
    left = Way(DirectionOfTravel.NONE, counts.not_judged, "not compared")
    return [*found, left] if left.number else found


def month_headline(scorecard: Scorecard) -> str:
    """ "13 of the 24 rated indicators met their target in August 2018, and none missed its floor standard"."""
    rated = len(scorecard.rated)
    if not rated:
        return f"No indicator is rated in {scorecard.month.label}"
    return f"{_met(scorecard.ratings.green, rated)} in {scorecard.month.label}{_floors(scorecard)}"


def _met(met: int, rated: int) -> str:
    if rated == 1:
        return f"The one rated indicator {'met' if met else 'missed'} its target"
    if met == rated:
        return f"{'Both' if rated == 2 else f'All {in_words(rated)}'} rated indicators met their target"
    if met <= 1:
        return f"{'One' if met else 'None'} of the {in_words(rated)} rated indicators met its target"
    return f"{in_words(met).capitalize()} of the {in_words(rated)} rated indicators met their target"


def _floors(scorecard: Scorecard) -> str:
    """Silent where a missed target has no floor below it: nobody can say that it held."""
    red = scorecard.ratings.red
    if red:
        return f"; {in_words(red)} missed {'its' if red == 1 else 'their'} floor standard"
    missed = [row.now.rating for row in scorecard.rows if row.now.rating.rating == Rag.AMBER]
    if missed and all(rating.reason == Reason.FLOOR_MET for rating in missed):
        return ", and none missed its floor standard"
    return ""
