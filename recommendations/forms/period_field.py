"""A date that may lack its day, or its month too, where the choice beside it says that a period is meant."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import BaseForm, BoundField
from django.utils.functional import cached_property

from core.dates import PARTS
from core.forms import DateField, DateInput
from recommendations.due_dates import Precision, last_day

DECEMBER = "12"
WHAT_WILL_DO = "For a period the day may stay empty; for a calendar year the month too."


class PeriodInput(DateInput):
    def __init__(self, precision: str) -> None:
        super().__init__()
        self.precision = precision

    def value_from_datadict(self, data: Mapping, files: Mapping, name: str) -> dict[str, str]:
        before, dash, _ = name.rpartition("-")
        chosen = str(data.get(f"{before}{dash}{self.precision}", ""))
        return super().value_from_datadict(data, files, name) | {"precision": chosen}

    def format_value(self, value: Any) -> dict[str, str]:
        typed = super().format_value(value)
        return {part: typed.get(part, "") for part in PARTS}


class PeriodBoundField(BoundField):
    @cached_property
    def initial(self) -> Any:
        """As it was typed: without the day where a period was meant, so that its month can be changed alone."""
        day, named = super().initial, self.form.fields[self.field.widget.precision]
        precision = self.form.get_initial_for_field(named, self.field.widget.precision)
        if not isinstance(day, date) or precision not in set(Precision) - {Precision.DAY}:
            return day
        typed = self.field.widget.format_value(day)
        return typed | {"day": ""} if day == last_day(day, Precision(precision)) else typed


class PeriodField(DateField):
    """``precision`` names the field of the same form that says what period is meant.

    Where the day is left empty, the last day of the period is meant; a day that is given stays.
    """

    def __init__(self, *, precision: str = "precision", **kwargs: Any) -> None:
        super().__init__(widget=PeriodInput(precision), **kwargs)

    def get_bound_field(self, form: BaseForm, field_name: str) -> PeriodBoundField:
        return PeriodBoundField(form, self, field_name)

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, dict):
            return super().to_python(value)
        typed, precision = self.widget.format_value(value), value.get("precision")
        if typed["day"] or not any(typed.values()) or precision not in set(Precision) - {Precision.DAY}:
            return super().to_python(typed)
        month = typed["month"] or (DECEMBER if precision == Precision.YEAR else "")
        first = super().to_python(typed | {"day": "1", "month": month})
        return last_day(first, Precision(precision))
