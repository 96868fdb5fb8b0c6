"""Counts for a summary. The page says over which indicators, and for directions against which month."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from scorecard.rag import Rag
from scorecard.travel import DirectionOfTravel


class RatingCounts(NamedTuple):
    green: int
    amber: int
    red: int
    not_rated: int


class TravelCounts(NamedTuple):
    """`not_judged` are those without an arrow, and those where neither way is better."""

    improved: int
    worsened: int
    unchanged: int
    not_judged: int


def count_ratings(ratings: Iterable[Rag]) -> RatingCounts:
    seen = Counter(ratings)
    return RatingCounts(seen[Rag.GREEN], seen[Rag.AMBER], seen[Rag.RED], seen[Rag.NOT_RATED])


def count_travel(directions: Iterable[DirectionOfTravel]) -> TravelCounts:
    seen = Counter(directions)
    improved, worsened = seen[DirectionOfTravel.IMPROVING], seen[DirectionOfTravel.WORSENING]
    unchanged = seen[DirectionOfTravel.STEADY]
    return TravelCounts(improved, worsened, unchanged, seen.total() - improved - worsened - unchanged)
