from django import forms

from core.forms import DateField, Form
from meetings.models import ClosedDayKind


class ClosedDayForm(Form):
    on = DateField(label="Day", help_text="For example, 27 12 2018")
    name = forms.CharField(label="What it is", help_text="For example, Christmas closure", max_length=100)
    kind = forms.ChoiceField(
        label="Why the offices are closed",
        choices=ClosedDayKind.choices,
        widget=forms.RadioSelect,
        initial=ClosedDayKind.COUNCIL_CLOSURE,
    )
    known_since = DateField(
        label="Known since",
        help_text="The day it was announced. An agenda issued before that counted without it, and rightly so.",
    )
