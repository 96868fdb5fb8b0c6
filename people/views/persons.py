"""The officers' register of those whom the papers name."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from people.actions import persons as actions
from people.models import Person, PersonRole
from people.person_forms import EndRoleForm, PersonFilterForm, PersonForm, RoleForm
from people.print_names import name_of
from people.report_persons import as_printed, name_typed, person_lines, persons

PERSONS_A_PAGE = 50
for_keepers = requires(Permission.MANAGE_MEMBERSHIP)


@require_safe
@for_keepers
def person_list(request: HttpRequest) -> HttpResponse:
    form = PersonFilterForm(request.GET)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    found = Paginator(persons(q), PERSONS_A_PAGE).get_page(request.GET.get("page"))
    lines = person_lines(found, timezone.localdate())
    return render(request, "people/persons.html", {"form": form, "page": found, "lines": lines, "q": q})


@require_safe
@for_keepers
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(persons(), pk=pk)
    context = {"person": person, "printed": as_printed(name_of(person))}
    return render(request, "people/person.html", context)


@require_safe
@for_keepers
def person_printed(request: HttpRequest) -> HttpResponse:
    """What the name that stands in the form would print as: asked for while it is typed."""
    context = {"printed": as_printed(name_typed(request.GET.dict()))}
    return render(request, "people/_printed.html", context)


@show_and_save
@for_keepers
def person_add(request: HttpRequest) -> HttpResponse:
    form = PersonForm(_answers(request))
    if form.is_valid() and not _only_asks(request):
        try:
            person = actions.add_person(by=request.user, **form.details)
        except ValidationError as problem:
            _put(form, problem)
        else:
            messages.success(request, f"{person} is in the register. Say next what they are.")
            return redirect("people:person_detail", person.pk)
    return _form(request, form, None)


@show_and_save
@for_keepers
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    form = PersonForm(_answers(request), instance=get_object_or_404(Person, pk=pk))
    if form.is_valid() and not _only_asks(request):
        try:
            actions.change_person(person, seen=form.cleaned_data["seen"], by=request.user, **form.details)
        except ValidationError as problem:
            form = _about_the_person_as_they_stand(request, pk)
            _put(form, problem)
            return _form(request, form, person, status=409)
        messages.success(request, f"{form.instance} is kept as you entered it.")
        return redirect("people:person_detail", pk)
    return _form(request, form, person)


@show_and_save
@for_keepers
def role_add(request: HttpRequest, pk: int) -> HttpResponse:
    person, form = get_object_or_404(Person, pk=pk), RoleForm(_answers(request))
    if form.is_valid():
        actions.add_role(person, by=request.user, **form.cleaned_data)
        messages.success(request, f"{person} is listed as {form.cleaned_data['title']}.")
        return redirect("people:person_detail", pk)
    return render(request, "people/role_add.html", {"form": form, "person": person})


@show_and_save
@for_keepers
def role_end(request: HttpRequest, pk: int) -> HttpResponse:
    role = get_object_or_404(PersonRole.objects.select_related("person"), pk=pk)
    form = EndRoleForm(_answers(request), initial={"ends_on": role.ends_on})
    if form.is_valid():
        try:
            actions.end_role(role, ends_on=form.cleaned_data["ends_on"], by=request.user)
        except ValidationError as problem:
            _put(form, problem)
        else:
            messages.success(request, f"The last day of {role.person} as {role.title} is kept.")
            return redirect("people:person_detail", role.person_id)
    return render(request, "people/role_end.html", {"form": form, "role": role})


def _answers(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _only_asks(request: HttpRequest) -> bool:
    """Whether only the printed name is wanted, by a reader without scripts."""
    return request.POST.get("way") == "printed"


def _form(request: HttpRequest, form: PersonForm, person: Person | None, status: int = 200) -> HttpResponse:
    name = name_typed(request.POST.dict()) if request.POST else name_of(person or Person())
    context: dict[str, Any] = {"form": form, "person": person, "printed": as_printed(name)}
    return render(request, "people/person_form.html", context, status=status)


def _about_the_person_as_they_stand(request: HttpRequest, pk: int) -> PersonForm:
    """With all that was typed: saving once more overrules what somebody else saved."""
    person = get_object_or_404(Person, pk=pk)
    data = request.POST.copy()
    data["seen"] = actions.mark_of(person)
    form = PersonForm(data, instance=person)
    form.is_valid()
    return form


def _put(form: BaseForm, problem: ValidationError) -> None:
    by_field = (
        problem.message_dict if hasattr(problem, "error_dict") else {NON_FIELD_ERRORS: problem.messages}
    )
    for name, said in by_field.items():
        form.add_error(name if name in form.fields else None, said)
