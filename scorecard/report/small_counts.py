"""The scorecard as the public may read it: what rests on 1 to 5 children is hidden where an indicator is marked so.

The panel's paper goes into the agenda's public pack. Members who sign in see every figure on the scorecard's pages.
Source: practice of the Department for Education for small counts, as in `scorecard.demographics`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from django.conf import settings

from scorecard.counts import count_ratings, count_travel
from scorecard.models import FigureStatus
from scorecard.published import Unit
from scorecard.rag import Rag, Rating, Reason
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import DirectionOfTravel, Travel

TELLTALE = (Decimal(0), Decimal(100))  # all of them or none: with a target there the colour gives it away
NOTE = (
    "“Suppressed” stands where a figure rests on so few children that one of them could be known from it. Figures "
    "from which it could be worked out are left out as well."
)


def without_small_counts(scorecard: Scorecard, codes: Collection[str]) -> Scorecard:
    """Ratings and directions are counted again: nothing hidden can be had by taking away from a total."""
    rows = tuple(_open(row) if row.code in codes else row for row in scorecard.rows)
    rated = [row for row in rows if row.is_rated]
    return replace(
        scorecard,
        rows=rows,
        ratings=count_ratings(row.now.rating.rating for row in rows),
        travel={name: count_travel(row.travel[name].direction for row in rated) for name in scorecard.travel},
    )


def is_small(reading: Reading) -> bool:
    """A count of children, their part of all, the rest of all, or the number an average is made from."""
    return reading.figure is not None and any(_is_few(count) for count in _counts(reading))


def _counts(reading: Reading) -> Iterator[Decimal | None]:
    unit, part, whole = reading.measure.unit, reading.numerator, reading.denominator
    if unit == Unit.COUNT:
        yield reading.figure
    elif unit == Unit.PERCENT:
        yield part
        yield None if part is None or whole is None else whole - part
    else:
        yield part if unit == Unit.RATE_PER_10000 else whole


def _is_few(count: Decimal | None) -> bool:
    return count is not None and 1 <= count <= settings.SMALL_NUMBER_THRESHOLD


def hidden_note(scorecard: Scorecard) -> list[str]:
    """One sentence for the notes of a paper, where anything in it is suppressed."""
    readings = [reading for row in scorecard.rows for reading in (row.now, *row.earlier.values())]
    return [NOTE] if any(one.status == FigureStatus.SUPPRESSED for one in readings) else []


def _open(row: Row) -> Row:
    now = _hidden(row.now)
    earlier = {name: _hidden(reading) for name, reading in row.earlier.items()}
    hides_now = now is not row.now
    travel = {
        name: _unsaid(travel) if hides_now or earlier.get(name) is not row.earlier.get(name) else travel
        for name, travel in row.travel.items()
    }
    return row._replace(now=now, earlier=earlier, travel=travel, **_of_others(row, hides_now=hides_now))


def _hidden(reading: Reading) -> Reading:
    if not is_small(reading):
        return reading
    rating = Rating(Rag.NOT_RATED, Reason.NO_VALUE) if reading.figure in TELLTALE else reading.rating
    return reading._replace(
        figure=None,
        numerator=None,
        denominator=None,
        month_numerator=None,
        month_denominator=None,
        status=FigureStatus.SUPPRESSED,
        rating=rating,
    )


def _unsaid(travel: Travel) -> Travel:
    if travel.arrow is None:
        return travel
    return replace(
        travel,
        arrow=None,
        change=None,
        direction=DirectionOfTravel.NONE,
        colour=Rag.NOT_RATED,
        words="not compared: a figure is suppressed",
    )


def _of_others(row: Row, *, hides_now: bool) -> Mapping:
    """The other population goes where either is hidden, or where the difference of the two is a small count."""
    other = row.other
    pairs = zip(_counts(row.now), _counts(other), strict=True)
    gaps = [abs(ours - theirs) for ours, theirs in pairs if ours is not None and theirs is not None]
    if not (hides_now or is_small(other) or any(_is_few(gap) for gap in gaps)):
        return {}
    return {"source": row.source._replace(figures={})}
