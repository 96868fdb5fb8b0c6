"""Every component and every kind of field in every state, on one page: for review, and for the browser's tests."""

import datetime

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.forms import formset_factory
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from core.access import Permission, may
from core.form_errors import errors_of
from core.forms import DateField, Form, LongText, Look, RowsFormSet
from core.templatetags.portal import component

REASONS = [("late", "It came late"), ("wrong", "It was wrong"), ("other", "Something else")]
SECTIONS = [
    ("", "All sections"),
    ("care", "Care planning and placements"),
    ("health", "Health and schooling"),
]
GROUPS = [("under5", "Under 5"), ("5to15", "5 to 15"), ("16plus", "16 and over"), ("none", "None of these")]


class SampleForm(Form):
    name = forms.CharField(label="Name of the report", help_text="As it stands on the agenda")
    cost = forms.DecimalField(label="Cost", required=False)
    figure = forms.DecimalField(label="Result", help_text="Like 87.5", decimal_places=1, max_digits=4)
    meeting_on = DateField(label="Meeting date", help_text="For example, 1 11 2018")
    reason = forms.ChoiceField(label="Why the figure changed", choices=REASONS, widget=forms.RadioSelect)
    other_reason = forms.CharField(label="What happened", required=False)
    is_final = forms.ChoiceField(
        label="Is the figure final?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    groups = forms.MultipleChoiceField(
        label="Age groups it counts", choices=GROUPS, widget=forms.CheckboxSelectMultiple
    )
    section = forms.ChoiceField(label="Section", choices=SECTIONS, required=False)
    note = LongText(label="Note to the approver", max_length=200, required=False)
    workbook = forms.FileField(label="Workbook", help_text="An .xlsx, .ods or .csv file of at most 10 MB")
    password = forms.CharField(label="Your password", widget=forms.PasswordInput)
    code = forms.CharField(label="Indicator code", initial="CIC29", disabled=True)
    agrees = forms.BooleanField(
        label="I have checked these figures against the source", help_text="Two people must"
    )
    looks = {
        "cost": Look(prefix="£", width=10),
        "figure": Look(suffix="%", width=5),
        "reason": Look(
            label_size="m", hints={"late": "After the fifth working day"}, reveals={"other": "other_reason"}
        ),
        "is_final": Look(is_inline=True),
        "groups": Look(is_small=True, divider="none", none_of_these="none"),
        "note": Look(rows=4),
    }


class AttendanceForm(Form):
    name = forms.CharField(label="Name")
    arrived_on = DateField(label="Day of arrival", required=False)


class AttendanceRows(RowsFormSet):
    row_name = "Person"


Rows = formset_factory(AttendanceForm, formset=AttendanceRows, can_delete=True)


@require_safe
@login_not_required
def style_guide(request: HttpRequest) -> HttpResponse:
    if not (settings.DEMO or settings.DEBUG or may(request.user, Permission.MANAGE_ACCOUNTS)):
        raise Http404
    typed = {"meeting_on-day": "31", "meeting_on-month": "2", "figure": "98,9", "note": "x" * 230}
    wrong = SampleForm({f"wrong-{name}": value for name, value in typed.items()}, {}, prefix="wrong")
    wrong.errors_are_listed = True  # drawn by hand, so that it does not take the focus from the page
    fresh = SampleForm(prefix="fresh", initial={"meeting_on": datetime.date(2018, 11, 1), "reason": "other"})
    rows, errors = Rows(_rows_typed(), prefix="rows"), errors_of(wrong)
    rows.errors_are_listed = True
    shown = {"fresh": fresh, "wrong": wrong, "rows": rows, "errors": errors + errors_of(rows)}
    return render(request, "pages/style_guide.html", shown | _samples())


def _rows_typed() -> dict[str, str]:
    typed = {"TOTAL_FORMS": "2", "INITIAL_FORMS": "2", "0-name": "Imogen Ashdown", "1-arrived_on-day": "32"}
    return {f"rows-{name}": value for name, value in typed.items()}


def _samples() -> dict:
    return {
        "crumbs": [
            {"text": "Home", "href": "/"},
            {"text": "Scorecard", "href": "#"},
            {"text": "Style guide"},
        ],
        "filters": [
            _filter("green", "13 green"),
            _filter("amber", "11 amber", current=True),
            _filter("red", "0 red"),
        ],
        "head": [{"text": "Indicator"}]
        + [{"text": text, "format": "numeric"} for text in ("August 2018", "Target")]
        + [{"text": "Rating"}, {"text": "On July"}],
        "figures": [
            _row("Same social worker for 12 months", "47.7%", "60%", "amber", "down", "0.9 points worse"),
            _row("Placed within 20 miles of home", "81.8%", "80%", "green", "up", "0.3 points better"),
            _row("Days from court authority to match", "121.7", "121", "red", "up", "9.7 days worse"),
            _row("Children missing more than once", "43", "no target", "not_rated", "level", "Unchanged"),
        ],
        "facts": [
            {"key": "Uploaded by", "value": "Imogen Ashdown, 12 September 2018", "actions": []},
            {
                "key": "File",
                "value": "scorecard-2018-08.xlsx",
                "actions": [{"text": "Download", "href": "#"}],
            },
        ],
        "pages": [
            {"number": 1, "href": "#"},
            {"number": 2, "href": "#", "current": True},
            {"number": 3, "href": "#"},
        ],
        "previous": {"href": "#"},
        "next": {"href": "#"},
    }


def _filter(rating: str, text: str, *, current: bool = False) -> dict:
    return {"text": component("rag", rating=rating, text=text), "href": "#", "current": current}


def _row(
    name: str, result: str, target: str, rating: str, arrow: str, travel: str
) -> list[dict[str, str | SafeString]]:
    return [
        {"text": format_html('<a class="govuk-link" href="#">{}</a>', name)},
        {"text": format_html('<span class="portal-figure">{}</span>', result), "format": "numeric"},
        {"text": target, "format": "numeric"},
        {"text": component("rag", rating=rating)},
        {"text": component("direction", arrow=arrow, text=travel)},
    ]
