"""What changed since an earlier month, in sentences that carry their figures and name their baseline."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scorecard.published import Unit, line_in_words, with_unit
from scorecard.rag import Rag
from scorecard.report.headline import moved_since
from scorecard.report.months import Month
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison, DirectionOfTravel

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MISSED = (Rag.AMBER, Rag.RED)
JUDGED = (DirectionOfTravel.IMPROVING, DirectionOfTravel.WORSENING, DirectionOfTravel.STEADY)


class RatingChange(NamedTuple):
    """One indicator that has another colour than it had at the baseline; `words` follow its name."""

    row: Row
    before: Rag
    now: Rag
    words: str

    @property
    def sentence(self) -> str:
        return f"{self.row.name} {self.words}"


class Move(NamedTuple):
    """Those that miss their target and went one way; a direction of NONE could not be compared."""

    direction: DirectionOfTravel
    rows: tuple[Row, ...]
    words: str

    @property
    def number(self) -> str:
        return in_words(len(self.rows))


class Changes(NamedTuple):
    """Against one baseline. `missed` are the amber and red indicators, `moves` the ways they went."""

    comparison: Comparison
    baseline: Month
    rating_changes: tuple[RatingChange, ...]
    missed: tuple[Row, ...]
    moves: tuple[Move, ...]
    has_figures: bool = True

    @property
    def nothing_to_compare(self) -> str:
        """Said instead of all else where these children had no figure at all then."""
        if self.has_figures:
            return ""
        return (
            f"There are no figures for these children for {self.baseline.label}, so nothing can be compared"
        )

    @property
    def how_many(self) -> str:
        plural = "rating" if len(self.rating_changes) == 1 else "ratings"
        return f"{in_words(len(self.rating_changes)).capitalize()} {plural} changed"

    @property
    def of_the_missed(self) -> str:
        """ "Of 11 amber indicators", which the moves continue; a whole sentence where they all went one way."""
        number, colours = len(self.missed), self.colours
        if not number:
            return "No rated indicator misses its target"
        if len(self.moves) > 1:
            return f"Of {in_words(number)} {colours} indicators"
        if number == 1:
            return f"The one {colours} indicator {self.moves[0].words}"
        every = "Both" if number == 2 else f"All {in_words(number)}"
        return f"{every} {colours} indicators {self.moves[0].words}"

    @property
    def parts(self) -> tuple[Move, ...]:
        """The moves that continue the sentence: none where it is whole already."""
        return self.moves if len(self.moves) > 1 else ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """How many changed, each of them, and how those that miss their target moved; without full stops."""
        if self.nothing_to_compare:
            return (self.nothing_to_compare,)
        return (self.how_many, *(change.sentence for change in self.rating_changes), self.how_they_moved)

    @property
    def colours(self) -> str:
        """Those that occur among the missed: "amber", "amber or red"."""
        return " or ".join(
            rag.label.lower() for rag in MISSED if any(row.now.rating.rating == rag for row in self.missed)
        )

    @property
    def how_they_moved(self) -> str:
        parts = [f"{move.number} {move.words}" for move in self.parts]
        return f"{self.of_the_missed} {joined(parts)}" if parts else self.of_the_missed


def changes_since(scorecard: Scorecard, comparison: Comparison) -> Changes | None:
    """None when there is no such baseline: nothing earlier went to the panel, or no earlier month was uploaded."""
    baseline = scorecard.months.baseline(comparison)
    if baseline is None:
        return None
    changed = [
        _rating_change(row, comparison) for row in scorecard.rows if row.has_changed_rating(comparison)
    ]
    missed = tuple(row for row in scorecard.rows if row.now.rating.rating in MISSED)
    moves, has_figures = _moves(missed, comparison), has_earlier_figures(scorecard.rows, comparison)
    return Changes(comparison, baseline, tuple(changed), missed, moves, has_figures)


def has_earlier_figures(rows: Iterable[Row], comparison: Comparison) -> bool:
    """Whether these children had any figure at the baseline."""
    readings = [row.earlier.get(comparison) for row in rows]
    return any(before is not None and before.figure is not None for before in readings)


def disagreements(scorecard: Scorecard) -> tuple[Row, ...]:
    """Amber and red indicators for which the month before tells another story than the last panel report."""
    return tuple(
        row
        for row in scorecard.rows
        if row.now.rating.rating in MISSED
        and row.travel[Comparison.PREVIOUS_PANEL].direction in JUDGED
        and row.travel[Comparison.PREVIOUS_MONTH].direction in JUDGED
        and row.travel[Comparison.PREVIOUS_MONTH].direction != row.travel[Comparison.PREVIOUS_PANEL].direction
    )


class Otherwise(NamedTuple):
    """The disagreements in words; `rows` have what each of the two baselines says."""

    sentence: str
    rows: tuple[tuple[Row, str, str], ...]


def otherwise_by_month(scorecard: Scorecard) -> Otherwise | None:
    rows = disagreements(scorecard)
    if not rows:
        return None
    plural = "looks" if len(rows) == 1 else "look"
    month = scorecard.months.baseline(Comparison.PREVIOUS_MONTH)
    return Otherwise(
        f"{in_words(len(rows)).capitalize()} of them {plural} different when compared with {month.label}",
        tuple(
            (
                row,
                moved_since(row.travel[Comparison.PREVIOUS_PANEL]),
                moved_since(row.travel[Comparison.PREVIOUS_MONTH]),
            )
            for row in rows
        ),
    )


def in_words(number: int) -> str:
    """Numbers to nine in words, as the council writes them."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _moves(missed: Sequence[Row], comparison: Comparison) -> tuple[Move, ...]:
    ways = {way: [row for row in missed if row.travel[comparison].direction == way] for way in JUDGED}
    ways[DirectionOfTravel.NONE] = [row for row in missed if row.travel[comparison].direction not in JUDGED]
    taken = [(way, tuple(rows)) for way, rows in ways.items() if rows]
    return tuple(
        Move(way, rows, _moved(way, len(rows), is_first=place == 0))
        for place, (way, rows) in enumerate(taken)
    )


def _moved(way: DirectionOfTravel, number: int, *, is_first: bool) -> str:
    """In the words of the panel's report; the first part names what the others leave out.

    Improving is towards the target for whoever misses it.
    """
    target = "its target" if number == 1 else "their targets"
    if way == DirectionOfTravel.IMPROVING:
        return f"moved towards {target}"
    if way == DirectionOfTravel.WORSENING:
        return f"moved away from {target}" if is_first else "moved away"
    if way == DirectionOfTravel.STEADY:
        return f"stayed as far from {target}" if is_first else "stayed as far away"
    return "cannot be compared"


def _rating_change(row: Row, comparison: Comparison) -> RatingChange:
    before, now = row.earlier[comparison], row.now
    colours = f"went from {before.rating.rating.label.lower()} to {now.rating.rating.label.lower()}"
    if now.figure is None or now.rating.rating == Rag.NOT_RATED:
        why = f": {now.without_figure}" if now.figure is None else f": {now.explanation.partition(': ')[2]}"
        return RatingChange(row, before.rating.rating, now.rating.rating, f"{colours}{why}")
    return RatingChange(row, before.rating.rating, now.rating.rating, f"{colours}, {from_to(before, now)}")


def from_to(before: Reading, now: Reading) -> str:
    """ "112.0 to 121.7 days (target 121 days)", "48.6% (illustrative) to 47.7% (target 60%)"."""
    unit = now.measure.unit
    earlier = with_unit(before.text, unit) if unit == Unit.PERCENT else before.text
    mark = " (illustrative)" if before.is_illustrative and not now.is_illustrative else ""
    return f"{earlier}{mark} to {with_unit(now.text, unit)} (target {line_in_words(now.lines.target, unit=unit)})"
