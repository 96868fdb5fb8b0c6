"""An owner writes an update and sends it in; democratic services can do so for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.access import Permission, may
from meetings.actions.locks import ChangedMeanwhile, Refused, differs, one_change, take_turn
from meetings.actions.undertakings import posts_of
from people.models import User
from recommendations.actions.private_words import refuse_private, texts_of
from recommendations.models import (
    DocumentCited,
    FigureTold,
    LimbReport,
    NextStep,
    Recommendation,
    Response,
    Update,
    UpdateState,
)
from recommendations.report.closures import is_closed
from recommendations.report.update_check import update_faults
from recommendations.updates import UpdateKind

NOT_YOURS = (
    "Whoever holds the post that answers for this recommendation writes updates, and democratic services."
)
WRITTEN_ALREADY = "There is a draft about this recommendation already, begun by {}. Go on with that one."
REJECTED = "This recommendation was rejected. Record another response first, or close it."
CLOSED = "The panel has closed this recommendation. It must take it up again before more is reported."
NOT_A_DRAFT = "This update is {}. Only a draft can be changed."
PUBLISHED = "Only a published update can be corrected."
CORRECTED = "This update was corrected already: correct the newer one."


@dataclass(frozen=True, slots=True)
class Parts:
    """What an update holds beside its own words, as the columns of its rows."""

    limbs: Sequence[Mapping[str, Any]] = ()
    figures: Sequence[Mapping[str, Any]] = ()
    steps: Sequence[Mapping[str, Any]] = ()
    documents: Sequence[Mapping[str, Any]] = ()


def begin_update(
    recommendation: Recommendation, *, words: Mapping[str, Any], parts: Parts, by: User
) -> Update:
    """One draft at a time, so that two people do not report the same thing; sent twice it is one."""
    _demand(by, recommendation)
    with one_change(by):
        kept = take_turn(recommendation)
        refuse_unless_reportable(kept)
        if begun := open_draft(kept):
            if begun.author_id == by.pk and _says_the_same(begun, words, parts):
                return begun
            raise Refused(WRITTEN_ALREADY.format(begun.author or "somebody"))
        update = Update.objects.create(
            recommendation=kept, author=by, author_post=_post_of(by, kept), **words
        )
        _write(update, parts)
        refuse_private(texts_of(update))
    return update


def save_draft(update: Update, *, words: Mapping[str, Any], parts: Parts, version: int, by: User) -> Update:
    _demand(by, update.recommendation)
    with one_change(by):
        kept = _draft(update, version)
        for name, value in words.items():
            setattr(kept, name, value)
        _moved_on(kept)
        for rows in (kept.limb_reports, kept.figures, kept.next_steps, kept.documents):
            rows.all().delete()
        _write(kept, parts)
        refuse_private(texts_of(kept))
    return kept


def submit(update: Update, *, version: int, by: User, today: date | None = None) -> Update:
    """To democratic services, once nothing is missing. Raises Refused with all that is."""
    _demand(by, update.recommendation)
    with one_change(by):
        kept = _draft(update, version)
        if kept.supersedes_id is None:
            refuse_unless_reportable(kept.recommendation)
        if faults := update_faults(kept, today or timezone.localdate()):
            raise Refused(" ".join(faults))
        refuse_private(texts_of(kept))
        kept.state, kept.returned_because = UpdateState.SUBMITTED, ""
        _moved_on(kept)
    return kept


def discard_draft(update: Update, *, version: int, by: User) -> None:
    """Gone from the page; its events keep what it said."""
    _demand(by, update.recommendation)
    with one_change(by):
        _draft(update, version).delete()


def begin_correction(update: Update, *, by: User) -> Update:
    """A draft that says the same, to be put right. Both stay in the history once it is published."""
    _demand(by, update.recommendation)
    with one_change(by):
        kept = take_turn(update)
        if kept.state != UpdateState.PUBLISHED:
            raise Refused(PUBLISHED)
        if kept.corrections.filter(state=UpdateState.PUBLISHED).exists():
            raise Refused(CORRECTED)
        if begun := kept.corrections.first():
            return begun
        return _copied(kept, by)


def may_write(user: Any, recommendation: Recommendation) -> bool:
    if not may(user, Permission.WRITE_UPDATES):
        return False
    return may(user, Permission.PUBLISH_UPDATES) or recommendation.owner_id in posts_of(user)


def open_draft(recommendation: Recommendation) -> Update | None:
    """What is written and not published yet, corrections apart."""
    unpublished = recommendation.updates.exclude(state=UpdateState.PUBLISHED)
    return unpublished.filter(supersedes=None).select_related("author").first()


def _demand(by: User, recommendation: Recommendation) -> None:
    if not may_write(by, recommendation):
        raise PermissionDenied(NOT_YOURS)


def refuse_unless_reportable(recommendation: Recommendation) -> None:
    if recommendation.response == Response.REJECTED:
        raise Refused(REJECTED)
    if is_closed(recommendation):
        raise Refused(CLOSED)


def _draft(update: Update, version: int) -> Update:
    kept = take_turn(update)
    if kept.version != version:
        raise ChangedMeanwhile(kept)
    if kept.state != UpdateState.DRAFT:
        raise Refused(NOT_A_DRAFT.format(kept.get_state_display().lower()))
    return kept


def _says_the_same(update: Update, words: Mapping[str, Any], parts: Parts) -> bool:
    rows = (
        (update.limb_reports, parts.limbs),
        (update.figures, parts.figures),
        (update.next_steps, parts.steps),
        (update.documents, parts.documents),
    )
    return not differs(update, words) and all(_are_the_same(kept.order_by("pk"), sent) for kept, sent in rows)


def _are_the_same(kept: Iterable[Any], sent: Sequence[Mapping[str, Any]]) -> bool:
    stands = list(kept)
    return len(stands) == len(sent) and not any(map(differs, stands, sent))


def _moved_on(update: Update) -> None:
    update.version += 1
    update.save()


def _post_of(user: User, recommendation: Recommendation) -> Any:
    return recommendation.owner if recommendation.owner_id in posts_of(user) else None


def _write(update: Update, parts: Parts) -> None:
    for model, rows in (
        (LimbReport, parts.limbs),
        (FigureTold, parts.figures),
        (NextStep, parts.steps),
        (DocumentCited, parts.documents),
    ):
        model.objects.bulk_create([model(update=update, **row) for row in rows])


COPIED = (
    *("as_at", "precision", "reported_to", "text", "reason", "says_slipped"),
    *("impact", "impact_reason", "classification", "recommendation", "outcome", "item"),
)


def _copied(update: Update, by: User) -> Update:
    same = {name: getattr(update, name) for name in COPIED}
    draft = Update.objects.create(
        **same,
        kind=UpdateKind.CORRECTION,
        supersedes=update,
        author=by,
        author_post=_post_of(by, update.recommendation),
    )
    for rows in (update.limb_reports, update.figures, update.next_steps, update.documents):
        for row in rows.all():
            row.pk, row.update, row._state.adding = None, draft, True
            row.save()
    return draft
