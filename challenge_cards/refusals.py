"""What no text about children may hold, whoever says it may: ways to reach or look up one person. No override."""

import re
from collections.abc import Callable, Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from challenge_cards.held_names import is_word
from challenge_cards.known_words import ABBREVIATIONS
from challenge_cards.rules import Rule

MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
DAY = (
    rf"(?:\d{{1,2}}[./ -]\d{{1,2}}[./ -]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})(?:,? \d{{4}})?|"
    rf"(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
)
BIRTH = r"(?:born|b[.' -]?day|birthday|birth day|birthdate|date of birth|birth date|d\.?o\.?b\.?)\b"

MAILERS = "(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|protonmail|aol)"
EMAIL = re.compile(
    r"[\w.+'-]+ ?@ ?[\w-]+(?: ?\. ?[\w-]+)+"
    r"|\b[\w.+'-]+ ?(?:\(at\)|\[at\]|\{at\}|_at_) ?[\w-]+ ?(?:\.|\(dot\)|\[dot\]|\bdot\b) ?\w+"
    rf"|[\w.+'-]+ ?@ ?{MAILERS}\b|\b[\w.+'-]+ (?:at )?{MAILERS}[ .]+(?:dot )?(?:com|co)\b"
    r"|\b[\w.+'-]+ at [\w-]+ dot (?:com|co|org|net|uk|gov|sch|ac|me|info)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|ZZ99 ?3[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?[ ._-]?\d[ABD-HJLNP-UW-Z]{2}|"
    r"[A-Z](?:[ ._-][A-Z])?(?:[ ._-]\d){2,3}(?:[ ._-][ABD-HJLNP-UW-Z]){2})\b",
    re.IGNORECASE,
)
BIRTH_DATE = re.compile(rf"\b{BIRTH}.{{0,30}}?\b{DAY}|{DAY}.{{0,30}}?\b{BIRTH}", re.IGNORECASE)
NHS_NUMBER = re.compile(
    r"(?<![\d,.£])\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![\d,])|\bNHS (?:no|number|num)\b\W{0,3}\d", re.IGNORECASE
)
PUPIL_NUMBER = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b|\bU[PL]N\b\W{0,8}\w?\d{4,}", re.IGNORECASE)
INSURANCE_NUMBER = re.compile(r"\b[A-Z]{2}(?: ?\d){6} ?[A-D]\b", re.IGNORECASE)
CASE_NUMBER = re.compile(
    r"\b(?:case|file|client|person|pupil|ref|reference|liquidlogic|lcs|mosaic|ics|court|hospital|passport|home office|"
    r"ho|crime)(?: (?:file|record|case|ref|reference|id|number|no))*\b\.?"
    r"(?: is| was)?[ :#-]{0,3}(?=[\w/-]*\d{3})[A-Z]{0,4}[\d/-]{4,}",
    re.IGNORECASE,
)
NETWORKS = (
    "instagram|insta|ig|snapchat|snap|sc|tiktok|tik tok|facebook|fb|twitter|discord|whatsapp|telegram|roblox|xbox|psn|"
    "playstation|youtube|twitch|reddit|bereal|kik|signal|fortnite|steam|linkedin|threads|tumblr|wattpad|yubo|wink"
)
NETWORK_ADDRESS = re.compile(
    r"\b(?:instagram|snapchat|tiktok|facebook|fb|twitter|x|discord|discordapp|youtube|youtu|twitch|reddit|roblox|linkedin|"
    r"threads|tumblr|pinterest|bsky|linktr|wa|t|m)\.(?:com|gg|be|tv|net|app|ee|me)/\S",
    re.IGNORECASE,
)
# An "@" in front of a time or a place is no name: "@ 6pm"
HANDLE = re.compile(r"(?<![\w.])@(?=[\w.]{2,}\b)(?!\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)?\b)[\w.]{2,30}")
# "My insta is blocked" gives nobody away
NO_HANDLE = (
    r"(?!(?:a|an|the|not|too|very|really|always|blocked|banned|off|down|private|gone|broken|slow|full|used|good|bad|where|"
    r"how|why|when|what|because|only|our|your|my)\b)"
)
CALLED = rf"(?:{NETWORKS})(?: (?:name|user ?name|handle|tag|account|profile|id))*"
NAMED_ON = re.compile(
    rf"\b(?:my|his|her|their|our) {CALLED}(?: is| name is|'s| ?[:=]) *[\"']?{NO_HANDLE}[\w.-]{{3,}}"
    rf"|\b{CALLED} ?[:=] *[\"']?{NO_HANDLE}[\w.-]{{3,}}"
    rf"|\b{CALLED} [\"']?(?=[a-z_.-]+\d)[\w.-]{{5,}}"
    rf"|(?<![\w.-])(?=[\w.-]*[\d_])[\w.-]{{3,}} is (?:my|his|her|their|our) {CALLED}\b"
    r"|\b(?:my|his|her|their|our) @ ?(?:is|:|=)? ?[\"']?[\w.-]{3,}"
    rf"|\b(?:on|via|at) (?:{NETWORKS})(?::| as| under| by)? [\"']?(?=[\w.-]*[\d_])[\w.-]{{3,}}"
    rf"|\b{CALLED} is [\"']?(?=[\w.-]*[\d_])[\w.-]{{3,}}"
    rf"|\b(?:add|follow|find|message|dm|text|contact|reach) (?:me|him|her|them|us) (?:on|at|via) (?:{NETWORKS})\b"
    rf"|(?<![\w.-])(?=[\w.-]*[a-z])[\w.-]{{0,30}}[\d._][\w.-]{{1,30}} (?:on|at|via) (?:{NETWORKS})\b"
    r"|\b(?:(?:my|his|her|their) |^)(?:user ?name|gamer ?tag|snap ?code)\b(?: is| ?[:=])* *\S{3,}"
    r"|\b(?:user ?name|gamer ?tag) ?[:=] *\S{3,}",
    re.IGNORECASE | re.MULTILINE,
)
# A word that is no word, where a name would stand: "I'm kitotter on insta"
SAID_AS_NAME = re.compile(
    r"\b(?:i am|i'm|im|search(?: for)?|find|add|follow|look (?:up|for)|it's|called|me) "
    rf"(?P<first>[\w.-]{{4,}}) on (?:{NETWORKS})\b"
    rf"|\b(?P<last>[\w.-]{{4,}}) is (?:my|his|her|their) {CALLED}\b",
    re.IGNORECASE,
)
# "otter_moon" and "otter#1234" are names that no sentence needs
WRITTEN_AS_ONE = re.compile(r"(?<![\w/])(?=\w*[A-Za-z])[A-Za-z0-9.]+_\w*[A-Za-z0-9]\b|\b\w{2,}#\d{4}\b")
NUMBER_WORDS = r"(?:zero|oh|nought|hundred|one|two|three|four|five|six|seven|eight|nine|double|triple|\d)"
SPOKEN_PHONE = re.compile(rf"\b(?:{NUMBER_WORDS}[ ,.-]+){{6,}}{NUMBER_WORDS}\b", re.IGNORECASE)
# Letters set for digits to slip past: "O77OO 9OO l23"
AS_DIGITS = re.compile(r"\b(?=\w*\d)[\doOlI|]{3,}")
DIGITS = str.maketrans("oOlI|", "00111")
FIRST_DIGITS = re.compile(r"(?<![\d£.,])(?:\+|00)?\d(?:[ ().\-/]{0,3}\d){6,14}(?!\d)")
# Lines that anybody may be told of: Childline, Samaritans, Become, Coram Voice, the NHS's
HELPLINES = frozenset(
    {"08001111", "116123", "116000", "116111", "08000232033", "08088005792", "0800800500", "85258"}
)
# As a number is broken up by whoever would slip it past: "07700*900*123", or over two lines
BROKEN_UP = re.compile(r"(?<![\d£.,])(?:\+\d|0)(?:[ ().\-/_*,\n]{0,3}\d){6,14}(?!\d)")
TIMES = r"(?:(?:[01]?\d|2[0-3])\.[0-5]\d(?:,? |$))+"
LEAST_DIGITS = 7


def refusals(text: str) -> list[Rule]:
    """The rules that this plain text breaks, each once, in the order of the table."""
    return [rule for rule, breaks in CHECKS if breaks(text)]


def _has_phone(text: str) -> bool:
    return bool(SPOKEN_PHONE.search(text)) or any(_is_phone(number) for number in _numbers(text))


def _numbers(text: str) -> Iterator[str]:
    text = AS_DIGITS.sub(lambda found: found[0].translate(DIGITS), text)
    yield from (match.raw_string for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE))
    yield from (found[0] for found in FIRST_DIGITS.finditer(text))
    yield from (found[0] for found in BROKEN_UP.finditer(text))


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    starts_as_one = written.lstrip(" (").startswith(("0", "+"))
    is_dates = re.fullmatch(
        rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\D*)+|(?:(?:19|20)\d\d\D*)+|{TIMES}", written.strip()
    )
    return len(digits) >= LEAST_DIGITS and digits not in HELPLINES and starts_as_one and not is_dates


def _has_handle(text: str) -> bool:
    found = (one["first"] or one["last"] for one in SAID_AS_NAME.finditer(text))
    return any(not (is_word(name.lower()) or name in ABBREVIATIONS) for name in found)


def _found_by(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: any(pattern.search(text) for pattern in patterns)


CHECKS: tuple[tuple[Rule, Callable[[str], bool]], ...] = (
    (Rule.EMAIL, _found_by(EMAIL)),
    (Rule.PHONE, _has_phone),
    (Rule.POSTCODE, _found_by(POSTCODE)),
    (Rule.BIRTH_DATE, _found_by(BIRTH_DATE)),
    (Rule.NUMBER_OF_A_PERSON, _found_by(NHS_NUMBER, PUPIL_NUMBER, INSURANCE_NUMBER, CASE_NUMBER)),
    (
        Rule.HANDLE,
        lambda text: _has_handle(text) or _found_by(NETWORK_ADDRESS, HANDLE, WRITTEN_AS_ONE, NAMED_ON)(text),
    ),
)
