"""Whether a row can be true of its indicator. Each fault is a problem; a sound row becomes a figure."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from scorecard.imports.entries import Entry
from scorecard.imports.findings import Findings, Rule
from scorecard.imports.layout import MONTH_PARTS, Column
from scorecard.imports.month_parts import check_month
from scorecard.imports.standing import Held, Lines, Measure, parts_in_words, rating_of
from scorecard.models import FigureStatus
from scorecard.models.figures import LARGEST
from scorecard.published import (
    Unit,
    figure_in_words,
    format_number,
    line_in_words,
    published_figure,
)
from scorecard.rag import Rag, Reason

DECIMALS_KEPT = 4
FINEST = Decimal(1).scaleb(-DECIMALS_KEPT)
NUMBERS = (Column.RESULT, Column.NUMERATOR, Column.DENOMINATOR)
FIGURE = {*NUMBERS, *MONTH_PARTS, Column.STATUS}
WHY = {
    Reason.ACTIVITY: "an activity measure is never rated",
    Reason.NO_VALUE: "there is no figure to rate",
    Reason.SMALL_DENOMINATOR: "a denominator below 5 is too small to rate",
    Reason.NO_TARGET: "no target is set for this month",
    Reason.INVALID_CONFIG: "the target and the floor set for it do not fit together",
}


class Judge:
    """Holds one row against its indicator."""

    def __init__(self, entry: Entry, measure: Measure, lines: Lines, found: Findings) -> None:
        self.entry, self.measure, self.lines, self.found = entry, measure, lines, found
        entry.value = self._kept(entry.value)
        entry.numerator = self._kept(entry.numerator)
        entry.denominator = self._kept(entry.denominator)
        entry.month_numerator = self._kept(entry.month_numerator)
        entry.month_denominator = self._kept(entry.month_denominator)

    def figure(self) -> Held | None:
        """The figure the row gives; None when it cannot be told. Each problem is also a fault of the row."""
        entry = self.entry
        self._check_numbers()
        if entry.faults.isdisjoint(FIGURE):
            self._check_status()
        if entry.faults.isdisjoint(FIGURE) and entry.status == FigureStatus.REPORTED:
            self._check_parts()
            check_month(entry, self.measure, self._problem)
        if not entry.faults.isdisjoint(FIGURE):
            return None
        held = Held(
            entry.value,
            entry.numerator,
            entry.denominator,
            entry.status,
            entry.is_provisional,
            entry.is_illustrative,
            entry.note,
            entry.month_numerator,
            entry.month_denominator,
        )
        self._check_rating(held)
        return held

    def _problem(self, rule: Rule, column: Column, message: str) -> None:
        self.entry.faults.add(column)
        self.found.problem(rule, message, self.entry.cells[column], column)

    def _check_numbers(self) -> None:
        entry = self.entry
        for column, number in self._numbers():
            if entry.cells[column].is_percent and (
                column != Column.RESULT or self.measure.unit != Unit.PERCENT
            ):
                message = "A percentage does not belong here. Give the cell the number format General."
                self._problem(Rule.NUMBER, column, message)
            elif abs(number) >= LARGEST:
                self._problem(Rule.NUMBER, column, "Enter a number below 1,000,000,000.")
            elif number < 0 and column != Column.RESULT:
                self._problem(Rule.NUMBER, column, "Enter 0 or more.")
        if self.measure.unit == Unit.PERCENT and entry.value is not None and not 0 <= entry.value <= 100:
            self._problem(Rule.PERCENTAGE, Column.RESULT, "Enter a percentage from 0 to 100, like 98.9.")

    def _check_status(self) -> None:
        """Settles the status: from its own column, from a sign like "c", or from there being figures."""
        entry = self.entry
        has_figures = bool(self._numbers())
        status = entry.stated_status or entry.sign
        entry.status = status or (FigureStatus.REPORTED if has_figures else FigureStatus.NOT_AVAILABLE)
        if entry.sign and entry.stated_status not in (None, entry.sign):
            message = (
                f"The result says {entry.sign.label.lower()}. Choose that status, or correct the result."
            )
            self._problem(Rule.STATUS, Column.STATUS, message)
        elif has_figures and entry.status != FigureStatus.REPORTED:
            self._problem(Rule.STATUS, self._first_filled(), self._no_figure_expected())
        elif entry.status == FigureStatus.REPORTED and not has_figures:
            message = "Enter the result, or choose the status that says why there is none."
            self._problem(Rule.STATUS, Column.RESULT, message)

    def _first_filled(self) -> Column:
        return self._numbers()[0][0]

    def _numbers(self) -> list[tuple[Column, Decimal]]:
        """Those that the row gives, in the order of their columns."""
        entry = self.entry
        figure = (
            entry.value,
            entry.numerator,
            entry.denominator,
            entry.month_numerator,
            entry.month_denominator,
        )
        columns = zip((*NUMBERS, *MONTH_PARTS), figure, strict=True)
        return [(column, number) for column, number in columns if number is not None]

    def _no_figure_expected(self) -> str:
        said = self.entry.status.label.lower()
        return f"The row says {said}, so no figure belongs here. Delete the figure, or correct the status."

    def _check_parts(self) -> None:
        entry = self.entry
        value, numerator, denominator = entry.value, entry.numerator, entry.denominator
        if denominator is not None and numerator is None:
            self._problem(Rule.PARTS, Column.NUMERATOR, "Enter the numerator that goes with the denominator.")
        elif value is None and numerator is None:
            message = "Enter the result as well, or its parts: the month alone does not give it."
            self._problem(Rule.PARTS, Column.RESULT, message)
        elif value is None and denominator is None:
            message = "Enter the denominator that goes with the numerator, or the result."
            self._problem(Rule.PARTS, Column.DENOMINATOR, message)
        elif denominator is not None and numerator > denominator and self.measure.unit == Unit.PERCENT:
            message = f"The numerator is more than the denominator, {format_number(denominator)}. Correct one of them."
            self._problem(Rule.PARTS, Column.NUMERATOR, message)
        elif value is not None and denominator is not None:
            self._check_agreement(value, numerator, denominator)
        elif value is not None:
            self._check_small_percentage(value)

    def _check_agreement(self, value: Decimal, numerator: Decimal, denominator: Decimal) -> None:
        """To the printed digit, so that a reader can work each figure out from its parts."""
        given = self._published(value, None, None)
        worked_out = self._published(None, numerator, denominator)
        if given == worked_out:
            return
        sum_in_words = parts_in_words(self.measure, numerator, denominator)
        if worked_out is None:
            self._problem(
                Rule.DISAGREEMENT, Column.RESULT, f"{sum_in_words} gives no result. Delete the result."
            )
            return
        fix = f"not {self._words(given)}. Correct one of the three."
        if self.measure.unit == Unit.PERCENT and self._published(value * 100, None, None) == worked_out:
            fix = f"so enter {worked_out}, or give the cell a percentage format."
        message = f"{sum_in_words} gives {self._words(worked_out)}, {fix}"
        self._problem(Rule.DISAGREEMENT, Column.RESULT, message)

    def _check_small_percentage(self, value: Decimal) -> None:
        """0.989 may be 98.9% without its format. Parts that agree would settle it; without them somebody must say."""
        cell = self.entry.cells[Column.RESULT]
        if self.measure.unit != Unit.PERCENT or cell.is_percent or not 0 < value <= 1:
            return
        typed = cell.as_decimal()
        share, typed = format_number(typed * 100), format_number(typed)
        message = f"This may be {share}% without its % sign. Enter {share} if so; tick if {typed}% is meant."
        self.found.warning(Rule.SMALL_PERCENTAGE, message, cell, Column.RESULT, confirm=True)

    def _check_rating(self, held: Held) -> None:
        if self.entry.rag is None:
            return
        rating = rating_of(self.measure, held, self.lines)
        if rating.rating == self.entry.rag:
            return
        if rating.rating == Rag.NOT_RATED:
            ours = f"The portal gives no rating: {WHY[rating.reason]}."
        else:
            ours = f"The portal works out {rating.rating.label}: {self._against(held, rating.reason)}."
        message = f"{ours} The portal's rating is the one published. Correct the figure, or empty this cell."
        self._problem(Rule.RATING, Column.RAG, message)

    def _against(self, held: Held, reason: Reason) -> str:
        figure = self._words(self._published(held.value, held.numerator, held.denominator))
        target = line_in_words(self.lines.target, unit=self.measure.unit)
        return f"{figure} against a target of {target} ({reason.label.lower()})"

    def _published(self, *figure: Decimal | None) -> Decimal | None:
        return published_figure(*figure, unit=self.measure.unit, decimals=self.measure.decimals)

    def _words(self, figure: Decimal | None) -> str:
        if figure is None:
            return "no figure"
        return figure_in_words(figure, unit=self.measure.unit, decimals=self.measure.decimals)

    def _kept(self, number: Decimal | None) -> Decimal | None:
        """Cut off, not rounded, so that 98.84999 does not become 98.85 and then print as 98.9.

        What is not 0 does not become 0 either: "0%" means no child.
        """
        if number is None or abs(number) >= LARGEST:
            return number
        rounding = ROUND_HALF_UP if self.measure.decimals == DECIMALS_KEPT else ROUND_DOWN
        kept = number.quantize(FINEST, rounding=rounding)
        return FINEST.copy_sign(number) if number and not kept else kept
