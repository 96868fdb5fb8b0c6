"""The portal's addresses and two forms with formatted text, whose answer is shown as it would be kept."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from core.forms import Form, Helper
from core.richtext import RichTextFormField, clean, drawn
from cpp_portal import urls

PAGE = """{% extends "base.html" %}{% load crispy_forms_tags %}
{% block title %}Minutes{% endblock %}
{% block content %}<h1 class="govuk-heading-l">103. Performance scorecard</h1>
{% if kept %}<section id="kept">{{ kept }}</section>{% else %}{% crispy form %}{% endif %}{% endblock %}"""
BEFORE = clean(
    "<p>Before <strong>bold</strong></p><table><tr><th>Month<th>Result<tr><td>July<td>47.1%</table>"
)


class MinuteForm(Form):
    text = RichTextFormField(label="Minute", help_text="In the past tense", headings=False)
    note = forms.CharField(label="Note", required=False)
    helper = Helper(submit="Save the minute")


class ReportForm(Form):
    text = RichTextFormField(label="Report")
    helper = Helper(submit="Save the report")


@login_not_required
def answer(request: HttpRequest, form_class: type[Form], initial: str) -> HttpResponse:
    form = form_class(request.POST or None, initial={"text": initial})
    kept = drawn(form.cleaned_data["text"], anchor="minute") if form.is_valid() else ""
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form, "kept": kept}, request))


urlpatterns = [
    path("minute/", answer, {"form_class": MinuteForm, "initial": ""}),
    path("report/", answer, {"form_class": ReportForm, "initial": BEFORE}),
    *urls.urlpatterns,
]
