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
# Ten years of a hundred figures a month are 12,000 rows. What is read is then checked by the web worker itself,
# which must go on answering others.
HISTORY = MONTHLY._replace(
    unpacked_bytes=100 * MEGABYTE,
    rows=20_000,
    cells=260_000,
    characters=8_000_000,
)
