"""What the walks over every address need to know beside the table in core/access.py: one file for each room.

A room that adds a view with arguments registers an example of them in its file; one that opens a view to everybody,
or to everybody signed in, names it there as ``PUBLIC`` or ``SIGNED_IN``. A new file is found by itself.
The walk fails for an address it cannot call.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.access_examples.registry import EXAMPLES

_ROOMS = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

# Open to everybody, signed in or not.
PUBLIC = set().union(*(getattr(room, "PUBLIC", ()) for room in _ROOMS))

# Open to everybody who is signed in, whatever their roles: what concerns nobody but themselves, and pages that
# show each reader what they may know.
SIGNED_IN = set().union(*(getattr(room, "SIGNED_IN", ()) for room in _ROOMS))

__all__ = ["EXAMPLES", "PUBLIC", "SIGNED_IN"]
