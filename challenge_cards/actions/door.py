"""Every text goes past the privacy rules before it reaches a table. What is refused is kept nowhere, not even here."""

from collections.abc import Mapping, Sequence
from typing import Any

from challenge_cards.models import ChallengeCard, Refusal, Review, ReviewState
from challenge_cards.names import allowed_names
from challenge_cards.privacy import Finding, judge
from challenge_cards.rules import Rule
from meetings.actions.locks import Refused
from people.models import User

Held = Sequence[Finding]
CHANGED = "These words were changed since you opened the page. Read them again: the new ones stand below."


class NotTaken(Refused):
    """Words that no text about children may hold. The sentence names fields and rules, never the words."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        super().__init__(" ".join(sentence(one) for one in findings))


def sentence(finding: Finding) -> str:
    return (
        f"What was written under “{finding.field.replace('_', ' ')}” holds {finding.rule.label}. It was not kept: "
        "write it again without that."
    )


def at_the_door(texts: Mapping[str, str], *, by: User, row: Any = None, is_english: bool = True) -> Held:
    """What two people have to look at. Raises NotTaken; called before the transaction that writes, so that the
    record of a refusal outlives it.

    ``is_english``: else the rules cannot read it, whatever its letters are, and every text is held.
    ``row``: what the texts are saved into. A text that stands there already is not looked at a second time.
    """
    verdict = judge({field: text for field, text in texts.items() if text}, allowed_names())
    if verdict.refused:
        record_refusals(verdict.refused, by=by)
        raise NotTaken(verdict.refused)
    held = verdict.held if is_english else [Finding(name, Rule.LANGUAGE) for name in texts if texts[name]]
    if row is None or row.is_held:
        return held
    return [one for one in held if texts[one.field] != getattr(row, one.field)]


def record_refusals(findings: Sequence[Finding], *, by: User) -> None:
    Refusal.objects.bulk_create(Refusal(rule=one.rule, field=one.field, by=by) for one in findings)


def hold(card: ChallengeCard, kind: str, row: int, held: Held) -> None:
    """Asks two people to look at the row's words, or ends an earlier question when they were written anew."""
    waiting = Review.objects.filter(kind=kind, row=row, state=ReviewState.WAITING)
    if not held:
        waiting.update(state=ReviewState.REPLACED)
        return
    asked = {
        "fields": sorted({one.field for one in held}),
        "rules": sorted({str(one.rule) for one in held}),
        "worker": None,
        "officer": None,
    }
    if not waiting.update(**asked):
        Review.objects.create(card=card, kind=kind, row=row, **asked)
