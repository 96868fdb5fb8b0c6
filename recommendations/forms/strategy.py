"""What democratic services enter about the strategy: what the panel added, what was reported, each review."""

from datetime import date
from typing import Any

from django import forms

from core.forms import DateField, Form, LongText, Look
from meetings.date_words import listed_date, plain_date
from meetings.models import Meeting, MeetingState
from recommendations.due_dates import Precision
from recommendations.forms.period_field import WHAT_WILL_DO, PeriodField
from recommendations.forms.update_rows import NamedIndicator
from recommendations.forms.updates import LONGEST_REASON, LONGEST_TEXT, PERIODS
from recommendations.models import Classification, Update
from recommendations.updates import UpdateKind
from scorecard.models import Indicator

KINDS = [(kind.value, kind.label) for kind in (UpdateKind.PROGRESS, UpdateKind.NIL)]


class NamedIndicators(NamedIndicator, forms.ModelMultipleChoiceField):
    """Several of them."""


class OutcomeForm(Form):
    baseline = forms.CharField(
        label="Where it started", help_text="Like 900 carers in March 2018", max_length=150, required=False
    )
    due_on = DateField(label="When the panel wants to see it", required=False)
    indicators = NamedIndicators(
        label="Measured by",
        queryset=Indicator.objects.order_by("code"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class OutcomeUpdateForm(Form):
    kind = forms.ChoiceField(label="What was reported?", choices=KINDS, widget=forms.RadioSelect)
    reason = LongText(label="Why was there nothing to report?", max_length=LONGEST_REASON, required=False)
    as_at = PeriodField(label="What day or period does it speak of?", help_text=WHAT_WILL_DO)
    precision = forms.ChoiceField(label="That is", choices=PERIODS)
    text = LongText(
        label="What has been done",
        help_text="In plain words. Name no child or young person.",
        max_length=LONGEST_TEXT,
        required=False,
    )
    reported_on = DateField(label="Reported on")
    reported_to = forms.CharField(label="To whom", max_length=150, required=False)
    classification = forms.ChoiceField(
        label="Who may read it?", choices=Classification.choices, widget=forms.RadioSelect
    )
    looks = {
        "kind": Look(label_size="m", reveals={UpdateKind.NIL.value: "reason"}),
        "reason": Look(rows=2),
        "text": Look(rows=6),
        "classification": Look(label_size="m"),
    }


def initial_of(corrects: Update | None) -> dict[str, Any]:
    if corrects is None:
        return {
            "precision": Precision.MONTH,
            "classification": Classification.PUBLIC,
            "kind": UpdateKind.PROGRESS,
        }
    stands = {name: getattr(corrects, name) for name in OutcomeUpdateForm.base_fields}
    return stands | {"kind": UpdateKind.PROGRESS if corrects.text else UpdateKind.NIL}


class HeldAt(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return listed_date(meeting.on)


class ReviewForm(Form):
    due_on = forms.TypedChoiceField(label="Which one?", coerce=date.fromisoformat)
    held_on = DateField(label="Held on")
    meeting = HeldAt(
        label="At the panel’s meeting on",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="Not at a meeting of the panel",
    )
    found = LongText(label="What came of it", max_length=LONGEST_REASON, required=False)
    looks = {"found": Look(rows=3)}

    def __init__(self, *args: Any, days: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].choices = [(day.isoformat(), f"Due by {plain_date(day)}") for day in days]
        self.fields["meeting"].queryset = Meeting.objects.filter(state=MeetingState.HELD).order_by("-on")
