"""What two people look at before a text about children goes on: a name, initials, an age, a place, a story.

Better held once too often: what is held is lost to nobody.
"""

import re
from collections.abc import Callable, Collection

from challenge_cards.held_names import any_of, has_name, is_word
from challenge_cards.known_words import ABBREVIATIONS, PHRASES
from challenge_cards.rules import Rule

SAINT = re.compile(r"\bSt\.? [A-Z][a-z]+(?:'s)?(?! (?:Road|Street|Avenue))\b")
INITIALS = re.compile(
    r"\b(?:[A-Z]\. ?){2,3}(?=\d)|"
    r"\b(?:[A-Z]\. ?){1,3}(?=[A-Z]\b|\s|,|$)|\b[A-Z]{2,3}\b|"
    r"\b(?:[Cc]hild|[Bb]oy|[Gg]irl|[Pp]upil|[Ss]ibling|[Yy]oung person|[Mm]iss|[Mm]r|[Mm]rs|[Mm]s) [A-Z]\b|"
    r"(?:^|[.!?]\s+)(?!I\b|A\b)[A-Z] (?:said|says|told|is|was|has|wants|asked|likes)\b"
)
TEENS = any_of("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
AGE = rf"(?:[1-9]|1\d|2[0-5]|{TEENS})"
BIRTHDAY = r"(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|ninth|tenth|eleventh|twelfth|twentieth|[a-z]+ieth)"
# "14 or over", "11 to 16" and "18-25" are bands, in which many stand
BAND_AFTER = rf"(?! ?(?:\+|to \d|-? ?\d|plus\b|(?:and|or) {any_of('over under above older younger')}))"
BAND_BEFORE = r"(?<!over )(?<!under )(?<!to )(?<!and )(?<!-)(?<!between )(?<!than )"
SOMEBODY_IS = any_of(
    "i_am i'm im he_is he's she_is she's who_is who's who_was we_are we're was turned i_turn just"
)
COUNTED = any_of(
    "of per % minutes hours days weeks months miles times people children young years?_(?!old) pounds places? members "
    "out cards? homes reviews meetings events staff social placements am\\b pm\\b"
)
ONE_AGE = re.compile(
    rf"\baged? {AGE}\b{BAND_AFTER}(?! (?:and|to) {AGE}\b)"
    rf"|{BAND_BEFORE}\b{AGE}[- ]?(?:years?|yrs?)[- ]old\b(?!s)"
    rf"|{BAND_BEFORE}\b{AGE} ?y\.?/?o\.?\b"
    rf"|\(\s*{AGE}\s*\)|[a-z], ?{AGE}, (?=[a-z])|\b(?:lad|boy|girl|child) of {AGE}\b"
    rf"|\b{SOMEBODY_IS} (?:only |just |nearly |about )?{AGE}\b{BAND_AFTER}(?! ?{COUNTED})"
    rf"|\bturning (?!eighteen|18|21|25){AGE}\b{BAND_AFTER}(?! ?{COUNTED})"
    rf"|\b{AGE} and a half(?=[.,;!?\n]|$| (?:and|but|so|now|when|years?[ -]old)\b)"
    rf"|\b(?:my|his|her) {BIRTHDAY} birthday\b|\b1\d ?f\b|\b1\d ?m (?:from|in|living)\b",
    re.IGNORECASE,
)
INITIALS_AND_AGE = re.compile(r"\b[A-Z]{2}1\d\b")
SCHOOLS = "School Academy College Primary Grammar High Nursery Infants? Juniors?"
HOMES = "House Lodge Cottage Hall Court Villa Manor [Cc]hildren's_[Hh]ome care_home [Uu]nit"
STREETS = (
    "Road Rd Street Avenue Ave Lane Close Drive Crescent Terrace Gardens Grove Way Hill Place Square Mews"
)
PLACE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'-]*|St\.)(?: (?:[A-Z][\w'-]*|of|the|and|St\.)){0,8}) "
    rf"{any_of(f'{SCHOOLS} {HOMES} {STREETS}')}\b"
)
# In small letters no more than the word before tells one school from any school: "oakwood park grammar school"
SMALL_SCHOOL = re.compile(
    r"\b(?P<name>[a-z][a-z'-]+) (?:grammar|primary|high|secondary|junior|infants?|nursery) (?:school|academy)\b",
    re.IGNORECASE,
)
SMALL_ACADEMY = re.compile(r"\b(?P<name>[a-z][a-z'-]+) (?:academy|school|college)\b", re.IGNORECASE)
BEFORE_ANY_SCHOOL = any_of(
    "a an the my our your his her their this that these those any every each some all most both many no another one "
    "two three new old local near nearest good bad big small first last next whole state private special mixed single "
    "sex boys'? girls'? in at to of for from into near and or like than after before during since until through "
    "between outside leave left start started starting attend join joined change changed changing finish finished is "
    "are was were has have had when if which what whose about with without on by"
)
# What stands before such a word when no one place is meant: "Virtual School", "Every Children's Home"
NO_PLACE = re.compile(
    any_of(
        "Virtual My Our The Your Primary Secondary Special High Foster Children'?s? Care Local County Every Any New "
        "Open Full Good Half After Before In At No Town City Safe Supported Residential Crown Family Youth Sessions "
        "Music Sports?"
    )
)
ROAD = any_of("road rd street st avenue ave lane close drive way terrace")
STREET_NUMBER = re.compile(
    rf"\b\d{{1,3}}[a-z]? (?:[A-Z][\w'-]*|the)(?: [A-Z][\w'-]*)* {ROAD}\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|im|me|my|mine|myself)\b", re.IGNORECASE)
DONE_TO = any_of(
    "taken removed placed moved sent put hit hurt abused bullied excluded arrested adopted kicked left split "
    "trafficked beaten raped neglected"
)
KIN = any_of(
    "mum mother dad father brothers? sisters? carers? parents? family nan uncle social_worker placement baby twin "
    "girlfriend boyfriend reviewing_officer iro pa"
)
OWN = any_of(
    "health depression anxiety autism adhd disability religion asylum passport court contact hearing"
)
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
NATIONALITY = any_of(
    "eritrean afghan albanian vietnamese sudanese iranian iraqi syrian ethiopian somali kurdish ukrainian romanian "
    "polish slovak czech nigerian chinese turkish egyptian gambian chadian kuwaiti irish_traveller roma gypsy traveller"
)
DISABILITY = any_of(
    "wheelchair deaf blind cerebral_palsy down'?s_syndrome autis\\w+ adhd epilep\\w+ diabet\\w+ learning_disabilit\\w+ "
    "disabled sickle_cell cystic_fibrosis"
)
TOWN = any_of(
    "ashford canterbury dartford dover folkestone gravesend maidstone sevenoaks sheerness sittingbourne thanet margate "
    "ramsgate tonbridge tunbridge_wells swanley faversham herne_bay whitstable deal hythe snodland swale shepway"
)
ONE_PERSON = re.compile(
    r"\b(?:one|the only|only one) (?:\w+ )?(?:boy|girl|lad|child|kid|teenager|young person|pupil|student)\b"
    rf"(?! (?:in|out of) {SEVERAL}\b)",
    re.IGNORECASE,
)
ONE_IN_A_YEAR = r"\b(?:he|she|i) (?:is|am) in year \d{1,2}\b|\b(?:he|she|i)'?[sm] in year \d{1,2}\b"
RARE_TOGETHER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{NATIONALITY}\b",
        rf"\b(?:teenage|toddler|baby)|{ONE_IN_A_YEAR}|{ONE_AGE.pattern}",
        ONE_PERSON.pattern,
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


def _has_initials(text: str) -> bool:
    if text.isupper() and re.search("[A-Z]{4}", text):  # it shouts
        return False
    return any(found[0].strip() not in ABBREVIATIONS for found in INITIALS.finditer(text))


def _has_place(text: str) -> bool:
    named = any(not NO_PLACE.fullmatch(found["name"].split()[-1]) for found in PLACE.finditer(text))
    named |= any(
        not re.fullmatch(BEFORE_ANY_SCHOOL, found["name"], re.I) for found in SMALL_SCHOOL.finditer(text)
    )
    named |= any(not is_word(found["name"].lower()) for found in SMALL_ACADEMY.finditer(text))
    return named or SAINT.search(text) is not None or STREET_NUMBER.search(text) is not None


def _has_story(text: str) -> bool:
    is_of_one = FIRST_PERSON.search(text) or ONE_PERSON.search(text)
    return is_of_one is not None and PARTICULARS.search(text) is not None


def _is_rare(text: str) -> bool:
    together = sum(pattern.search(text) is not None for pattern in RARE_TOGETHER)
    return together > 1 or SIBLINGS.search(text) is not None


CHECKS: tuple[tuple[Rule, Callable[[str], bool]], ...] = (
    (Rule.NAME, has_name),
    (Rule.INITIALS, _has_initials),
    (Rule.AGE, lambda text: bool(ONE_AGE.search(text) or INITIALS_AND_AGE.search(text))),
    (Rule.PLACE, _has_place),
    (Rule.STORY, _has_story),
    (Rule.RARE, _is_rare),
    (Rule.LANGUAGE, lambda text: any(one.isalpha() and not one.isascii() for one in text)),
)
