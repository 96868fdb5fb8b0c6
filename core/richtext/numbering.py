"""The number of a point as it is printed: 1. then a) then i."""

LETTERS = 26
ROMAN = (
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def number_in(kind: str, number: int) -> str:
    """``number_in("a", 27)`` is "aa", ``number_in("i", 4)`` is "iv"."""
    if kind == "a":
        return _letters(number)
    return _roman(number) if kind == "i" else str(number)


def printed(kind: str, number: int) -> str:
    """With its mark, as before the words of the point."""
    return f"{number_in(kind, number)}{')' if kind == 'a' else '.'}"


def _letters(number: int) -> str:
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, LETTERS)
        found = chr(ord("a") + rest) + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found
