"""What a reader asks of the scorecard. All of it is in the address, so that any view can be shared as a link.

A value that does not exist counts as not asked for, and the form keeps an error that says so.
"""

from collections.abc import Iterable, Mapping

from django import forms

from scorecard.models import Variant
from scorecard.rag import Rag
from scorecard.report.months import Months
from scorecard.report.rows import Row
from scorecard.travel import Comparison, DirectionOfTravel

DIRECTIONS = (
    (DirectionOfTravel.IMPROVING.value, "Improved"),
    (DirectionOfTravel.WORSENING.value, "Worsened"),
    (DirectionOfTravel.STEADY.value, "Unchanged"),
    (DirectionOfTravel.INCREASED.value, "Increased (not judged)"),
    (DirectionOfTravel.DECREASED.value, "Decreased (not judged)"),
    (DirectionOfTravel.NONE.value, "Not compared"),
)
BASELINES = {
    Comparison.PREVIOUS_MONTH: "{month}, the month before",
    Comparison.PREVIOUS_PANEL: "{month}, the last panel report",
    Comparison.SAME_MONTH_LAST_YEAR: "{month}, a year before",
}


def unknown(what: str) -> dict[str, str]:
    return {"invalid_choice": f"Choose {what} from the list. The address asked for one that is not there."}


class ViewForm(forms.Form):
    """Which month, for which children, compared with what. Blank means the usual one."""

    month = forms.ChoiceField(required=False, error_messages=unknown("a month"))
    compare = forms.ChoiceField(label="Compared with", required=False, error_messages=unknown("a comparison"))
    population = forms.ChoiceField(
        label="Children",
        choices=Variant.choices,
        required=False,
        error_messages=unknown("a group of children"),
    )

    def __init__(self, data: Mapping[str, str], months: Months) -> None:
        usual = {
            "month": months.chosen.slug,
            "compare": next(iter(months.baselines), ""),
            "population": Variant.ALL,
        }
        super().__init__(usual | {name: value for name, value in data.items() if value})
        self.fields["month"].choices = [(month.slug, month.label) for month in months.every]
        self.fields["compare"].choices = [
            (comparison.value, BASELINES[comparison].format(month=month.label))
            for comparison, month in months.baselines.items()
        ]

    def comparison(self) -> Comparison:
        return Comparison(self._checked("compare") or Comparison.PREVIOUS_MONTH)

    def variant(self) -> Variant:
        return Variant(self._checked("population") or Variant.ALL)

    def _checked(self, name: str) -> str:
        self.is_valid()
        return self.cleaned_data.get(name, "")


class FilterForm(forms.Form):
    """Which of the indicators to show."""

    q = forms.CharField(label="Words in the name", required=False, max_length=100)
    section = forms.ChoiceField(required=False, error_messages=unknown("a section"))
    rating = forms.ChoiceField(
        choices=[("", "Any rating"), *Rag.choices], required=False, error_messages=unknown("a rating")
    )
    direction = forms.ChoiceField(
        choices=[("", "Any direction"), *DIRECTIONS], required=False, error_messages=unknown("a direction")
    )

    def __init__(self, data: Mapping[str, str], rows: Iterable[Row]) -> None:
        super().__init__(data)
        sections = dict.fromkeys(row.section for row in rows)
        self.fields["section"].choices = [("", "All sections"), *((name, name) for name in sections)]

    def is_filtering(self) -> bool:
        self.is_valid()
        return any(self.cleaned_data.values())

    def keep(self, rows: Iterable[Row], comparison: Comparison) -> list[Row]:
        """The rows that fit everything asked for, in their order."""
        self.is_valid()
        words = self.cleaned_data.get("q", "").lower().split()
        section, rating, direction = (
            self.cleaned_data.get(name) for name in ("section", "rating", "direction")
        )
        return [
            row
            for row in rows
            if all(word in f"{row.code} {row.name}".lower() for word in words)
            and section in ("", None, row.section)
            and rating in ("", None, row.now.rating.rating)
            and direction in ("", None, row.travel[comparison].direction)
        ]
