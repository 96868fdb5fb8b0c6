"""A date asked for in three boxes, as people say it: 31 8 2018, or 31 August 2018."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.plain_errors import named
from core.whole_numbers import whole_number

PARTS = ("day", "month", "year")
# What is reckoned from a date, like a year's end or so many months on, is a date too
FIRST_YEAR, LAST_YEAR = 1900, 2199
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class DateInput(forms.Widget):
    """Three boxes named ``<name>-day``, ``<name>-month`` and ``<name>-year``; keeps what was typed."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping, files: Mapping, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(self, data: Mapping, files: Mapping, name: str) -> bool:
        return all(f"{name}-{part}" not in data for part in PARTS)

    def format_value(self, value: Any) -> dict[str, str]:
        if isinstance(value, datetime.date):
            return {part: str(getattr(value, part)) for part in PARTS}
        return value if isinstance(value, dict) else dict.fromkeys(PARTS, "")

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day" if id_ else ""


class DateField(forms.Field):
    """Gives a ``datetime.date`` or None. Each error carries the wrong ``parts``, which are drawn as wrong."""

    widget = DateInput

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            return value
        typed = value if isinstance(value, dict) else {}
        if not any(typed.values()):
            return None
        self._check_all_there(typed)
        return self._date(typed)

    def prepare_value(self, value: Any) -> Any:
        return value.date() if isinstance(value, datetime.datetime) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.widget.format_value(initial) != self.widget.format_value(data)

    def validate(self, value: datetime.date | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required", params={"parts": PARTS})

    def _check_all_there(self, typed: dict[str, str]) -> None:
        absent = [part for part in PARTS if not typed.get(part)]
        if absent:
            raise self._wrong(f"must include a {' and '.join(absent)}", "incomplete", absent)

    def _date(self, typed: dict[str, str]) -> datetime.date:
        day, month, year = _number(typed["day"]), _month(typed["month"]), _number(typed["year"])
        if year is None or len(typed["year"]) != 4:
            raise self._wrong("must have a year of 4 digits, like 2018", "year", ["year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise self._wrong(f"must have a year from {FIRST_YEAR} to {LAST_YEAR}", "year", ["year"])
        if month is None:
            raise self._wrong("must have a month from 1 to 12, or its name", "month", ["month"])
        try:
            return datetime.date(year, month, day or 0)
        except ValueError:
            raise self._wrong(
                "must be a real date", "invalid", PARTS if day and day <= 31 else ["day"]
            ) from None

    def _wrong(self, message: str, code: str, parts: Any) -> ValidationError:
        return ValidationError(f"{self._called} {message}", code=code, params={"parts": tuple(parts)})

    @property
    def _called(self) -> str:
        return (
            "The date"
            if self.label is None or named(str(self.label)).startswith("an answer")
            else str(self.label)
        )


def wrong_parts(field: forms.BoundField) -> tuple[str, ...]:
    """The boxes to draw as wrong, in reading order: those an error names, all of them when it names none."""
    errors = field.form.errors.as_data().get(field.name, [])
    named_parts = {part for error in errors for part in (error.params or {}).get("parts", PARTS)}
    return tuple(part for part in PARTS if part in named_parts)


def _number(typed: str) -> int | None:
    return whole_number(typed) if len(typed) <= 4 else None


def _month(typed: str) -> int | None:
    number = _number(typed)
    if number is not None:
        return number if 1 <= number <= 12 else None
    matches = [
        i
        for i, name in enumerate(MONTHS, 1)
        if len(typed) >= 3 and name.startswith(typed.lower().rstrip("."))
    ]
    return matches[0] if len(matches) == 1 else None
