"""Letters and roman numerals that count: a, b ... z, aa, ab; i, ii, iii, iv."""

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def letter(place: int) -> str:
    """1 is "a", 26 "z", 27 "aa"; 0 is no letter."""
    if place < 0:
        raise ValueError("A place in the alphabet is 0 or more.")
    word = ""
    while place:
        place, left = divmod(place - 1, len(ALPHABET))
        word = ALPHABET[left] + word
    return word


def letter_place(word: str) -> int:
    place = 0
    for one in word:
        if one not in ALPHABET:
            raise ValueError(f"“{word}” is not made of the letters a to z.")
        place = place * len(ALPHABET) + ALPHABET.index(one) + 1
    return place


def roman(number: int) -> str:
    if not 1 <= number < 4000:
        raise ValueError("Roman numerals go from 1 to 3999.")
    word = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        word += sign * times
    return word
