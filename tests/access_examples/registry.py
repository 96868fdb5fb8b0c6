"""How to make the arguments of an address."""

from collections.abc import Callable

Example = Callable[[], dict]
EXAMPLES: dict[str, Example] = {}


def example(*names: str) -> Callable[[Example], Example]:
    """Says how to make the arguments of these addresses. The objects are made once for a walk."""

    def register(make: Example) -> Example:
        EXAMPLES.update(dict.fromkeys(names, make))
        return make

    return register
