"""A day left empty where a period is meant: the last day of that period; everything else as for any date."""

from datetime import date

import pytest
from django import forms
from django.http import QueryDict

from core.forms import Form
from recommendations.forms.period_field import PeriodField
from recommendations.forms.updates import PERIODS


class WhenForm(Form):
    by = PeriodField(label="By when", required=False)
    precision = forms.ChoiceField(choices=PERIODS, required=False, initial="month")


def filled(day="", month="", year="", precision="month", prefix=None):
    before = f"{prefix}-" if prefix else ""
    data = QueryDict(mutable=True)
    typed = {"by-day": day, "by-month": month, "by-year": year, "precision": precision}
    data.update({f"{before}{name}": value for name, value in typed.items()})
    return WhenForm(data, prefix=prefix)


@pytest.mark.parametrize(
    ("month", "year", "precision", "stored"),
    [
        ("10", "2026", "month", date(2026, 10, 31)),
        ("February", "2024", "month", date(2024, 2, 29)),
        ("10", "2026", "quarter", date(2026, 12, 31)),
        ("10", "2026", "year", date(2026, 12, 31)),
        ("", "2026", "year", date(2026, 12, 31)),
        ("3", "2026", "financial_year", date(2026, 3, 31)),
        ("4", "2026", "financial_year", date(2027, 3, 31)),
        ("8", "2026", "academic_year", date(2026, 8, 31)),
        ("9", "2026", "academic_year", date(2027, 8, 31)),
    ],
)
@pytest.mark.parametrize("prefix", [None, "steps-0"])
def test_empty_day_means_the_last_of_the_period(month, year, precision, stored, prefix):
    form = filled("", month, year, precision, prefix)

    assert (form.errors, form.cleaned_data["by"]) == ({}, stored)


def test_day_that_is_given_stays():
    form = filled("5", "10", "2026", "month")

    assert (form.errors, form.cleaned_data["by"]) == ({}, date(2026, 10, 5))


@pytest.mark.parametrize("precision", ["month", "year", "day"])
def test_nothing_typed_is_no_date(precision):
    form = filled(precision=precision)

    assert (form.errors, form.cleaned_data["by"]) == ({}, None)


@pytest.mark.parametrize(
    ("typed", "precision", "said"),
    [
        (("", "10", "2026"), "day", "By when must include a day"),
        (("", "10", "2026"), "", "By when must include a day"),
        (("", "", "2026"), "day", "By when must include a day and month"),
        (("", "", "2026"), "month", "By when must include a month"),
        (("", "", "2026"), "financial_year", "By when must include a month"),
        (("", "10", ""), "month", "By when must include a year"),
        (("5", "", "2026"), "year", "By when must include a month"),
        (("", "13", "2026"), "month", "By when must have a month from 1 to 12, or its name"),
        (("", "10", "26"), "month", "By when must have a year of 4 digits, like 2018"),
        (("31", "2", "2026"), "month", "By when must be a real date"),
    ],
)
def test_mistakes_are_named_as_of_any_date(typed, precision, said):
    assert filled(*typed, precision).errors["by"] == [said]


@pytest.mark.parametrize(
    ("typed", "has_changed"), [(("", "", ""), False), (("", "10", "2026"), True), (("", "", "2026"), True)]
)
def test_untouched_row_stays_untouched(typed, has_changed):
    assert filled(*typed).has_changed() == has_changed


@pytest.mark.parametrize(
    ("stored", "precision", "given_back"),
    [
        (date(2026, 12, 31), "month", ("", "12", "2026")),
        (date(2026, 12, 31), "year", ("", "12", "2026")),
        (date(2026, 3, 31), "financial_year", ("", "3", "2026")),
        (date(2026, 12, 31), "day", ("31", "12", "2026")),
        (date(2026, 12, 5), "month", ("5", "12", "2026")),
        (None, "month", ("", "", "")),
    ],
)
def test_day_that_was_left_empty_comes_back_empty(stored, precision, given_back):
    field = WhenForm(initial={"by": stored, "precision": precision})["by"]

    shown = field.field.widget.format_value(field.value())

    assert tuple(shown[part] for part in ("day", "month", "year")) == given_back


def test_draft_for_a_month_is_moved_to_a_shorter_one():
    stands = {"by": date(2026, 12, 31), "precision": "month"}
    typed = WhenForm(initial=stands)["by"].value()
    data = {"by-day": typed["day"], "by-month": "11", "by-year": typed["year"], "precision": "month"}

    form = WhenForm(data, initial=stands)

    assert (form.errors, form.cleaned_data["by"]) == ({}, date(2026, 11, 30))


def test_period_sent_back_untouched_has_not_changed():
    stands = {"by": date(2026, 12, 31), "precision": "month"}
    data = {"by-day": "", "by-month": "12", "by-year": "2026", "precision": "month"}

    assert not WhenForm(data, initial=stands).has_changed()
