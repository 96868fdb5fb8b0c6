"""What was reported: in February 2017 on all fifteen, in November 2018 on the children placed by others."""

from datetime import UTC, date, datetime, time
from typing import Any

from core.fixtures import read_json
from meetings.models import AgendaItem
from people.models import User
from recommendations.actions.settle import settle
from recommendations.demonstration.days import Day, day
from recommendations.models import (
    FigureTold,
    LimbReport,
    NextStep,
    Recommendation,
    Update,
    UpdateState,
)
from scorecard.models import Indicator

COPIED = ("kind", "text", "impact", "impact_reason")
FIGURE = ("label", "value", "unit", "qualifier", "polarity", "note", "source")
PAPERS = ("recommendations/progress-2017-02", "recommendations/progress-2018-11")


def load_progress(*, by: User) -> None:
    for name in PAPERS:
        paper = read_json(name)
        for row in paper["updates"]:
            _publish(_write(paper | row), by=by)


def _write(row: dict[str, Any]) -> Update:
    """A draft: nothing can be added to an update once it is published."""
    one = Recommendation.objects.select_related("owner").get(number=row["number"])
    as_at = day(row["as_at"])
    update = Update.objects.create(
        recommendation=one,
        as_at=as_at.on,
        precision=as_at.precision,
        reported_on=date.fromisoformat(row["reported_on"]),
        reported_to=row["reported_to"],
        item=_item(row),
        author_post=one.owner,
        **{name: row[name] for name in COPIED},
    )
    for limb in one.limbs.all():
        if limb.letter in row["limbs"]:
            LimbReport.objects.create(update=update, limb=limb, **row["limbs"][limb.letter])
    for figure in row["figures"]:
        _add_figure(update, figure)
    for step in row["next_steps"]:
        until = day(step["by"])
        NextStep.objects.create(update=update, what=step["what"], by=until.on, precision=until.precision)
    return update


def _item(row: dict[str, Any]) -> AgendaItem | None:
    if "meeting" not in row:
        return None
    return AgendaItem.objects.get(meeting__on=row["meeting"], position=row["item"])


def _add_figure(update: Update, row: dict[str, Any]) -> None:
    as_at: Day = day(row["as_at"])
    FigureTold.objects.create(
        update=update,
        as_at=as_at.on,
        precision=as_at.precision,
        period_start=row["period_start"] or None,
        indicator=Indicator.objects.get(code=row["indicator"]) if "indicator" in row else None,
        **{name: row[name] for name in FIGURE},
    )


def _publish(update: Update, *, by: User) -> None:
    update.state = UpdateState.PUBLISHED
    update.published_by = by
    update.published_at = datetime.combine(update.reported_on, time(9), tzinfo=UTC)
    update.save()
    settle(update.recommendation)
