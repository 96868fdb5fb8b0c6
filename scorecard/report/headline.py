"""The first sentence of an indicator's page: what the figure is, what that means, and which way it went."""

from decimal import Decimal

from scorecard.periods import month_label
from scorecard.published import figure_in_words, gap_in_words, line_in_words
from scorecard.rag import Polarity, Rag, Reason
from scorecard.report.readings import Reading
from scorecard.travel import FROM_ILLUSTRATIVE, Travel


def headline(now: Reading, travel: Travel, last: Reading | None = None) -> str:
    """ "47.7% in August 2018, amber: 12.3 points below the target of 60%. Down 0.9 points since July 2018, worsened."

    `last` is the latest reading with a figure, told where this month has none.
    """
    if now.figure is None:
        sentences = [f"No figure for {now.month.label}: {now.without_figure}", _last(last)]
    else:
        sentences = [f"{marked_figure(now)} in {now.month.label}{_rating(now)}", movement(travel)]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def figure_text(reading: Reading) -> str:
    return figure_in_words(reading.figure, unit=reading.measure.unit, decimals=reading.measure.decimals)


def marked_figure(reading: Reading) -> str:
    """ "47.7%", "47.7% (illustrative)"."""
    return f"{figure_text(reading)} (illustrative)" if reading.is_illustrative else figure_text(reading)


def movement(travel: Travel) -> str:
    return sentence_case(moved_since(travel))


def moved_since(travel: Travel) -> str:
    """ "down 0.9 points since July 2018, worsened", or why nothing is compared."""
    if travel.arrow is None or travel.baseline_end is None:
        return travel.words
    month = month_label(travel.baseline_end)
    if FROM_ILLUSTRATIVE in travel.words:
        return travel.words.replace(FROM_ILLUSTRATIVE, f" from the illustrative figure of {month}")
    moved, comma, judged = travel.words.partition(", ")
    return f"{moved} since {month}{comma}{judged}"


def sentence_case(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def against_target(now: Reading) -> str:
    """ "12.3 points below the target of 60%"."""
    return _against("target", now.lines.target, now)


def against_floor(now: Reading) -> str:
    """ "2.7 points above the floor of 45%"; empty without a floor, and for the two limits around a middle target."""
    floor = now.lines.floor_standard
    if floor is None or now.figure is None:
        return ""
    words = _against("floor", floor, now)
    # Below a floor sounds like failing, also where it is the most that may be.
    return words.replace(" below ", " inside ") if now.measure.polarity == Polarity.LOWER_IS_BETTER else words


def _against(what: str, line: Decimal, now: Reading) -> str:
    words = line_in_words(line, unit=now.measure.unit)
    gap = now.figure - line
    if gap == 0:
        return f"exactly the {what} of {words}"
    size = gap_in_words(gap, unit=now.measure.unit, decimals=now.measure.decimals)
    return f"{size} {'above' if gap > 0 else 'below'} the {what} of {words}"


def _last(last: Reading | None) -> str:
    return f"The latest figure is {marked_figure(last)} in {last.month.label}" if last else ""


def _rating(now: Reading) -> str:
    if now.rating.reason == Reason.ACTIVITY:
        return ""
    if now.rating.rating == Rag.NOT_RATED:
        return f", {now.explanation[:1].lower()}{now.explanation[1:]}"
    return f", {now.rating.rating.label.lower()}: {against_target(now)}"
