"""One thing that the first page tells a reader; each app has its own, and the home page puts them together."""

from typing import NamedTuple


class News(NamedTuple):
    """A sentence, and where it leads: ``link`` is what is written on the link to ``href``."""

    sentence: str
    href: str
    link: str
