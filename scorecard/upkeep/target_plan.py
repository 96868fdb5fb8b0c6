"""Where a new target fits among those there are: which end earlier, which is replaced, which stands again."""

from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError

from scorecard.models import Threshold
from scorecard.periods import month_label

DAY = timedelta(days=1)


class Plan(NamedTuple):
    """What to write, in this order, so that no two overlap on the way. `after` are the targets that there are then.

    All are copies: nothing changes before they are saved.
    """

    to_delete: tuple[Threshold, ...]
    to_save: tuple[Threshold, ...]
    after: tuple[Threshold, ...]


def plan_target(existing: Sequence[Threshold], new: Threshold) -> Plan:
    """`new` begins on a month's first day, and ends where it says, or else where the next one begins.

    `existing` are those of one indicator. Raises ValidationError when it would run into a later one.
    """
    new = copy(new)
    same = [threshold for threshold in existing if threshold.variant == new.variant]
    current = next((threshold for threshold in same if _is_valid(threshold, new.valid_from)), None)
    new.valid_to = new.valid_to or _usual_end(same, current, new.valid_from)
    _refuse_overlap(same, new)
    to_save = [new]
    if current and current.valid_from == new.valid_from:
        new.pk = current.pk
    elif current:
        to_save.insert(0, _ending(current, new.valid_from - DAY))
    return Plan((), tuple(to_save), _after(existing, (), to_save))


def plan_withdrawal(existing: Sequence[Threshold], threshold: Threshold) -> Plan:
    """The target that ended when this one began goes on in its place."""
    before = next(
        (
            other
            for other in existing
            if other.variant == threshold.variant and other.valid_to == threshold.valid_from - DAY
        ),
        None,
    )
    to_save = [_ending(before, threshold.valid_to)] if before else []
    return Plan((threshold,), tuple(to_save), _after(existing, (threshold,), to_save))


def _is_valid(threshold: Threshold, day: date) -> bool:
    return threshold.valid_from <= day and (threshold.valid_to is None or day <= threshold.valid_to)


def _usual_end(same: Sequence[Threshold], current: Threshold | None, first: date) -> date | None:
    if current:
        return current.valid_to
    later = [threshold.valid_from for threshold in same if threshold.valid_from > first]
    return min(later) - DAY if later else None


def _refuse_overlap(same: Sequence[Threshold], new: Threshold) -> None:
    for other in same:
        begins_within = other.valid_from > new.valid_from and (
            new.valid_to is None or other.valid_from <= new.valid_to
        )
        if begins_within:
            raise ValidationError(
                {
                    "last": f"Another target begins in {month_label(other.valid_from)}. End this one before, or "
                    "withdraw that one first"
                }
            )


def _ending(threshold: Threshold, valid_to: date | None) -> Threshold:
    changed = copy(threshold)
    changed.valid_to = valid_to
    return changed


def _after(
    existing: Sequence[Threshold], gone: Sequence[Threshold], saved: Sequence[Threshold]
) -> tuple[Threshold, ...]:
    touched = {threshold.pk for threshold in (*gone, *saved)}
    kept = [threshold for threshold in existing if threshold.pk not in touched]
    return tuple(sorted((*kept, *saved), key=lambda threshold: threshold.valid_from))
