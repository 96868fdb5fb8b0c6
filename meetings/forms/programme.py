"""What an officer enters about the forward work programme."""

from typing import Any

from django import forms

from core.forms import Form, LongText, Look
from meetings.models import Body, Meeting, Recurrence
from meetings.report.meeting_words import day_of
from people.models import Post

LONGEST_REASON = 200  # with the portal's own words before it, within the column
NO_MEETING = "No meeting yet: an idea"


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return day_of(meeting)


def meetings_to_choose(body: Body, today: Any) -> Any:
    return body.meetings.going_on().filter(on__gte=today)


class EntryForm(Form):
    title = forms.CharField(label="What comes before the panel", max_length=250)
    purpose = forms.CharField(
        label="What the panel is asked to do",
        help_text="For example, to note the annual report and comment on it",
        max_length=250,
        required=False,
    )
    owner = forms.ModelChoiceField(
        label="Post that brings it", queryset=Post.objects.all(), required=False, empty_label="Not known yet"
    )
    recurrence = forms.ChoiceField(
        label="How often", choices=Recurrence.choices, widget=forms.RadioSelect, initial=Recurrence.ONCE
    )
    note = LongText(label="Note", help_text="For officers; not published.", max_length=1_000, required=False)
    looks = {"note": Look(rows=3)}


class NewEntryForm(EntryForm):
    meeting = MeetingChoice(
        label="Meeting", queryset=Meeting.objects.none(), required=False, empty_label=NO_MEETING
    )
    field_order = ["title", "purpose", "meeting"]

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class ChangedEntryForm(EntryForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class MoveForm(Form):
    to = MeetingChoice(
        label="Move it to", queryset=Meeting.objects.none(), required=False, empty_label=NO_MEETING
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Everybody who reads the programme sees the move and its reason.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why it moves"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = meetings


class ReasonForm(Form):
    reason = forms.CharField(
        label="Why?", max_length=LONGEST_REASON, error_messages={"required": "Say why, in a few words"}
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
