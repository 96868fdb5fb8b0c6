"""What an officer fills in about sections and indicators."""

from typing import Any

from django import forms
from django.db.models import Q

from core.forms import Form, LongText, Look, ModelForm
from scorecard.forms.month_field import MonthField
from scorecard.models import Indicator, Section
from scorecard.periods import DataPeriod
from scorecard.rag import Polarity
from scorecard.report.notes import DATA_PERIODS

KINDS = ((True, "Key performance indicator"), (False, "Activity measure"))
GOOD = ((Polarity.NONE, "Neither way is better"), *((p, p.label) for p in Polarity if p))


class ReasonForm(Form):
    reason = LongText(
        label="Why",
        help_text="It is kept in the history of the indicator.",
        max_length=500,
        error_messages={"required": "Give the reason, in a few words"},
    )
    looks = {"reason": Look(rows=3, limit=500)}


class RetireForm(ReasonForm):
    last = MonthField(
        label="Last month", help_text="The last month in which it counts, for example March 2019"
    )
    field_order = ["last", "reason"]
    looks = {"last": Look(width=20), **ReasonForm.looks}


class ConfirmForm(Form):
    """`seen` says what was shown; whoever ticks confirms that and nothing else."""

    seen = forms.CharField(widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label="I have read what would change, and it is right",
        error_messages={"required": "Tick the box if what would change is right"},
    )


class SectionForm(ModelForm):
    class Meta:
        model = Section
        fields = ["name"]
        labels = {"name": "Name of the section"}
        error_messages = {"name": {"required": "Enter the name of the section"}}


class IndicatorForm(ModelForm):
    is_kpi = forms.TypedChoiceField(
        label="Kind",
        choices=KINDS,
        coerce=lambda value: str(value) == "True",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is rated or shown for information"},
    )
    polarity = forms.ChoiceField(label="Good is", choices=GOOD, widget=forms.RadioSelect, required=False)
    definition = LongText(label="Definition", required=False, max_length=2000)

    class Meta:
        model = Indicator
        fields = [
            "code",
            "name",
            "section",
            "is_kpi",
            "polarity",
            "data_period",
            "unit",
            "decimals",
            "numerator_label",
            "denominator_label",
            "definition",
            "source_document",
            "owner",
            "looks_back",
            "conflict",
            "is_personal",
        ]
        labels = {
            "data_period": "Data period",
            "decimals": "Decimal places",
            "numerator_label": "What the numerator counts",
            "denominator_label": "What the denominator counts",
            "source_document": "Source",
            "owner": "Who answers for it",
            "looks_back": "The definition itself looks back over earlier months",
            "conflict": "A figure that is both an improvement and a concern counts as",
            "is_personal": "Small counts could point at a child",
        }
        help_texts = {
            "code": "Capital letters then digits, like CIC03. It cannot change once there are figures.",
            "unit": "It cannot change once there are figures.",
            "decimals": "0 to 4. Ratings are worked out from the figure as it is printed.",
            "source_document": "Where the definition and the figures come from.",
            "owner": "A post, whoever holds it. Administrators keep the list of posts.",
            "looks_back": "For a snapshot like “three or more placements in the last 12 months”. "
            "Its control limits are shown with a caution.",
            "conflict": "A month can lie below its limit in a run that rises, for one.",
            "is_personal": "The panel’s paper is public: results in it that rest on 1 to 5 children are hidden.",
        }
        error_messages = {
            "code": {"required": "Enter a code, like CIC03"},
            "name": {"required": "Enter the name of the indicator"},
        }

    looks = {
        "code": Look(width=10),
        "decimals": Look(width=2),
        "is_kpi": Look(
            hints={
                "True": "Rated green, amber or red against a target and a floor.",
                "False": "Shown for information and never rated.",
            }
        ),
        "definition": Look(rows=6, limit=2000),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = Section.objects.filter(
            Q(is_retired=False) | Q(pk=self.instance.section_id)
        )
        words = dict(DATA_PERIODS)
        self.fields["data_period"].choices = [
            ("", "Choose one"),
            *((period.value, f"{period.label}: {words[period.label]}") for period in DataPeriod),
        ]
        self.fields["owner"].empty_label = "Nobody yet"

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("is_kpi") and answers.get("polarity") == Polarity.NONE:
            self.add_error("polarity", "Choose which way is good: a key performance indicator is rated by it")
        return answers
