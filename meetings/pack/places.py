"""Where a stamp goes on a page of any size, turned any way.

A page is seen through its crop box, turned clockwise by /Rotate, in units of /UserUnit. "Seen" coordinates are points
from the bottom left corner as a reader sees the page. A matrix is PDF's (a, b, c, d, e, f).
"""

from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
SIZE = 10.0  # of the letters, in points on A4
EDGE = 12.0  # printers leave 4 mm of every edge white
GAP = 4.0
BAND = EDGE + SIZE + GAP
LEADING = 1.05
SMALLEST = 0.9  # a page is never shrunk below this
A4_WIDTH = 595.0


@dataclass(frozen=True, slots=True)
class Seen:
    """``unit`` is how large the stamps are, beside those on A4."""

    width: float
    height: float
    to_user: Matrix
    unit: float


def seen(box: tuple[float, float, float, float], rotate: int, user_unit: float) -> Seen:
    left, bottom, right, top = box
    k = 1 / user_unit
    across, up = (right - left) * user_unit, (top - bottom) * user_unit
    turned = {
        0: (k, 0.0, 0.0, k, left, bottom),
        90: (0.0, k, -k, 0.0, right, bottom),
        180: (-k, 0.0, 0.0, -k, right, top),
        270: (0.0, -k, k, 0.0, left, top),
    }[rotate]
    width, height = (up, across) if rotate in (90, 270) else (across, up)
    return Seen(width, height, turned, _unit(width, height))


def _unit(width: float, height: float) -> float:
    """Larger on A3, which many print on A4; small enough on a slip that both bands take a tenth of it."""
    wanted = max(1.0, min(width, height) / A4_WIDTH)
    return min(wanted, height * (1 - SMALLEST) / (2 * BAND), width / (A4_WIDTH / 2))


def shrunk(page: Seen) -> Matrix:
    """In user space: makes room for a band above and below, in which nothing else stands."""
    band = BAND * page.unit
    factor = 1 - 2 * band / page.height
    inner = (factor, 0.0, 0.0, factor, page.width * (1 - factor) / 2, band)
    return product(product(inverse(page.to_user), inner), page.to_user)


def centred_at_foot(page: Seen, width: float) -> tuple[float, float]:
    """Where words of this width begin, in seen coordinates."""
    return (page.width - width) / 2, EDGE * page.unit + 0.2 * SIZE * page.unit


def at_top_right(page: Seen, width: float) -> tuple[float, float]:
    return page.width - 2 * EDGE * page.unit - width, page.height - (EDGE + 0.8 * SIZE) * page.unit


def beside_top_right(page: Seen, width: float) -> tuple[float, float]:
    """How wide and how high words may be to the left of a mark of this width, in the band above the page."""
    edges = 4 * EDGE * page.unit
    return page.width - edges - (width + 2 * GAP * page.unit if width else 0), (SIZE + GAP - 1) * page.unit


def at_top_left(page: Seen, row: int, size: float) -> tuple[float, float]:
    """``row`` from 0; lines stand close."""
    return 2 * EDGE * page.unit, page.height - EDGE * page.unit - (0.8 + row * LEADING) * size


def product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_box(matrix: Matrix, box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """Matrices here turn by whole quarters only, so that a box stays a box."""
    left, bottom = moved(matrix, box[0], box[1])
    right, top = moved(matrix, box[2], box[3])
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
