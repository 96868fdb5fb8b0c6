"""What can be seen in a text by itself: slips in addresses, dates that lead nowhere, signs that make a child known."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from meetings.date_words import MONTHS
from meetings.written_dates import written_dates

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
WRITTEN_EMAIL = re.compile(r"\S+@\S+(?:,\S+)*")
LEAST_DIGITS, MOST_DIGITS = 10, 13
PHONE = re.compile(r"\+?[\d() -]+(?:\s?(?:ext|x)\.?\s?\d+)?", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]+)*")
TO_THE_PANEL = re.compile(r"\b(?:meeting|panel)\b", re.IGNORECASE)
LATER = re.compile(r"\b(?:will|shall|would|to be|is to|are to|due)\b", re.IGNORECASE)
MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})\b")
# A comma and a word that begins something new: what was said before it is not said of what follows
CLAUSE = re.compile(r";\s|,\s(?=(?:and|but|so|while|whereas)\s)")
# Two capitals may be initials; these are none
ABBREVIATIONS = "CC|CV|EU|FE|GP|HE|HR|ID|IT|JP|KC|LA|MP|NI|OK|PE|QA|QC|TV|UK|US"
INITIALS = re.compile(
    rf"\b(?:[A-Z]\.\s?){{2,3}}|\b(?!(?:{ABBREVIATIONS})\b)[A-Z]{{2}}\b|"
    r"\b[A-Z](?:\s[A-Z])+\b(?!\s[A-Z])|\b(?:[Cc]hild|[Bb]oy|[Gg]irl|[Pp]upil) [A-Z]\b"
)
# Of a grown-up who is named with a title, the initials make nobody known who is not named anyway
NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Professor|Rev)\.? (?:[A-Z]\.?\s?){1,3}[A-Z][\w’'-]+"
)
BAND = r"(?!\s*(?:to|or|and (?:over|under|above|below)|[-–+])\s*)"
AGE = re.compile(
    rf"\baged? \d{{1,2}}\b{BAND}|\b\d{{1,2}}[- ]years?[- ]old\b|(?<=\s)\((?:[4-9]|1\d|2[0-5])\)",
    re.IGNORECASE,
)
# "AB, 14, told them", as newspapers have it
AGE_AFTER_INITIALS = re.compile(
    rf"\b(?!(?:{ABBREVIATIONS})\b)[A-Z]\.?\s?[A-Z]\.?, (?:[4-9]|1\d|2[0-5])(?=[,;.)]|\s*$)"
)
SCHOOL = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?:School|Academy|College|Primary|Grammar|High)\b")


def is_email(address: str) -> bool:
    return EMAIL.fullmatch(address) is not None


def bad_emails(text: str) -> list[str]:
    """Addresses written in a text that no letter would reach, such as one with a comma in it."""
    written = (found[0].strip("()<>[];:“”\"'.,") for found in WRITTEN_EMAIL.finditer(text))
    return [address for address in written if not is_email(address.removeprefix("mailto:"))]


def is_phone(number: str) -> bool:
    digits = sum(letter.isdigit() for letter in number.partition("ext")[0])
    return PHONE.fullmatch(number.strip()) is not None and LEAST_DIGITS <= digits <= MOST_DIGITS


def promised_dates(text: str, meetings: Collection[date], after: date) -> Iterator[str]:
    """Later days and months for which a clause promises something to a meeting, and on which there is none."""
    sentences = (found[0] for found in SENTENCE.finditer(text))
    for clause in (part for sentence in sentences for part in CLAUSE.split(sentence)):
        if not (TO_THE_PANEL.search(clause) and LATER.search(clause)):
            continue
        days = [one for one in written_dates(clause) if one.day and one.day > after]
        yield from (one.text for one in days if one.day not in meetings)
        if not days:
            yield from _months(clause, meetings, after)


def makes_a_child_known(text: str) -> bool:
    """Initials, an age and a school in one paragraph."""
    return any(gives_initials_with_age(part) and SCHOOL.search(part) for part in text.split("\n"))


def gives_initials_with_age(text: str) -> bool:
    """In one paragraph; not an age band, and not the initials of somebody named with a title."""
    parts = [NAMED.sub("", part) for part in text.split("\n")]
    return any(
        (INITIALS.search(part) and AGE.search(part)) or AGE_AFTER_INITIALS.search(part) for part in parts
    )


def is_shouted(text: str) -> bool:
    """More than one word, all in capitals. An abbreviation alone is none."""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 1]
    return len(words) > 1 and text == text.upper()


def _months(sentence: str, meetings: Collection[date], after: date) -> Iterator[str]:
    held = {(day.year, day.month) for day in meetings}
    for found in MONTH.finditer(sentence):
        month = int(found["year"]), MONTHS.index(found["month"]) + 1
        if month > (after.year, after.month) and month not in held:
            yield found[0]
