"""An update as its owner writes it: every part is asked about, and any may be left unsaid."""

from typing import Any

from django import forms

from core.forms import DateField, Form, LongText, Look
from recommendations.due_dates import Precision
from recommendations.forms.period_field import WHAT_WILL_DO, PeriodField
from recommendations.models import Classification, Limb, Update
from recommendations.report.update_check import kind_in_effect
from recommendations.status import Coverage, Impact, LimbStatus
from recommendations.updates import UpdateKind

LONGEST_TEXT, LONGEST_REASON = 6_000, 1_000
NOW = [UpdateKind.PROGRESS, UpdateKind.NIL, UpdateKind.COMPLETION_CLAIM]
KINDS = [(kind.value, kind.label) for kind in NOW]
BY_MONTH_FIRST = [Precision.MONTH, *(one for one in Precision if one != Precision.MONTH)]
PERIODS = [(one.value, one.label) for one in BY_MONTH_FIRST]
UNSAID = ""
SAID = [(UNSAID, "Leave it unsaid"), *LimbStatus.choices]
SHOWN = [(one.value, one.label) for one in (Coverage.EVIDENCED, Coverage.CLAIMED)]
ONLY_DONE = "Leave the day empty, or say that the part is done"
HOW_KNOWN = "Choose whether there is evidence for it, or only words"
SAY_WHAT = "Choose how far the part has come, or leave the rest of it empty"


class UpdateForm(Form):
    kind = forms.ChoiceField(label="What are you sending in?", choices=KINDS, widget=forms.RadioSelect)
    reason = LongText(label="Why is there nothing to report?", max_length=LONGEST_REASON, required=False)
    as_at = PeriodField(label="What day or period does it speak of?", help_text=WHAT_WILL_DO)
    precision = forms.ChoiceField(label="That is", choices=PERIODS)
    text = LongText(
        label="What has been done",
        help_text="In plain words, as it may be printed in the panel’s paper. Name no child or young person.",
        max_length=LONGEST_TEXT,
        required=False,
    )
    says_slipped = forms.BooleanField(
        label="It has slipped", help_text="Whatever its parts say", required=False
    )
    impact = forms.ChoiceField(label="Did it help?", choices=Impact.choices, widget=forms.RadioSelect)
    impact_reason = forms.CharField(
        label="How do you know?",
        help_text="Needed for “improved”, “no change” and “worse”, unless a figure above shows it.",
        max_length=250,
        required=False,
    )
    classification = forms.ChoiceField(
        label="Who may read it?", choices=Classification.choices, widget=forms.RadioSelect
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    marks_optional = False  # a draft may lack anything but its date
    looks = {
        "kind": Look(label_size="m", reveals={UpdateKind.NIL.value: "reason"}),
        "reason": Look(rows=2),
        "as_at": Look(label_size="m"),
        "text": Look(rows=8, label_size="m"),
        "impact": Look(label_size="m"),
        "classification": Look(
            label_size="m",
            hints={Classification.EXEMPT.value: "The public sees only that there is such an update."},
        ),
    }

    def __init__(self, data: Any = None, *, update: Update | None, is_correction: bool) -> None:
        super().__init__(data, initial=_as_stands(update))
        if is_correction:
            self.fields["kind"].choices = [(UpdateKind.CORRECTION.value, UpdateKind.CORRECTION.label)]
            self.fields["kind"].widget = forms.HiddenInput()
            self.looks = {name: look for name, look in self.looks.items() if name != "kind"}
        # Under “Nothing to report” where there is a choice, by itself where a return is corrected
        self.asks_why = is_correction and kind_in_effect(update) == UpdateKind.NIL

    def words(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class LimbForm(Form):
    """What one part's row says. `limb` and its status now are shown beside it."""

    status = forms.ChoiceField(
        label="How far has it come?", choices=SAID, widget=forms.RadioSelect, required=False
    )
    coverage = forms.ChoiceField(
        label="Is there evidence?", choices=SHOWN, widget=forms.RadioSelect, required=False
    )
    done_on = DateField(label="Day on which it was done", required=False)
    note = forms.CharField(label="In a line", max_length=250, required=False)
    marks_optional = False
    looks = {
        "status": Look(is_inline=True, is_small=True, label_size="s"),
        "coverage": Look(is_inline=True, is_small=True),
    }

    def __init__(self, data: Any = None, *, limb: Limb, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=f"part-{limb.letter}", initial={"status": UNSAID} | initial)
        self.limb = limb

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        status = given.get("status")
        if status and not given.get("coverage"):
            self.add_error("coverage", HOW_KNOWN)
        if not status and (given.get("note") or given.get("done_on")):
            self.add_error("status", SAY_WHAT)
        elif given.get("done_on") and status != LimbStatus.DONE:
            self.add_error("done_on", ONLY_DONE)
        return given

    def row(self) -> dict[str, Any] | None:
        """Nothing is kept of what was left unsaid."""
        return self.cleaned_data | {"limb": self.limb} if self.cleaned_data["status"] else None


def _as_stands(update: Update | None) -> dict[str, Any]:
    if update is None:
        return {
            "kind": UpdateKind.PROGRESS,
            "precision": Precision.MONTH,
            "impact": Impact.NONE_CLAIMED,
            "classification": Classification.PUBLIC,
        }
    return {name: getattr(update, name) for name in UpdateForm.base_fields}
