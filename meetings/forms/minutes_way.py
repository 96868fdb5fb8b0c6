"""What is entered on the way of minutes: to the chairman, to the public, to the meeting that approves them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.forms import Form, LongText, Look, RowsFormSet
from meetings.actions.minutes_approval import closing_resolutions
from meetings.date_words import listed_date
from meetings.models import Meeting, MeetingMinutes, Minute, Resolution
from people.print_names import name_of

LONGEST_NOTE = 2_000


class ChangesForm(Form):
    note = LongText(
        label="What is to change",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Say what is to change, and in which minute"},
    )
    looks = {"note": Look(rows=3)}


class AgreedForm(Form):
    """For an officer: the chairman's own click needs no words."""

    note = forms.CharField(
        label="How do you know that the chairman agrees?",
        help_text="For example, by e-mail on 3 October.",
        max_length=250,
        error_messages={"required": "Say how you know that the chairman agrees"},
    )


class WithdrawForm(Form):
    reason = forms.CharField(
        label="Why are they withdrawn?",
        help_text="Kept in the record; not published.",
        max_length=200,
        error_messages={"required": "Say why they are withdrawn"},
    )


class MeetingAt(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return listed_date(meeting.on)


class SigningAt(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return f"{listed_date(meeting.on)}, {name_of(meeting.presided_by).formal} presiding"


class NumberedMinute(forms.ModelChoiceField):
    def label_from_instance(self, minute: Minute) -> str:
        return f"{minute.number}. {minute.heading}"


class StruckOut(forms.ModelMultipleChoiceField):
    def label_from_instance(self, resolution: Resolution) -> str:
        return f"{resolution.item.title}: {resolution.text}"


class ApproveForm(Form):
    at = MeetingAt(label="Approved at the meeting on", queryset=Meeting.objects.none(), empty_label=None)
    struck_out = StruckOut(
        label="Struck out: the panel did not accept this as done",
        help_text="What was closed by it, such as a recommendation, is open again as it was before.",
        queryset=Resolution.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    other = LongText(
        label="Other corrections, in words",
        help_text="One a line. For what is not in a minute’s own words, such as who was present. It prints with the "
        "minutes; the list of names stays as it was published.",
        max_length=LONGEST_NOTE,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"other": Look(rows=2)}

    def __init__(self, *args: Any, record: MeetingMinutes, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].queryset = Meeting.objects.filter(pk__in=[one.pk for one in meetings]).order_by(
            "on"
        )
        self.fields["struck_out"].queryset = closing_resolutions(record)


class CorrectionForm(Form):
    minute = NumberedMinute(
        label="Minute", queryset=Minute.objects.none(), required=False, empty_label="Choose a minute"
    )
    was = forms.CharField(label="Words as they are printed", max_length=500, required=False)
    becomes = forms.CharField(label="Words as they should be", max_length=500, required=False)
    marks_optional = False

    def __init__(self, *args: Any, record: MeetingMinutes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minute"].queryset = record.minutes.exclude(number=None)

    def clean(self) -> dict:
        data = super().clean()
        given = [bool(data.get(name)) for name in ("minute", "was", "becomes")]
        if any(given) and not all(given):
            raise ValidationError("Choose the minute, and enter the words as they are and as they should be")
        if any(given) and data["was"] == data["becomes"]:
            raise ValidationError("Enter words that differ from the old ones")
        return data


class CorrectionRows(RowsFormSet):
    row_name = "Correction"


Corrections = forms.formset_factory(CorrectionForm, formset=CorrectionRows, extra=1, max_num=40)


class SignForm(Form):
    at = SigningAt(
        label="Signed at the meeting on",
        help_text="At the meeting that approved them or a later one, by whoever presided there.",
        queryset=Meeting.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = Meeting.objects.filter(pk__in=[one.pk for one in meetings])
        self.fields["at"].queryset = chosen.select_related("presided_by").order_by("on")


class ProtectedNameForm(Form):
    name = forms.CharField(
        label="Name", help_text="A full name, or a surname that gives somebody away.", max_length=150
    )
