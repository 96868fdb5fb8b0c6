"""How long a group has waited and whether a promise to it was kept, in words. Such a promise is no legal duty. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from meetings.date_words import month_and_year, plain_date
from recommendations.due_dates import Precision, last_day
from recommendations.lateness import Standing, standing

LONG_MONTH, LEAP_YEAR = 31, 366  # days
AN_ANSWER, NEXT_ANSWER = "promised an answer", "promised the next answer"
ASK_AFTER_DAYS = 28  # after the answer, unless the group meets sooner


@dataclass(frozen=True, slots=True)
class Promised:
    """The promise that counts now. ``first``: the day that was promised first in this round.

    ``why_later``: what the group is told of the newest delay.
    """

    due_on: date
    precision: Precision
    first_due_on: date
    first_precision: Precision
    why_later: str = ""

    @property
    def was_put_off(self) -> bool:
        return self.first_due_on != self.due_on


def days_waited(received_on: date | None, until: date) -> int | None:
    """From the end of the month in which the group asked: the day itself could lead to who they are."""
    return None if received_on is None else max(0, (until - last_day(received_on, Precision.MONTH)).days)


def verdict_due(answered_on: date) -> date:
    return answered_on + timedelta(days=ASK_AFTER_DAYS)


def standing_of(promised: Promised | None, today: date, answered_on: date | None) -> Standing:
    due_on = promised.due_on if promised else None
    return standing(due_on, today, is_done=answered_on is not None, done_on=answered_on)


def promise_sentences(
    promised: Promised | None,
    today: date,
    answered_on: date | None,
    said: Callable[[int], str] | None = None,
) -> list[str]:
    """``said``: how so many days are put, to the day unless another way is given."""
    if promised is None:
        return []
    said = said or days
    if answered_on is not None:
        return [_promise(promised), _kept(standing_of(promised, today, answered_on), answered_on, said)]
    late = standing_of(promised, today, None)
    return [_promise(promised), *([f"We are {said(late.days)} late."] if late.is_overdue else [])]


def earlier_sentences(promised: Promised | None, answered_on: date | None) -> list[str]:
    """Of an answer after which the group asked for more."""
    told = promise_sentences(promised, answered_on or date.min, answered_on)
    return [*told, "The group said that it was not enough."]


def next_promise(sentences: list[str]) -> list[str]:
    """After an earlier answer the promise is one of the next."""
    return [sentence.replace(AN_ANSWER, NEXT_ANSWER, 1) for sentence in sentences]


def day_said(on: date, precision: str) -> str:
    """ "August 2018" for a month, "6 September 2018" for a day."""
    return plain_date(on) if precision == Precision.DAY else month_and_year(on)


def end_said(on: date, precision: str) -> str:
    return plain_date(on) if precision == Precision.DAY else f"the end of {month_and_year(on)}"


def ended(words: str) -> str:
    """What officers or groups wrote, which may lack the full stop or have one."""
    return words if words[-1:] in ".!?" else f"{words}."


def days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def about(number: int) -> str:
    """Days as people say them, and never more of them than there were."""
    if number < 2 * LONG_MONTH:
        return days(number)
    if number < 2 * LEAP_YEAR:
        return f"more than {number // LONG_MONTH} months"
    return f"more than {number // LEAP_YEAR} years"


def _promise(promised: Promised) -> str:
    by = end_said(promised.due_on, promised.precision)
    if not promised.was_put_off:
        return f"We promised an answer by {by}."
    first = end_said(promised.first_due_on, promised.first_precision)
    return f"We first promised an answer by {first}. Then we promised it by {by}.{_why(promised)}"


def _why(promised: Promised) -> str:
    why = promised.why_later.strip()
    return f" {ended(why)}" if why else ""


def _kept(kept: Standing, answered_on: date, said: Callable[[int], str]) -> str:
    when = f"We answered on {plain_date(answered_on)}"
    return f"{when}. That was {said(kept.days)} late." if kept.days else f"{when}, as promised."
