"""Whether somebody is named in a text: by a word that is nothing known, by what people are called, by a title."""

import re
from collections.abc import Iterator
from functools import cache

from gender_guesser.detector import Detector

from challenge_cards.dictionary import is_in_dictionary
from challenge_cards.known_words import ALSO_NAMES, COMMON_NAMES, KNOWN, ORDINARY
from challenge_cards.plain_text import plain

WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
SENTENCE = re.compile(r"[^.!?\n]+")


def any_of(words: str) -> str:
    """Alternatives of a pattern, from words and pieces of pattern between spaces; "_" stands for a space."""
    return f"(?:{'|'.join(words.split()).replace('_', ' ')})"


RELATION = any_of(
    "friend mate brother sister cousin mum mother dad father nan gran grandad uncle auntie aunt foster_carer carer "
    "social_worker worker teacher boyfriend girlfriend son daughter baby roommate housemate pa personal_adviser"
)
NAMED = re.compile(
    rf"\b(?:(?:my|his|her|our|their|a) (?:\w+ )?{RELATION},? (?:is )?(?:called |named )?|"
    rf"(?:called|named|name is|name's|i am|i'm|im|this is|love from|from) )(?P<name>[a-z][a-z'-]+)\b",
    re.IGNORECASE,
)
DOES = any_of(
    "said says told tells thinks thought asked asks wants wanted likes liked has had was lives lived moved came went "
    "gets got never always is_(?:my|our|his|her|a|in|at) and_(?:i|me|my|we|us)"
)
MODAL = any_of("should could can cannot can't will won't would needs")
OWNED = any_of(
    "social_worker worker carers? mum mother dad father brothers? sisters? nan gran placement school bags? things "
    "room phone laptop review adviser pa friends? house home idea birthday"
)
# A name in small letters, or in a text that shouts: only where somebody does or owns something
SMALL_NAMED = re.compile(
    rf"\b(?P<name>[a-z][a-z-]{{2,}})(?:'s (?:\w+ )?{OWNED}|,? (?:{DOES}|{MODAL}))\b", re.IGNORECASE
)
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Cllr|Auntie?|Uncle|Nan|Nanny)\.? [A-Z][\w'-]*")
# In small letters "miss" is also what one does: "we miss our friends"
SMALL_TITLED = re.compile(
    rf"\b(?:mr|mrs|ms|dr)\.? [a-z][\w'-]+|(?<!the )(?<!we )(?<!i )(?<!they )\bmiss [a-z-]+ {DOES}\b",
    re.IGNORECASE,
)
MISSED = re.compile(r"\bmiss (?P<name>[a-z-]{2,})", re.IGNORECASE)
ASKED = re.compile(r"\b(?:ask|asked|tell|told) (?P<name>[a-z]{3,})", re.IGNORECASE)
WITH = re.compile(
    rf"\b{any_of('thank meet met ring rang visit visited see saw with and')} (?P<name>[a-z]{{3,}})",
    re.IGNORECASE,
)


def has_name(text: str) -> bool:
    return (
        TITLED.search(text) is not None
        or SMALL_TITLED.search(text) is not None
        or any(not is_word(found["name"].lower()) for found in MISSED.finditer(text))
        or any(not is_word(found["name"].lower()) for found in ASKED.finditer(text))
        or any(_is_stranger(found["name"].lower()) for found in WITH.finditer(text))
        or any(_is_name(found["name"]) for found in NAMED.finditer(text))
        or any(_is_small_name(found["name"].lower()) for found in SMALL_NAMED.finditer(text))
        or any(part in COMMON_NAMES for word in WORD.findall(text) for part in _parts(word))
        or any(True for _ in _capitalised_strangers(text))
    )


def _parts(word: str) -> list[str]:
    """In small letters, bare of what WORD takes in: "leah-mae's'" is leah and mae."""
    return [part.strip("'").removesuffix("'s") for part in word.lower().split("-")]


def _capitalised_strangers(text: str) -> Iterator[str]:
    """Words with a capital that are nothing known; at the head of a sentence, nothing ordinary either."""
    for sentence in SENTENCE.finditer(text):
        for place, word in enumerate(WORD.findall(sentence[0])):
            bare = word.removesuffix("'s").rstrip("'")
            if len(bare) < 2 or not bare[0].isupper() or bare.isupper():
                continue
            if word != bare and word.lower() in KNOWN:  # "McDonald's"
                continue
            if bare.lower() not in KNOWN if place else _is_name_at_head(bare, sentence[0]):
                yield bare


def _is_name_at_head(word: str, sentence: str) -> bool:
    if word.lower() in ALSO_NAMES:
        return re.match(rf"\W*{word} (?:{DOES}|cannot|can't|won't)\b", sentence, re.IGNORECASE) is not None
    return not all(is_word(part) for part in word.lower().split("-"))


def is_word(small: str) -> bool:
    return small in KNOWN or small in ALSO_NAMES or _is_ordinary(small)


def _is_ordinary(small: str) -> bool:
    if small in ORDINARY:
        return True
    return small not in first_names() and small not in COMMON_NAMES and is_in_dictionary(small)


def _is_stranger(small: str) -> bool:
    return _is_small_name(small) and not _is_ordinary(small)


def _is_small_name(word: str) -> bool:
    return _is_name(word) and word not in ALSO_NAMES


def _is_name(word: str) -> bool:
    return word.lower() in first_names() and word.lower() not in KNOWN


def is_called_like_somebody(name: str) -> bool:
    """Whether any word of it is a first name, at whatever place."""
    return any(_is_small_name(word.lower().removesuffix("'s")) for word in WORD.findall(plain(name)))


@cache
def first_names() -> frozenset[str]:
    """Some 48,000 first names of many countries, in small letters."""
    names = Detector(case_sensitive=False).names
    return frozenset(name if name.isascii() else plain(name).lower() for name in names)
