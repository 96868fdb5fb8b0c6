"""What the panel's own layout says beside its figures, held against the portal: a difference is a warning to tick."""

from collections.abc import Iterator
from decimal import Decimal

from core.workbook import Cell, CellProblem
from scorecard.imports.findings import Finding, Rule, at
from scorecard.imports.layout import NO_RAG, RAG_WORDS, plain
from scorecard.imports.panel_layout import PanelColumn
from scorecard.imports.standing import figure_of, rating_of
from scorecard.imports.timeline import Proposed, Timeline, month_before
from scorecard.periods import month_label
from scorecard.published import figure_in_words, line_in_words, published_figure

OURS_STANDS = "The portal's is the one that counts."


def warnings_beside(one: Proposed, timeline: Timeline) -> Iterator[Finding]:
    """Of a row in another layout nothing."""
    cells = {column: cell for column, cell in one.entry.beside.items() if not cell.is_empty}
    if PanelColumn.POLARITY in cells:
        yield from _letters(one, cells[PanelColumn.POLARITY], one.measure.polarity, PanelColumn.POLARITY)
    if PanelColumn.PERIOD in cells:
        yield from _letters(one, cells[PanelColumn.PERIOD], one.measure.data_period, PanelColumn.PERIOD)
    if PanelColumn.TARGET in cells:
        yield from _target(one, cells[PanelColumn.TARGET])
    if PanelColumn.LAST_RESULT in cells:
        yield from _last_result(one, cells[PanelColumn.LAST_RESULT], timeline)
    if PanelColumn.LAST_RAG in cells:
        yield from _last_rating(one, cells[PanelColumn.LAST_RAG], timeline)


def _letters(one: Proposed, cell: Cell, ours: str, column: PanelColumn) -> Iterator[Finding]:
    if "".join(plain(cell.as_text()).split()) != "".join(plain(ours.replace("_", " ")).split()):
        here = ours.replace("_", " ") or "none"
        message = f"{one.measure.code} has {here} as its {column.lower()} here. {OURS_STANDS}"
        yield at(cell, Rule.BESIDE, message, column)


def _target(one: Proposed, cell: Cell) -> Iterator[Finding]:
    target, number = one.lines.target, _number(cell)
    if number is None or number != target:
        here = (
            "no target" if target is None else f"a target of {line_in_words(target, unit=one.measure.unit)}"
        )
        message = f"{one.measure.code} has {here} in {month_label(one.month)} here. {OURS_STANDS}"
        yield at(cell, Rule.BESIDE, message, PanelColumn.TARGET)


def _last_result(one: Proposed, cell: Cell, timeline: Timeline) -> Iterator[Finding]:
    earlier, measure = month_before(one.month), one.measure
    ours = figure_of(measure, timeline.held(one.series, earlier))
    number = _number(cell)
    theirs = published_figure(number, None, None, unit=measure.unit, decimals=measure.decimals)
    if theirs is not None and ours == theirs:
        return
    here = (
        "no figure" if ours is None else figure_in_words(ours, unit=measure.unit, decimals=measure.decimals)
    )
    message = f"{measure.code} has {here} for {month_label(earlier)} here. {OURS_STANDS}"
    yield at(cell, Rule.BESIDE, message, PanelColumn.LAST_RESULT)


def _last_rating(one: Proposed, cell: Cell, timeline: Timeline) -> Iterator[Finding]:
    word = plain(cell.as_text())
    if word in NO_RAG:
        return
    earlier = month_before(one.month)
    lines = timeline.standing.lines_on(one.series, earlier)
    ours = rating_of(one.measure, timeline.held(one.series, earlier), lines).rating
    if RAG_WORDS.get(word) != ours:
        message = f"{one.measure.code} was {ours.label.lower()} in {month_label(earlier)} here. {OURS_STANDS}"
        yield at(cell, Rule.BESIDE, message, PanelColumn.LAST_RAG)


def _number(cell: Cell) -> Decimal | None:
    """None for what is no number: it differs from anything that the portal holds."""
    try:
        return cell.as_decimal()
    except CellProblem:
        return None
