"""The panel's standing rules, each with what it does."""

from decimal import Decimal
from typing import Any

from django import forms

from core.forms import DateField, Form, Look, ModelForm
from meetings.forms.clock import ClockField
from meetings.models import Body, Term
from people.models import Person
from people.print_names import name_of

HELP = {
    "kind": "On a committee under section 102(1) co-opted members do not vote; on an advisory one they may.",
    "legacy_id": "The CId in old links. With it they lead on to this portal.",
    "refreshments": "The line on the agenda, for example: Tea and coffee will be available from 9.45 am.",
    "clear_days": "Working days between issue and meeting, neither day counted. The law asks for 5.",
    "report_days": "How many working days before the last day of issue the clerk wants the reports.",
    "numbering_reset": "When the numbers of minutes begin anew.",
    "number_format": "How a minute’s number is printed.",
    "addition_number": "What an item is called that comes after the agenda was issued.",
    "quorum_fraction": "As a decimal: 0.3333 is a third. The result is rounded up.",
    "quorum_floor": "Never fewer than so many, whatever the fraction gives.",
    "quorum_base": "What the fraction is of.",
    "quorum_wait": "How long a meeting waits for a quorum before it ends.",
    "substitute_rule": "Who may come in a member’s place.",
    "substitute_notice": "By how long before the meeting the clerk must know.",
    "substitution_ends": "What happens when the member comes after all.",
    "remote_counts_from": "Leave both empty unless the law lets members attend by video.",
    "clerk": "Printed on the agenda under “Ask for”, with the telephone number.",
    "proper_officer": "Signs the agenda.",
}

GROUPS = {
    "The panel": [
        "name",
        "kind",
        "venue",
        "starts_at",
        "refreshments",
        "clerk",
        "proper_officer",
        "legacy_id",
    ],
    "Notice": ["clear_days", "report_days"],
    "Numbers": ["numbering_reset", "number_format", "addition_number"],
    "Quorum": ["quorum_fraction", "quorum_base", "quorum_floor", "quorum_wait"],
    "Substitutes": ["substitute_rule", "substitute_notice", "substitution_ends"],
    "At the meeting": ["lists_observers", "remote_counts_from", "remote_counts_until"],
}


class OfficerChoice(forms.ModelChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return f"{person.surname}: {name_of(person).formal}"


class BodyForm(ModelForm):
    """``version`` is of the rules as the page showed them; 0 before there is a panel."""

    starts_at = ClockField(label="Usual time", help_text="For example, 10.00 am")
    remote_counts_from = DateField(
        label="Attending by video counts from", help_text=HELP["remote_counts_from"], required=False
    )
    remote_counts_until = DateField(label="Attending by video counts until", required=False)
    quorum_fraction = forms.DecimalField(
        label="Quorum as a fraction",
        help_text=HELP["quorum_fraction"],
        min_value=Decimal("0.0001"),
        max_value=1,
        max_digits=5,
        decimal_places=4,
    )
    quorum_floor = forms.IntegerField(
        label="Quorum at least", help_text=HELP["quorum_floor"], min_value=1, max_value=100
    )
    clerk = OfficerChoice(
        queryset=Person.objects.all(), help_text=HELP["clerk"], required=False, empty_label="Nobody yet"
    )
    proper_officer = OfficerChoice(
        queryset=Person.objects.all(),
        help_text=HELP["proper_officer"],
        required=False,
        empty_label="Nobody yet",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    class Meta:
        model = Body
        fields = [name for names in GROUPS.values() for name in names]
        labels = {
            "name": "Name of the panel",
            "legacy_id": "Number in the council’s earlier system",
            "venue": "Usual place",
            "report_days": "Working days between reports and issue",
            "numbering_reset": "Minutes are numbered anew",
            "number_format": "Number of a minute",
            "addition_number": "Items added after the issue",
            "quorum_base": "The fraction is of",
            "substitute_rule": "Who may be a substitute",
            "substitution_ends": "A substitution ends",
            "quorum_wait": "Minutes to wait for a quorum",
            "substitute_notice": "Minutes of notice for a substitute",
        }
        help_texts = HELP

    looks = {
        "legacy_id": Look(width=10),
        "starts_at": Look(width=10),
        "clear_days": Look(width=3, suffix="days"),
        "report_days": Look(width=3, suffix="days"),
        "quorum_fraction": Look(width=5),
        "quorum_floor": Look(width=3, suffix="members"),
        "quorum_wait": Look(width=3, suffix="minutes"),
        "substitute_notice": Look(width=3, suffix="minutes"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.version

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("remote_counts_from"), data.get("remote_counts_until")
        if last and (not first or last < first):
            self.add_error("remote_counts_until", "Enter a last day on or after the first day it counts from")
        return data

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings, in the order of the page."""
        return [(heading, [self[name] for name in names]) for heading, names in GROUPS.items()]

    @property
    def rules(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class TermForm(Form):
    starts_on = DateField(
        label="First day", help_text="The day of the council’s annual meeting after an election"
    )
    ends_on = DateField(label="Last day", help_text="Leave it empty until the next election.", required=False)
    first_number = forms.IntegerField(
        label="Number of the first minute written here",
        help_text="1, unless minutes of this term were numbered before the portal was used.",
        min_value=1,
        initial=1,
    )
    looks = {"first_number": Look(width=5)}


class EndTermForm(Form):
    ends_on = DateField(label="Last day", help_text="Leave it empty if it goes on after all.", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def of_term(term: Term) -> str:
    return f"the term from {term.starts_on:%-d %B %Y}"
