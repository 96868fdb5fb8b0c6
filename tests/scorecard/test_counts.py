from scorecard.counts import RatingCounts, TravelCounts, count_ratings, count_travel
from scorecard.rag import Rag
from scorecard.travel import DirectionOfTravel


def test_every_colour_is_counted_apart():
    assert count_ratings([Rag.RED, *[Rag.AMBER] * 2, Rag.NOT_RATED]) == RatingCounts(0, 2, 1, 1)
    assert count_ratings([]) == RatingCounts(0, 0, 0, 0)


def test_counts_keep_what_is_not_judged_apart():
    assert count_travel(DirectionOfTravel) == TravelCounts(1, 1, 1, not_judged=3)
    assert count_travel([]) == TravelCounts(0, 0, 0, 0)
