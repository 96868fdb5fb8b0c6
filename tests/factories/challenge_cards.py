"""Cards on their way, made through the real actions."""

import datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from challenge_cards.actions import answering, entering, moving, reviewing, verdicts, wordings
from challenge_cards.models import PLAIN_FIELDS, ChallengeCard, Group, Review, ReviewState
from core.access import Role
from meetings.models import AgendaItem, Meeting
from people.models import User
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.people import PostFactory, UserFactory

AUGUST = datetime.date(2018, 8, 31)
SIXTH, SEVENTEENTH = datetime.date(2018, 9, 6), datetime.date(2018, 9, 17)
ANSWERED, TOLD = datetime.date(2019, 1, 29), datetime.date(2019, 2, 14)
PLAIN = {
    "you_said": "Interviews are held while we are at school.",
    "we_promised": "An answer in January.",
    "we_did": "Half of the interviews are after school now.",
    "we_could_not": "",
    "what_next": "Tell us if it works.",
}


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    name = factory.Sequence(lambda n: f"Otter Group {n}")
    members = 12
    youngest = 14
    oldest = 21


def worker() -> User:
    return UserFactory(roles=[Role.PARTICIPATION_WORKER])


def officer() -> User:
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES])


def received(by: User | None = None, **fields: Any) -> ChallengeCard:
    given = {
        "group": fields.pop("group", None) or GroupFactory(),
        "title": "Interviews after school",
        "question": "Hold the interviews when we are not at school.",
        "why": "We want to help choose our workers.",
        "received_on": AUGUST,
    }
    return entering.enter_card(**given | fields, by=by or worker())


def supported(by: User | None = None, **fields: Any) -> ChallengeCard:
    by = by or worker()
    card = received(by, **fields)
    council = GroupFactory(is_council=True)
    moving.hand_to_council(card, council=council, on=AUGUST, by=by)
    moving.council_decides(card, council=council, supports=True, on=SIXTH, by=by)
    return again(card)


def with_officers(by: User | None = None, **fields: Any) -> ChallengeCard:
    by = by or worker()
    card = supported(by, **fields)
    moving.hand_to_officers(card, owner=PostFactory(), on=SEVENTEENTH, body="Senior officers", by=by)
    return again(card)


def agreed(by: User | None = None, **fields: Any) -> ChallengeCard:
    by = by or worker()
    card = with_officers(by, **fields)
    moving.agree_actions(
        card,
        text="Look at the times of interviews",
        owner=card.owner,
        on=SEVENTEENTH,
        body="Senior officers",
        due_on=datetime.date(2019, 1, 1),
        by=by,
    )
    return again(card)


def said_plainly(card: ChallengeCard, by: User, *, audience: str = "11-16", **texts: str) -> None:
    words = dict.fromkeys(PLAIN_FIELDS, "") | PLAIN | texts
    kept = wordings.write_wording(card, audience=audience, language="en", version=0, by=by, **words)
    wordings.check_wording(kept, version=kept.version, by=by)


def looked_at() -> None:
    """Two people let everything stand that is held."""
    for review in Review.objects.filter(state=ReviewState.WAITING):
        seen = reviewing.fingerprint(review)
        for by in (worker(), officer()):
            reviewing.release_words(review, seen=seen, by=by)


def an_item(on: datetime.date = ANSWERED) -> AgendaItem:
    """Of the meeting on that day, which is made when it is not there yet."""
    meeting = Meeting.objects.filter(on=on).first() or MeetingFactory(on=on)
    return AgendaItemFactory(meeting=meeting, title="Challenge card update")


def answered(by: User | None = None, **fields: Any) -> ChallengeCard:
    by = by or worker()
    card = agreed(by, **fields)
    said_plainly(card, by)
    answering.write_response(card, text="Interviews are moved.", item=an_item(), version=0, by=by)
    answering.publish_response(card, on=ANSWERED, by=officer())
    return again(card)


def closed(by: User | None = None, **fields: Any) -> ChallengeCard:
    by = by or worker()
    card = answered(by, **fields)
    return verdicts.record_verdict(card, told_on=TOLD, told_at="February meeting", opinion="yes", by=by)


def again(card: ChallengeCard) -> ChallengeCard:
    return ChallengeCard.objects.get(pk=card.pk)
