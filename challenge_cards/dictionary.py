"""Whether a word is ordinary English: nobody is meant where a sentence begins with it. From a dictionary."""

from collections.abc import Iterator
from functools import cache

from english_words import get_english_words_set

# What may be taken from the end of a word, and what stands in its place in the dictionary
ENDINGS = {
    "ies": ("y",),
    "es": ("", "e"),
    "s": ("",),
    "ied": ("y",),
    "ed": ("", "e"),
    "ing": ("", "e"),
    "ier": ("y",),
    "er": ("", "e"),
    "iest": ("y",),
    "est": ("", "e"),
    "ly": ("", "le"),
}
SHORTEST = 3  # letters that stay


def is_in_dictionary(small: str) -> bool:
    """In small letters: the word itself or what it is a form of, "hopping" of "hop"."""
    return not _headwords().isdisjoint(_forms(small))


def _forms(small: str) -> Iterator[str]:
    yield small
    for ending, instead in ENDINGS.items():
        stem = small.removesuffix(ending)
        if stem != small and len(stem) >= SHORTEST:
            yield from (stem + letters for letters in instead)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _headwords() -> frozenset[str]:
    """Some 210,000 in small letters. What the dictionary writes with a capital is a name."""
    found = get_english_words_set(["web2"], alpha=True)
    return frozenset(word for word in found if word.islower())
