"""One recommendation in full: what was asked and found, each part, what was told, and whether it helped."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from core.access import Permission, may
from people.models import PostHolding
from recommendations.actions.settle import facts
from recommendations.due_dates import Precision
from recommendations.evidence import Verdict
from recommendations.models import (
    FigureTold,
    Limb,
    LimbReport,
    Recommendation,
    StrategyOutcome,
    Update,
    UpdateState,
)
from recommendations.period_words import period_words
from recommendations.readers import readable_classes, reads_small_counts, withheld
from recommendations.report.closures import closures_of
from recommendations.report.effects import Linked, linked
from recommendations.report.standing import Row, register
from recommendations.report.timeline import Event, timeline
from recommendations.report.told import ToldSeries, told_series
from recommendations.status import Coverage, Impact
from recommendations.updates import newest_first
from scorecard.travel import DirectionOfTravel

MINUTES = ("resolution__item__minutes", "reopening__resolution__item__minutes")


@dataclass(frozen=True, slots=True)
class LimbLine:
    """``said``: what the newest update says of the part; None when none mentions it, or this reader may not read it.

    ``is_withheld``: the latter, so that nothing older is told beside the status that came of it.
    """

    limb: Limb
    said: LimbReport | None
    when: str
    is_silent: bool
    is_withheld: bool = False

    @property
    def evidence(self) -> str:
        return Coverage(self.said.coverage).label if self.said else ""


@dataclass(frozen=True, slots=True)
class Page:
    row: Row
    limbs: list[LimbLine]
    effect_reason: str
    series: list[ToldSeries]
    linked: list[Linked]
    events: list[Event]
    outcomes: list[StrategyOutcome]
    holders: list[PostHolding]
    today: date

    @property
    def says_otherwise(self) -> bool:
        """A figure that this reader sees went the other way than the newest update says."""
        told = any(one.verdict == Verdict.WORSE for one in self.series)
        now = any(one.travel.direction == DirectionOfTravel.WORSENING for one in self.linked)
        return self.row.effect == Impact.IMPROVED and (told or now)

    @property
    def silent_lines(self) -> list[LimbLine]:
        return [line for line in self.limbs if line.is_silent]


def recommendation_page(rows: QuerySet[Recommendation], user: Any, today: date) -> Page | None:
    """``rows``: one recommendation, or none."""
    found = register(rows, today)
    if not found:
        return None
    (row,) = found
    one = row.recommendation
    classes = readable_classes(user, one)
    published = _published(one)
    hidden = withheld(published, classes)
    every = _standing(published)
    standing = [update for update in every if update.pk not in hidden]
    closures = closures_of(one)
    prefetch_related_objects(closures, *MINUTES)
    return Page(
        row=row,
        limbs=[_limb_line(limb, row, every, hidden) for limb in row.limbs],
        effect_reason=_effect_reason(row, standing),
        series=told_series(_figures(standing), for_officer=reads_small_counts(user)),
        linked=linked(one) if may(user, Permission.READ_SCORECARD) else [],
        events=timeline(one, row.due, published, closures, hidden),
        outcomes=list(one.outcomes.select_related("question").order_by("question__number", "number")),
        holders=_holders(one, today) if user.is_authenticated else [],
        today=today,
    )


def _published(one: Recommendation) -> list[Update]:
    corrections = Update.objects.filter(state=UpdateState.PUBLISHED)
    return list(
        one.updates.published()
        .select_related("item__meeting", "author_post", "supersedes", "taken_off__by")
        .prefetch_related(
            Prefetch("limb_reports", LimbReport.objects.select_related("limb").order_by("limb__letter")),
            Prefetch("figures", FigureTold.objects.select_related("indicator")),
            "next_steps",
            "documents",
            Prefetch("corrections", corrections),
        )
        .order_by()
    )


def _standing(updates: Sequence[Update]) -> list[Update]:
    """Not replaced, the newest first."""
    rows = {update.pk: update for update in updates if not update.corrections.all()}
    return [rows[fact.id] for fact in newest_first(map(facts, rows.values()))]


def _figures(updates: Sequence[Update]) -> list[FigureTold]:
    return [figure for update in updates for figure in update.figures.all()]


def _limb_line(limb: Limb, row: Row, updates: Sequence[Update], hidden: Set[int]) -> LimbLine:
    said = next(
        (
            (report, update)
            for update in updates
            for report in update.limb_reports.all()
            if report.limb_id == limb.pk
        ),
        None,
    )
    is_silent = limb.letter in row.silent or row.told is None
    if said is None:
        return LimbLine(limb, None, "", is_silent)
    report, update = said
    if update.pk in hidden:
        return LimbLine(limb, None, "", is_silent, is_withheld=True)
    return LimbLine(limb, report, period_words(update.as_at, Precision(update.precision)), is_silent)


def _effect_reason(row: Row, updates: Sequence[Update]) -> str:
    """Only from an update that this reader may read; the panel's own reason stands with its closing."""
    return next((update.impact_reason for update in updates if update.impact == row.effect), "")


def _holders(one: Recommendation, today: date) -> list[PostHolding]:
    held = one.owner.holdings.select_related("user").filter(starts_on__lte=today).order_by("-starts_on")
    return list(held)
