"""A month asked for in one box, as people write it: April 2019, 4 2019 or 2019-04."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from scorecard.periods import MONTH_NAMES, month_end, month_label

YEARS = range(1990, 2101)
WRITTEN = re.compile(r"\s*([A-Za-z]{3,9}|[0-9]{1,2})[\s/.-]+([0-9]{4})\s*")
BY_YEAR = re.compile(r"\s*([0-9]{4})-([0-9]{1,2})\s*")


class MonthField(forms.Field):
    """Gives the last day of the month, or None."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a month and a year of 4 digits, like April 2019"}

    def to_python(self, value: Any) -> date | None:
        if value in (None, ""):
            return None
        if isinstance(value, date):
            return month_end(value)
        month, year = _parts(str(value))
        if month is None or year not in YEARS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return month_end(date(year, month, 1))

    def prepare_value(self, value: Any) -> Any:
        return month_label(value) if isinstance(value, date) else value


def _parts(typed: str) -> tuple[int | None, int]:
    if found := BY_YEAR.fullmatch(typed):
        return _number(found[2]), int(found[1])
    if found := WRITTEN.fullmatch(typed):
        return _number(found[1]), int(found[2])
    return None, 0


def _number(typed: str) -> int | None:
    if typed.isdigit():
        return int(typed) if 1 <= int(typed) <= 12 else None
    named = [number for number, name in enumerate(MONTH_NAMES, 1) if name.lower().startswith(typed.lower())]
    return named[0] if len(named) == 1 else None
