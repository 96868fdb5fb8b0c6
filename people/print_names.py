"""People's names as the council prints them, and the order in which it lists them."""

import unicodedata
from dataclasses import dataclass
from typing import Protocol

# Letters that are not a plain letter with an accent on it
FOLDED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`", ""))


class Named(Protocol):
    """A person as the portal keeps one."""

    title: str
    initials: str
    first_name: str
    surname: str
    honours: str
    print_name: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """``printed_as`` stands for the whole formal name, for members who use no title."""

    surname: str
    title: str = ""
    initials: str = ""
    honours: str = ""
    first_name: str = ""
    printed_as: str = ""

    @property
    def formal(self) -> str:
        """In lists: "Mrs A D Allen, MBE"."""
        if self.printed_as.strip():
            return _spaced(self.printed_as)
        name = _spaced(self.title, self.initials or self.first_name, self.surname)
        return f"{name}, {_spaced(self.honours)}" if self.honours.strip() else name

    @property
    def full(self) -> str:
        """In running text, when first named: "Gary Cooke"."""
        return _spaced(self.first_name, self.surname) if self.first_name.strip() else self.formal

    @property
    def short(self) -> str:
        """In running text, when named again: "Mr Cooke"; in full for somebody who uses no title."""
        has_title = self.title.strip() and not self.printed_as.strip()
        return _spaced(self.title, self.surname) if has_title else self.full

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Strict surname order, then initials. Ends with the name as written, so that two people never tie."""
        given = self.initials or self.first_name
        return (folded(self.surname), folded(given), folded(self.title), self.formal, self.full, self.surname)


def name_of(person: Named) -> PersonName:
    return PersonName(
        surname=person.surname,
        title=person.title,
        initials=person.initials,
        honours=person.honours,
        first_name=person.first_name,
        printed_as=person.print_name,
    )


def folded(text: str) -> str:
    """Case, accents and apostrophes do not count. A hyphen is a space, and words are compared one by one: Smith,
    Smith-Jones, Smithers. Particles and Mc or Mac stand as they are written: de Vere under D, McAdam after Mabey.
    """
    plain = text.casefold().translate(FOLDED).translate(APOSTROPHES).replace("-", " ").replace("‐", " ")
    letters = unicodedata.normalize("NFKD", plain)
    return _spaced("".join(one for one in letters if not unicodedata.combining(one)))


def _spaced(*parts: str) -> str:
    return " ".join(" ".join(parts).split())
