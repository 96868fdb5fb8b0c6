"""Marks in front of the paragraphs of a minute, and how a list of points ends."""

import re
from collections.abc import Sequence

from django.db.models import TextChoices

from meetings.letters import letter, roman

# What the clerk may have typed at the end of a point, which would stand twice
TYPED_ENDING = re.compile(r"(?:[;,]\s*and|[.;,\s])+$")


class MarkStyle(TextChoices):
    OPEN = "open", "1. a) i."
    BRACKETED = "bracketed", "(1) (a) (i)"


PARAGRAPH, POINT, SUB_POINT = range(3)


def mark(level: int, place: int, style: MarkStyle = MarkStyle.OPEN) -> str:
    """ "1.", "a)" and "i." down the levels, or "(1)", "(a)" and "(i)"; ``place`` counts from 1."""
    sign = counting_sign(level, place)
    if style == MarkStyle.BRACKETED:
        return f"({sign})"
    return f"{sign})" if level == POINT else f"{sign}."


def counting_sign(level: int, place: int) -> str:
    """The bare sign, as references have it: "3", "b", "ii"."""
    if place < 1:
        raise ValueError("Paragraphs are counted from 1.")
    return str(place) if level == PARAGRAPH else letter(place) if level == POINT else roman(place)


def paragraph_marks(number: int, style: MarkStyle = MarkStyle.OPEN) -> list[str]:
    """A minute of one paragraph carries no mark."""
    return [""] if number == 1 else [mark(PARAGRAPH, place, style) for place in range(1, number + 1)]


def ended(points: Sequence[str]) -> list[str]:
    """Semicolons between points, "; and" before the last, a full stop after it."""
    bare = [TYPED_ENDING.sub("", point.strip()) for point in points]
    endings = [";"] * (len(bare) - 2) + ["; and"] * (len(bare) > 1) + ["."] * bool(bare)
    return [f"{point}{ending}" for point, ending in zip(bare, endings, strict=True)]
