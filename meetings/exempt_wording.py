"""Sentences about business taken without the public: Local Government Act 1972, s.100A."""

import re
from collections.abc import Collection, Iterable
from datetime import time

from meetings.date_words import clock, joined
from meetings.item_numbers import ItemNumber
from meetings.schedule_12a import ACT, paragraphs_described, paragraphs_named

NOTE_OPEN = "(During these items the meeting is likely to be open to the public)"
NOTE_NO_EXEMPT_ITEMS = (
    "(No exempt items were known when this agenda was prepared. Should any arise, the meeting is likely NOT to be "
    "open to the public while they are taken)"
)
NOTE_EXEMPT_ITEMS = "(During these items the meeting is likely NOT to be open to the public)"


def exclusion_motion(items: Iterable[ItemNumber], paragraphs: Collection[int]) -> str:
    """For the agenda and to be moved; names the business and the description, as s.100A(4) and (5) ask."""
    return (
        f"That, under section 100A(4) of {ACT}, the public be excluded from the meeting for {_business(items)}, "
        "because it is likely that exempt information would otherwise be disclosed to them, as described in "
        f"{paragraphs_described(paragraphs)} of Part 1 of Schedule 12A to that Act, and because in all the "
        "circumstances the public interest in maintaining the exemption outweighs the public interest in disclosing "
        "the information."
    )


def exclusion_resolved(items: Iterable[ItemNumber], paragraphs: Collection[int]) -> str:
    """For the minute that the exclusion is."""
    motion = exclusion_motion(items, paragraphs)
    return f"It was RESOLVED t{motion[1:]}"


def exclusion_refused(items: Iterable[ItemNumber]) -> str:
    return (
        f"The motion to exclude the public from the meeting for {_business(items)} was lost. "
        "It was taken in public."
    )


def exempt_line(paragraphs: Collection[int], reason: str) -> str:
    """What the public reads under the title of an exempt item."""
    return f"Exempt under {paragraphs_named(paragraphs)} of Part 1 of Schedule 12A to {ACT}: {reason.strip()}"


def paragraphs_relied_on(line: str) -> list[int]:
    """Those that an `exempt_line` names, so that what was issued says the same whatever its item says since."""
    named, _, _ = line.partition(" of Part 1 of Schedule 12A")
    return [int(number) for number in re.findall(r"\d", named)]


def not_for_publication(paragraphs: Collection[int]) -> str:
    """The mark on a copy that is withheld: s.100B(5)."""
    if not paragraphs:
        return "Not for publication."
    return f"Not for publication: {paragraphs_described(paragraphs)} of Part 1 of Schedule 12A to {ACT}."


def public_readmitted(at: time) -> str:
    return f"The public were admitted to the meeting again at {clock(at)}."


def _business(items: Iterable[ItemNumber]) -> str:
    numbers = [str(number) for number in sorted(set(items))]
    if not numbers:
        raise ValueError("Say for which items the public is to be excluded.")
    return f"the business of {'item' if len(numbers) == 1 else 'items'} {joined(numbers)}"
