"""A card comes in, or a matter of one person goes where it belongs."""

from django import forms

from challenge_cards.forms.base import CardForm
from challenge_cards.models import Group, Route
from challenge_cards.privacy import SMALLEST_GROUP
from core.forms import DateField, LongText, Look


class CardEntryForm(CardForm):
    group = forms.ModelChoiceField(
        label="Which group is asking?",
        queryset=Group.objects.active().filter(members__gte=SMALLEST_GROUP),
        empty_label="Choose the group",
        help_text=f"A card is always from a group of at least {SMALLEST_GROUP} people, never from one person.",
    )
    title = forms.CharField(
        label="A short name for it", help_text="A few words, like “Wifi in every home”", max_length=120
    )
    question = LongText(
        label="What do you want to change?", help_text="Use the group's own words.", max_length=1500
    )
    why = LongText(
        label="Why does it matter to you?",
        help_text="Say it for the whole group. Leave out names, ages and where people live.",
        max_length=1500,
        required=False,
    )
    received_on = DateField(label="When did the group ask?", help_text="For example, 20 8 2018")
    looks = {"question": Look(rows=5, limit=1500), "why": Look(rows=4, limit=1500)}


class RouteForm(CardForm):
    route = forms.ChoiceField(
        label="Who takes care of it now?", choices=Route.choices, widget=forms.RadioSelect
    )
