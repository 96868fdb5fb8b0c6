"""What an officer enters about dates of meetings."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.forms import DateField, Form, LongText, Look
from meetings.date_lists import DateLine, days_of, read_dates
from meetings.date_words import listed_date
from meetings.day_cautions import cautions
from meetings.forms.clock import ClockField
from meetings.models import ClosedDay, MeetingKind

MOST_DATES = 60
FURTHEST = 5  # years on: further is a slip of the pen
LONGEST_REASON = 500
LARGEST_NUMBER = 2**31 - 1  # what the column holds


class ReserveForm(Form):
    """A year's dates at once. ``lines`` holds them, read, once the form is valid."""

    dates = LongText(
        label="Dates, one a line",
        help_text="For example, Thursday 31 January 2019 or 31/1/2019. Paste them from a list if you have one.",
        max_length=5_000,
        error_messages={"required": "Enter at least one date"},
    )
    starts_at = ClockField(label="Time", help_text="For example, 10.00 am", required=False)
    venue = forms.CharField(label="Place", max_length=200, required=False)
    looks = {"dates": Look(rows=8, threshold=75), "starts_at": Look(width=10)}

    def __init__(self, *args: Any, taken: Collection[date] = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken, self.today = set(taken), today
        self.lines: list[DateLine] = []

    def clean_dates(self) -> str:
        self.lines = read_dates(self.cleaned_data["dates"])
        problems = [
            f"Line {line.number}: {self._problem(line)}" for line in self.lines if self._problem(line)
        ]
        if len(self.lines) > MOST_DATES:
            problems = [f"Enter at most {MOST_DATES} dates at a time: these are {len(self.lines)}"]
        if problems:
            raise ValidationError(problems)
        return self.cleaned_data["dates"]

    @property
    def days(self) -> list[date]:
        return sorted(days_of(self.lines))

    def _problem(self, line: DateLine) -> str:
        if line.day is None:
            return line.problem
        if line.day in self.taken:
            return f"There is a meeting on {listed_date(line.day)} already. Take the line out."
        if line.day.year > self.today.year + FURTHEST:
            return f"{listed_date(line.day)} is more than {FURTHEST} years away. Check the year."
        return ""


class MeetingForm(Form):
    """What can change without another day."""

    starts_at = ClockField(label="Time", help_text="For example, 10.00 am", required=False)
    venue = forms.CharField(label="Place", max_length=200, required=False)
    kind = forms.ChoiceField(label="Kind of meeting", choices=MeetingKind.choices)
    is_school_holiday = forms.BooleanField(label="It falls in the school holidays", required=False)
    note = LongText(
        label="Note for readers",
        help_text="Shown on the meeting’s page, for everybody. For example, how to find the room.",
        max_length=LONGEST_REASON,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"starts_at": Look(width=10), "note": Look(rows=3, limit=LONGEST_REASON)}


class EarlierNumberForm(Form):
    number = forms.IntegerField(
        label="Number in the council’s earlier system",
        help_text="The MId in old links. Leave it empty for a meeting that was never there.",
        min_value=1,
        max_value=LARGEST_NUMBER,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"number": Look(width=10)}


class ItemEarlierNumberForm(EarlierNumberForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "number"
        ].help_text = "The ID in old links to it. Leave it empty for an item that was never there."


class CancelForm(Form):
    reason = LongText(
        label="Why is the meeting cancelled?",
        help_text="Everybody reads this beside the date, and calendar programs show it.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why the meeting is cancelled"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"reason": Look(rows=3, limit=LONGEST_REASON)}


class PostponeForm(Form):
    """A day that something speaks against needs a tick more."""

    to = DateField(
        label="New date",
        help_text="For example, 8 11 2018. Leave it empty while no new date is known.",
        required=False,
    )
    reason = LongText(
        label="Why is the meeting put off?",
        help_text="Everybody reads this beside the old date, and calendar programs show it.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why the meeting is put off"},
    )
    is_sure = forms.BooleanField(label="I want this date all the same", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"reason": Look(rows=3, limit=LONGEST_REASON)}

    def __init__(
        self, *args: Any, on: date, added: tuple[ClosedDay, ...], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on, self.added, self.today = on, added, today
        if "is_sure" not in self.data:
            del self.fields["is_sure"]

    def clean_to(self) -> date | None:
        to = self.cleaned_data["to"]
        if to == self.on:
            raise ValidationError("Enter another day: the meeting is on this day already")
        return to

    def clean(self) -> dict:
        data = super().clean()
        to = data.get("to")
        against = cautions(to, self.added, today=self.today) if to else []
        if against and not data.get("is_sure"):
            self.fields["is_sure"] = self.base_fields["is_sure"]
            self.add_error("to", f"{' '.join(against)} Choose another day, or tick that you want it")
        return data
