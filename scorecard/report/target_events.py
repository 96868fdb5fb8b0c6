"""What became of an indicator's targets, each change as a sentence."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from scorecard.models import Variant
from scorecard.periods import month_label
from scorecard.published import Unit, gap_in_words, line_in_words

LINES = ("target", "floor", "tolerance", "floor_low", "floor_high")
WORDS = (("approved_by", "who agreed"), ("source", "where it is written down"))


def target_changes(events: Iterable[Any], unit: Unit) -> Iterator[tuple[Any, str]]:
    """`events` of one indicator, ordered by target and time."""
    for _, group in groupby(events, key=lambda event: event.pgh_obj_id):
        own = list(group)
        yield own[0], f"Set the target{_whom(own[0])} {_when(own[0])}: {_lines(own[0], unit)}"
        for before, after in pairwise(own):
            if after.pgh_label == "delete":
                yield after, f"Withdrew the target{_whom(after)} {_when(after)}: {_lines(after, unit)}"
            else:
                for sentence in _differences(before, after, unit):
                    yield after, sentence


def _differences(before: Any, after: Any, unit: Unit) -> Iterator[str]:
    which = f"the target{_whom(after)} from {month_label(after.valid_from)}"
    if any(getattr(before, name) != getattr(after, name) for name in LINES):
        yield f"Changed {which} from {_lines(before, unit)} to {_lines(after, unit)}"
    if before.valid_to != after.valid_to:
        until = after.valid_to
        ended = f"Ended {which} ({_lines(after, unit)}) with {month_label(until)}" if until else ""
        yield ended or f"Let {which} ({_lines(after, unit)}) go on"
    if before.is_floor_illustrative != after.is_floor_illustrative:
        yield f"Marked the floor of {which} as {'' if after.is_floor_illustrative else 'no longer '}illustrative"
    for name, label in WORDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"Changed {label}, of {which}, from “{old}” to “{new}”"


def _whom(event: Any) -> str:
    return "" if event.variant == Variant.ALL else " excluding unaccompanied children"


def _when(event: Any) -> str:
    until = f" to {month_label(event.valid_to)}" if event.valid_to else ""
    return f"from {month_label(event.valid_from)}{until}"


def _lines(event: Any, unit: Unit) -> str:
    """ "60%, floor 45%"."""
    floors = [event.floor, event.floor_low, event.floor_high]
    told = [line_in_words(floor, unit=unit) for floor in floors if floor is not None]
    target = "none" if event.target is None else line_in_words(event.target, unit=unit)
    tolerance = f", give or take {gap_in_words(event.tolerance, unit=unit)}" if event.tolerance else ""
    floor = f"floor {' to '.join(told)}" if told else "no floor"
    return f"{target}{tolerance}, {floor}"
