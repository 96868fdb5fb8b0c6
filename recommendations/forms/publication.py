"""What democratic services enter when they publish an update or return it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from core.forms import DateField, Form, LongText, Look
from meetings.date_words import plain_date
from meetings.models import AgendaItem, ItemKind

RECENT = timedelta(days=400)
LONGEST_WORDS = 1_000
ONE_OF_TWO = "Choose the item of a meeting, or enter the day on which it was reported"
NOT_BOTH = "Leave the day empty: an item of a meeting has its own"


class OnTheAgenda(forms.ModelChoiceField):
    def label_from_instance(self, item: AgendaItem) -> str:
        return f"{plain_date(item.meeting.on)}: {item.number or item.position}. {item.title}"


class PublishForm(Form):
    item = OnTheAgenda(
        label="Reported to the panel as",
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="No item of a meeting",
    )
    reported_on = DateField(label="Or reported elsewhere on", required=False)
    reported_to = forms.CharField(label="To whom", max_length=150, required=False)
    has_looked = forms.BooleanField(
        label="I have looked: no child or young person can be known from it",
        required=False,
        error_messages={"required": "Tick that you have looked, or return the update"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"item": Look(label_size="m"), "reported_on": Look(label_size="m")}

    def __init__(self, *args: Any, today: date, must_look: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if must_look:
            self.fields["has_looked"].required = True
        else:
            del self.fields["has_looked"]
        self.fields["item"].queryset = recent_items(today)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "reported_on" in self.errors or "item" in self.errors:
            return given
        if given.get("item") and given.get("reported_on"):
            raise ValidationError(NOT_BOTH)
        if not given.get("item") and not given.get("reported_on"):
            raise ValidationError(ONE_OF_TWO)
        return given


class ReturnForm(Form):
    words = LongText(
        label="What should be changed",
        max_length=LONGEST_WORDS,
        error_messages={"required": "Say what should be changed"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {"words": Look(rows=3)}


def recent_items(today: date) -> QuerySet[AgendaItem]:
    """Of the meetings of the last year and of those to come, the newest first."""
    rows = AgendaItem.objects.listed().filter(meeting__on__gte=today - RECENT).exclude(kind=ItemKind.HEADING)
    return rows.select_related("meeting").order_by("-meeting__on", "position")
