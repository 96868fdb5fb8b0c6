"""What an officer fills in about one line of an agenda."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from core.forms import DateField, Form, LongText, Look
from meetings.forms.clock import ClockField
from meetings.item_notice import missing_reason
from meetings.models import Access, AgendaItem, PaperState, Undertaking
from meetings.schedule_12a import Paragraph
from people.models import Person

LONGEST = 4_000
SECRET = "Only those entitled to exempt papers see it."  # noqa: S105 - a hint, no password


class LinesField(LongText):
    """One entry a line; empty lines fall out. Gives a list."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in (super().clean(value) or "").split("\n")]
        if any(len(line) > 200 for line in lines):
            raise forms.ValidationError("Keep each line to 200 characters or fewer.")
        return [line for line in lines if line]


class HeadingForm(Form):
    title = forms.CharField(label="Heading", max_length=250)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    words = ("title",)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.words}


class ItemForm(Form):
    looks = {
        "purpose": Look(rows=4, limit=LONGEST),
        "paper_state": Look(reveals={PaperState.VERBAL: "verbal_heads", PaperState.TO_FOLLOW: "late_reason"}),
        "verbal_heads": Look(rows=4),
        "late_reason": Look(rows=3),
    }
    words = ("title", "purpose", "lead", "paper_state", "verbal_heads", "late_reason")

    title = forms.CharField(label="Title", max_length=250, help_text="The public reads it.")
    purpose = LongText(
        label="What the panel is asked to do",
        required=False,
        max_length=LONGEST,
        help_text="Like “To receive the report” or “To consider and approve the minutes”.",
    )
    lead = forms.CharField(label="Who presents it", required=False, max_length=200)
    paper_state = forms.ChoiceField(label="Paper", choices=PaperState.choices, widget=forms.RadioSelect)
    verbal_heads = LinesField(label="What it is about", required=False, help_text="One heading a line.")
    late_reason = LongText(label="Why the paper follows later", required=False)
    undertakings = forms.ModelMultipleChoiceField(
        Undertaking.objects.none(),
        label="Undertakings that it answers",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, promised: Iterable[Undertaking] = (), **how: Any) -> None:
        super().__init__(data, **how)
        promised = list(promised)
        if promised:
            of_these = Undertaking.objects.filter(pk__in=[one.pk for one in promised])
            self.fields["undertakings"].queryset = of_these
        else:
            del self.fields["undertakings"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("paper_state") == PaperState.TO_FOLLOW:
            for problem in missing_reason(cleaned.get("late_reason", ""), "why the paper follows later"):
                self.add_error("late_reason", problem)
        return cleaned

    def values(self) -> dict[str, Any]:
        """What does not belong to the chosen kind of paper is not kept."""
        values = {name: self.cleaned_data[name] for name in self.words}
        if values["paper_state"] != PaperState.VERBAL:
            values["verbal_heads"] = []
        if values["paper_state"] != PaperState.TO_FOLLOW:
            values["late_reason"] = ""
        return values


class AccessForm(Form):
    """Exempt by one or more of the seven paragraphs of Schedule 12A, with the reason and the balance in words."""

    marks_optional = False

    looks = {
        "access": Look(label_size="m"),
        "exempt_reason": Look(rows=3),
        "public_interest": Look(rows=3),
        "private_purpose": Look(rows=3),
    }
    words = (
        *("access", "paragraphs", "exempt_reason", "public_interest"),
        *("private_title", "private_purpose"),
    )

    access = forms.ChoiceField(label="Who may read it", choices=Access.choices, widget=forms.RadioSelect)
    paragraphs = forms.TypedMultipleChoiceField(
        label="Exempt by which paragraphs of Schedule 12A",
        choices=[(one.value, f"{one.value}. {one.label}") for one in Paragraph],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    exempt_reason = LongText(
        label="Why it is exempt", required=False, max_length=1_000, help_text="The public reads it."
    )
    public_interest = LongText(
        label="Why that outweighs the public interest in knowing",
        required=False,
        max_length=1_000,
        help_text="The public reads it.",
    )
    private_title = forms.CharField(label="Private title", required=False, max_length=250, help_text=SECRET)
    private_purpose = LongText(label="Private purpose", required=False, max_length=1_000, help_text=SECRET)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("access") not in (None, Access.OPEN):
            self._ask(cleaned, "paragraphs", "Tick the paragraph, or paragraphs, by which it is exempt.")
            self._ask(cleaned, "exempt_reason", "Say why it is exempt, in words that the public may read.")
            self._ask(cleaned, "public_interest", "Say why that outweighs the public interest in knowing.")
        return cleaned

    def _ask(self, cleaned: dict[str, Any], name: str, message: str) -> None:
        if not cleaned.get(name) and name not in self.errors:
            self.add_error(name, message)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.words}


class UrgencyForm(Form):
    """The chairman's reason prints on the agenda and in the minute."""

    looks = {"reason": Look(rows=4), "at_time": Look(width=10)}

    reason = LongText(
        label="Why the item cannot wait for the next meeting",
        max_length=1_000,
        help_text="The public reads it, on the agenda and in the minutes.",
    )
    chairman = forms.ModelChoiceField(
        Person.objects.none(), label="Chairman who agreed to it", empty_label=None
    )
    on = DateField(label="Day on which they agreed", help_text="For example 29 10 2018.")
    at_time = ClockField(label="Time", help_text="For example 2.30 pm.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, item: AgendaItem, chairmen: Any) -> None:
        at = timezone.localtime(item.urgency_at) if item.urgency_at else None
        stored = {
            "reason": item.urgency_reason,
            "chairman": item.urgency_by_id,
            "on": at.date() if at else None,
            "at_time": at.time() if at else None,
            "version": item.version,
        }
        super().__init__(data, initial=stored)
        self.fields["chairman"].queryset = chairmen

    def clean_reason(self) -> str:
        problems = missing_reason(
            self.cleaned_data["reason"], "why the item cannot wait for the next meeting"
        )
        if problems:
            raise forms.ValidationError(problems[0])
        return self.cleaned_data["reason"]

    def values(self) -> dict[str, Any]:
        told = self.cleaned_data
        on = timezone.datetime.combine(told["on"], told["at_time"])
        return {"reason": told["reason"], "chairman": told["chairman"], "at": timezone.make_aware(on)}
