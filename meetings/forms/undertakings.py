"""Narrowing the register of undertakings, and reporting on one of them."""

from typing import Any

from django import forms

from core.forms import FilterForm, Form, LongText, Look
from meetings.models import Undertaking, UndertakingState
from meetings.report.undertakings import LEFT_OPEN, Kept

EVERY = ""
STILL_OPEN = "still_open"
OVERDUE = "overdue"
SHOWN = [
    (EVERY, "All"),
    (STILL_OPEN, "Open or under way"),
    (OVERDUE, "Overdue"),
    (UndertakingState.REPORTED.value, UndertakingState.REPORTED.label),
    (UndertakingState.ACCEPTED.value, UndertakingState.ACCEPTED.label),
]
# Accepting is the panel's, by a minute
REPORTED_AS = [(state.value, state.label) for state in UndertakingState if state != UndertakingState.ACCEPTED]


class RegisterFilter(FilterForm):
    """An address that was changed by hand shows everything."""

    state = forms.ChoiceField(label="State", choices=SHOWN, required=False)
    owner = forms.ChoiceField(label="Post", required=False)
    meeting = forms.ChoiceField(label="Undertaken on", required=False)

    def __init__(self, data: Any, *, register: list[Kept]) -> None:
        super().__init__(data)
        owners = {one.undertaking.owner_id: str(one.undertaking.owner) for one in register}
        days = {one.undertaking.item.meeting for one in register}
        self.fields["owner"].choices = [("", "Every post"), *sorted(owners.items(), key=lambda one: one[1])]
        self.fields["meeting"].choices = [
            ("", "Every meeting"),
            *((one.pk, f"{one.on:%-d %B %Y}") for one in sorted(days, key=lambda day: day.on, reverse=True)),
        ]

    def narrow(self, register: list[Kept]) -> list[Kept]:
        given = self.cleaned_data if self.is_valid() else {}
        return [one for one in register if _matches(one, given)]


def _matches(one: Kept, given: dict[str, str]) -> bool:
    row, state = one.undertaking, given.get("state") or EVERY
    in_state = {
        EVERY: True,
        STILL_OPEN: row.state in LEFT_OPEN,
        OVERDUE: one.is_overdue,
    }.get(state, row.state == state)
    return (
        in_state
        and given.get("owner") in ("", None, str(row.owner_id))
        and given.get("meeting") in ("", None, str(row.item.meeting_id))
    )


class ReportForm(Form):
    text = LongText(label="What has been done", max_length=2000)
    state = forms.ChoiceField(label="It is now", choices=REPORTED_AS, widget=forms.RadioSelect)
    after = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"text": Look(rows=4)}

    def __init__(self, data: Any = None, *, undertaking: Undertaking, after: int) -> None:
        super().__init__(data, initial={"state": undertaking.state, "after": after})
