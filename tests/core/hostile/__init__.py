"""Hostile and broken files, each wrong in one way, with what is said about it."""

from collections.abc import Callable
from typing import NamedTuple


class Hostile(NamedTuple):
    name: str
    make: Callable[[], bytes]
    code: str
    words: str  # part of the sentence
    filename: str = "figures.xlsx"
