"""What one upload may hold and what reading it may cost."""

from typing import NamedTuple

MEGABYTE = 1024 * 1024


class Limits(NamedTuple):
    """The kernel keeps the child to the last three; the reader counts the rest while it reads."""

    file_bytes: int = 10 * MEGABYTE
    unpacked_bytes: int = 50 * MEGABYTE
    entries: int = 200  # parts inside the zip file
    ratio: int = 100  # unpacked to packed size, of any one part
    sheets: int = 30
    rows: int = 5_000
    columns: int = 60
    cells: int = 100_000  # of all sheets together; 5,000 rows of 20
    characters: int = 2_000_000  # of the text of all cells together
    memory_bytes: int = 512 * MEGABYTE
    cpu_seconds: int = 10
    wall_seconds: int = 10


MONTHLY = Limits()
HISTORY = MONTHLY._replace(
    file_bytes=20 * MEGABYTE,
    unpacked_bytes=200 * MEGABYTE,
    rows=60_000,
    cells=1_200_000,
    characters=20_000_000,
    wall_seconds=20,
)
