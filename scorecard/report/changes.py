"""What changed since the panel last met, in sentences that carry their figures and name their baseline."""

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.published import with_unit
from scorecard.rag import Rag
from scorecard.report.months import Month
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison, DirectionOfTravel

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# How an indicator that misses its target moved, in the words of the panel's report.
MOVED = {
    DirectionOfTravel.IMPROVING: "towards their target",
    DirectionOfTravel.WORSENING: "away from it",
    DirectionOfTravel.STEADY: "not at all",
}


@dataclass(frozen=True, slots=True)
class RatingChange:
    """One indicator that has another colour than it had at the baseline."""

    row: Row
    before: Rag
    now: Rag
    sentence: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Against one baseline; `moved` counts the amber and red indicators by the way they went."""

    comparison: Comparison
    baseline: Month
    rating_changes: tuple[RatingChange, ...]
    moved: dict[DirectionOfTravel, tuple[Row, ...]]
    sentences: tuple[str, ...]


def changes_since(scorecard: Scorecard, comparison: Comparison) -> Changes | None:
    """None when there is no such baseline: nothing earlier went to the panel, or no earlier month was uploaded."""
    baseline = scorecard.months.baseline(comparison)
    if baseline is None:
        return None
    changed = tuple(
        _rating_change(row, comparison) for row in scorecard.rows if row.has_changed_rating(comparison)
    )
    missing = [row for row in scorecard.rows if row.now.rating.rating in (Rag.AMBER, Rag.RED)]
    moved = {way: tuple(row for row in missing if row.travel[comparison].direction == way) for way in MOVED}
    sentences = [
        _how_many_changed(changed),
        *(change.sentence for change in changed),
        *_how_they_moved(missing, moved),
    ]
    return Changes(comparison, baseline, changed, moved, tuple(sentences))


def disagreements(scorecard: Scorecard) -> tuple[Row, ...]:
    """Amber and red indicators for which the month before tells another story than the last panel report."""
    return tuple(
        row
        for row in scorecard.rows
        if row.now.rating.rating in (Rag.AMBER, Rag.RED)
        and row.travel[Comparison.PREVIOUS_PANEL].direction in MOVED
        and row.travel[Comparison.PREVIOUS_MONTH].direction in MOVED
        and row.travel[Comparison.PREVIOUS_MONTH].direction != row.travel[Comparison.PREVIOUS_PANEL].direction
    )


def in_words(number: int) -> str:
    """Numbers to nine in words, as the council writes them."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _how_many_changed(changed: tuple[RatingChange, ...]) -> str:
    plural = "rating" if len(changed) == 1 else "ratings"
    return f"{in_words(len(changed)).capitalize()} {plural} changed"


def _rating_change(row: Row, comparison: Comparison) -> RatingChange:
    before, now = row.earlier[comparison], row.now
    target = with_unit(now.target_text, row.measure.unit)
    sentence = (
        f"{row.name} went from {before.rating.rating.label.lower()} to {now.rating.rating.label.lower()}, "
        f"{before.text} to {now.text} (target {target})"
    )
    return RatingChange(row, before.rating.rating, now.rating.rating, sentence)


def _how_they_moved(missing: Iterable[Row], moved: dict[DirectionOfTravel, tuple[Row, ...]]) -> list[str]:
    missing = list(missing)
    if not missing:
        return []
    parts = [f"{in_words(len(rows))} moved {MOVED[way]}" for way, rows in moved.items() if rows]
    uncompared = len(missing) - sum(len(rows) for rows in moved.values())
    if uncompared:
        parts.append(f"{in_words(uncompared)} cannot be compared")
    colours = " or red" if any(row.now.rating.rating == Rag.RED for row in missing) else ""
    plural = "indicator" if len(missing) == 1 else "indicators"
    return [f"Of {in_words(len(missing))} amber{colours} {plural} {_joined(parts)}"]


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
