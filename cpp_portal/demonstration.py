"""What ``manage.py demo`` loads, in order. Each part looks what is there already and adds only what is missing."""

from collections.abc import Callable

Say = Callable[[str], None]
PARTS: tuple[Callable[[Say], None], ...] = ()


def load(say: Say) -> None:
    for part in PARTS:
        part(say)
