"""What two people look at before a text about children goes on: a name, initials, an age, a place, a story.

Better held once too often: what is held is lost to nobody.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

from gender_guesser.detector import Detector

from challenge_cards.known_words import ABBREVIATIONS, ALSO_NAMES, COMMON_NAMES, KNOWN, PHRASES
from challenge_cards.plain_text import plain
from challenge_cards.rules import Rule

WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
SENTENCE = re.compile(r"[^.!?\n]+")


def _any(words: str) -> str:
    """Alternatives of a pattern, from words and pieces of pattern between spaces; "_" stands for a space."""
    return f"(?:{'|'.join(words.split()).replace('_', ' ')})"


RELATION = _any(
    "friend mate brother sister cousin mum mother dad father nan gran grandad uncle auntie aunt foster_carer carer "
    "social_worker worker teacher boyfriend girlfriend son daughter baby roommate housemate pa personal_adviser"
)
NAMED = re.compile(
    rf"\b(?:(?:my|his|her|our|their|a) (?:\w+ )?{RELATION},? (?:is )?(?:called |named )?|"
    rf"(?:called|named|name is|name's|i am|i'm|im|this is|love from|from) )(?P<name>[a-z][a-z'-]+)\b",
    re.IGNORECASE,
)
DOES = _any(
    "said says told tells thinks thought asked asks wants wanted likes liked has had was lives lived moved came went "
    "gets got never always is_(?:my|our|his|her|a|in|at) and_(?:i|me|my|we|us)"
)
MODAL = _any("should could can cannot can't will won't would needs")
OWNED = _any(
    "social_worker worker carers? mum mother dad father brothers? sisters? nan gran placement school bags? things "
    "room phone laptop review adviser pa friends? house home idea birthday"
)
# A name in small letters, or in a text that shouts: only where somebody does or owns something
SMALL_NAMED = re.compile(
    rf"\b(?P<name>[a-z][a-z-]{{2,}})(?:'s (?:\w+ )?{OWNED}|,? (?:{DOES}|{MODAL}))\b", re.IGNORECASE
)
SAINT = re.compile(r"\bSt\.? [A-Z][a-z]+(?:'s)?(?! (?:Road|Street|Avenue))\b")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Cllr|Auntie?|Uncle|Nan|Nanny)\.? [A-Z][\w'-]*")
INITIALS = re.compile(
    r"\b(?:[A-Z]\. ?){1,3}(?=[A-Z]\b|\s|,|$)|\b[A-Z]{2,3}\b|"
    r"\b(?:[Cc]hild|[Bb]oy|[Gg]irl|[Pp]upil|[Ss]ibling|[Yy]oung person|[Mm]iss|[Mm]r|[Mm]rs|[Mm]s) [A-Z]\b|"
    r"(?:^|[.!?]\s+)(?!I\b|A\b)[A-Z] (?:said|says|told|is|was|has|wants|asked|likes)\b"
)
TEENS = _any("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
AGE = rf"(?:[1-9]|1\d|2[0-5]|{TEENS})"
# "14 or over", "11 to 16" and "18-25" are bands, in which many stand
BAND_AFTER = rf"(?! ?(?:\+|to \d|-? ?\d|plus\b|(?:and|or) {_any('over under above older younger')}))"
BAND_BEFORE = r"(?<!over )(?<!under )(?<!to )(?<!and )(?<!-)(?<!between )(?<!than )"
SOMEBODY_IS = _any(
    "i_am i'm im he_is he's she_is she's who_is who's who_was we_are we're was turned i_turn just"
)
COUNTED = _any(
    "of per % minutes hours days weeks months miles times people children young years?_(?!old) pounds places? members "
    "out cards? homes reviews meetings events staff social placements am\\b pm\\b"
)
ONE_AGE = re.compile(
    rf"\baged? {AGE}\b{BAND_AFTER}(?! (?:and|to) {AGE}\b)"
    rf"|{BAND_BEFORE}\b{AGE}[- ]?(?:years?|yrs?)[- ]old\b(?!s)"
    rf"|{BAND_BEFORE}\b{AGE} ?y\.?/?o\.?\b"
    rf"|\(\s*{AGE}\s*\)|[a-z], ?{AGE}, (?=[a-z])|\b(?:lad|boy|girl|child) of {AGE}\b"
    rf"|\b{SOMEBODY_IS} (?:only |just |nearly |about )?{AGE}\b{BAND_AFTER}(?! ?{COUNTED})",
    re.IGNORECASE,
)
SCHOOLS = "School Academy College Primary Grammar High Nursery Infants? Juniors?"
HOMES = "House Lodge Cottage Hall Court Villa Manor [Cc]hildren's_[Hh]ome care_home [Uu]nit"
STREETS = (
    "Road Rd Street Avenue Ave Lane Close Drive Crescent Terrace Gardens Grove Way Hill Place Square Mews"
)
PLACE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'-]*|St\.)(?: (?:[A-Z][\w'-]*|of|the|and|St\.)){0,8}) "
    rf"{_any(f'{SCHOOLS} {HOMES} {STREETS}')}\b"
)
# What stands before such a word when no one place is meant: "Virtual School", "Every Children's Home"
NO_PLACE = re.compile(
    _any(
        "Virtual My Our The Your Primary Secondary Special High Foster Children'?s? Care Local County Every Any New "
        "Open Full Good Half After Before In At No Town City Safe Supported Residential Crown Family Youth Sessions "
        "Music Sports?"
    )
)
ROAD = _any("road rd street st avenue ave lane close drive way terrace")
STREET_NUMBER = re.compile(
    rf"\b\d{{1,3}}[a-z]? (?:[A-Z][\w'-]*|the)(?: [A-Z][\w'-]*)* {ROAD}\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|im|me|my|mine|myself)\b", re.IGNORECASE)
DONE_TO = _any(
    "taken removed placed moved sent put hit hurt abused bullied excluded arrested adopted kicked left split "
    "trafficked beaten raped neglected"
)
KIN = _any(
    "mum mother dad father brothers? sisters? carers? parents? family nan uncle social_worker placement baby twin "
    "girlfriend boyfriend reviewing_officer iro pa"
)
OWN = _any("health depression anxiety autism adhd disability religion asylum passport court contact hearing")
SEVERAL = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
PARTICULARS = re.compile(
    rf"\b(?:(?:was|been|got|were) (?:\w+ )?{DONE_TO}|(?:took|moved|put|placed|sent|split|hit|hurt|left) (?:me|us)|"
    rf"(?:taken|came|went) into care|ran away|self[- ]?harm\w*|"
    rf"(?:hurt|harm|cut|kill|starv)(?:s|e|ed|ing|ting)? myself|suicid\w+|overdose\w*|tried to kill|pregnant|prison|"
    rf"jail|drinks?|drugs?|died|death|passed away|(?:my|real|birth|step|foster)[- ](?:\w+ )?{KIN}|last placement|"
    rf"in {SEVERAL} (?:different )?(?:homes|houses|placements|schools)|\d+ placements|"
    rf"my (?:\w+ )?{OWN}|i have (?:\w+ )?(?:depression|anxiety|autism|adhd))\b",
    re.IGNORECASE,
)
NATIONALITY = _any(
    "eritrean afghan albanian vietnamese sudanese iranian iraqi syrian ethiopian somali kurdish ukrainian romanian "
    "polish slovak czech nigerian chinese turkish egyptian gambian chadian kuwaiti irish_traveller roma gypsy traveller"
)
DISABILITY = _any(
    "wheelchair deaf blind cerebral_palsy down'?s_syndrome autis\\w+ adhd epilep\\w+ diabet\\w+ learning_disabilit\\w+ "
    "disabled sickle_cell cystic_fibrosis"
)
TOWN = _any(
    "ashford canterbury dartford dover folkestone gravesend maidstone sevenoaks sheerness sittingbourne thanet margate "
    "ramsgate tonbridge tunbridge_wells swanley faversham herne_bay whitstable deal hythe snodland swale shepway"
)
RARE_TOGETHER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{NATIONALITY}\b",
        rf"\b(?:teenage|toddler|baby)|{ONE_AGE.pattern}",
        rf"\b{DISABILITY}\b",
        rf"\b{TOWN}\b",
    )
)
SIBLINGS = re.compile(
    rf"\b(?:sibling group|siblings? of {SEVERAL}|twins?|triplets?|{SEVERAL} (?:brothers|sisters|siblings))\b",
    re.IGNORECASE,
)


def holds(text: str, allowed: Collection[str]) -> list[Rule]:
    """``allowed``: names of groups, projects and posts that may stand, whatever their case."""
    rest = _without(text, allowed)
    return [rule for rule, found in CHECKS if found(rest)]


def _without(text: str, allowed: Collection[str]) -> str:
    """The text with what is allowed taken out; the longest name first, so that no part of one stays behind."""
    for name in sorted((*allowed, *PHRASES), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "it", text, flags=re.IGNORECASE)
    return text


def _has_name(text: str) -> bool:
    return (
        TITLED.search(text) is not None
        or any(_is_name(found["name"]) for found in NAMED.finditer(text))
        or any(_is_small_name(found["name"].lower()) for found in SMALL_NAMED.finditer(text))
        or any(part in COMMON_NAMES for word in WORD.findall(text) for part in _parts(word))
        or any(True for _ in _capitalised_strangers(text))
    )


def _parts(word: str) -> list[str]:
    """In small letters, bare of what WORD takes in: "leah-mae's'" is leah and mae."""
    return [part.strip("'").removesuffix("'s") for part in word.lower().split("-")]


def _capitalised_strangers(text: str) -> Iterator[str]:
    """Words with a capital that are nothing known; at the head of a sentence only such as people are called."""
    for sentence in SENTENCE.finditer(text):
        for place, word in enumerate(WORD.findall(sentence[0])):
            bare = word.removesuffix("'s").rstrip("'")
            if len(bare) < 2 or not bare[0].isupper() or bare.isupper():
                continue
            if bare.lower() not in KNOWN if place else _is_name_at_head(bare, sentence[0]):
                yield bare


def _is_name_at_head(word: str, sentence: str) -> bool:
    if word.lower() in ALSO_NAMES:
        return re.match(rf"\W*{word} {DOES}\b", sentence, re.IGNORECASE) is not None
    return _is_name(word)


def _is_small_name(word: str) -> bool:
    return _is_name(word) and word not in ALSO_NAMES


def _is_name(word: str) -> bool:
    return word.lower() in first_names() and word.lower() not in KNOWN


def is_called_like_somebody(name: str) -> bool:
    """Whether any word of it is a first name, at whatever place."""
    return any(_is_small_name(word.lower().removesuffix("'s")) for word in WORD.findall(plain(name)))


def _has_initials(text: str) -> bool:
    if text.isupper():
        return False
    return any(found[0].strip() not in ABBREVIATIONS for found in INITIALS.finditer(text))


def _has_place(text: str) -> bool:
    named = any(not NO_PLACE.fullmatch(found["name"].split()[-1]) for found in PLACE.finditer(text))
    return named or SAINT.search(text) is not None or STREET_NUMBER.search(text) is not None


def _has_story(text: str) -> bool:
    return FIRST_PERSON.search(text) is not None and PARTICULARS.search(text) is not None


def _is_rare(text: str) -> bool:
    together = sum(pattern.search(text) is not None for pattern in RARE_TOGETHER)
    return together > 1 or SIBLINGS.search(text) is not None


@cache
def first_names() -> frozenset[str]:
    """Some 48,000 first names of many countries, in small letters."""
    names = Detector(case_sensitive=False).names
    return frozenset(name if name.isascii() else plain(name).lower() for name in names)


CHECKS: tuple[tuple[Rule, Callable[[str], bool]], ...] = (
    (Rule.NAME, _has_name),
    (Rule.INITIALS, _has_initials),
    (Rule.AGE, lambda text: ONE_AGE.search(text) is not None),
    (Rule.PLACE, _has_place),
    (Rule.STORY, _has_story),
    (Rule.RARE, _is_rare),
)
