"""Minutes were approved: a closing that they struck out never was, nor what was taken up again after it."""

from meetings.actions.locks import take_turn
from meetings.models import MeetingMinutes
from recommendations.actions.settle import settle
from recommendations.models import Recommendation


def settle_anew(record: MeetingMinutes) -> None:
    reopened = Recommendation.objects.filter(
        closures__resolution__item__meeting=record.meeting_id, closures__reopening__isnull=False
    )
    for one in Recommendation.objects.filter(pk__in=reopened.values("pk")).order_by("pk"):
        kept = take_turn(one)
        settle(kept)
        kept.version += 1
        kept.save(update_fields=["version"])
