"""The rules that keep children private, for texts of other rooms that the public reads."""

import re
from collections.abc import Collection, Iterator, Mapping

from challenge_cards.names import allowed_names
from challenge_cards.privacy import judge
from core.private_words import Found, Judged

BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")


def judge_public(texts: Mapping[str, str]) -> Judged:
    allowed = allowed_names()
    verdict = judge(texts, allowed)
    held = dict.fromkeys(one.field for one in verdict.held)
    return Judged(
        tuple(Found(one.field, one.rule.label) for one in verdict.refused),
        tuple(found for field in held for found in _quoted(field, texts[field], allowed)),
    )


def _quoted(field: str, text: str, allowed: Collection[str]) -> Iterator[Found]:
    """The sentences in which something stands; the whole text where only all of it together says too much."""
    sentences = [one.strip() for one in BETWEEN_SENTENCES.split(text) if one.strip()]
    found = [(words, _rules(words, allowed)) for words in sentences]
    told = [Found(field, rules, words) for words, rules in found if rules]
    yield from told or [Found(field, _rules(text, allowed), text)]


def _rules(text: str, allowed: Collection[str]) -> str:
    return ", ".join(one.rule.label for one in judge({"": text}, allowed).held)
