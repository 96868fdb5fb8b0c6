"""What is asked before an agenda is issued, and when a meeting is called at shorter notice."""

from typing import Any

from django import forms

from core.forms import DateField, Form, LongText, Look
from meetings.item_notice import missing_reason
from meetings.models import IssueKind
from meetings.report.agenda_issuing import Prepared

AGAIN = [
    (IssueKind.SUPPLEMENT, "A supplement: it lists only the items and papers that are added"),
    (IssueKind.REISSUE, "Issue the whole agenda again, with what is different"),
]


class IssueForm(Form):
    """A first issue asks nothing. Later ones ask which kind, and which changed words were only put right."""

    marks_optional = False

    kind = forms.ChoiceField(label="What to issue", choices=AGAIN, widget=forms.RadioSelect)
    corrected = forms.TypedMultipleChoiceField(
        label="Only corrected, not changed in substance",
        help_text="Tick an item if members and public were told the same as before. Otherwise its clear days begin "
        "anew with this issue.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, prepared: Prepared) -> None:
        super().__init__(data, initial={"seen": prepared.fingerprint})
        if not prepared.latest:
            del self.fields["kind"]
        elif not prepared.may_supplement:
            self.fields["kind"].choices = AGAIN[1:]
            self.initial["kind"] = IssueKind.REISSUE
        if prepared.changed:
            self.fields["corrected"].choices = [
                (one.line.item.pk, one.line.name)
                for one in prepared.verdicts
                if one.line.item.pk in prepared.changed
            ]
        else:
            del self.fields["corrected"]

    def values(self) -> dict[str, Any]:
        return {
            "kind": self.cleaned_data.get("kind", IssueKind.MAIN),
            "corrected": self.cleaned_data.get("corrected", []),
            "seen": self.cleaned_data["seen"],
        }


class ShorterNoticeForm(Form):
    looks = {"reason": Look(rows=4)}

    on = DateField(
        label="Day on which the meeting is called",
        help_text="The agenda lies open from then on, so issue it on that day at the latest. For example 30 10 2018.",
    )
    reason = LongText(
        label="Why it is called at shorter notice",
        max_length=1_000,
        help_text="It is kept with the agenda, and the public may ask for it.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_reason(self) -> str:
        if problems := missing_reason(
            self.cleaned_data["reason"], "why the meeting is called at shorter notice"
        ):
            raise forms.ValidationError(problems[0])
        return self.cleaned_data["reason"]
