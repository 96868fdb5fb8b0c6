"""Work on files that could hurt the caller, in a process that can be stopped: see ``Nursery``."""

from .caller import Busy, Nursery, Silent
from .limits import Limits

__all__ = ["Busy", "Limits", "Nursery", "Silent"]
