"""Those who write and publish updates, and a panel that closes by a numbered minute."""

from datetime import date, timedelta
from typing import Any

from core.access import Role
from meetings.models import Meeting, MeetingMinutes, Minute, MinutesState, Resolution, ResolutionEffect
from people.models import User
from recommendations.actions.drafts import Parts, begin_update, submit
from recommendations.actions.publication import publish
from recommendations.due_dates import last_day
from recommendations.models import Recommendation, Update
from recommendations.status import Coverage, Impact
from recommendations.updates import UpdateKind
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    ResolutionFactory,
)
from tests.factories.people import PostHoldingFactory, UserFactory

FEBRUARY = date(2017, 2, 28)
HELD_ON = date(2018, 11, 1)
EVERY = "recommendations 1 to 99999 be accepted as done"


def officer(**fields: Any) -> User:
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES], **fields)


def owner_of(recommendation: Recommendation, *, holds: dict | None = None, **fields: Any) -> User:
    """Whoever holds the post that answers for it."""
    user = UserFactory(**{"roles": [Role.REPORT_OWNER]} | fields)
    PostHoldingFactory(post=recommendation.owner, user=user, **holds or {})
    return user


def words(**fields: Any) -> dict[str, Any]:
    return {
        "kind": UpdateKind.PROGRESS,
        "as_at": FEBRUARY,
        "precision": "month",
        "text": "The guide was rewritten.",
        "reason": "",
        "says_slipped": False,
        "impact": Impact.NONE_CLAIMED,
        "impact_reason": "",
        "classification": "public",
    } | fields


def about(recommendation: Recommendation, **statuses: Any) -> list[dict]:
    """Rows for the limbs: ``about(r, a="done")``, each shown by evidence."""
    limbs = {limb.letter: limb for limb in recommendation.limbs.all()}
    return [
        {"limb": limbs[letter], "status": status, "coverage": Coverage.EVIDENCED}
        for letter, status in statuses.items()
    ]


def drafted(recommendation: Recommendation, by: User, parts: dict | None = None, **fields: Any) -> Update:
    rows = {"limbs": about(recommendation, a="done")} | (parts or {})
    return begin_update(recommendation, words=words(**fields), parts=Parts(**rows), by=by)


def sent_in(recommendation: Recommendation, by: User, parts: dict | None = None, **fields: Any) -> Update:
    draft = drafted(recommendation, by, parts, **fields)
    return submit(draft, version=draft.version, by=by)


def reported(recommendation: Recommendation, by: User, parts: dict | None = None, **fields: Any) -> Update:
    """Written, sent in and published by one officer two days after the period of which it speaks."""
    update = sent_in(recommendation, by, parts, **fields)
    on = last_day(update.as_at, update.precision) + timedelta(days=2)
    return publish(update, reported_on=on, version=update.version, by=by)


def all_done(recommendation: Recommendation, by: User) -> Update:
    letters = [limb.letter for limb in recommendation.limbs.all()]
    limbs = about(recommendation, **dict.fromkeys(letters, "done"))
    return reported(recommendation, by, {"limbs": limbs}, kind=UpdateKind.COMPLETION_CLAIM)


def resolved(
    on: date = HELD_ON, *, number: int | None = 104, state: str = "held", **fields: Any
) -> Resolution:
    """A resolution that closes, recorded in minute 104 of draft minutes."""
    meeting = a_meeting(on, state)
    item = AgendaItemFactory(
        meeting=meeting, number=5 + Minute.objects.count(), title="Progress on recommendations"
    )
    record = MeetingMinutes.objects.filter(meeting=meeting).first() or MeetingMinutesFactory(
        meeting=meeting, state=MinutesState.PUBLISHED
    )
    taken = Minute.objects.filter(number__isnull=False).count()
    minute = MinuteFactory(
        record=record,
        number=number and number + taken,
        series="1" if number else "",
        heading=item.title,
    )
    minute.items.add(item)
    return ResolutionFactory(**{"item": item, "effects": [ResolutionEffect.CLOSE], "text": EVERY} | fields)


def a_meeting(on: date, state: str = "held") -> Meeting:
    return Meeting.objects.filter(on=on).first() or MeetingFactory(on=on, state=state)


def taken_by(resolution: Resolution, on: date) -> Meeting:
    """A later meeting of the same body, which has the minutes on its agenda and takes them."""
    held = resolution.item.meeting
    later = Meeting.objects.filter(on=on).first() or MeetingFactory(on=on, state="held", body=held.body)
    AgendaItemFactory(meeting=later, outcome="taken").approves_minutes_of.add(held)
    return later


def approve(resolution: Resolution, at: Any = None) -> None:
    """The minutes that hold it, by a later meeting."""
    content = "{}"
    MeetingMinutes.objects.filter(meeting=resolution.item.meeting).update(
        state=MinutesState.APPROVED,
        approved_at=at or a_meeting(date(2019, 1, 29)),
        content=content,
        content_sha256="44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    )
