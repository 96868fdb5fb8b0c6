"""What the page of one agenda item shows beside its form."""

from typing import Any

from django.forms import BaseForm
from django.utils import timezone

from meetings.date_words import clock, plain_date
from meetings.models import AgendaItem, Undertaking, UndertakingState


def promised_before(item: AgendaItem) -> list[Undertaking]:
    """Undertakings of earlier meetings that the panel has not accepted, and those that the item answers."""
    earlier = Undertaking.objects.filter(
        item__meeting__body=item.meeting.body, item__meeting__on__lt=item.meeting.on
    )
    return list(
        earlier.exclude(state=UndertakingState.ACCEPTED).union(item.undertakings.all()).order_by("pk")
    )


def said_of(item: AgendaItem, form: BaseForm) -> list[tuple[str, str]]:
    """Each field of the form with what stands in the item now, in words."""
    named = {
        "reason": "urgency_reason",
        "chairman": "urgency_by",
        "on": "urgency_at",
        "at_time": "urgency_at",
    }
    found = []
    for name, field in form.fields.items():
        if name in ("version", "undertakings"):
            continue
        value = getattr(item, named.get(name, name))
        found.append((field.label, _in_words(name, value, dict(getattr(field, "choices", ())))))
    return found


def _in_words(name: str, value: Any, choices: dict) -> str:
    if value in (None, "", []):
        return "Nothing"
    if name == "on":
        return plain_date(timezone.localdate(value))
    if name == "at_time":
        return clock(timezone.localtime(value).time())
    if isinstance(value, list):
        return "\n".join(str(choices.get(one, one)) for one in value)
    return str(choices.get(value, value))
