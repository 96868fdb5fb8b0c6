"""What a reader is told of where a recommendation stands: one status, and beside it what else is to be known."""

from datetime import date
from typing import NamedTuple

from core import tags
from meetings.date_words import plain_date
from recommendations.closing import ClosureState
from recommendations.lateness import Lateness, Standing
from recommendations.models import DueRule
from recommendations.period_words import period_words
from recommendations.report.standing import Row
from recommendations.status import DeliveryStatus, Impact

TAG_CLASSES = {
    DeliveryStatus.NOT_STARTED: tags.QUIET,
    DeliveryStatus.ON_TRACK: tags.PLAIN,
    DeliveryStatus.SLIPPED: tags.STRONG,
    DeliveryStatus.REPORTED_COMPLETE: tags.PLAIN,
}
NOTHING_YET = "Nothing reported yet"
STALE = "No recent update"


class Badge(NamedTuple):
    text: str
    classes: str


def status(row: Row) -> Badge:
    if row.is_rejected:
        return Badge("Rejected, not closed yet", tags.QUIET)
    if row.closed is None:
        return Badge(row.delivery.label, TAG_CLASSES[row.delivery])
    provisional = ", until the minutes are approved" if row.closed.state == ClosureState.PROVISIONAL else ""
    return Badge(f"Closed: {_lowered(row.closed.outcome.label)}{provisional}", tags.QUIET)


def badges(row: Row) -> list[Badge]:
    """What stands out beside the status; of what is closed, only whether its aim was met."""
    effect = [Badge("Aim not met", tags.STRONG)] if row.effect == Impact.WORSE else []
    if not row.is_open:
        return effect
    signs = [
        (row.standing.is_overdue, row.standing.lateness.label, tags.STRONG),
        (row.standing.lateness == Lateness.DUE_SOON, row.standing.lateness.label, tags.PLAIN),
        (row.is_stale, STALE, tags.PLAIN),
        (row.recommendation.has_no_movement, "No movement", tags.PLAIN),
        (bool(row.silent), silent_words(row), tags.PLAIN),
        (bool(row.days_changed), changed_words(row.days_changed), tags.PLAIN),
    ]
    return [Badge(text, weight) for is_so, text, weight in signs if is_so] + effect


def silent_words(row: Row) -> str:
    """ "Part (b) not mentioned", "Parts (a) and (c) not mentioned"."""
    letters = [f"({letter})" for letter in row.silent]
    if len(letters) < 2:
        return f"Part {''.join(letters)} not mentioned"
    return f"Parts {', '.join(letters[:-1])} and {letters[-1]} not mentioned"


def changed_words(times: int) -> str:
    return "Date changed once" if times == 1 else f"Date changed {times} times"


def lateness_words(standing: Standing) -> str:
    """ "Met 204 days late", "Overdue by 1 day", "Due in 12 days", "Due today"."""
    days = f"{standing.days:,} day{'' if standing.days == 1 else 's'}"
    if standing.is_overdue:
        return f"Overdue by {days}"
    if standing.lateness == Lateness.MET_LATE:
        return f"Met {days} late"
    if standing.lateness in (Lateness.DUE_SOON, Lateness.IN_TIME):
        return f"Due in {days}" if standing.days else "Due today"
    return standing.lateness.label


def late_words(row: Row) -> str:
    """Beside the day on which it was due; empty where no day counts."""
    return lateness_words(row.standing) if row.due.on and not row.is_rejected else ""


def due_words(row: Row) -> str:
    """When it is due in words: the day that counts now, or why there is none."""
    one = row.recommendation
    if row.due.on is not None:
        return f"By {plain_date(row.due.on)}"
    if one.due_rule == DueRule.EVENT:
        return f"Once {one.awaited_event}" if one.awaited_event else "Once something has happened"
    return {DueRule.CONTINUOUS: "Always", DueRule.RECURRING: "Again and again, without a date"}.get(
        DueRule(one.due_rule), "No date"
    )


def hears_words(row: Row, today: date) -> str:
    """At which meeting the panel hears of it; one that has gone is not told as to come."""
    promise = row.due.promise
    if not row.is_open or promise.meeting_on is None or row.delivery == DeliveryStatus.REPORTED_COMPLETE:
        return ""
    day = plain_date(promise.meeting_on)
    if promise.meeting_on < today:
        return f"The panel was to hear of it on {day}."
    return f"The panel hears of it on {day}. {promise.note}".strip()


def told_words(row: Row) -> str:
    """What the newest update speaks of: "February 2017"."""
    return period_words(row.told.as_at, row.told.precision) if row.told else NOTHING_YET


def parts_words(row: Row) -> str:
    """ "2 of 3 parts done"."""
    if len(row.limbs) == 1:
        return "Done" if row.limbs_done else "Not done yet"
    return f"{row.limbs_done} of {len(row.limbs)} parts done"


def days_open_words(row: Row) -> str:
    """Without the days on which it was closed."""
    days = f"{row.days_open:,} day{'' if row.days_open == 1 else 's'}"
    return f"Closed on {plain_date(row.closed.on)}, after {days}" if row.closed else f"For {days}"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
