"""A register as it may stand after a generation: 500 recommendations, each with twenty updates."""

from datetime import date, timedelta

from django.utils import timezone

from recommendations.models import (
    Limb,
    LimbReport,
    Recommendation,
    Report,
    Theme,
    Update,
    UpdateState,
)
from recommendations.status import Coverage, LimbStatus
from tests.factories.people import PostFactory

RECOMMENDATIONS, UPDATES, PARTS = 500, 20, "abc"
BATCH = 500  # no statement may take longer than the portal allows
ADOPTED_ON = date(2015, 12, 10)
STATUSES = [LimbStatus.NOT_STARTED, LimbStatus.ON_TRACK, LimbStatus.SLIPPED, LimbStatus.DONE]


def long_register() -> None:
    report = Report.objects.create(
        title="Report",
        body="Committee",
        presented_to="Council",
        presented_on=ADOPTED_ON,
        adopted_on=ADOPTED_ON,
    )
    theme = Theme.objects.create(report=report, position=1, title="Theme")
    owners = PostFactory.create_batch(20)
    Recommendation.objects.bulk_create(
        Recommendation(
            report=report,
            theme=theme,
            number=number,
            short_title=f"Recommendation {number}",
            text="Text. " * 60,
            owner=owners[number % 20],
            due_rule="date",
            due_on=ADOPTED_ON + timedelta(days=8 * number),
        )
        for number in range(1, RECOMMENDATIONS + 1)
    )
    every = list(report.recommendations.all())
    Limb.objects.bulk_create(
        Limb(recommendation=one, letter=letter, text="Part") for one in every for letter in PARTS
    )
    _report_on(every)


def _report_on(every: list[Recommendation]) -> None:
    """Published the way the database asks for: parts first. What is settled is written as `settle` would."""
    written = [_update(one, place) for one in every for place in range(UPDATES)]
    updates = Update.objects.bulk_create(written, batch_size=BATCH)
    limbs = {one.pk: list(one.limbs.all())[:2] for one in Recommendation.objects.prefetch_related("limbs")}
    LimbReport.objects.bulk_create(
        (
            LimbReport(
                update=update,
                limb=limb,
                status=STATUSES[(update.pk + place) % len(STATUSES)],
                coverage=Coverage.CLAIMED,
            )
            for update in updates
            for place, limb in enumerate(limbs[update.recommendation_id])
        ),
        batch_size=BATCH,
    )
    for one in every:
        one.updates.update(state=UpdateState.PUBLISHED, published_at=timezone.now())
    for one, newest in zip(every, updates[UPDATES - 1 :: UPDATES], strict=True):
        one.current_update = newest
    Recommendation.objects.bulk_update(every, ["current_update"])


def _update(one: Recommendation, place: int) -> Update:
    day = ADOPTED_ON + timedelta(days=100 + 90 * place)
    return Update(recommendation=one, as_at=day, reported_on=day, text="What was done. " * 30)
