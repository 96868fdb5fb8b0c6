"""The panel's resolutions about one recommendation: those that name it, or whose item was about nothing else."""

from django.db.models import Q, QuerySet

from meetings.models import MeetingState, Resolution
from recommendations.models import Recommendation, Update, UpdateState
from recommendations.named import names, names_any

NUMBERED = r"\y(rec|R\s?\d)"


def resolutions_held() -> QuerySet[Resolution]:
    """Of meetings that were held and carried, the newest first."""
    rows = Resolution.objects.filter(item__meeting__state=MeetingState.HELD, is_carried=True)
    return (
        rows.select_related("item__meeting")
        .prefetch_related("item__minutes")
        .order_by("-item__meeting__on", "item__position", "position")
    )


def resolutions_on(one: Recommendation) -> QuerySet[Resolution]:
    """Of those, the ones about this recommendation."""
    alone = _items_about_it_alone(one)
    numbered = Q(text__iregex=NUMBERED) | Q(item__title__iregex=NUMBERED) | Q(item__in=alone)
    rows = resolutions_held().filter(numbered)
    told = rows.order_by().values_list("pk", "text", "item__title", "item")
    return rows.filter(pk__in=[pk for pk, *words in told if _is_about(one, *words, alone=alone)])


def is_about(resolution: Resolution, one: Recommendation) -> bool:
    item = resolution.item
    return _is_about(one, resolution.text, item.title, item.pk, alone=_items_about_it_alone(one))


def _is_about(one: Recommendation, text: str, title: str, item: int, *, alone: set[int]) -> bool:
    """What its words name counts; only where they name none, the item does."""
    if names_any(text):
        return names(text, one.number)
    return names(title, one.number) if names_any(title) else item in alone


def _items_about_it_alone(one: Recommendation) -> set[int]:
    """The items to which updates on this recommendation went, and on no other."""
    told = Update.objects.filter(state=UpdateState.PUBLISHED, item__isnull=False)
    mine = set(told.filter(recommendation=one).values_list("item", flat=True))
    others = told.filter(item__in=mine).exclude(recommendation=one)
    return mine - set(others.values_list("item", flat=True))
