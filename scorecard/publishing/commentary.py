"""Commentary is drafted, submitted, and sent back if need be. Two who write at once lose nothing."""

from datetime import date, datetime
from typing import NamedTuple

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from core.access import Permission, demand
from people.models import User
from scorecard.models import Commentary, CommentaryState, Indicator, Variant
from scorecard.publishing.locks import (
    ReportRefused,
    WrittenMeanwhile,
    refuse_if_published,
    said_plainly,
    take_turns,
)
from scorecard.report.commentary import Task, commentary_tasks
from scorecard.report.months import Months
from scorecard.report.scorecard import read_scorecard

NOT_YOURS = "Only whoever holds the post that answers for this indicator writes its commentary."
NOT_ASKED = "No commentary is asked on this indicator for this month: it is green and was so before."
ALREADY_IN = (
    "This commentary is submitted. A management information officer can send it back to you for a change."
)
NOT_WHOLE = "Say what changed, why, what is done and by when before you submit."
NOTHING_TO_RETURN = "There is no submitted commentary to send back."


class Words(NamedTuple):
    """What the owner writes. `baseline` is empty for a month with nothing before it."""

    baseline: str
    what_changed: str
    why: str
    action: str
    by_when: date | None


def find_task(months: Months, code: str, *, today: date) -> Task | None:
    scorecard = read_scorecard(months, variant=Variant.ALL)
    return next((t for t in commentary_tasks(scorecard, today=today) if t.asked.row.code == code), None)


def save_commentary(
    months: Months,
    code: str,
    *,
    by: User,
    words: Words,
    version: int,
    is_final: bool = False,
    at: datetime | None = None,
) -> Commentary:
    """Keep a draft, or submit it. `version` is that of the text which the writer began from, 0 for none.

    The same words sent twice are saved once. Raises WrittenMeanwhile with what somebody else saved since, and
    ReportRefused when nothing can be saved now.
    """
    at = at or timezone.now()
    demand(by, Permission.WRITE_COMMENTARY)
    task = find_task(months, code, today=timezone.localdate(at))
    if task is None:
        raise ReportRefused(NOT_ASKED)
    if not task.is_for(by):
        raise PermissionDenied(NOT_YOURS)
    if is_final and not _is_whole(words, task):
        raise ReportRefused(NOT_WHOLE)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        period = take_turns(months.chosen.pk)
        refuse_if_published(period)
        commentary, _ = Commentary.objects.get_or_create(
            period=period,
            indicator=Indicator.objects.get(code=code),
            defaults={"written_by": by, "written_at": at},
        )
        if _is_same(commentary, words, is_final=is_final):
            return commentary
        if commentary.version != version:
            raise WrittenMeanwhile(commentary)
        if commentary.is_submitted:
            raise ReportRefused(ALREADY_IN)
        _write(commentary, words, months, by=by, at=at)
        if is_final:
            commentary.state, commentary.submitted_at = CommentaryState.SUBMITTED, at
        commentary.save()
    return commentary


def return_commentary(
    months: Months, code: str, *, by: User, note: str, version: int, at: datetime | None = None
) -> Commentary:
    """An officer asks the owner for another text, and says what is wanted. `version` is the one that was read."""
    demand(by, Permission.PREPARE_REPORTS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        period = take_turns(months.chosen.pk)
        refuse_if_published(period)
        commentary = Commentary.objects.filter(period=period, indicator__code=code).first()
        if commentary is None or not commentary.is_submitted or commentary.version != version:
            raise ReportRefused(NOTHING_TO_RETURN)
        if not note.strip():
            raise ReportRefused("Say what you would like to be changed.")
        commentary.state, commentary.return_note = CommentaryState.RETURNED, note.strip()
        commentary.returned_by, commentary.returned_at = by, at or timezone.now()
        commentary.version += 1
        commentary.save()
    return commentary


def _is_whole(words: Words, task: Task) -> bool:
    has_date = bool(words.by_when) or not task.asked.wants_date
    return has_date and all(text.strip() for text in (words.what_changed, words.why, words.action))


def _is_same(commentary: Commentary, words: Words, *, is_final: bool) -> bool:
    """A form sent twice: the words stand already, and in the state that was wanted."""
    stands = Words(*(getattr(commentary, field) for field in Words._fields))
    return commentary.version > 0 and stands == words and commentary.is_submitted == is_final


def _write(commentary: Commentary, words: Words, months: Months, *, by: User, at: datetime) -> None:
    for field, value in words._asdict().items():
        setattr(commentary, field, value)
    baseline = months.baseline(words.baseline) if words.baseline else None
    commentary.baseline_period_id = baseline.pk if baseline else None
    commentary.written_by, commentary.written_at = by, at
    commentary.version += 1
