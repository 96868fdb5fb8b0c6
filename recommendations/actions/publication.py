"""Democratic services publish what an owner sent in, or return it with words."""

from datetime import date

from django.utils import timezone

from core.access import Permission, demand
from meetings.actions.locks import ChangedMeanwhile, Refused, one_change, take_turn
from meetings.date_words import plain_date
from meetings.models import AgendaItem
from people.models import User
from recommendations.actions.drafts import refuse_unless_reportable
from recommendations.actions.private_words import LOOK, refuse_private, texts_of, to_look_at
from recommendations.actions.settle import settle
from recommendations.due_dates import Precision
from recommendations.models import Recommendation, Update, UpdateState
from recommendations.period_words import period_words
from recommendations.report.update_check import update_faults
from recommendations.updates import first_day

NOT_SUBMITTED = "This update is {}. Only one that was sent in can be published or returned."
NO_WORDS = "Say what should be changed."
TO_COME = "Enter the day on which it was reported: today or earlier, unless it goes to a meeting."
BEFORE = "It speaks of {}, so it cannot have been reported on {}. Choose a later meeting or day."
CORRECTED = "Another correction of this update was published already. Correct that one."


def return_update(update: Update, *, words: str, version: int, by: User) -> Update:
    """Back to its owner as a draft, with what should be changed."""
    demand(by, Permission.PUBLISH_UPDATES)
    if not words.strip():
        raise Refused(NO_WORDS)
    with one_change(by):
        kept = _submitted(update, version)
        kept.state, kept.returned_because = UpdateState.DRAFT, words.strip()
        kept.version += 1
        kept.save()
    return kept


def publish(
    update: Update,
    *,
    item: AgendaItem | None = None,
    reported_to: str = "",
    reported_on: date | None = None,
    has_looked: bool = False,
    version: int,
    by: User,
) -> Update:
    """To a meeting's item, or to somebody on a day. From then on nothing in it changes.

    ``has_looked``: the officer read what could show who a child is, and it does not.
    """
    demand(by, Permission.PUBLISH_UPDATES)
    with one_change(by):
        recommendation = take_turn(update.recommendation)
        kept = _submitted(update, version)
        _refuse_unless_whole(kept)
        if not has_looked and to_look_at(kept):  # as the officer saw it
            raise Refused(LOOK)
        kept.item, kept.reported_to = item, "" if item else reported_to
        refuse_private(texts_of(kept))
        kept.reported_on = _day_reported(kept, item, reported_on)
        kept.state, kept.published_by, kept.published_at = UpdateState.PUBLISHED, by, timezone.now()
        kept.version += 1
        kept.save()
        _settled(recommendation)
    return kept


def _submitted(update: Update, version: int) -> Update:
    kept = take_turn(update)
    if kept.version != version:
        raise ChangedMeanwhile(kept)
    if kept.state != UpdateState.SUBMITTED:
        raise Refused(NOT_SUBMITTED.format(kept.get_state_display().lower()))
    return kept


def _refuse_unless_whole(update: Update) -> None:
    """The rules again: what was right when it was sent in may have been overtaken."""
    if update.supersedes and update.supersedes.corrections.filter(state=UpdateState.PUBLISHED).exists():
        raise Refused(CORRECTED)
    if update.supersedes is None:
        refuse_unless_reportable(update.recommendation)
    if faults := update_faults(update, timezone.localdate()):
        raise Refused(" ".join(faults))


def _day_reported(update: Update, item: AgendaItem | None, day: date | None) -> date:
    if item is None and (day is None or day > timezone.localdate()):
        raise Refused(TO_COME)
    on = item.meeting.on if item is not None else day
    precision = Precision(update.precision)
    if on < first_day(update.as_at, precision):
        raise Refused(BEFORE.format(period_words(update.as_at, precision), plain_date(on)))
    return on


def _settled(recommendation: Recommendation) -> None:
    settle(recommendation)
    recommendation.version += 1
    recommendation.save(update_fields=["version"])
