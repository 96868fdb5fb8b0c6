"""Each step of a card's way, as it is entered."""

from typing import Any

from django import forms

from challenge_cards.actions.moving import NOTED
from challenge_cards.forms.base import PERIODS, CardForm
from challenge_cards.models import Group, StepKind
from core.forms import DateField, LongText, Look
from meetings.models import Access, AgendaItem
from people.models import Post
from recommendations.due_dates import Precision

NOBODY = "Name no child, and nobody by whom a child could be known."
SUPPORTS, DOES_NOT = "yes", "no"


class ItemChoice(forms.ModelChoiceField):
    """Open items of the panel's agendas, those of the newest meeting first."""

    def __init__(self, **kwargs: Any) -> None:
        items = AgendaItem.objects.filter(access=Access.OPEN).select_related("meeting")
        super().__init__(queryset=items.order_by("-meeting__on", "position"), **kwargs)

    def label_from_instance(self, item: AgendaItem) -> str:
        return f"{item.meeting.on:%-d %B %Y}: {item.title}"


class OnDayForm(CardForm):
    on = DateField(label="On which day?", help_text="For example, 6 9 2018")


class CouncilForm(OnDayForm):
    council = forms.ModelChoiceField(
        label="Which council?", queryset=Group.objects.councils(), empty_label="Choose the council"
    )
    field_order = ["council", "on"]


class DecisionForm(CouncilForm):
    decision = forms.ChoiceField(
        label="Does the council take the card forward?",
        choices=[(SUPPORTS, "Yes, it supports the card"), (DOES_NOT, "No")],
        widget=forms.RadioSelect,
    )
    note = LongText(
        label="What shall the group be told?",
        help_text=f"If the council does not take it forward, say why. {NOBODY}",
        max_length=1000,
        required=False,
    )
    field_order = ["council", "decision", "on", "note"]
    looks = {"note": Look(rows=3)}


class OfficersForm(OnDayForm):
    owner = forms.ModelChoiceField(
        label="Which post answers for the card?", queryset=Post.objects.all(), empty_label="Choose the post"
    )
    body = forms.CharField(
        label="At which meeting of officers?",
        help_text="For example, county meeting of senior officers",
        max_length=150,
    )
    note = LongText(label="Note", help_text=NOBODY, max_length=1000, required=False)
    field_order = ["owner", "body", "on", "note"]
    looks = {"note": Look(rows=3)}


class PromiseForm(CardForm):
    due_on = DateField(label="By when does the group have its answer?", help_text="For example, 31 1 2019")
    precision = forms.ChoiceField(
        label="What do you promise?", choices=PERIODS, widget=forms.RadioSelect, initial=Precision.MONTH
    )


class AgreementForm(PromiseForm):
    text = LongText(label="What will be done?", help_text=NOBODY, max_length=500)
    owner = forms.ModelChoiceField(
        label="Which post does it?", queryset=Post.objects.all(), empty_label="Choose the post"
    )
    on = DateField(label="When was it agreed?")
    body = forms.CharField(label="Who agreed it?", max_length=150)
    field_order = ["text", "owner", "on", "body", "due_on", "precision"]
    looks = {"text": Look(rows=3)}


class PutOffForm(PromiseForm):
    reason = LongText(
        label="Why is it later?", help_text="Young people read this. Say it plainly.", max_length=1000
    )
    agreed_by = forms.CharField(label="Who agreed to the later day?", max_length=150)
    on = DateField(label="When was that agreed?")
    looks = {"reason": Look(rows=3)}


class WithdrawForm(OnDayForm):
    note = LongText(label="What does the group say?", help_text=NOBODY, max_length=1000, required=False)
    looks = {"note": Look(rows=3)}


class StepForm(OnDayForm):
    kind = forms.ChoiceField(
        label="What happened?",
        choices=[(kind.value, StepKind(kind).label) for kind in NOTED],
        widget=forms.RadioSelect,
    )
    precision = forms.ChoiceField(
        label="Is that the very day?",
        choices=[(Precision.DAY.value, "Yes"), (Precision.MONTH.value, "No, some day of that month")],
        widget=forms.RadioSelect,
        initial=Precision.DAY,
    )
    body = forms.CharField(label="Who?", max_length=150, required=False)
    item = ItemChoice(label="Item of the panel's agenda", required=False, empty_label="None")
    note = LongText(label="Note", help_text=NOBODY, max_length=1000, required=False)
    field_order = ["kind", "on", "precision", "body", "item", "note"]
    looks = {"note": Look(rows=3), "precision": Look(is_inline=True)}
