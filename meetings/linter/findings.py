"""What a check of a paper finds: a sentence, how grave it is, and where to put it right."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Severity(TextChoices):
    BLOCK = "block", "Must be put right first"
    WARN = "warn", "Worth a look"


@dataclass(frozen=True, slots=True)
class Place:
    """The page on which it can be put right: the name of an address, and the `pk` it takes."""

    url_name: str
    pk: int


@dataclass(frozen=True, slots=True)
class Finding:
    severity: Severity
    sentence: str
    place: Place | None = None

    @property
    def is_block(self) -> bool:
        return self.severity == Severity.BLOCK


def block(sentence: str, place: Place | None = None) -> Finding:
    return Finding(Severity.BLOCK, sentence, place)


def warn(sentence: str, place: Place | None = None) -> Finding:
    return Finding(Severity.WARN, sentence, place)
