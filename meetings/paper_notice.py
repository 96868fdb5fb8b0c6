"""Papers "to follow": the item is in time, one of its papers is not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from meetings.item_notice import days_sentence, missing_reason
from meetings.notice import REQUIRED, counted_days


class PaperTiming(TextChoices):
    IN_TIME = "in_time", "In time"
    LATE = "late", "Late"
    TO_FOLLOW = "to_follow", "To follow"


@dataclass(frozen=True, slots=True)
class PaperVerdict:
    """A late paper never blocks its item; ``missing`` says that the reason still has to be entered."""

    timing: PaperTiming
    days: tuple[date, ...]
    sentence: str
    missing: tuple[str, ...] = ()


def paper_verdict(
    *,
    published_on: date | None,
    meeting_on: date,
    bank_holidays: Collection[date],
    required: int = REQUIRED,
    reason: str = "",
) -> PaperVerdict:
    """Judge one paper of an item that itself is in time; None: not published yet."""
    days = tuple(counted_days(published_on, meeting_on, bank_holidays)) if published_on else ()
    counted = f"{days_sentence(days, required)}."
    if len(days) >= required:
        return PaperVerdict(PaperTiming.IN_TIME, days, counted)
    missing = tuple(missing_reason(reason, "why the paper is late"))
    told = "" if missing else f" {' '.join(reason.split()).rstrip('.')}."
    if published_on is None:
        return PaperVerdict(PaperTiming.TO_FOLLOW, days, f"The paper is to follow.{told}", missing)
    return PaperVerdict(PaperTiming.LATE, days, f"The paper is late. {counted}{told}", missing)
