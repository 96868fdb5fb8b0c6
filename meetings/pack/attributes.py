"""What a tag says beside its kind: descriptions, boxes, what a table head heads."""

import pikepdf
from pikepdf import Array, Dictionary

from meetings.pack.places import Matrix, moved_box


class Untidy(Exception):
    """The tags contradict themselves, so that no reader could use them."""


def is_said(element: pikepdf.Object) -> bool:
    return any(str(element.get(key, "")).strip() for key in ("/Alt", "/ActualText"))


def table_attributes(element: pikepdf.Object) -> set[str]:
    held = element.get("/A", Array())
    several = held if isinstance(held, Array) else [held]
    return {key for one in several if isinstance(one, Dictionary) for key in one.keys()}  # noqa: SIM118


def moved_sides(box: object, matrix: Matrix) -> Array:
    try:
        sides = tuple(float(side) for side in box)  # type: ignore[attr-defined]
        return Array([round(side, 2) for side in moved_box(matrix, sides)])
    except (TypeError, ValueError, IndexError):
        raise Untidy from None
