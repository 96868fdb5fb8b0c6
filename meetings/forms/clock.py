"""A time of day asked for in one box, as people write it."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from meetings.clock_times import read_clock
from meetings.date_words import clock


class ClockField(forms.Field):
    """Gives a ``datetime.time`` or None."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a time like 10.00 am or 14:30"}

    def to_python(self, value: Any) -> time | None:
        if value in (None, "") or isinstance(value, time):
            return value or None
        if not str(value).strip():
            return None
        found = read_clock(str(value))
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, time) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True
