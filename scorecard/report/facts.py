"""What to know about a whole month before its figures: who saw it, what in it is not final or was made up."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.formats import date_format

from scorecard.report.months import Months
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison


class Marks(NamedTuple):
    """What is said once for all figures or floors is not said again beside each."""

    figures_are_illustrative: bool
    floors_are_illustrative: bool


def marks(rows: Iterable[Row]) -> Marks:
    with_figure = [row for row in rows if row.now.figure is not None]
    with_floor = [row for row in with_figure if row.now.floor_text]
    return Marks(
        bool(with_figure) and all(row.now.is_illustrative for row in with_figure),
        bool(with_floor) and all(row.now.is_floor_illustrative for row in with_floor),
    )


def facts(scorecard: Scorecard) -> list[str]:
    """Sentences with their full stops."""
    figures = [row.now for row in scorecard.rows if row.now.figure is not None]
    floors = [row.now for row in scorecard.rows if row.now.floor_text]
    provisional = [reading for reading in figures if reading.is_provisional]
    said = [
        reported(scorecard.months),
        _how_many(provisional, figures, "figures", "provisional")
        or ("Final figures." if figures else "No figures."),
        _how_many([r for r in figures if r.is_illustrative], figures, "figures", "illustrative"),
        _how_many([r for r in floors if r.is_floor_illustrative], floors, "floor standards", "illustrative"),
    ]
    return [sentence for sentence in said if sentence]


def illustrative_then(scorecard: Scorecard, comparison: Comparison) -> str:
    """How much of what a month is compared with was made up, with a full stop; empty where nothing was."""
    pairs = [(row.earlier.get(comparison), row.travel[comparison]) for row in scorecard.rows]
    compared = [before for before, travel in pairs if before and travel.arrow]
    some = [before for before in compared if before.is_illustrative]
    if not some:
        return ""
    of = f"{some[0].month.label} figures compared with"
    if len(some) == len(compared):
        return f"All {of} are illustrative."
    return f"{len(some)} of the {len(compared)} {of} {'is' if len(some) == 1 else 'are'} illustrative."


def reported(months: Months) -> str:
    """ "Not yet" of the latest month only: the panel has gone past the others."""
    if months.chosen.meeting_on:
        return f"Reported to the panel on {date_format(months.chosen.meeting_on)}."
    return f"Not {'yet ' if months.chosen == months.every[0] else ''}reported to the panel."


def _how_many(some: Sequence, every: Sequence, what: str, how: str) -> str:
    if not some:
        return ""
    if len(some) == len(every):
        return f"All {what} are {how}."
    if len(some) == 1:
        return f"One of the {what} is {how}."
    return f"{len(some)} of the {what} are {how}."
