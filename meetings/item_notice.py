"""Whether one item of an agenda may be taken: Local Government Act 1972, s.100B(4), and one paper with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices

from meetings.date_words import listed_date, listed_days
from meetings.notice import REQUIRED, counted_days

LEAST_REASON = 20  # characters: enough to say why, too many for "late"
MOST_LISTED = 10  # days; beyond that a sentence names the first and the last
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Timing(TextChoices):
    IN_TIME = "in_time", "In time"
    SHORTER_NOTICE = "shorter_notice", "In time, at shorter notice"
    URGENT = "urgent", "Urgent"
    BLOCKED = "blocked", "Blocked"


@dataclass(frozen=True, slots=True)
class Urgency:
    """Special circumstances for which the chairman holds an item urgent; the minutes must state them."""

    reason: str = ""
    agreed_by: str = ""
    agreed_at: datetime | None = None

    @property
    def missing(self) -> list[str]:
        """What a person still has to enter, in plain words; empty when the item may be taken."""
        return [
            *missing_reason(self.reason, "why the item cannot wait for the next meeting"),
            *([] if self.agreed_by.strip() else ["Enter the name of the chairman who agreed."]),
            *([] if self.agreed_at else ["Enter when the chairman agreed."]),
        ]


@dataclass(frozen=True, slots=True)
class ShorterNotice:
    """A meeting convened with fewer days left than the law asks for: its agenda opens when it is convened."""

    convened_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class NoticeVerdict:
    timing: Timing
    days: tuple[date, ...]
    sentence: str
    missing: tuple[str, ...] = ()

    @property
    def may_be_taken(self) -> bool:
        return self.timing != Timing.BLOCKED


def item_verdict(
    *,
    issued_on: date | None,
    meeting_on: date,
    bank_holidays: Collection[date],
    required: int = REQUIRED,
    changed_on: date | None = None,
    urgency: Urgency | None = None,
    shorter_notice: ShorterNotice | None = None,
) -> NoticeVerdict:
    """Judge one item. ``issued_on``: the first issue it stood on; ``changed_on``: the last issue that changed its
    title or purpose in substance. An item on no issue yet has been open for no days.
    """
    opened_on = max((day for day in (issued_on, changed_on) if day), default=None)
    days = tuple(counted_days(opened_on, meeting_on, bank_holidays)) if opened_on and issued_on else ()
    counted = days_sentence(days, required)
    if len(days) >= required:
        return NoticeVerdict(Timing.IN_TIME, days, f"{counted}.")
    if issued_on and opened_on and shorter_notice and opened_on <= shorter_notice.convened_on:
        return _at_shorter_notice(days, counted, shorter_notice)
    return _late(days, counted, urgency)


def days_sentence(days: Collection[date], required: int = REQUIRED) -> str:
    """ "4 clear days, one too few: Friday 26, ... October 2018"; without a full stop."""
    count = "No clear days" if not days else "1 clear day" if len(days) == 1 else f"{len(days)} clear days"
    short = required - len(days)
    lack = f", {WORDS[short] if short < len(WORDS) else short} too few" if short > 0 else ""
    return f"{count}{lack}: {_named(list(days))}" if days else f"{count}{lack}"


def missing_reason(reason: str, of_what: str) -> list[str]:
    if len(" ".join(reason.split())) >= LEAST_REASON:
        return []
    return [f"Say {of_what}, in at least {LEAST_REASON} characters."]


def _named(days: list[date]) -> str:
    if len(days) <= MOST_LISTED:
        return listed_days(days)
    return f"the working days from {listed_date(days[0])} to {listed_date(days[-1])}"


def _at_shorter_notice(days: tuple[date, ...], counted: str, notice: ShorterNotice) -> NoticeVerdict:
    sentence = f"{counted}. The meeting was convened at shorter notice on {listed_date(notice.convened_on)}"
    missing = missing_reason(notice.reason, "why the meeting was convened at shorter notice")
    if missing:
        return NoticeVerdict(Timing.BLOCKED, days, f"{sentence}, and no reason is given.", tuple(missing))
    return NoticeVerdict(Timing.SHORTER_NOTICE, days, f"{sentence}: {_ended(notice.reason)}")


def _late(days: tuple[date, ...], counted: str, urgency: Urgency | None) -> NoticeVerdict:
    missing = (urgency or Urgency()).missing
    if urgency is None or missing:
        sentence = f"{counted}. It can be taken only if the chairman holds it urgent and says why."
        return NoticeVerdict(Timing.BLOCKED, days, sentence, tuple(missing))
    held = f"{urgency.agreed_by.strip()} holds the item urgent: {_ended(urgency.reason)}"
    return NoticeVerdict(Timing.URGENT, days, f"{counted}. {held}")


def _ended(text: str) -> str:
    return f"{' '.join(text.split()).rstrip('.')}."
