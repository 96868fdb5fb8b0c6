"""What everybody reads: you said, we promised, we did, did it work. The same for page and poster."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from challenge_cards.models import (
    PLAIN_FIELDS,
    Audience,
    CardVerdict,
    CardWording,
    ChallengeCard,
    Language,
)
from challenge_cards.report.cards import CardLine, line_of, with_promises
from challenge_cards.states import Opinion, State
from recommendations.models import Recommendation
from recommendations.status import LimbStatus

TAKEN_DOWN = "We have taken this card down for now."
VERDICTS = {
    Opinion.YES: "Yes, it worked.",
    Opinion.PARTLY: "Partly.",
    Opinion.NOT_YET: "Not yet.",
    Opinion.NO_VIEW: "The group has no view.",
}
NEWS = {
    State.SUPPORTED: "A council of young people in care supports this. It goes to the people in charge next.",
    State.WITH_OFFICERS: "The people in charge are looking at this.",
}
ASKED_AGAIN = "We are working on it again."
AFTER_FIRST = "After our last answer the group said: {} We have answered again. {}"
NOT_ASKED = "We are asking the group now."
NOT_KNOWN = "We have not written down what the group says."
GROUPED = re.compile(r"\+?\d+(?:[ \u00a0-]\d+)+")  # a telephone number, say
FROM_THE_LEFT = "\u2066{}\u2069"


@dataclass(frozen=True, slots=True)
class Story:
    """One card for the public. Of a card that was taken down nothing is left but the notice."""

    pk: int
    title: str = ""
    asked: str = ""
    you_said: str = ""
    promised: tuple[str, ...] = ()
    we_promised: str = ""
    we_did: str = ""
    we_could_not: str = ""
    opinion: str = ""
    in_their_words: str = ""
    what_next: str = ""
    is_late: bool = False
    has_words: bool = False
    notice: str = ""
    themes: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str, str], ...] = ()
    language: Language = Language.ENGLISH


@dataclass(frozen=True, slots=True)
class AskedByMembers:
    """A recommendation that is marked as one for young people, with how much of it is done."""

    pk: int
    title: str
    done: int
    parts: int


def public_cards() -> list[ChallengeCard]:
    """The newest question first: groups are never ranked."""
    checked = CardWording.objects.filter(checked_at__isnull=False, is_held=False).order_by(
        "-round", "-checked_at"
    )
    cards = with_promises(ChallengeCard.objects.public()).prefetch_related(
        Prefetch("wordings", checked, to_attr="checked_wordings"),
        Prefetch("verdicts", CardVerdict.objects.order_by("-round"), to_attr="newest_verdicts"),
        "pledges",
        "principles",
    )
    return sorted(cards, key=lambda card: (card.received_on or date.min, card.pk), reverse=True)


def stories(
    cards: Iterable[ChallengeCard],
    today: date,
    *,
    audience: str = Audience.ELEVEN,
    language: str = Language.ENGLISH,
) -> list[Story]:
    return [story_of(card, today, audience=audience, language=language) for card in cards]


def story_of(card: ChallengeCard, today: date, *, audience: str, language: str) -> Story:
    if card.is_taken_down:
        return Story(pk=card.pk, notice=TAKEN_DOWN)
    line = line_of(card, today)
    wording = _wording(card, audience, language)
    verdict = card.newest_verdicts[0] if card.newest_verdicts else None
    return Story(
        pk=card.pk,
        title=card.title,
        asked=line.asked if card.received_on else "",
        promised=tuple(line.promise_plainly),
        opinion=_opinion(line, verdict),
        in_their_words=verdict.words if verdict and not verdict.is_held else "",
        is_late=line.is_late,
        has_words=wording is not None,
        themes=_themes(card),
        versions=_versions(card),
        language=Language(language),
        **_words(card, wording),
    )


def recommendations_for_young_people() -> list[AskedByMembers]:
    rows = Recommendation.objects.filter(affects_young_people=True).prefetch_related("limbs")
    return [_asked_by_members(row) for row in rows]


def _words(card: ChallengeCard, wording: CardWording | None) -> dict[str, str]:
    """Without words that were checked the group's own question stands, and how far the card is."""
    if wording is None:
        return {"you_said": card.question, "what_next": NEWS.get(State(card.state), "")}
    is_rtl = Language(wording.language).direction == "rtl"
    said = {name: getattr(wording, name) for name in PLAIN_FIELDS}
    return {name: _numbers_kept(words) for name, words in said.items()} if is_rtl else said


def _numbers_kept(words: str) -> str:
    """Written from right to left, 0800 1111 would otherwise read 1111 0800."""
    return GROUPED.sub(lambda number: FROM_THE_LEFT.format(number[0]), words)


def _wording(card: ChallengeCard, audience: str, language: str) -> CardWording | None:
    """Those of the newest round that has any."""
    return next(
        (one for one in card.checked_wordings if (one.audience, one.language) == (audience, language)), None
    )


def _opinion(line: CardLine, verdict: CardVerdict | None) -> str:
    if verdict is None:
        if line.card.state != State.RESPONDED:
            return ""
        return NOT_KNOWN if line.card.is_from_before else NOT_ASKED
    said = VERDICTS[Opinion(verdict.opinion)]
    if verdict.round == line.card.round:
        return said
    if line.card.state == State.RESPONDED:
        return AFTER_FIRST.format(said, NOT_ASKED)
    return f"{said} {ASKED_AGAIN}"


def _themes(card: ChallengeCard) -> tuple[tuple[str, str], ...]:
    pledges = [(f"pledge-{one.code}", one.title) for one in card.pledges.all()]
    return (*pledges, *((f"principle-{one.code}", one.title) for one in card.principles.all()))


def _versions(card: ChallengeCard) -> tuple[tuple[str, str, str], ...]:
    """Audience, language and what stands on the link, each once."""
    found = {(one.audience, one.language) for one in card.checked_wordings}
    return tuple(
        (audience.value, language.value, _version_said(audience, language))
        for audience in Audience
        for language in Language
        if (audience, language) in found
    )


def _version_said(audience: Audience, language: Language) -> str:
    return audience.label if language == Language.ENGLISH else f"{language.label}: {audience.label}"


def _asked_by_members(row: Recommendation) -> AskedByMembers:
    limbs = list(row.limbs.all())
    done = sum(one.status == LimbStatus.DONE for one in limbs)
    return AskedByMembers(row.pk, row.short_title, done, len(limbs))
