"""What an officer enters about seats, members and offices."""

from datetime import date
from typing import Any

from django import forms

from core.forms import DateField, FilterForm, Form, Look
from meetings.models import Category, Meeting
from meetings.name_lists import Office
from meetings.report.meeting_words import day_of
from people.models import Person
from people.print_names import name_of

DAY = "For example, 19 9 2018"
LONGEST_REASON = 200
WHY_JOINED = "The agenda prints it with the change, for example “nominated by the group”."
WHY_LEFT = "The agenda prints it with the change, for example “retired”."


class PersonChoice(forms.ModelChoiceField):
    """By name as printed, so that two people of one surname are told apart."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Person.objects.all(), empty_label="Choose a person", **kwargs)

    def label_from_instance(self, person: Person) -> str:
        return f"{person.surname}: {name_of(person).formal}"


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return day_of(meeting)


class OnDayForm(FilterForm):
    on = DateField(label="Members on", required=False)


class ChangesForm(FilterForm):
    earlier = MeetingChoice(label="From the meeting on", queryset=Meeting.objects.none(), empty_label=None)
    later = MeetingChoice(label="To the meeting on", queryset=Meeting.objects.none(), empty_label=None)

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["earlier"].queryset = self.fields["later"].queryset = meetings

    def clean(self) -> dict:
        data = super().clean()
        earlier, later = data.get("earlier"), data.get("later")
        if earlier and later and earlier.on >= later.on:
            self.add_error("later", "Choose a meeting after the other one")
        return data


class PeriodForm(FilterForm):
    first = DateField(label="From", required=False)
    last = DateField(label="To", required=False)

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", "Enter a last day on or after the first day")
        return data


class SeatForm(Form):
    nominated_by = forms.CharField(
        label="Group or organisation that nominates",
        help_text="Printed at the end of the membership while nobody is named for the seat.",
        max_length=150,
        required=False,
    )
    is_voting = forms.BooleanField(label="Whoever has the seat votes", required=False)
    reads_exempt = forms.BooleanField(label="Whoever has the seat reads exempt papers", required=False)
    with_representative = forms.BooleanField(
        label="Printed “and representative”", help_text="Somebody without a name comes along.", required=False
    )


class NewSeatsForm(SeatForm):
    category = forms.ChoiceField(choices=Category.choices, widget=forms.RadioSelect)
    number = forms.IntegerField(label="How many such seats", min_value=1, max_value=30, initial=1)
    starts_on = DateField(label="They exist from", help_text=DAY)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["category", "number", "nominated_by"]
    looks = {"number": Look(width=3)}


class ChangedSeatForm(SeatForm):
    ends_on = DateField(
        label="It exists until", help_text="Leave it empty while the panel has this seat.", required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class FillForm(Form):
    person = PersonChoice(label="Who has the seat")
    starts_on = DateField(label="First day", help_text=DAY)
    reason_joined = forms.CharField(
        label="Why they join", help_text=WHY_JOINED, max_length=LONGEST_REASON, required=False
    )
    looks = {"starts_on": Look(label_size="s")}


class ReplaceForm(Form):
    ends_on = DateField(label="Last day of the earlier member", help_text=DAY)
    reason_left = forms.CharField(
        label="Why they leave", help_text=WHY_LEFT, max_length=LONGEST_REASON, required=False
    )
    person = PersonChoice(label="Who has the seat after that")
    starts_on = DateField(label="First day of the new member", help_text=DAY)
    reason_joined = forms.CharField(
        label="Why they join", help_text=WHY_JOINED, max_length=LONGEST_REASON, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> dict:
        data = super().clean()
        last, first = data.get("ends_on"), data.get("starts_on")
        if last and first and first <= last:
            self.add_error("starts_on", "Enter a first day after the last day of the earlier member")
        return data


class TenureForm(Form):
    starts_on = DateField(label="First day", help_text=DAY)
    reason_joined = forms.CharField(
        label="Why they joined", help_text=WHY_JOINED, max_length=LONGEST_REASON, required=False
    )
    ends_on = DateField(label="Last day", help_text="Leave it empty while they are a member.", required=False)
    reason_left = forms.CharField(
        label="Why they leave", help_text=WHY_LEFT, max_length=LONGEST_REASON, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class OfficeForm(Form):
    office = forms.ChoiceField(choices=Office.choices, widget=forms.RadioSelect)
    person = PersonChoice(label="Who has it")
    starts_on = DateField(label="First day", help_text=DAY)

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = members


class EndOfficeForm(Form):
    ends_on = DateField(label="Last day", help_text="Leave it empty if it goes on after all.", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def asked_day(form: OnDayForm, today: date) -> date:
    """The day asked for; today when none is, or when it cannot be read: then the form says so."""
    return (form.cleaned_data.get("on") if form.is_valid() else None) or today
