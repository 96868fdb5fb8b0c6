"""What is asked when a meeting is opened, adjourned or closed, and when the public is to leave."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from core.forms import Form, Look
from meetings.forms.clock import ClockField
from meetings.models import AgendaItem
from meetings.schedule_12a import Paragraph
from people.models import Person
from people.print_names import name_of

NOW = "Like 10.00 am. On the day itself, leave it empty for this moment"
RESULTS = [("yes", "Resolved: the public leaves"), ("no", "Lost: the items are taken in public")]


class OpenForm(Form):
    at = ClockField(label="Opened at", help_text=NOW, required=False)
    looks = {"at": Look(width=10)}
    marks_optional = False


class AdjournForm(Form):
    reason = forms.CharField(
        label="Why, and when it goes on",
        help_text="Everybody reads this",
        max_length=500,
        error_messages={"required": "Say why the meeting is adjourned, and when it goes on"},
    )


class CloseForm(Form):
    at = ClockField(label="Closed at", help_text=NOW, required=False)
    rest = forms.BooleanField(label="Items without an outcome were not reached", required=False)
    looks = {"at": Look(width=10)}
    marks_optional = False


class ExclusionForm(Form):
    items = forms.MultipleChoiceField(
        label="Items",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the items for which the public is to leave"},
    )
    paragraphs = forms.TypedMultipleChoiceField(
        label="Paragraphs of Schedule 12A",
        choices=[(one.value, f"{one.value}. {one.label}") for one in Paragraph],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    moved_by = forms.ModelChoiceField(label="Moved by", queryset=Person.objects.none(), required=False)
    seconded_by = forms.ModelChoiceField(label="Seconded by", queryset=Person.objects.none(), required=False)
    result = forms.ChoiceField(label="Result", choices=RESULTS, widget=forms.RadioSelect)
    at = ClockField(label="At", help_text="Like 11.20 am", required=False)
    after = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"at": Look(width=10), "paragraphs": Look(is_small=True), "items": Look(is_small=True)}

    def __init__(self, *args: Any, items: Iterable[AgendaItem], people: Collection[int], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.listed = {str(item.pk): item for item in items}
        self.fields["items"].choices = [(pk, item.title) for pk, item in self.listed.items()]
        for name in ("moved_by", "seconded_by"):
            offer(self.fields[name], people)

    def values(self) -> dict[str, Any]:
        """What `record_exclusion` takes."""
        given = dict(self.cleaned_data)
        given["is_resolved"] = given.pop("result") == "yes"
        return given | {"items": [self.listed[pk] for pk in given["items"]]}


class ReadmitForm(Form):
    readmitted = ClockField(label="Public admitted again at", help_text="Like 11.45 am")
    looks = {"readmitted": Look(width=10)}


class ReleaseForm(Form):
    confirmed = forms.BooleanField(
        label="The proper officer has decided to release these papers", required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


def offer(field: forms.ModelChoiceField, people: Collection[int], empty: str = "Choose a name") -> None:
    """Those who can be meant, by surname, called as the council prints them."""
    field.queryset = Person.objects.filter(pk__in=people).order_by("surname", "first_name", "pk")
    field.label_from_instance = lambda person: name_of(person).formal
    field.empty_label = empty
