"""What is filled in on a month's way to the panel: commentary, text, dates, ticks and reasons."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from core.forms import DateField, Form, LongText, Look
from scorecard.models import Commentary, ReportPlan
from scorecard.publishing.commentary import Words
from scorecard.report.readiness import Caution

LONGEST_ANSWER = 1_200
LONGEST_PART = 3_000
LONGEST_FIELD = 200
LONGEST_NOTE = 2_000


class CommentaryForm(Form):
    """A draft may be kept with gaps; whoever submits answers everything."""

    marks_optional = False
    looks = {
        "what_changed": Look(rows=4, limit=LONGEST_ANSWER),
        "why": Look(rows=4, limit=LONGEST_ANSWER),
        "action": Look(rows=4, limit=LONGEST_ANSWER),
    }

    baseline = forms.ChoiceField(
        label="Which month do you compare with?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the month that you compare with."},
    )
    what_changed = LongText(
        label="What changed?",
        max_length=LONGEST_ANSWER,
        error_messages={"required": "Say what changed since the month you compare with."},
    )
    why = LongText(
        label="Why?", max_length=LONGEST_ANSWER, error_messages={"required": "Say why it changed, or stayed."}
    )
    action = LongText(
        label="What is being done?",
        max_length=LONGEST_ANSWER,
        error_messages={"required": "Say what is being done, or why nothing has to be done."},
    )
    by_when = DateField(
        label="By when?",
        help_text="For example 31 3 2019.",
        error_messages={"required": "Say by when it is done."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        data: Any = None,
        *,
        baselines: Sequence[tuple[str, str]],
        wants_date: bool,
        month_end: date,
        commentary: Commentary | None = None,
        is_final: bool = False,
    ) -> None:
        super().__init__(data, initial=_stored(commentary, baselines))
        self.month_end = month_end
        if baselines:
            self.fields["baseline"].choices = baselines
        else:
            del self.fields["baseline"]
        for name in ("what_changed", "why", "action"):
            self.fields[name].required = is_final
        self.fields["by_when"].required = is_final and wants_date

    def clean_by_when(self) -> date | None:
        day = self.cleaned_data["by_when"]
        if day and day <= self.month_end:
            raise ValidationError(
                f"Enter a day after {date_format(self.month_end)}: the commentary is on that month."
            )
        return day

    @property
    def words(self) -> Words:
        return Words(**{field: self.cleaned_data.get(field, "") for field in Words._fields})


def _stored(commentary: Commentary | None, baselines: Sequence[tuple[str, str]]) -> dict[str, Any]:
    if commentary is None:
        return {"baseline": baselines[0][0] if baselines else "", "version": 0}
    return {field: getattr(commentary, field) for field in (*Words._fields, "version")}


class ReturnForm(Form):
    looks = {"note": Look(rows=3, limit=LONGEST_NOTE)}

    note = LongText(
        label="What would you like to be changed?",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Say what you would like to be changed."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PartForm(Form):
    """One part of the paper; an empty box brings the portal's own words back."""

    marks_optional = False

    text = LongText(required=False, max_length=LONGEST_PART)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, label: str, is_field: bool, **how: Any) -> None:
        super().__init__(data, **how)
        self.fields["text"].label = label
        self.looks = {"text": Look(rows=8, limit=LONGEST_PART)}
        if is_field:
            self.fields["text"] = forms.CharField(label=label, required=False, max_length=LONGEST_FIELD)


class PlanForm(Form):
    meeting_on = DateField(
        label="Meeting of the panel",
        help_text="The day on which the panel sees this month. For example 1 11 2018.",
        error_messages={"required": "Enter the day of the meeting."},
    )
    commentary_due_on = DateField(
        label="Commentary is due on",
        help_text="Owners of indicators are told this day.",
        required=False,
    )

    def __init__(self, data: Any = None, *, plan: ReportPlan | None = None) -> None:
        names = ("meeting_on", "commentary_due_on")
        super().__init__(data, initial={name: getattr(plan, name) for name in names} if plan else None)


class PublishForm(Form):
    """Each caution is ticked, and a note says why the report is published all the same."""

    ticked = forms.MultipleChoiceField(
        label="Before you publish",
        help_text="Tick each one when you have looked at it.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick each one when you have looked at it."},
    )
    note = LongText(
        label="Why the report is published all the same",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Say why the report is published all the same."},
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, cautions: Sequence[Caution], fingerprint: str) -> None:
        super().__init__(data, initial={"seen": fingerprint})
        if not cautions:
            del self.fields["ticked"], self.fields["note"]
            return
        self.fields["ticked"].choices = [(caution.key, caution.sentence) for caution in cautions]
        hints = {caution.key: "; ".join(caution.details) for caution in cautions if caution.details}
        self.looks = {"ticked": Look(label_size="m", hints=hints), "note": Look(rows=3, limit=LONGEST_NOTE)}

    def clean_ticked(self) -> list[str]:
        ticked = self.cleaned_data["ticked"]
        missing = len(self.fields["ticked"].choices) - len(ticked)
        if missing:
            raise forms.ValidationError(
                f"Tick each one when you have looked at it: {missing} not ticked yet."
            )
        return ticked


class WithdrawForm(Form):
    looks = {"reason": Look(rows=3, limit=LONGEST_NOTE)}

    reason = LongText(
        label="Why is the report withdrawn?",
        help_text="Officers read this beside the report.",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Say why the report is withdrawn."},
    )
