"""What is asked before full counts are shown, and what a table of children and its rows are called."""

from typing import Any

from django import forms

from core.forms import Form, LongText, Look
from scorecard.imports.layout import plain, shown
from scorecard.models import CategoryKind, DemographicCategory, DemographicTable

LONGEST_REASON = 500


class ReasonForm(Form):
    looks = {"reason": Look(rows=3, limit=LONGEST_REASON)}

    reason = LongText(
        label="What do you need the full numbers for?",
        help_text="It is kept with your name and the time. Do not name a child.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say what you need the full numbers for."},
    )


class TableForm(Form):
    name = forms.CharField(
        label="Name of the table",
        help_text="What the children are counted by, like legal status.",
        max_length=80,
        error_messages={"required": "Enter a name for the table."},
    )
    rows_overlap = forms.BooleanField(
        label="A child may be counted in several rows",
        required=False,
        help_text="Then the rows do not add up, and one row counts the children in none of them. "
        "Once children were counted in the table this stays.",
    )
    named_at_most = forms.IntegerField(
        label="Rows shown by name",
        required=False,
        min_value=1,
        max_value=100,
        help_text="The largest rows keep their names and the others are added up. Leave this empty to name them all. "
        "Once children were counted in the table this stays.",
        error_messages={"min_value": "Name at least 1 row.", "max_value": "Name 100 rows at most."},
    )
    looks = {"named_at_most": Look(width=3)}

    def clean_name(self) -> str:
        name = shown(self.cleaned_data["name"])
        if any(plain(table.name) == plain(name) for table in DemographicTable.objects.all()):
            raise forms.ValidationError("There is a table of that name already. Choose another name.")
        return name


class CategoryForm(Form):
    name = forms.CharField(
        label="Name of the row",
        help_text="As it will stand in the workbook. Once children were counted under it, it stays.",
        max_length=80,
        error_messages={"required": "Enter a name for the row."},
    )
    kind = forms.ChoiceField(
        label="What it counts",
        choices=[(kind.value, kind.label) for kind in (CategoryKind.COUNTED, CategoryKind.NOT_KNOWN)],
        initial=CategoryKind.COUNTED,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, table: DemographicTable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def clean_name(self) -> str:
        name = shown(self.cleaned_data["name"])
        rows = DemographicCategory.objects.filter(table=self.table)
        if any(plain(row.name) == plain(name) for row in rows):
            raise forms.ValidationError("The table has a row of that name already. Choose another name.")
        return name
