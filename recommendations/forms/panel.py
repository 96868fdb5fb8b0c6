"""What democratic services record of a recommendation: the answer, later days, rounds, closing and reopening."""

from typing import Any

from django import forms

from core.forms import DateField, Form, LongText, Look
from meetings.date_words import plain_date
from meetings.models import Resolution, ResolutionEffect
from recommendations.closing import Outcome
from recommendations.models import Limb, Recommendation, Response
from recommendations.report.resolutions import resolutions_held, resolutions_on
from recommendations.status import Impact

LONGEST_REASON = 2_000
ANSWERS = [(one.value, one.label) for one in Response if one != Response.AWAITING]
TO_CLOSE = [
    (Outcome.IMPLEMENTED, "All parts are done, and a published update says so."),
    (Outcome.AIM_NOT_MET, "All parts are done, but what it was for did not come about."),
    (Outcome.NOT_IMPLEMENTED, "Needs the panel’s reason."),
    (Outcome.SUPERSEDED, "Choose which one below."),
    (Outcome.REJECTED, "Needs the panel’s reason."),
]


class Versioned(Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ResponseRecordForm(Versioned):
    response = forms.ChoiceField(label="What was the answer?", choices=ANSWERS, widget=forms.RadioSelect)
    reason = LongText(
        label="Reason",
        help_text="Needed when it was rejected, or accepted in part. “In principle” is no answer.",
        max_length=LONGEST_REASON,
        required=False,
    )
    responded_by = forms.CharField(label="Who responded", help_text="Like the Cabinet", max_length=150)
    on = DateField(label="Day of the response")
    looks = {"response": Look(label_size="m"), "reason": Look(rows=3)}


class Resolved(forms.ModelChoiceField):
    def label_from_instance(self, resolution: Resolution) -> str:
        item = resolution.item
        numbers = [str(minute.number) for minute in item.minutes.all() if minute.number]
        minute = f"minute {numbers[0]}" if numbers else "no minute number yet"
        return f"{plain_date(item.meeting.on)}, {minute}: {resolution.text[:120]}"


class RevisionForm(Versioned):
    due_on = DateField(label="New day", help_text="By the end of which it is due")
    reason = LongText(label="Why it needs longer", max_length=LONGEST_REASON)
    agreed_by = forms.CharField(
        label="Who agreed", help_text="Like the Corporate Parenting Panel", max_length=150
    )
    agreed_on = DateField(label="Agreed on")
    resolution = Resolved(
        label="By this resolution",
        queryset=Resolution.objects.none(),
        required=False,
        empty_label="Not by a resolution of the panel",
    )
    looks = {"reason": Look(rows=3)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["resolution"].queryset = resolutions_held()


class RoundForm(Versioned):
    due_on = forms.DateField(widget=forms.HiddenInput)
    met_on = DateField(
        label="When was it met?", help_text="Leave it empty if nobody knows the day.", required=False
    )


class EventForm(Versioned):
    on = DateField(label="Day of the event")
    due_on = DateField(
        label="By when does what was asked for follow?",
        help_text="Leave it empty if no day was named.",
        required=False,
    )


class CloseForm(Versioned):
    resolution = Resolved(
        label="Resolution that accepts it as done",
        help_text="Those that name it and are marked “Accept as done”. Noting an update closes nothing.",
        queryset=Resolution.objects.none(),
        empty_label="Choose a resolution",
    )
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=[(one.value, one.label) for one, _ in TO_CLOSE],
        widget=forms.RadioSelect,
    )
    impact = forms.ChoiceField(label="Did it help?", choices=Impact.choices, widget=forms.RadioSelect)
    panel_reason = LongText(label="The panel’s reason", max_length=LONGEST_REASON, required=False)
    replaced_by = forms.ModelChoiceField(
        label="Replaced by",
        queryset=Recommendation.objects.none(),
        required=False,
        empty_label="No other recommendation",
    )
    looks = {
        "outcome": Look(label_size="m", hints={one.value: hint for one, hint in TO_CLOSE}),
        "impact": Look(label_size="m"),
        "panel_reason": Look(rows=3),
    }

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        closing = resolutions_on(recommendation).filter(effects__contains=[ResolutionEffect.CLOSE])
        self.fields["resolution"].queryset = closing
        others = Recommendation.objects.exclude(pk=recommendation.pk)
        self.fields["replaced_by"].queryset = others.select_related("report")


class Parts(forms.ModelMultipleChoiceField):
    def label_from_instance(self, limb: Limb) -> str:
        return str(limb)


class ReopenForm(Versioned):
    resolution = Resolved(
        label="Resolution that takes it up again",
        help_text="Those that name it, but for the one that closed it.",
        queryset=Resolution.objects.none(),
        empty_label="Choose a resolution",
    )
    reason = LongText(label="Why", max_length=LONGEST_REASON)
    due_on = DateField(label="New day", help_text="By the end of which it is due")
    limbs = Parts(
        label="Which parts begin again?",
        queryset=Limb.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the parts that begin again"},
    )
    looks = {"reason": Look(rows=3)}

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = resolutions_on(recommendation).exclude(closures__recommendation=recommendation)
        self.fields["resolution"].queryset = others
        self.fields["limbs"].queryset = recommendation.limbs.all()
