"""What can be seen in the words of minutes: who speaks, what is promised, whom they name."""

import re
from collections.abc import Collection, Iterator

from people.print_names import folded

SPOKE = (
    "added|advised|announced|answered|apologised|asked|briefed|commented|confirmed|emphasised|explained|expressed|"
    "gave|highlighted|informed|introduced|outlined|presented|proposed|raised|reassured|replied|reported|responded|"
    "said|set out|spoke|stated|stressed|suggested|summarised|thanked|told|undertook|updated|welcomed"
)
TITLES = r"Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Lady|Cllr|Professor|Rev"
WORD = r"[A-Z][\w’'-]+"
# Between a name and its verb: nothing, "then", or what somebody is, between commas
GOES_ON = rf"(?:,[^.;:]{{0,200}}?,|,)?\s+(?:then |also )?(?:{SPOKE})\b"
BY_TITLE = re.compile(rf"\b(?P<name>(?:{TITLES})\.? (?:[A-Z] ){{0,3}}{WORD})(?={GOES_ON})")
BY_POST = re.compile(rf"\b(?P<name>{WORD} {WORD}),[^.;:]{{3,200}}?,\s+(?:then |also )?(?:{SPOKE})\b")
# Two capitalised words with a post behind them that are no person
NO_NAME = re.compile(
    r"\b(?:Academy|Board|Cabinet|Chairman|Children|Council|Committee|County|Department|Director|Education|Forum|"
    r"Government|Head|Member|Officer|Panel|People|Police|School|Service|Services|Team|Trust|Worker|Young)\b"
)
PROMISES = re.compile(
    "undertook|would be reported|will be reported|be reported to|be invited|would be brought"
)


def speakers(text: str) -> list[str]:
    """Who speaks, as named there: "Mr Doran", "Sarah Skinner". Each once, in the order of the text."""
    found = [*BY_TITLE.finditer(text), *BY_POST.finditer(text)]
    names = [
        one["name"] for one in sorted(found, key=lambda one: one.start()) if not NO_NAME.search(one["name"])
    ]
    return list(dict.fromkeys(names))


def is_named(name: str, full: str, short: str) -> bool:
    """Whether "Mrs A Skinner", "Mrs Skinner" or "Sarah Skinner" is this person."""
    said = folded(name).split()
    return said == folded(full).split() or [said[0], said[-1]] == folded(short).split()


def promises(text: str) -> Iterator[str]:
    """Phrases that promise something, each once."""
    plain = " ".join(text.split()).casefold()
    yield from dict.fromkeys(PROMISES.findall(plain))


def names_in(text: str, names: Collection[str]) -> list[str]:
    """Those of the names that stand in the text as whole words, whatever the case, accents or apostrophes."""
    words = _only_words(text)
    return [name for name in names if _only_words(name) in words]


def _only_words(text: str) -> str:
    """With a space at each end, so that no part of a word is found."""
    return f" {' '.join(re.findall('[a-z0-9]+', folded(text)))} "
