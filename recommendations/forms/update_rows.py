"""The rows of an update: figures, next steps and documents, as many as there are."""

from typing import Any

from django import forms

from core.forms import DateField, Form, Look, RowsFormSet
from recommendations.due_dates import Precision
from recommendations.evidence import Polarity, Qualifier, is_share
from recommendations.forms.period_field import PeriodField
from recommendations.forms.updates import PERIODS
from scorecard.models import Indicator

MOST_ROWS = 30
EXACTLY = [(one.value, one.label or "exactly") for one in Qualifier]
HIGHEST_PERCENTAGE = 100
NO_WHOLE = "Enter out of how many, more than 0"
TOO_HIGH = "A percentage is from 0 to 100"
ABOVE_WHOLE = "The part cannot be more than the whole"


class NamedIndicator(forms.ModelChoiceField):
    def label_from_instance(self, indicator: Indicator) -> str:
        return f"{indicator.code} {indicator.name}"


class FigureForm(Form):
    label = forms.CharField(
        label="What was counted",
        help_text="The same words each time, so that it draws a line",
        max_length=150,
        error_messages={"required": "Enter what was counted"},
    )
    qualifier = forms.ChoiceField(label="The figure is", choices=EXACTLY, initial=Qualifier.EXACT)
    value = forms.DecimalField(
        label="Figure",
        help_text="Leave it empty if it is missing",
        max_digits=14,
        decimal_places=4,
        required=False,
    )
    unit = forms.CharField(
        label="Unit", help_text="Like children, visits or %", max_length=30, required=False
    )
    as_at = PeriodField(label="As at")
    precision = forms.ChoiceField(label="That is", choices=PERIODS, initial=Precision.MONTH)
    period_start = DateField(label="Counted from", required=False)
    polarity = forms.ChoiceField(
        label="Which way is good?", choices=Polarity.choices, initial=Polarity.NEUTRAL
    )
    numerator = forms.DecimalField(
        label="Of these", max_digits=14, decimal_places=4, required=False, min_value=0
    )
    denominator = forms.DecimalField(
        label="Out of", max_digits=14, decimal_places=4, required=False, min_value=0
    )
    indicator = NamedIndicator(
        label="Scorecard indicator", queryset=Indicator.objects.none(), required=False, empty_label="None"
    )
    source = forms.CharField(label="Where it comes from", max_length=200, required=False)
    note = forms.CharField(label="Note", max_length=250, required=False)
    marks_optional = False
    looks = {
        "value": Look(width=10),
        "unit": Look(width=10),
        "numerator": Look(width=10),
        "denominator": Look(width=10),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = Indicator.objects.order_by("code")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        value, of, out_of = (given.get(name) for name in ("value", "numerator", "denominator"))
        if is_share(given.get("unit", "")) and value is not None and not 0 <= value <= HIGHEST_PERCENTAGE:
            self.add_error("value", TOO_HIGH)
        if of is not None and not out_of:
            self.add_error("denominator", NO_WHOLE)
        elif of is not None and of > out_of:
            self.add_error("numerator", ABOVE_WHOLE)
        if given.get("period_start") and given.get("as_at") and given["period_start"] > given["as_at"]:
            self.add_error("period_start", "The count must begin before it ends")
        return given


class StepForm(Form):
    what = forms.CharField(label="What comes next", max_length=250)
    by = PeriodField(label="By when", required=False)
    precision = forms.ChoiceField(label="That is", choices=PERIODS, initial=Precision.MONTH)


class DocumentForm(Form):
    title = forms.CharField(label="Document", max_length=200)
    where = forms.CharField(
        label="Where it is",
        help_text="An address that begins with https://, or a place: Pack of 1 November 2018, page 31",
        max_length=300,
    )


class FigureRows(RowsFormSet):
    row_name = "Figure"
    add_label = "Add a figure"


class StepRows(RowsFormSet):
    row_name = "Next step"
    add_label = "Add a next step"


class DocumentRows(RowsFormSet):
    row_name = "Document"
    add_label = "Add a document"


def _rows(form: type[Form], rows: type[RowsFormSet]) -> type[RowsFormSet]:
    return forms.formset_factory(form, formset=rows, extra=0, can_delete=True, max_num=MOST_ROWS)


Figures, Steps, Documents = (
    _rows(FigureForm, FigureRows),
    _rows(StepForm, StepRows),
    _rows(DocumentForm, DocumentRows),
)
