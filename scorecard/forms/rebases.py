"""What an officer says to start control limits again, or to withdraw that."""

from collections.abc import Sequence
from typing import Any

from django import forms

from core.forms import FilterForm, Form, LongText, Look
from scorecard.report.months import Month

LONGEST_REASON = 500
REASON_LOOK = Look(rows=3, limit=LONGEST_REASON)


class RebaseMonthForm(FilterForm):
    """The month comes first, in the address: what the limits would be from there is shown before anybody decides."""

    month = forms.ChoiceField(
        label="The first month of the new limits",
        help_text="The month from which things were done differently, not the one in which you noticed.",
        error_messages={
            "required": "Choose the first month of the new limits",
            "invalid_choice": "Choose a month from the list: the limits cannot start again in that one",
        },
    )

    def __init__(self, data: Any, *, months: Sequence[Month]) -> None:
        super().__init__(data if data and "month" in data else None)
        self.months = {month.slug: month for month in months}
        named = [(slug, month.label) for slug, month in self.months.items()]
        self.fields["month"].choices = [("", "Choose a month"), *named]

    def clean_month(self) -> Month:
        return self.months[self.cleaned_data["month"]]


class RebaseForm(Form):
    reason = LongText(
        label="What changed",
        help_text="Members read this beside the chart, with your name. Name no child and no carer.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say what changed in that month"},
    )
    looks = {"reason": REASON_LOOK}


class WithdrawForm(Form):
    reason = LongText(
        label="Why it is withdrawn",
        help_text="It is kept beside the decision, with your name.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why it is withdrawn"},
    )
    looks = {"reason": REASON_LOOK}
