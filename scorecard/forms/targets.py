"""What an officer fills in to set a target and its floors, and to note other areas' figures and breaks."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from core.forms import DateField, Form, LongText, Look, ModelForm
from scorecard.forms.month_field import MonthField
from scorecard.models import Benchmark, Indicator, Threshold, Variant
from scorecard.models.indicators import SIZE, BreakKind
from scorecard.published import Unit, unit_suffix
from scorecard.rag import Polarity

NO_FLOOR = "Enter the floor standard, or tick that none is agreed yet"
AROUND = ("tolerance", "floor_low", "floor_high")


def number(label: str, **kwargs: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, **(SIZE | kwargs))


class TargetForm(Form):
    """Asks for one floor, or where the target itself is best for a tolerance and a floor on either side."""

    variant = forms.ChoiceField(
        label="For which children", choices=Variant.choices, widget=forms.RadioSelect, initial=Variant.ALL
    )
    first = MonthField(
        label="First month",
        help_text="For example April 2019. The target before it ends with the month before.",
        error_messages={"required": "Enter the first month in which the target counts"},
    )
    last = MonthField(
        label="Last month", required=False, help_text="Leave it empty while the target goes on."
    )
    target = number("Target", error_messages={"required": "Enter the target"})
    tolerance = number(
        "Tolerance",
        required=False,
        help_text="How far from the target is still green.",
    )
    floor = number(
        "Floor standard", required=False, help_text="Past it the rating is red. Exactly on it is amber."
    )
    floor_low = number("Lower floor", required=False, help_text="Below it the rating is red.")
    floor_high = number("Upper floor", required=False, help_text="Above it the rating is red.")
    has_no_floor = forms.BooleanField(
        label="No floor standard is agreed yet",
        help_text="A missed target then shows as amber, never red.",
        required=False,
    )
    approved_by = forms.CharField(
        label="Who agreed it", max_length=200, error_messages={"required": "Say who agreed the target"}
    )
    source = forms.CharField(
        label="Where it is written down",
        max_length=300,
        help_text="Minute, plan or letter, with its date.",
        error_messages={"required": "Say where the target is written down"},
    )

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        is_around = indicator.polarity == Polarity.TARGET_IS_BEST
        for name in ("floor",) if is_around else AROUND:
            del self.fields[name]
        suffix = unit_suffix(Unit(indicator.unit))
        self.looks = {
            "first": Look(width=20),
            "last": Look(width=20),
            **{name: Look(width=10, suffix=suffix) for name in ("target", "floor", *AROUND)},
        }

    @classmethod
    def initial_of(cls, threshold: Threshold) -> dict[str, Any]:
        names = ("variant", "target", "floor", *AROUND, "approved_by", "source")
        initial = {name: _plain(getattr(threshold, name)) for name in names}
        return initial | {"first": threshold.valid_from, "last": threshold.valid_to}

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        floors = [answers.get(name) for name in ("floor", "floor_low", "floor_high") if name in self.fields]
        field = "floor" if "floor" in self.fields else "floor_low"
        if all(floor is None for floor in floors):
            if not answers["has_no_floor"] and not self.errors.keys() & set(self.fields) - {"first", "last"}:
                self.add_error(field, NO_FLOOR)
        elif answers["has_no_floor"]:
            self.add_error(field, "Leave the floor empty, or take away the tick that none is agreed yet")
        first, last = answers.get("first"), answers.get("last")
        if first and last and last < first:
            self.add_error("last", "Choose a last month that is not before the first")
        return answers

    def threshold(self) -> Threshold:
        answers = self.cleaned_data
        return Threshold(
            indicator=self.indicator,
            variant=answers["variant"],
            valid_from=_first_day(answers["first"]),
            valid_to=answers["last"],
            target=answers["target"],
            floor=answers.get("floor"),
            tolerance=answers.get("tolerance"),
            floor_low=answers.get("floor_low"),
            floor_high=answers.get("floor_high"),
            approved_by=answers["approved_by"],
            source=answers["source"],
        )


class BenchmarkForm(ModelForm):
    period_ends_on = DateField(
        label="Last day of its period",
        help_text="For example, 31 3 2017. It tells when the figure has grown old.",
        required=False,
    )
    comparability_note = LongText(
        label="What sets it apart from ours",
        required=False,
        max_length=1000,
        help_text="Published beside it.",
    )

    class Meta:
        model = Benchmark
        fields = [
            "area_type",
            "area",
            "period_label",
            "period_ends_on",
            "value",
            "source_label",
            "neighbour_model",
            "excludes_uasc",
            "comparability_note",
        ]
        labels = {
            "area_type": "Kind of area",
            "area": "Name of the area",
            "period_label": "Period",
            "value": "Figure",
            "source_label": "Source",
            "neighbour_model": "Which model of statistical neighbours",
            "excludes_uasc": "Excludes unaccompanied asylum-seeking children",
        }
        help_texts = {
            "period_label": "For example 2016/17.",
            "source_label": "The return or publication it is taken from.",
            "neighbour_model": "Neighbours change from model to model: say which, for example 2021.",
        }
        error_messages = {"value": {"required": "Enter the other area's figure"}}

    looks = {"comparability_note": Look(rows=3, limit=1000)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suffix = unit_suffix(Unit(self.instance.indicator.unit))
        self.looks = {**self.looks, "value": Look(width=10, suffix=suffix), "period_label": Look(width=20)}


class BreakForm(Form):
    month = MonthField(
        label="First month that cannot be compared",
        help_text="For example July 2018",
        error_messages={"required": "Enter the first month that cannot be compared with those before"},
    )
    kind = forms.ChoiceField(
        label="What changed",
        choices=BreakKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what changed"},
    )
    reason = LongText(
        label="What members are told",
        help_text="Published on the indicator's page.",
        max_length=500,
        error_messages={"required": "Say in a sentence what changed"},
    )
    looks = {"month": Look(width=20), "reason": Look(rows=3, limit=500)}


def _first_day(month_end: date) -> date:
    return month_end.replace(day=1)


def _plain(value: Any) -> Any:
    """60 in the box rather than 60.0000."""
    if not isinstance(value, Decimal):
        return value
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
