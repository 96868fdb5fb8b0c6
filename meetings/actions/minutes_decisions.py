"""What is decided from under the text of a minute: a usual resolution by its button, an undertaking accepted."""

from collections.abc import Iterable

from core.whole_numbers import whole_number
from meetings.actions.locks import Refused
from meetings.actions.resolutions import add_resolution, votes
from meetings.actions.undertakings import accept_undertaking
from meetings.models import AgendaItem, Minute, Resolution, Undertaking
from meetings.report.sitting_item import usual_of
from people.models import User

NO_MINUTE = "There is no minute of this item yet. Begin the minutes first: it is a minute that accepts an undertaking."
GONE = "This button belongs to another minute. Look at the list again."


def add_usual(minute: Minute, item_pk: str, key: str, *, after: str, by: User) -> Resolution:
    """`after`: the newest resolution that the page knew, so that a second click adds nothing."""
    item = minute.items.filter(pk=whole_number(item_pk)).first()
    usual = next((one for one in usual_of(item) if one.key == key), None) if item else None
    if item is None or usual is None:
        raise Refused(GONE)
    given = {"form": usual.form, "text": usual.text, "effects": usual.effects}
    return add_resolution(
        item, vote=votes(None, None, None, ""), after=whole_number(after) or 0, by=by, **given
    )


def accept(minute: Minute, undertaking_pk: str, *, by: User) -> bool:
    """One that came back on an item of this minute."""
    found = Undertaking.objects.filter(pk=whole_number(undertaking_pk), items__minutes=minute).first()
    if found is None:
        raise Refused(GONE)
    return accept_undertaking(found, minute=minute, by=by)


def accept_at(item: AgendaItem, undertaking_pk: str, *, by: User) -> bool:
    """From the item's own page: by its minute, the open one where there are two."""
    minute = item.minutes.order_by("is_exempt", "pk").first()
    if minute is None:
        raise Refused(NO_MINUTE)
    return accept(minute, undertaking_pk, by=by)


def newest_of(items: Iterable[AgendaItem]) -> int:
    return max((resolution.pk for item in items for resolution in item.resolutions.all()), default=0)
