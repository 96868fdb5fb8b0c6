"""Rows that can be added and taken away by buttons that need no JavaScript."""

import re

from django import forms
from django.template import Context, Template

from core.form_errors import errors_of
from core.forms import Form, RowsFormSet


class AttendanceForm(Form):
    name = forms.CharField(label="Name")


class AttendanceRows(RowsFormSet):
    row_name = "Person"


Rows = forms.formset_factory(AttendanceForm, formset=AttendanceRows, extra=1, can_delete=True, min_num=0)


def posted(*names: str, **more: str) -> dict:
    rows = {f"form-{i}-name": name for i, name in enumerate(names)}
    return {"form-TOTAL_FORMS": str(len(names)), "form-INITIAL_FORMS": "0"} | rows | more


def drawn(rows: RowsFormSet) -> str:
    return Template("{% load crispy_forms_tags %}{{ rows|crispy }}").render(Context({"rows": rows}))


def test_add_button_gives_one_row_more_and_no_error_yet() -> None:
    rows = Rows(posted("", "Ada", **{"form-add": "1"}))

    page = drawn(rows)

    assert not rows.is_valid()
    assert rows.total_form_count() == 3
    assert [f'name="form-{i}-name"' in page for i in range(4)] == [True, True, True, False]
    assert 'value="Ada"' in page
    assert "govuk-error-message" not in page
    assert re.findall(r'id="(\S+)"[^>]* autofocus', page) == ["id_form-2-name"]


def test_rows_are_kept_when_saved() -> None:
    rows = Rows(posted("Ada", "Grace"))

    assert rows.is_valid()
    assert [row["name"] for row in rows.cleaned_data] == ["Ada", "Grace"]


def test_row_ticked_for_removal_is_not_kept() -> None:
    rows = Rows(posted("Ada", "Grace", **{"form-0-DELETE": "on"}))

    assert rows.is_valid()
    assert [form.cleaned_data["name"] for form in rows.forms if form not in rows.deleted_forms] == ["Grace"]


def test_error_of_a_row_says_which_and_leads_to_its_box() -> None:
    rows = Rows(posted("Ada", "x" * 3, **{"form-INITIAL_FORMS": "2", "form-1-name": ""}))

    assert not rows.is_valid()
    assert errors_of(rows) == [{"text": "Person 2: Enter the name", "href": "#id_form-1-name"}]
    assert drawn(rows).count('id="form-1-name"') + drawn(rows).count('id="id_form-1-name"') == 1


def test_tampered_count_is_refused_not_raised() -> None:
    rows = Rows(posted("Ada", **{"form-TOTAL_FORMS": "many", "form-add": "1"}))

    assert not rows.is_valid()


def test_each_row_has_its_number_and_the_button_names_what_it_adds() -> None:
    page = drawn(Rows())

    assert '<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Person 1</legend>' in page
    assert ">Add another person</button>" in page
