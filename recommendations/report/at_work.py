"""What those who write and publish updates have before them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from core.access import Permission, may
from meetings.actions.undertakings import posts_of
from recommendations.due_dates import Precision
from recommendations.evidence import printed
from recommendations.models import FigureTold, Limb, LimbReport, NextStep, Update, UpdateState
from recommendations.period_words import period_words
from recommendations.report.claims import as_evidence
from recommendations.report.update_check import left_unsaid, update_faults


def workable(user: Any) -> QuerySet[Update]:
    """Updates about recommendations, those of one's own posts; democratic services see all."""
    rows = Update.objects.filter(recommendation__isnull=False)
    if may(user, Permission.PUBLISH_UPDATES):
        return rows
    return rows.filter(recommendation__owner__in=posts_of(user))


@dataclass(frozen=True, slots=True)
class FigureLine:
    """As officers read it: those who write it know the small counts."""

    told: FigureTold
    printed: str
    period: str


@dataclass(frozen=True, slots=True)
class AtWork:
    """One update with what is missing and what it leaves unsaid. ``said``: each part with its row, None when silent."""

    update: Update
    faults: list[str]
    unsaid: list[Limb]
    said: list[tuple[Limb, LimbReport | None]]

    @property
    def period(self) -> str:
        return period_words(self.update.as_at, Precision(self.update.precision))

    @property
    def figures(self) -> list[FigureLine]:
        return [_line(one) for one in self.update.figures.all()]

    @property
    def steps(self) -> list[tuple[NextStep, str]]:
        """Each with by when, in words."""
        rows = self.update.next_steps.all()
        return [(one, period_words(one.by, Precision(one.precision)) if one.by else "") for one in rows]

    @property
    def is_draft(self) -> bool:
        return self.update.state == UpdateState.DRAFT

    @property
    def is_submitted(self) -> bool:
        return self.update.state == UpdateState.SUBMITTED

    @property
    def unsaid_words(self) -> str:
        """ "Part (b) is left unsaid." """
        letters = [f"({limb.letter})" for limb in self.unsaid]
        if not letters:
            return "Every part is spoken of."
        if len(letters) == 1:
            return f"Part {letters[0]} is left unsaid."
        return f"Parts {', '.join(letters[:-1])} and {letters[-1]} are left unsaid."


def at_work(update: Update, today: date) -> AtWork:
    rows = {one.limb_id: one for one in update.limb_reports.all()}
    return AtWork(
        update=update,
        faults=[] if update.state == UpdateState.PUBLISHED else update_faults(update, today),
        unsaid=left_unsaid(update),
        said=[(limb, rows.get(limb.pk)) for limb in update.recommendation.limbs.all()],
    )


def _line(one: FigureTold) -> FigureLine:
    words = printed(as_evidence(one), threshold=settings.SMALL_NUMBER_THRESHOLD, for_officer=True)
    return FigureLine(one, words, period_words(one.as_at, Precision(one.precision)))
